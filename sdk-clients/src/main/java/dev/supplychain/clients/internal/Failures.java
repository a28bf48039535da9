package dev.supplychain.clients.internal;

import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.model.internal.Excerpt;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What an exception of the network says about a request. */
final class Failures {
    private static final int MAX_DETAIL_CHARS = 200;

    private Failures() {}

    /**
     * Why there is no complete answer.
     *
     * @param thrown what came instead
     * @param reached whether there was a connection
     * @param redactor hides the credentials of the request
     */
    static ExchangeFailure of(Exception thrown, boolean reached, Redactor redactor) {
        Throwable cause = redactor.safe(thrown);
        String detail = detail(thrown, redactor);
        if (thrown instanceof BodyReader.TooLargeException) {
            return ExchangeFailure.lasting(Kind.TOO_LARGE, detail, cause, reached);
        }
        if (thrown instanceof OneShotBody.UnreadableException) {
            return ExchangeFailure.lasting(Kind.CANCELLED, "given up while sending: " + detail, cause, reached);
        }
        if (thrown instanceof SSLException && !reached) {
            return ExchangeFailure.lasting(Kind.UNREACHABLE, "no trusted TLS connection: " + detail, cause, false);
        }
        if (thrown instanceof InterruptedIOException) {
            return ExchangeFailure.passing(Kind.TIMEOUT, "no answer in time: " + detail, cause, reached);
        }
        if (isConnecting(thrown)) {
            return ExchangeFailure.passing(Kind.UNREACHABLE, "no connection: " + detail, cause, reached);
        }
        if (thrown instanceof ProtocolException || thrown instanceof EOFException) {
            return ExchangeFailure.passing(Kind.PROTOCOL, "broken answer: " + detail, cause, reached);
        }
        if (thrown instanceof IOException) {
            return ExchangeFailure.passing(Kind.UNREACHABLE, "connection lost: " + detail, cause, reached);
        }
        // An interceptor of the host's client, or OkHttp itself.
        return ExchangeFailure.lasting(Kind.UNREACHABLE, "the HTTP client failed: " + detail, cause, reached);
    }

    private static boolean isConnecting(Exception thrown) {
        return thrown instanceof ConnectException
                || thrown instanceof UnknownHostException
                || thrown instanceof NoRouteToHostException;
    }

    private static String detail(Exception thrown, Redactor redactor) {
        @Nullable String message = thrown.getMessage();
        return message == null
                ? thrown.getClass().getSimpleName()
                : Excerpt.of(redactor.mask(message), MAX_DETAIL_CHARS);
    }
}
