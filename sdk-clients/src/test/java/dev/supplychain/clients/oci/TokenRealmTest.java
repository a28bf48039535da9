package dev.supplychain.clients.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenRealmTest {
    @ParameterizedTest
    @CsvSource({
        "https://ghcr.io/token, https://ghcr.io",
        "https://GHCR.io:443/token, https://ghcr.io",
        "https://auth.docker.io/token, https://registry-1.docker.io",
        "https://gitlab.com/jwt/auth, https://registry.gitlab.com",
        "https://auth.example.com/token, https://registry.example.com",
        "https://auth.example.com:8443/token, https://registry.example.com",
        "http://127.0.0.1:5000/token, http://127.0.0.1:5000",
        "http://localhost:5001/token, http://127.0.0.1:5000",
        "http://registry.lan:5000/token, http://registry.lan:5000",
        "'https://[::1]:5000/token', 'https://[::1]:5000'"
    })
    void goes_to_the_own_origin_to_partners_and_where_the_caller_allows(String realm, String registry)
            throws Exception {
        Set<String> allowed = Set.of("auth.example.com", "auth.example.com:8443", "localhost:5001");

        assertThat(TokenRealm.of(realm, HttpUrl.get(registry), allowed).url()).isEqualTo(HttpUrl.get(realm));
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/token, https://registry.example.com",
        "https://auth.docker.io/token, https://registry.example.com",
        "https://auth.docker.io.evil.example/token, https://registry-1.docker.io",
        "https://registry.example.com:8443/token, https://registry.example.com",
        "http://registry.example.com/token, https://registry.example.com",
        "http://auth.example.com/token, https://registry.example.com",
        "http://127.0.0.1:80/token, https://registry.example.com",
        "http://127.0.0.1:5001/token, http://127.0.0.1:5000",
        "http://registry.lan:5001/token, http://registry.lan:5000",
        "https://registry.example.com@evil.example/token, https://registry.example.com",
        "https://user:pw@registry.example.com/token, https://registry.example.com",
        "'https://evil.example\\@registry.example.com/token', https://registry.example.com",
        "https://registry.example.com/token#x, https://registry.example.com",
        "//registry.example.com/token, https://registry.example.com",
        "ftp://registry.example.com/token, https://registry.example.com",
        "/token, https://registry.example.com",
        "'', https://registry.example.com"
    })
    void goes_nowhere_else(String realm, String registry) {
        assertThatExceptionOfType(TokenRealm.RefusedException.class)
                .isThrownBy(() -> TokenRealm.of(realm, HttpUrl.get(registry), Set.of("auth.example.com")));
    }

    @Test
    void says_what_would_allow_it() {
        assertThatExceptionOfType(TokenRealm.RefusedException.class)
                .isThrownBy(() -> TokenRealm.of(
                        "https://auth.example.com:8443/t?x=1", HttpUrl.get("https://registry.example.com"), Set.of()))
                .withMessage("the registry sends to a token service at auth.example.com:8443, which nobody has allowed:"
                        + " tokenHost(\"auth.example.com:8443\") does");
    }
}
