package dev.supplychain.testkit.fake;

import dev.supplychain.model.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import okio.Buffer;

/** The HTTP server under every fake; the only class that knows which library serves. */
final class LoopbackServer {
    /** Kept here, because the JVM forgets the level of a logger that nobody refers to. */
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

    private final MockWebServer server;
    private final String url;

    private LoopbackServer(MockWebServer server, String url) {
        this.server = server;
        this.url = url;
    }

    /**
     * Starts a server on a free port of the loopback interface.
     *
     * @throws UncheckedIOException when there is no free port
     */
    static LoopbackServer start(Function<FakeRequest, Delivery> handler) {
        beQuiet();
        MockWebServer server = new MockWebServer();
        PromptSockets sockets = new PromptSockets();
        server.setServerSocketFactory(sockets);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
                Delivery delivery = handler.apply(request(request));
                return delivery instanceof Delivery.Raw raw
                        ? played(raw.script(), sockets.current())
                        : response(request.getMethod(), ((Delivery.Proper) delivery).answer());
            }
        });
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try {
            server.start(loopback, 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no server could be started on " + loopback, e);
        }
        String host = loopback.getHostAddress();
        return new LoopbackServer(
                server, "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.getPort());
    }

    String url() {
        return url;
    }

    void close() {
        server.close();
    }

    /** It logs every request as news; a level that somebody has set stays. */
    private static void beQuiet() {
        if (SERVER_LOG.getLevel() == null) {
            SERVER_LOG.setLevel(Level.WARNING);
        }
    }

    private static FakeRequest request(mockwebserver3.RecordedRequest request) {
        Map<String, String> headers = new TreeMap<>();
        for (kotlin.Pair<? extends String, ? extends String> header : request.getHeaders()) {
            headers.merge(header.getFirst().toLowerCase(Locale.ROOT), header.getSecond(), (a, b) -> a + ", " + b);
        }
        okio.ByteString body = request.getBody();
        return new FakeRequest(
                request.getMethod(), request.getTarget(), headers, body == null ? new byte[0] : body.toByteArray());
    }

    /** The answer is written already; the server finds the connection closed and lets go of it. */
    private static MockResponse played(Delivery.WireScript script, Connection connection) {
        try (connection) {
            script.play(connection);
        } catch (IOException e) {
            // The client has left, as it should from such a server.
        }
        return new MockResponse.Builder().build();
    }

    private static MockResponse response(String method, FakeAnswer answer) {
        MockResponse.Builder response =
                new MockResponse.Builder().code(answer.status()).headers(Headers.of(answer.headers()));
        return method.equals("HEAD")
                ? response.setHeader("Content-Length", answer.body().size()).build()
                : response.body(buffer(answer.body())).build();
    }

    private static Buffer buffer(Bytes bytes) {
        return new Buffer().write(bytes.toByteArray());
    }
}
