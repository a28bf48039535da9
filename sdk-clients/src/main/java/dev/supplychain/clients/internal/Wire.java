package dev.supplychain.clients.internal;

import java.io.IOException;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What happened to one request on its connection; it travels as a tag of the request. */
final class Wire {
    private volatile boolean reached;
    private volatile @Nullable String retryAfter;

    /** Whether there was a connection, so that a server may have got the request. */
    boolean reached() {
        return reached;
    }

    /** The header as sent. */
    Optional<String> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * Sits between OkHttp's own repetitions and the connection. OkHttp would send a request again after {@code Retry-After:
     * 0} and throws NumberFormatException for large numbers: it never gets to see the header.
     */
    static final class Watch implements Interceptor {
        private static final String RETRY_AFTER = "Retry-After";

        @Override
        public Response intercept(Chain chain) throws IOException {
            Request request = chain.request();
            Wire wire = request.tag(Wire.class);
            if (wire == null) {
                return chain.proceed(request);
            }
            wire.reached = true;
            Response response = chain.proceed(request);
            wire.retryAfter = response.header(RETRY_AFTER);
            return response.newBuilder().removeHeader(RETRY_AFTER).build();
        }
    }
}
