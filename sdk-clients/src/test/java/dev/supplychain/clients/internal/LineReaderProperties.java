package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class LineReaderProperties {
    private static final int MAX = 60_001;

    /** Gives no more than so many bytes at once. */
    private static InputStream dripping(byte[] bytes, int step) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, step));
            }
        };
    }

    private static List<LineReader.Line> lines(byte[] bytes, int step) throws IOException {
        LineReader reader = new LineReader(dripping(bytes, step), MAX);
        List<LineReader.Line> lines = new ArrayList<>();
        for (LineReader.Line line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        return lines;
    }

    @Property(tries = 300)
    void lines_are_the_same_however_they_arrive(
            @ForAll @Size(max = 20) List<@StringLength(max = 30_000) @CharRange(from = ' ', to = 'ÿ') String> texts,
            @ForAll @IntRange(min = 1, max = 10_000) int step)
            throws IOException {
        byte[] bytes = (String.join("\n", texts) + "\n").getBytes(StandardCharsets.UTF_8);

        List<LineReader.Line> lines = lines(bytes, step);

        assertThat(lines).allMatch(LineReader.Line::ended);
        assertThat(lines.stream().map(line -> new String(line.bytes(), StandardCharsets.UTF_8)))
                .isEqualTo(texts.isEmpty() ? List.of("") : texts);
    }

    @Property(tries = 100)
    void the_last_line_may_lack_its_end(
            @ForAll @StringLength(min = 1, max = 100) @CharRange(from = 'a', to = 'z') String text) throws IOException {
        List<LineReader.Line> lines = lines(("x\n" + text).getBytes(StandardCharsets.UTF_8), 7);

        assertThat(lines).extracting(LineReader.Line::ended).containsExactly(true, false);
        assertThat(new String(lines.get(1).bytes(), StandardCharsets.UTF_8)).isEqualTo(text);
    }
}
