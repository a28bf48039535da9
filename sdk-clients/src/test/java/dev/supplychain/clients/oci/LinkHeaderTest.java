package dev.supplychain.clients.oci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkHeaderTest {
    private static final HttpUrl ASKED = HttpUrl.get("https://registry.example.com/v2/app/tags/list");

    private static Optional<String> next(String header) {
        return LinkHeader.nextQuery(Optional.of(header), ASKED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "</v2/app/tags/list?last=b&n=2>; rel=\"next\" | last=b&n=2",
                "<https://internal:5000/v2/app/tags/list?last=a%2Fb>;rel=next | last=a%2Fb",
                "<?next=x> ; REL = \"next\" | next=x"
            })
    void takes_the_query_and_nothing_else(String header, String query) {
        assertThat(next(header)).contains(query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "</v2/app/tags/list?n=2>; rel=\"prev\"",
                "</v2/app/tags/list?n=2>",
                "/v2/app/tags/list?n=2; rel=\"next\"",
                "<a b?n=2>; rel=\"next\"",
                "</v2/app/tags/list>; rel=\"next\""
            })
    void anything_else_is_the_end(String header) {
        assertThat(next(header)).isEmpty();
    }

    @Test
    void no_header_is_the_end() {
        assertThat(LinkHeader.nextQuery(Optional.empty(), ASKED)).isEmpty();
        assertThat(next("<?" + "a".repeat(9000) + ">; rel=\"next\"")).isEmpty();
    }
}
