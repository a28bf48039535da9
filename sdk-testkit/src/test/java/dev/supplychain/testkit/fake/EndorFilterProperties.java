package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.Json;
import dev.supplychain.model.endor.ListFilter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** No value of a filter changes what the filter asks. */
class EndorFilterProperties {
    private static boolean matches(ListFilter filter, String name) {
        Json row = Json.object(Map.of("meta", Json.object(Map.of("name", Json.of(name)))));
        return EndorFilter.parse(filter.toString(), Instant.EPOCH).test(row);
    }

    @Property(tries = 500)
    void a_value_finds_itself_and_nothing_else(
            @ForAll @StringLength(max = 60) String value, @ForAll @StringLength(max = 60) String other) {
        ListFilter filter = ListFilter.equal("meta.name", value);

        assertThat(matches(filter, value)).isTrue();
        assertThat(matches(filter, other)).isEqualTo(value.equals(other));
        assertThat(matches(ListFilter.notEqual("meta.name", value), value)).isFalse();
        assertThat(matches(ListFilter.in("meta.name", List.of(other, value)), value))
                .isTrue();
        assertThat(matches(ListFilter.exists("meta.tags").and(filter), value)).isFalse();
    }
}
