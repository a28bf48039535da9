package dev.supplychain.clients.grafeas;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OccurrenceFilterProperties {
    @Property
    void no_value_can_end_its_quotes(@ForAll("values") String value) {
        String filter = OccurrenceFilter.resource(value).text();

        assertThat(filter).startsWith("resourceUrl=\"").endsWith("\"");
        assertThat(unquoted(filter.substring("resourceUrl=".length()))).isEqualTo(value);
    }

    /** What a reader of the filter takes as the value; it must be all there is. */
    private static String unquoted(String quoted) {
        StringBuilder value = new StringBuilder();
        int i = 1;
        for (; quoted.charAt(i) != '"'; i++) {
            if (quoted.charAt(i) == '\\') {
                i++;
            }
            value.append(quoted.charAt(i));
        }
        assertThat(i).as("the quotes end at the end").isEqualTo(quoted.length() - 1);
        return value.toString();
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings().withChars("a\"\\ =()AND").ofMaxLength(12);
    }
}
