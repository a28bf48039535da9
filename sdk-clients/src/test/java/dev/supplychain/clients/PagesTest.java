package dev.supplychain.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagesTest {
    private final List<String> asked = new ArrayList<>();

    private Pages<Integer> pages(Map<String, Page<Integer>> byToken) {
        return Pages.of("GET /x", token -> {
            asked.add(token.orElse(""));
            return Objects.requireNonNull(byToken.get(token.orElse("")));
        });
    }

    private static Page<Integer> page(String next, Integer... items) {
        return new Page<>(List.of(items), Optional.of(next).filter(token -> !token.isEmpty()));
    }

    @Test
    void asks_for_nothing_before_the_first_item_is_wanted() {
        Pages<Integer> pages = pages(Map.of("", page("b", 1, 2), "b", page("", 3)));

        Stream<Integer> items = pages.stream();
        assertThat(asked).isEmpty();
        assertThat(items.limit(2)).containsExactly(1, 2);
        assertThat(asked).containsExactly("");
    }

    @Test
    void goes_on_after_an_empty_page_with_a_token() {
        assertThat(pages(Map.of("", page("b"), "b", page("c"), "c", page("", 1))))
                .containsExactly(1);
    }

    @Test
    void stops_when_the_server_gives_the_same_token_again() {
        Pages<Integer> pages = pages(Map.of("", page("b", 1), "b", page("b", 2)));

        assertThatThrownBy(() -> pages.forEach(item -> {}))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.kind()).isEqualTo(ApiException.Kind.PROTOCOL))
                .hasMessageContaining("GET /x failed: the server gave the same page token twice");
        assertThat(asked).containsExactly("", "b");
    }

    @Test
    void stops_after_more_pages_than_a_list_can_have() {
        Pages<Integer> endless = Pages.of(
                "GET /x",
                token -> new Page<>(List.of(), Optional.of(Integer.toString(Integer.parseInt(token.orElse("0")) + 1))));

        assertThatThrownBy(() -> endless.forEach(item -> {}))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("100000 pages");
    }

    @Test
    void walks_anew_each_time() {
        Pages<Integer> pages = pages(Map.of("", page("", 1)));

        assertThat(pages).containsExactly(1);
        assertThat(pages).containsExactly(1);
        assertThat(asked).hasSize(2);
    }

    @Test
    void goes_on_where_a_page_could_not_be_had() {
        List<RuntimeException> failures = new ArrayList<>(List.of(new IllegalStateException("once")));
        Pages<Integer> pages = Pages.of("GET /x", token -> {
            if (token.isPresent() && !failures.isEmpty()) {
                throw failures.remove(0);
            }
            return token.isEmpty() ? page("b", 1) : page("", 2);
        });
        var items = pages.iterator();

        assertThat(items.next()).isEqualTo(1);
        assertThatThrownBy(items::next).hasMessage("once");
        assertThat(items.next()).isEqualTo(2);
        assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void tells_a_listener_of_every_page() {
        List<String> seen = new ArrayList<>();
        Pages<String> pages = Pages.of(
                "GET /v1/things",
                token -> token.isEmpty()
                        ? new Page<>(List.of("a", "b"), Optional.of("next"))
                        : new Page<>(List.of("c"), Optional.empty()),
                (page, items) -> seen.add(page + ": " + items));

        assertThat(pages.stream()).containsExactly("a", "b", "c");
        assertThat(seen).containsExactly("1: 2", "2: 1");
    }
}
