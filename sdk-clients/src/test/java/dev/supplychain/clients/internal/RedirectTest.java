package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.Credentials;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 10 to 12 of the fault table: nothing follows a redirect. */
class RedirectTest {
    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void follows_no_redirect_and_shows_nobody_the_credentials(int status) throws Exception {
        try (MockWebServer server = new MockWebServer();
                MockWebServer elsewhere = new MockWebServer()) {
            server.start();
            elsewhere.start();
            for (int i = 0; i < 3; i++) {
                server.enqueue(new MockResponse.Builder()
                        .code(status)
                        .setHeader("Location", elsewhere.url("/trap"))
                        .build());
            }
            try (Echo echo = new Echo(new Recorded()
                    .options(server.url("/").toString())
                    .credentials(Credentials.apiKey("X-Api-Key", Recorded.SECRET))
                    .build())) {
                assertThat(echo.getFails())
                        .returns(Kind.ANSWERED, ApiException::kind)
                        .hasMessageContaining(status + ": redirects are not followed");
                assertThat(echo.createFails().isStatus(status)).isTrue();
                assertThat(server.getRequestCount()).isEqualTo(2);
                assertThat(elsewhere.getRequestCount()).isZero();
            }
        }
    }
}
