package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import java.net.InetAddress;
import java.util.List;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * sigstore-js 85c58380: credentials for a registry went to every other whose name contains it, those for {@code cr.io} to
 * {@code ghcr.io}. Here they go to one scheme, host and port.
 */
class HostBindingTest {
    private static final Endpoint GET = Endpoint.get("/v2/{name}");

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String sentTo(HttpUrl target) throws Exception {
        server.enqueue(Http.ok());
        ClientOptions options = ClientOptions.builder()
                .baseUrl("http://cr.io:" + server.getPort())
                .insecureHttp(true)
                .credentials(Credentials.basic("user", Recorded.SECRET))
                .httpClient(new OkHttpClient.Builder()
                        .dns(host -> List.of(InetAddress.getLoopbackAddress()))
                        .build())
                .build();
        try (Transport transport = Transport.create(options)) {
            transport.exchange(GET.with("app").at(target));
        }
        return String.valueOf(server.takeRequest().getHeaders().get("Authorization"));
    }

    private HttpUrl.Builder base() {
        return new HttpUrl.Builder().scheme("http").host("cr.io").port(server.getPort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghcr.io", "cr.io.example.com", "a.cr.io", "cr.ioo", "cr-io", "io", "r.io"})
    void credentials_of_cr_io_do_not_go_to_a_host_whose_name_is_like_it(String host) throws Exception {
        assertThat(sentTo(base().host(host).build())).isEqualTo("null");
    }

    @Test
    void they_go_to_their_own_host_in_whatever_case_it_is_written() throws Exception {
        assertThat(sentTo(base().build())).startsWith("Basic ");
        assertThat(sentTo(base().host("CR.io").addPathSegment("v2").build())).startsWith("Basic ");
    }

    @Test
    void a_user_in_the_url_or_the_name_in_a_path_makes_no_difference() throws Exception {
        assertThat(sentTo(base().host("ghcr.io")
                        .addPathSegment("cr.io:" + server.getPort())
                        .addQueryParameter("host", "cr.io")
                        .build()))
                .isEqualTo("null");
    }

    @Test
    void another_port_is_another_server() throws Exception {
        try (MockWebServer other = new MockWebServer()) {
            other.start();
            other.enqueue(Http.ok());
            ClientOptions options = ClientOptions.builder()
                    .baseUrl(server.url("/").toString())
                    .credentials(Credentials.basic("user", Recorded.SECRET))
                    .build();
            try (Transport transport = Transport.create(options)) {
                transport.exchange(GET.with("app").at(other.url("/v2/app")));
            }
            assertThat(other.takeRequest().getHeaders().get("Authorization")).isNull();
        }
    }
}
