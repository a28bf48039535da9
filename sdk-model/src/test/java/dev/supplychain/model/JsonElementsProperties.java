package dev.supplychain.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.internal.ByteScan;
import dev.supplychain.model.rpc.Status;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class JsonElementsProperties {
    @Property(tries = 300)
    void a_list_is_read_as_the_whole_is(
            @ForAll("statuses") List<Status> statuses,
            @ForAll("others") Map<String, Json> before,
            @ForAll("others") Map<String, Json> behind,
            @ForAll @IntRange(min = 1, max = 7) int bytesAtATime) {
        Map<String, Json> members = new LinkedHashMap<>(before);
        members.put("list", Json.array(statuses.stream().map(ModelJson::toJson).toList()));
        behind.forEach((name, value) -> members.put("z" + name, value));

        JsonElements<Status> elements =
                ModelJson.elements(slow(Json.object(members).toUtf8(), bytesAtATime), "list", Status.class);

        assertThat(all(elements)).isEqualTo(statuses);
        members.remove("list");
        assertThat(elements.rest()).isEqualTo(Json.object(members));
    }

    @Property(tries = 300)
    void lines_are_read_as_they_were_written(
            @ForAll("statuses") List<Status> statuses, @ForAll @IntRange(min = 1, max = 7) int bytesAtATime) {
        StringBuilder lines = new StringBuilder();
        statuses.forEach(status -> lines.append(ModelJson.writeText(status)).append('\n'));

        byte[] utf8 = lines.toString().getBytes(StandardCharsets.UTF_8);

        assertThat(all(ModelJson.lines(slow(utf8, bytesAtATime), Status.class))).isEqualTo(statuses);
    }

    @Property
    void a_byte_is_found_where_it_first_stands(
            @ForAll byte[] bytes, @ForAll @IntRange(max = 9) int from, @ForAll("characters") char wanted) {
        int start = Math.min(from, bytes.length);
        int expected = start;
        while (expected < bytes.length && bytes[expected] != wanted) {
            expected++;
        }

        assertThat(ByteScan.indexOf(wanted, bytes, start, bytes.length)).isEqualTo(expected);
        assertThat(ByteScan.indexOfEither(wanted, '"', bytes, start, bytes.length))
                .isEqualTo(Math.min(expected, ByteScan.indexOf('"', bytes, start, bytes.length)));
    }

    @Property(tries = 200)
    void a_byte_is_found_in_what_is_longer_than_a_block(
            @ForAll @IntRange(max = 20_000) int place, @ForAll @IntRange(max = 9) int from, @ForAll boolean escape) {
        byte[] bytes = "a".repeat(20_100).getBytes(StandardCharsets.US_ASCII);
        bytes[from + place] = (byte) (escape ? '\\' : '"');

        assertThat(ByteScan.indexOfEither('"', '\\', bytes, from, bytes.length)).isEqualTo(from + place);
        assertThat(ByteScan.indexOfEither('"', '\\', bytes, from, from + place)).isEqualTo(from + place);
        assertThat(ByteScan.indexOfEither('x', 'y', bytes, from, bytes.length)).isEqualTo(bytes.length);
    }

    private static <T> List<T> all(JsonElements<T> elements) {
        List<T> all = new ArrayList<>();
        elements.forEachRemaining(all::add);
        return all;
    }

    private static InputStream slow(byte[] bytes, int atATime) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, atATime));
            }
        };
    }

    @Provide
    static Arbitrary<Character> characters() {
        return Arbitraries.of('\\', '\n', '"', '\u0000', '\u0001');
    }

    @Provide
    static Arbitrary<Map<String, Json>> others() {
        return UnknownFields.any();
    }

    @Provide
    static Arbitrary<List<Status>> statuses() {
        return Combinators.combine(
                        Arbitraries.integers().optional(),
                        JsonArbitraries.text().optional(),
                        UnknownFields.any())
                .as((code, message, unknown) -> {
                    Status.Builder status = Status.builder().message(message).unknownFields(unknown);
                    code.ifPresent(status::code);
                    return status.build();
                })
                .list()
                .ofMaxSize(5);
    }
}
