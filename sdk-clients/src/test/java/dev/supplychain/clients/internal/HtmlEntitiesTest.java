package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlEntitiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "namespace &#34;a&#34; &amp; &lt;b&gt;|namespace \"a\" & <b>",
                "it&#39;s&#x20;&#X41;|it's A",
                "&amp;lt;|&lt;",
                "a & b &unknown; &#; &#xD800; &#9999999;|a & b &unknown; &#; &#xD800; &#9999999;",
                "$1 \\ &quot;|$1 \\ \""
            })
    void replaces_what_stands_for_a_character(String encoded, String text) {
        assertThat(HtmlEntities.decode(encoded)).isEqualTo(text);
    }
}
