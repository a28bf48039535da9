package dev.supplychain.dsse.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Splits a stream into lines, none of which is longer than a limit: what comes from elsewhere may have no end. */
public final class Lines {
    private static final int BLOCK = 8192;

    private final InputStream in;
    private final int limit;
    private final byte[] block = new byte[BLOCK];
    private int at;
    private int end;

    /** Reads that stream, which is not closed. */
    public Lines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** A line is longer than the limit. */
    public static final class TooLongException extends Exception {
        private static final long serialVersionUID = 1L;

        TooLongException(int limit) {
            super("longer than " + limit + " bytes");
        }
    }

    /**
     * The next line without its end; null after the last.
     *
     * @throws TooLongException when it is longer than the limit
     */
    public byte @Nullable [] next() throws IOException, TooLongException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (fill()) {
            int start = at;
            while (at < end && block[at] != '\n') {
                at++;
            }
            if (line.size() + (at - start) > limit) {
                throw new TooLongException(limit);
            }
            line.write(block, start, at - start);
            if (at < end) {
                at++;
                return line.toByteArray();
            }
        }
        return line.size() == 0 ? null : line.toByteArray();
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(block));
        }
        return at < end;
    }
}
