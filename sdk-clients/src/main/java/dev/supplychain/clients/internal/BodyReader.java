package dev.supplychain.clients.internal;

import java.io.IOException;
import java.io.Serial;
import java.net.ProtocolException;
import java.util.Locale;
import okhttp3.Response;
import okio.Buffer;
import okio.ForwardingSource;
import okio.GzipSource;
import okio.Source;
import org.jspecify.annotations.Nullable;

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

    /** A body that cannot be inflated. */
    static final class BadCodingException extends ProtocolException {
        @Serial
        private static final long serialVersionUID = 1L;

        BadCodingException(String message, @Nullable IOException cause) {
            super(message);
            initCause(cause);
        }
    }

    /**
     * The body of a success: all of it.
     *
     * @throws TooLargeException when it is larger than the limit
     */
    Body readAll(Response response) throws IOException {
        boolean announcedTooLarge = hasBody(response) && response.body().contentLength() > maxBytes;
        Body body = announcedTooLarge ? new Body(new byte[0], true) : read(response, maxBytes);
        if (body.cut()) {
            throw new TooLargeException(maxBytes);
        }
        return body;
    }

    /** The body of an error: what can be had of it, for the status says more. */
    Body readSome(Response response) {
        boolean json = MediaTypes.isJson(MediaTypes.essence(header(response, "Content-Type")));
        try {
            return read(response, Math.min(maxBytes, json ? MAX_JSON_ERROR_BYTES : MAX_OTHER_ERROR_BYTES));
        } catch (IOException e) {
            return new Body(new byte[0], true);
        }
    }

    /** The body as it comes, inflated and without a limit. */
    static Source open(Response response) throws IOException {
        WatchedSource raw = new WatchedSource(response.body().source());
        return new ForwardingSource(inflated(raw, header(response, "Content-Encoding"))) {
            @Override
            public long read(Buffer sink, long byteCount) throws IOException {
                try {
                    return super.read(sink, byteCount);
                } catch (IOException e) {
                    throw raw.hasFailed() ? e : new BadCodingException("the compressed body is broken", e);
                }
            }
        };
    }

    private static Body read(Response response, long limit) throws IOException {
        if (!hasBody(response)) {
            return new Body(new byte[0], false);
        }
        try (Source source = open(response)) {
            Buffer buffer = new Buffer();
            while (buffer.size() <= limit) {
                if (source.read(buffer, Math.min(STEP, limit + 1 - buffer.size())) == -1) {
                    return new Body(buffer.readByteArray(), false);
                }
            }
            return new Body(buffer.readByteArray(limit), true);
        }
    }

    /** The answer to a HEAD has the headers of a body and none. */
    private static boolean hasBody(Response response) {
        return !response.request().method().equals("HEAD");
    }

    private static Source inflated(Source raw, String coding) throws IOException {
        return switch (coding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> raw;
            // It also refuses what follows the compressed data, and so reads to the end of the body.
            case "gzip", "x-gzip" -> new GzipSource(raw);
            default -> throw new BadCodingException("the body has a content coding that was not asked for", null);
        };
    }

    /** Knows whether the network has failed, or what is made from its bytes. */
    private static final class WatchedSource extends ForwardingSource {
        private boolean failed;

        WatchedSource(Source delegate) {
            super(delegate);
        }

        boolean hasFailed() {
            return failed;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            try {
                return super.read(sink, byteCount);
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }
    }

    private static String header(Response response, String name) {
        @Nullable String value = response.header(name);
        return value == null ? "" : value;
    }
}
