package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.ClientOptions;
import java.time.Duration;
import okhttp3.Authenticator;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class OkHttpSetupTest {
    @Test
    void says_what_to_do_about_another_okhttp() {
        LinkageError error = OkHttpSetup.explained(
                new NoSuchMethodError("okhttp3.Response.body"), getClass().getClassLoader());

        assertThat(error)
                .hasMessageContaining("okhttp-jvm 5 alone, found: ")
                .hasMessageContaining("okhttp-jvm-5")
                .hasMessageContaining("An okhttp 4 beside it brings every class twice")
                .hasRootCauseInstanceOf(NoSuchMethodError.class);
    }

    @Test
    void shares_the_connections_of_the_hosts_client_but_not_its_habits() {
        OkHttpClient host = new OkHttpClient.Builder()
                .authenticator((route, response) -> null)
                .cookieJar(CookieJar.NO_COOKIES)
                .callTimeout(Duration.ofHours(1))
                .build();
        OkHttpClient ours = OkHttpSetup.create(ClientOptions.builder()
                .baseUrl("https://example.com")
                .httpClient(host)
                .build());

        assertThat(ours.connectionPool()).isSameAs(host.connectionPool());
        assertThat(ours.dispatcher()).isNotSameAs(host.dispatcher());
        assertThat(ours.authenticator()).isSameAs(Authenticator.NONE);
        assertThat(ours.followRedirects()).isFalse();
        assertThat(ours.retryOnConnectionFailure()).isFalse();
        assertThat(ours.callTimeoutMillis()).isZero();
        assertThat(host.followRedirects()).isTrue();
        assertThat(host.networkInterceptors()).isEmpty();
    }
}
