package dev.supplychain.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.supplychain.clients.internal.Recorded;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    @Test
    void writes_a_bearer_token() {
        assertThat(Credentials.bearer("t0ken").header()).contains(new AuthHeader("Authorization", "Bearer t0ken"));
    }

    @Test
    void writes_a_name_and_a_password_as_rfc_7617_does() {
        assertThat(Credentials.basic("Aladdin", "open sesame").header())
                .contains(new AuthHeader("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
        assertThat(Credentials.basic("test", "123£").header())
                .contains(new AuthHeader("Authorization", "Basic dGVzdDoxMjPCow=="));
    }

    @Test
    void refuses_a_user_name_that_would_end_early() {
        assertThatIllegalArgumentException().isThrownBy(() -> Credentials.basic("a:b", "c"));
    }

    @Test
    void asks_for_another_token_only_after_a_refusal() {
        Deque<String> tokens = new ArrayDeque<>(List.of("one", "two"));
        Credentials credentials = Credentials.bearer(tokens::pop);

        AuthHeader first = credentials.header().orElseThrow();
        assertThat(credentials.header()).contains(first);
        assertThat(credentials.renew(first)).isTrue();
        assertThat(credentials.header()).contains(new AuthHeader("Authorization", "Bearer two"));
    }

    @Test
    void fetches_once_for_all_whose_token_was_refused() {
        Deque<String> tokens = new ArrayDeque<>(List.of("one", "two"));
        Credentials credentials = Credentials.bearer(tokens::pop);
        AuthHeader first = credentials.header().orElseThrow();

        credentials.renew(first);
        AuthHeader second = credentials.header().orElseThrow();
        credentials.renew(first);

        assertThat(credentials.header()).containsSame(second);
    }

    @Test
    void cannot_renew_what_stays_the_same() {
        Credentials credentials = Credentials.bearer("t0ken");

        assertThat(credentials.renew(credentials.header().orElseThrow())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t\n", "s3cr3t\r\nX: y", "s3c\0r3t", "s3cr3t\u00e9", "s3cr3t\u202e", " s3cr3t ", ""})
    void refuses_what_cannot_travel_in_a_header_without_printing_it(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.apiKey("X-Api-Key", key))
                .satisfies(e -> assertThat(e.toString()).contains("X-Api-Key").doesNotContain("s3c"));
    }

    @Test
    void refuses_a_header_name_that_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> Credentials.apiKey("X-Key: s3cr3t", "v"));
    }

    @Test
    void shows_no_secret() {
        Credentials renewed = Credentials.bearer(() -> Recorded.SECRET);
        renewed.header();

        assertThat(List.of(
                        Credentials.bearer(Recorded.SECRET),
                        renewed,
                        Credentials.basic("u", Recorded.SECRET),
                        Credentials.apiKey("X-Api-Key", Recorded.SECRET),
                        new AuthHeader("X-Api-Key", Recorded.SECRET)))
                .allSatisfy(c -> assertThat(c.toString()).contains("***").doesNotContain(Recorded.SECRET));
    }
}
