package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.ApiException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Row 30 of the fault table: proxies are those of the host's client. */
class ProxyTest {
    private static final String REFUSAL =
            "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n";

    private static OkHttpClient through(RawServer proxy, String proxyCredentials) {
        return new OkHttpClient.Builder()
                .proxy(new Proxy(
                        Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())))
                .proxyAuthenticator((route, response) ->
                        response.request().header("Proxy-Authorization") != null || proxyCredentials.isEmpty()
                                ? null
                                : response.request()
                                        .newBuilder()
                                        .header("Proxy-Authorization", proxyCredentials)
                                        .build())
                .build();
    }

    @Test
    void says_that_the_proxy_refused_before_the_server_saw_a_secret() throws Exception {
        try (RawServer proxy = RawServer.writing(REFUSAL);
                Echo echo = new Echo(new Recorded()
                        .options("https://example.com")
                        .httpClient(through(proxy, ""))
                        .build())) {
            ApiException e = echo.createFails();

            assertThat(e.mayHaveActed()).isFalse();
            assertThat(e).hasMessageContaining("proxy");
            assertThat(proxy.requests())
                    .isNotEmpty()
                    .allSatisfy(request -> assertThat(request)
                            .startsWith("CONNECT example.com:443")
                            .doesNotContain(Recorded.SECRET)
                            .doesNotContain("filter"));
        }
    }

    @Test
    void gives_the_proxys_credentials_to_the_proxy_only() throws Exception {
        try (RawServer proxy = RawServer.writing(REFUSAL);
                Echo echo = new Echo(new Recorded()
                        .options("https://example.com")
                        .httpClient(through(proxy, "Basic cDpwcjB4eQ=="))
                        .build())) {
            ApiException e = echo.createFails();

            assertThat(proxy.requests())
                    .anySatisfy(request -> assertThat(request).contains("Basic cDpwcjB4eQ=="));
            assertThat(e.toString()).doesNotContain("cDpwcjB4eQ==");
        }
    }

    @Test
    void types_a_refusal_that_comes_instead_of_the_answer() throws Exception {
        try (RawServer server =
                        RawServer.writing("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
                Echo echo = new Echo(new Recorded().options(server.url()).build())) {
            assertThat(echo.getFails().kind()).isEqualTo(ApiException.Kind.PROTOCOL);
        }
    }

    @Test
    void goes_past_the_proxy_to_hosts_that_the_selector_excepts() throws Exception {
        try (RawServer proxy = RawServer.writing(REFUSAL);
                RawServer server = RawServer.writing(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{\"code\":5}")) {
            OkHttpClient host = new OkHttpClient.Builder()
                    .proxySelector(exceptLoopback(proxy))
                    .build();
            try (Echo excepted = new Echo(new Recorded()
                            .options(server.url())
                            .httpClient(host)
                            .build());
                    Echo proxied = new Echo(new Recorded()
                            .options("https://example.com")
                            .httpClient(host)
                            .build())) {
                assertThat(excepted.get().code()).hasValue(5);
                assertThat(proxy.requests()).isEmpty();
                proxied.createFails();
                assertThat(proxy.requests()).isNotEmpty();
                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    private static ProxySelector exceptLoopback(RawServer proxy) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(
                        uri.getHost().equals("127.0.0.1")
                                ? Proxy.NO_PROXY
                                : new Proxy(
                                        Proxy.Type.HTTP,
                                        new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {
                // The call says so.
            }
        };
    }
}
