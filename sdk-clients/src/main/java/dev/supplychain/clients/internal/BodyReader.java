package dev.supplychain.clients.internal;

import java.io.IOException;
import java.io.Serial;
import java.net.ProtocolException;
import java.util.Locale;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import okio.GzipSource;
import okio.Okio;
import okio.Source;

/**
 * Reads whole bodies, inflated, up to a limit.
 *
 * <p>OkHttp inflates without a limit when it asks for gzip itself; so we ask, and inflate here.
 */
final class BodyReader {
    /** An error's body that is JSON can list what was done before it; another is only looked at. */
    private static final long MAX_JSON_ERROR_BYTES = 8L << 20;

    private static final long MAX_OTHER_ERROR_BYTES = 16L << 10;
    private static final long STEP = 8192;

    private final long maxBytes;

    BodyReader(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** A body, and whether the server had more. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Body(byte[] bytes, boolean cut) {}

    /** The body of an answer that is larger than the limit. */
    static final class TooLargeException extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        TooLargeException(long maxBytes) {
            super("the body has more than " + maxBytes + " bytes");
        }
    }

    /**
     * The body of a success: all of it.
     *
     * @throws TooLargeException when it is larger than the limit
     */
    Body readAll(Response response) throws IOException {
        boolean announcedTooLarge = response.body().contentLength() > maxBytes;
        Body body = announcedTooLarge ? new Body(new byte[0], true) : read(response, maxBytes);
        if (body.cut()) {
            throw new TooLargeException(maxBytes);
        }
        return body;
    }

    /** The body of an error: what there is of it, for the status counts more. */
    Body readSome(Response response) throws IOException {
        boolean json = MediaTypes.isJson(MediaTypes.essence(response.header("Content-Type", "")));
        return read(response, Math.min(maxBytes, json ? MAX_JSON_ERROR_BYTES : MAX_OTHER_ERROR_BYTES));
    }

    private static Body read(Response response, long limit) throws IOException {
        try (BufferedSource source = inflated(response)) {
            Buffer buffer = new Buffer();
            while (buffer.size() <= limit) {
                if (source.read(buffer, Math.min(STEP, limit + 1 - buffer.size())) == -1) {
                    return new Body(buffer.readByteArray(), false);
                }
            }
            return new Body(buffer.readByteArray(limit), true);
        }
    }

    private static BufferedSource inflated(Response response) throws IOException {
        Source raw = response.body().source();
        String coding = response.header("Content-Encoding", "identity").strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "", "identity" -> Okio.buffer(raw);
            // It also refuses what follows the compressed data, and so reads to the end of the body.
            case "gzip", "x-gzip" -> Okio.buffer((Source) new GzipSource(raw));
            default -> throw new ProtocolException("the content coding was not asked for");
        };
    }
}
