package dev.supplychain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.grafeas.v1.ListOccurrencesResponse;
import dev.supplychain.model.grafeas.v1.Occurrence;
import dev.supplychain.model.rpc.Status;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonElementsTest {
    @Test
    void reads_elements_one_by_one_and_then_what_is_around_them() {
        JsonElements<Occurrence> occurrences = ModelJson.elements(
                stream("{\"new\":[1,{\"a\":\"]\"}], \"occurrences\" : [ {\"name\":\"a\"} ,\n{\"name\":\"}\\\"\"}] ,"
                        + " \"next_page_token\":\"t\",\"unreachable\":[\"x\"]} "),
                "occurrences",
                Occurrence.class);

        assertThat(occurrences.next().name()).hasValue("a");
        assertThat(occurrences.index()).isEqualTo(1);
        assertThatThrownBy(occurrences::rest).isInstanceOf(IllegalStateException.class);
        assertThat(occurrences.next().name()).hasValue("}\"");
        assertThat(occurrences.hasNext()).isFalse();
        assertThatThrownBy(occurrences::next).isInstanceOf(NoSuchElementException.class);
        ListOccurrencesResponse page = ModelJson.read(occurrences.rest(), ListOccurrencesResponse.class);
        assertThat(page.nextPageToken()).hasValue("t");
        assertThat(page.unreachable()).containsExactly("x");
        assertThat(page.occurrences()).isEmpty();
        assertThat(page.unknownFields()).containsOnlyKeys("new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"list\":null}",
                "{\"list\":{}}",
                "{\"list\":{\"objects\":null}}",
                "{\"list\":{\"objects\":[]}}"
            })
    void takes_no_list_as_an_empty_one(String json) {
        JsonElements<Status> elements = ModelJson.elements(stream(json), "list.objects", Status.class);

        assertThat(elements.hasNext()).isFalse();
        assertThat(elements.hasNext()).isFalse();
    }

    @Test
    void finds_a_list_within_objects_and_keeps_what_is_around_each() {
        JsonElements<Status> elements = ModelJson.elements(
                stream("{\"a\":1,\"list\":{\"b\":2,\"objects\":[{\"code\":3}],\"c\":4},\"d\":5}"),
                "list.objects",
                Status.class);

        assertThat(all(elements)).extracting(Status::code).containsExactly(OptionalInt.of(3));
        assertThat(elements.rest()).isEqualTo(Json.parse("{\"a\":1,\"d\":5,\"list\":{\"b\":2,\"c\":4}}"));
    }

    @Test
    void reads_a_bare_array() {
        JsonElements<Status> elements = ModelJson.elements(stream(" [{\"code\":1},{}]"), "", Status.class);

        assertThat(all(elements)).hasSize(2);
        assertThat(elements.rest()).isEqualTo(Json.parse("{}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "''",
                "null",
                "[]",
                "{\"a\":[{}",
                "{\"a\":[{}]",
                "{\"a\":[{}],",
                "{\"a\":[{}],}",
                "{\"a\":[{}]}{}",
                "{\"a\":[{}]}x",
                "{\"a\":[{}}",
                "{\"a\":[{} {}]}",
                "{\"a\":[{},]}",
                "{\"a\":[,{}]}",
                "{\"a\":[{}],\"a\":[]}",
                "{\"b\":1,\"\\u0062\":2,\"a\":[]}",
                "{\"a\":[],\"b\":1,\"b\":1}",
                "{\"a\":{}}",
                "{\"a\":nul}",
                "{\"a\":\"[]\"}",
                "{\"a\":[{\"code\":1}",
                "{\"a\":[\"",
                "{\"a\":[\"\\",
                "{\"a\" []}",
                "{a:[]}",
                "{\"a\":[],\"b\":}",
                "{\"a\":[],\"b\":[}]}",
                "{\"a\":[],\"b\":01}",
                "{,\"a\":[]}",
                "{\"a\":[{}]\"b\":1}",
                "\uFEFF{\"a\":[]}"
            })
    void refuses_what_is_not_one_object_with_a_list(String json) {
        assertThatThrownBy(() -> all(ModelJson.elements(stream(json), "a", Status.class)))
                .isInstanceOf(MalformedDataException.class)
                .message()
                .matches("(?s)(list of Status|JSON).*");
    }

    @Test
    void goes_on_behind_an_element_that_cannot_be_read() {
        JsonElements<Status> elements =
                ModelJson.elements(stream("{\"a\":[{\"code\":1},{\"code\":\"x\"},{\"code\":3}]}"), "a", Status.class);

        elements.next();
        assertThatThrownBy(elements::next)
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith("list of Status at /a/1/code: ");
        assertThat(elements.next().code()).hasValue(3);
        assertThat(elements.hasNext()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"message\":\"\\ud800\"}",
                "{\"message\":\"\u0001\"}",
                "{\"code\":1]",
                "null",
                "5"
            })
    void reads_an_element_as_strictly_as_a_document(String element) {
        assertThatThrownBy(() -> ModelJson.elements(stream("{\"a\":[" + element + "]}"), "a", Status.class)
                        .next())
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("list of Status at /a/0");
    }

    @Test
    void refuses_bytes_that_are_not_utf_8_wherever_they_stand() {
        for (String json : List.of("{\"a\":[{\"message\":\"ÿ\"}]}", "{\"a\":[],\"ÿ\":1}", "{\"a\":[],\"b\":\"ÿ\"}")) {
            InputStream latin1 = new ByteArrayInputStream(json.getBytes(StandardCharsets.ISO_8859_1));

            assertThatThrownBy(() -> all(ModelJson.elements(latin1, "a", Status.class)))
                    .isInstanceOf(MalformedDataException.class)
                    .hasMessageContaining("not UTF-8");
        }
    }

    @Test
    void says_again_that_the_stream_broke_off() {
        JsonElements<Status> elements = ModelJson.elements(stream("{\"a\":[{}"), "a", Status.class);
        elements.next();

        assertThatThrownBy(elements::hasNext).isInstanceOf(MalformedDataException.class);
        assertThatThrownBy(elements::hasNext).isInstanceOf(MalformedDataException.class);
        assertThatThrownBy(elements::rest).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void passes_on_that_the_stream_cannot_be_read() {
        InputStream failing = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("reset");
            }
        };

        assertThatThrownBy(() -> ModelJson.lines(failing, Status.class).hasNext())
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void closes_the_stream() {
        boolean[] closed = new boolean[1];
        InputStream in = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        ModelJson.lines(in).close();

        assertThat(closed[0]).isTrue();
    }

    @Test
    void reads_lines() {
        JsonElements<Status> lines = ModelJson.lines(
                stream("\n{\"code\":1}\r\n \n{\"code\":2}\n{\"code\":\"x\"}\n{\"code\":4}"), Status.class);

        assertThat(lines.next().code()).hasValue(1);
        assertThat(lines.next().code()).hasValue(2);
        assertThatThrownBy(lines::next)
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith("lines of Status at /2/code: ");
        assertThat(lines.next().code()).hasValue(4);
        assertThat(lines.hasNext()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":1", "{} {}", "[{}", "{\"code\":\n1}"})
    void refuses_lines_that_are_not_one_message_each(String json) {
        assertThatThrownBy(() -> all(ModelJson.lines(stream(json), Status.class)))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith("lines of Status at /0");
    }

    @Test
    void reads_lines_of_different_kinds() {
        assertThat(all(ModelJson.lines(stream("{\"a\":1}\n5\n")))).containsExactly(Json.parse("{\"a\":1}"), Json.of(5));
    }

    @Test
    void has_no_limit_but_that_of_one_element() {
        int count = 100_000;
        String message = "x".repeat(600);
        InputStream json = concat(
                "{\"a\":[",
                count,
                i -> (i == 0 ? "" : ",") + "{\"code\":" + i + ",\"message\":\"" + message + "\"}",
                "]}");
        JsonElements<Status> elements = ModelJson.elements(json, "a", Status.class);

        int read = 0;
        while (elements.hasNext()) {
            assertThat(elements.next().code()).hasValue(read++);
        }

        assertThat(read).isEqualTo(count);
        assertThat((long) count * message.length())
                .isGreaterThan(dev.supplychain.model.internal.JsonCodec.MAX_DOCUMENT_BYTES);
    }

    @Test
    void refuses_an_element_that_never_ends() {
        InputStream endless = concat("{\"a\":[\"", Integer.MAX_VALUE, i -> "x".repeat(1 << 16), "");

        assertThatThrownBy(() -> ModelJson.elements(endless, "a", Status.class).hasNext())
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("more bytes than the limit of 33554432");
    }

    @Test
    void refuses_endless_other_members() {
        InputStream endless =
                concat("{", Integer.MAX_VALUE, i -> "\"m" + i + "\":\"" + "x".repeat(1 << 16) + "\",", "");

        assertThatThrownBy(() -> ModelJson.elements(endless, "a", Status.class).hasNext())
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("what is around the elements");
    }

    private static <T> List<T> all(JsonElements<T> elements) {
        List<T> all = new ArrayList<>();
        elements.forEachRemaining(all::add);
        return all;
    }

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A stream whose pieces are made when they are read. */
    private static InputStream concat(String head, int count, IntFunction<String> piece, String tail) {
        return new FilterInputStream(stream(head)) {
            private int next;

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = in.read(target, offset, length);
                while (read < 0 && next <= count) {
                    in = stream(next < count ? piece.apply(next) : tail);
                    next++;
                    read = in.read(target, offset, length);
                }
                return read;
            }
        };
    }
}
