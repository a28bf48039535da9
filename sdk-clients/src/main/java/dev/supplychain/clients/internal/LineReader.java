package dev.supplychain.clients.internal;

import dev.supplychain.model.internal.ByteScan;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines of bytes, as they arrive and up to a length. */
final class LineReader {
    private static final int BUFFER_BYTES = 8192;

    private final InputStream in;
    private final int maxLineBytes;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int next;
    private int end;
    private byte[] line = new byte[BUFFER_BYTES];

    LineReader(InputStream in, int maxLineBytes) {
        this.in = in;
        this.maxLineBytes = maxLineBytes;
    }

    /**
     * A line without its end.
     *
     * @param ended whether it has one; only the last can be without
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(byte[] bytes, boolean ended) {
        /** Whether there is nothing in it but white space. */
        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** A line that is longer than the limit. */
    static final class LineTooLongException extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        LineTooLongException(int maxLineBytes) {
            super("the line has more than " + maxLineBytes + " bytes");
        }
    }

    /**
     * The next line, or null at the end of the stream.
     *
     * @throws LineTooLongException when it is longer than the limit; no more than that was kept
     */
    @Nullable
    Line next() throws IOException {
        int length = 0;
        while (fill()) {
            int newline = indexOfNewline();
            int piece = (newline < 0 ? end : newline) - next;
            length = append(length, piece);
            next += piece;
            if (newline >= 0) {
                next++;
                return new Line(Arrays.copyOf(line, length), true);
            }
        }
        return length == 0 ? null : new Line(Arrays.copyOf(line, length), false);
    }

    /** Makes sure that there is something in the buffer; false at the end of the stream. */
    private boolean fill() throws IOException {
        if (next < end) {
            return true;
        }
        next = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }

    private int indexOfNewline() {
        int at = ByteScan.indexOf('\n', buffer, next, end);
        return at < end ? at : -1;
    }

    private int append(int length, int piece) throws LineTooLongException {
        int longer = length + piece;
        if (longer > maxLineBytes) {
            throw new LineTooLongException(maxLineBytes);
        }
        if (longer > line.length) {
            line = Arrays.copyOf(line, Math.max(longer, Math.min(2 * line.length, maxLineBytes)));
        }
        System.arraycopy(buffer, next, line, length, piece);
        return longer;
    }
}
