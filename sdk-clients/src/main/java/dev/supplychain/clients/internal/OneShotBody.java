package dev.supplychain.clients.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** A body that OkHttp must not send again by itself: whether to repeat a request is decided in one place only. */
final class OneShotBody extends RequestBody {
    private final Content content;

    OneShotBody(Content content) {
        this.content = content;
    }

    /** The body of a request could not be read, or is not as long as was said; the server is not to blame. */
    static final class UnreadableException extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        UnreadableException(String message, @Nullable IOException cause) {
            super(message, cause);
        }
    }

    /** The size of a request's body. */
    static long length(Request request) {
        return request.body() instanceof OneShotBody body ? body.contentLength() : 0;
    }

    @Override
    public @Nullable MediaType contentType() {
        return content.mediaType().isEmpty() ? null : MediaType.get(content.mediaType());
    }

    @Override
    public long contentLength() {
        return content.length();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        try (InputStream stream = open();
                Source source = Okio.source(stream)) {
            long left = content.length();
            while (left > 0) {
                long read = readInto(sink, source, left);
                if (read < 0) {
                    throw new UnreadableException("the body ends " + left + " bytes early", null);
                }
                left -= read;
                sink.emitCompleteSegments();
            }
        }
    }

    private InputStream open() throws UnreadableException {
        try {
            return content.source().open();
        } catch (IOException e) {
            throw new UnreadableException("the body cannot be opened", e);
        }
    }

    private static long readInto(BufferedSink sink, Source source, long limit) throws UnreadableException {
        try {
            return source.read(sink.getBuffer(), Math.min(limit, 8192));
        } catch (IOException e) {
            throw new UnreadableException("the body cannot be read", e);
        }
    }
}
