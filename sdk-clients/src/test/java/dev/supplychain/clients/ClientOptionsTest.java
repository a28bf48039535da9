package dev.supplychain.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.supplychain.clients.internal.Recorded;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientOptionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://example.com/default/",
                "http://localhost:8080",
                "http://127.0.0.1:1",
                "http://[::1]:8080"
            })
    void takes_https_and_this_machine(String url) {
        assertThat(ClientOptions.of(url).baseUrl()).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "ftp://example.com",
                "example.com",
                "https:///path",
                "https://example.com/a/../b",
                "https://example.com/a//b",
                "https://example.com/a%2fb"
            })
    void refuses_other_places(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> ClientOptions.of(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://u:s3cr3t@example.com",
                "https://example.com/?key=s3cr3t",
                "https://example.com/#s3cr3t",
                "https://u:s3cr3t@exa mple.com"
            })
    void refuses_secrets_in_the_url_without_printing_them(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientOptions.of(url))
                .satisfies(e -> assertThat(e.toString()).doesNotContain("s3cr3t"));
    }

    @Test
    void sends_credentials_in_the_clear_only_when_told_to() {
        assertThat(ClientOptions.builder()
                        .baseUrl("http://example.com")
                        .insecureHttp(true)
                        .build()
                        .insecureHttp())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a\r\nb", "a/b/c", "é"})
    void refuses_an_application_id_that_would_break_the_user_agent(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientOptions.builder()
                        .baseUrl("https://example.com")
                        .applicationId(id)
                        .build());
    }

    @Test
    void refuses_times_that_make_no_sense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientOptions.builder()
                        .baseUrl("https://example.com")
                        .callTimeout(Duration.ZERO)
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryOptions.builder().maxAttempts(0).build());
    }

    @Test
    void shows_no_secret() {
        ClientOptions options = ClientOptions.builder()
                .baseUrl("https://example.com")
                .credentials(Credentials.basic("ci", Recorded.SECRET))
                .build();

        assertThat(options.toString()).contains("https://example.com").doesNotContain(Recorded.SECRET);
    }
}
