package dev.supplychain.clients.internal;

import dev.supplychain.clients.ClientOptions;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.Authenticator;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** OkHttp without what it would do by itself. */
final class OkHttpSetup {
    private OkHttpSetup() {}

    /**
     * A client of our own, or one beside the host's that shares its connections.
     *
     * @throws LinkageError when the class path has another OkHttp; the message says where
     */
    static OkHttpClient create(ClientOptions options) {
        try {
            OkHttpClient.Builder builder = options.httpClient()
                    .map(OkHttpClient::newBuilder)
                    .orElseGet(OkHttpClient.Builder::new)
                    .dispatcher(new Dispatcher())
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .retryOnConnectionFailure(false)
                    .authenticator(Authenticator.NONE)
                    .cookieJar(CookieJar.NO_COOKIES)
                    .cache(null)
                    // The time for the whole call is kept by whoever waits for it.
                    .callTimeout(Duration.ZERO)
                    .connectTimeout(options.connectTimeout())
                    .readTimeout(options.readTimeout())
                    .writeTimeout(options.readTimeout());
            builder.networkInterceptors().add(0, new Wire.Watch());
            return builder.build();
        } catch (LinkageError e) {
            throw explained(e, OkHttpSetup.class.getClassLoader());
        }
    }

    /** The error with what a user can do about it. */
    static LinkageError explained(LinkageError error, ClassLoader loader) {
        return new LinkageError(
                "the class path has an OkHttp that this SDK cannot work with; it needs okhttp-jvm 5 alone, found: "
                        + found(loader)
                        + ". An okhttp 4 beside it brings every class twice: exclude it or align its version"
                        + " to 5 (" + error + ")",
                error);
    }

    private static String found(ClassLoader loader) {
        try {
            List<URL> places = Collections.list(loader.getResources("okhttp3/OkHttpClient.class"));
            return places.isEmpty()
                    ? "none"
                    : places.stream().map(URL::toString).collect(Collectors.joining(", "));
        } catch (IOException e) {
            return "unknown";
        }
    }
}
