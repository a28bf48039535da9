package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import okhttp3.HttpUrl;

class PathParameterProperties {
    private final PathParameter id = new PathParameter("id", "-._~:", 10);

    @Property
    void lets_through_only_what_stays_one_segment(@ForAll("nastyTexts") String value) {
        String accepted;
        try {
            accepted = id.require(value);
        } catch (IllegalArgumentException e) {
            return;
        }
        HttpUrl url = HttpUrl.get("https://example.com/a/" + accepted + "/b");
        assertThat(url.pathSegments()).containsExactly("a", value, "b");
        assertThat(UrlPath.require("path", "/" + accepted)).isEqualTo("/" + value);
    }

    @Provide
    Arbitrary<String> nastyTexts() {
        return Arbitraries.strings().withChars("ab./\\%2eE?#:~-_\r\n\0\u202e").ofMaxLength(6);
    }
}
