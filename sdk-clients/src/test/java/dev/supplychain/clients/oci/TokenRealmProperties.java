package dev.supplychain.clients.oci;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import okhttp3.HttpUrl;

class TokenRealmProperties {
    private static final HttpUrl REGISTRY = HttpUrl.get("https://registry.example.com");

    @Property
    void whatever_the_realm_is_only_the_registry_itself_is_asked(@ForAll("realms") String realm) {
        TokenRealm allowed;
        try {
            allowed = TokenRealm.of(realm, REGISTRY, Set.of());
        } catch (TokenRealm.RefusedException e) {
            assertThat(e).hasMessageNotContaining("@");
            return;
        }
        assertThat(allowed.url().host()).isEqualTo("registry.example.com");
        assertThat(allowed.url().isHttps()).isTrue();
        assertThat(URI.create(realm).getHost()).isEqualToIgnoringCase("registry.example.com");
    }

    @Provide
    Arbitrary<String> realms() {
        Arbitrary<String> parts = Arbitraries.of(
                "https://",
                "http://",
                "registry.example.com",
                "evil.example",
                "@",
                ":",
                "443",
                "/",
                "\\",
                "?",
                "#",
                "%2f",
                "%40",
                "token",
                " ",
                "\u3002",
                "[::1]");
        Arbitrary<String> anything = parts.list().ofMaxSize(6).map(list -> String.join("", list));
        return Arbitraries.oneOf(
                anything,
                anything.map(text -> "https://registry.example.com" + text),
                anything.map(text -> "https://" + text + "registry.example.com/token"));
    }
}
