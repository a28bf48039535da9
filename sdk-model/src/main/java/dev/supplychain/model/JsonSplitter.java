package dev.supplychain.model;

import dev.supplychain.model.internal.ByteScan;
import dev.supplychain.model.internal.Excerpt;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into the bytes of JSON values, one at a time, and looks no closer: whoever takes a piece parses it, so
 * that every byte is checked and every limit of a document holds for a piece.
 */
final class JsonSplitter implements Closeable {
    private static final int BLOCK = 1 << 16;

    private final String input;
    private final InputStream in;
    private final int maxValueBytes;

    private byte[] buffer = new byte[BLOCK];
    private int pos;
    private int end;
    /** Where in the stream the buffer begins. */
    private long before;

    JsonSplitter(String input, InputStream in, int maxValueBytes) {
        this.input = input;
        this.in = in;
        this.maxValueBytes = maxValueBytes;
    }

    /** The next byte that is not white space, not taken yet; -1 at the end. */
    int peek() {
        while (true) {
            while (pos < end) {
                if (!isSpace(buffer[pos])) {
                    return buffer[pos] & 0xFF;
                }
                pos++;
            }
            if (!more(pos)) {
                return -1;
            }
        }
    }

    /** Takes that byte. */
    void expect(char wanted) {
        int next = peek();
        if (next != wanted) {
            throw malformed(
                    next < 0
                            ? "ends where '" + wanted + "' is expected"
                            : Excerpt.quoted(Character.toString(next)) + " where '" + wanted + "' is expected");
        }
        pos++;
    }

    /** The bytes of the value that begins at the next byte; whether they are one is for the parser to say. */
    byte[] value() {
        if (peek() < 0) {
            throw malformed("ends where a value is expected");
        }
        int start = pos;
        int depth = 0;
        while (true) {
            if (pos == end) {
                start = moreOrEnded(start);
            }
            switch (buffer[pos++]) {
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    depth--;
                    if (depth <= 0) {
                        // Below zero it closes what is around a number or a literal.
                        pos += depth;
                        return slice(start, pos);
                    }
                }
                case '"' -> {
                    start = skipString(start);
                    if (depth == 0) {
                        return slice(start, pos);
                    }
                }
                case ',', ' ', '\n', '\r', '\t' -> {
                    if (depth == 0) {
                        pos--;
                        return slice(start, pos);
                    }
                }
                default -> {}
            }
        }
    }

    /** The bytes of the next line that is not blank, or null at the end. */
    byte @Nullable [] line() {
        if (peek() < 0) {
            return null;
        }
        int start = pos;
        while (true) {
            pos = ByteScan.indexOf('\n', buffer, pos, end);
            if (pos < end) {
                return slice(start, pos);
            }
            boolean more = more(start);
            start = 0;
            if (!more) {
                return slice(start, pos);
            }
        }
    }

    private int skipString(int valueStart) {
        int start = valueStart;
        while (true) {
            pos = ByteScan.indexOfEither('"', '\\', buffer, pos, end);
            if (pos < end) {
                if (buffer[pos++] == '"') {
                    return start;
                }
                if (pos == end) {
                    start = moreOrEnded(start);
                }
                pos++;
            } else {
                start = moreOrEnded(start);
            }
        }
    }

    private int moreOrEnded(int start) {
        if (!more(start)) {
            throw malformed("ends within a value");
        }
        return 0;
    }

    /** Reads on, after moving what is kept to the beginning of the buffer; false at the end of the stream. */
    private boolean more(int keepFrom) {
        int kept = end - keepFrom;
        if (kept > maxValueBytes) {
            throw malformed("a value has more bytes than the limit of " + maxValueBytes);
        }
        byte[] target = kept > buffer.length / 2 ? new byte[2 * buffer.length] : buffer;
        System.arraycopy(buffer, keepFrom, target, 0, kept);
        buffer = target;
        before += keepFrom;
        pos -= keepFrom;
        end = kept;
        int read = read();
        end += Math.max(read, 0);
        return read > 0;
    }

    private int read() {
        try {
            int read;
            do {
                read = in.read(buffer, end, buffer.length - end);
            } while (read == 0);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] slice(int from, int to) {
        if (to - from > maxValueBytes) {
            throw malformed("a value has more bytes than the limit of " + maxValueBytes);
        }
        return Arrays.copyOfRange(buffer, from, to);
    }

    MalformedDataException malformed(String problem) {
        return new MalformedDataException(input, "byte " + (before + pos), problem);
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
