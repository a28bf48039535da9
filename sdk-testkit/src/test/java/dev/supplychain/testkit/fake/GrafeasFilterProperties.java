package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.grafeas.OccurrenceFilter;
import dev.supplychain.model.Json;
import dev.supplychain.model.NoteName;
import dev.supplychain.model.grafeas.v1.NoteKind;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a client writes, read by the fake: the filter means what its methods say, whatever the values are. */
class GrafeasFilterProperties {
    @Property
    void a_resource_is_found_by_its_uri_and_by_both_ends_of_it(
            @ForAll("values") String uri, @ForAll("values") String other) {
        Json occurrence = occurrence(uri, "ATTESTATION");

        assertThat(read(OccurrenceFilter.resource(uri)).test(occurrence)).isTrue();
        assertThat(read(OccurrenceFilter.resource(other)).test(occurrence)).isEqualTo(uri.equals(other));
        assertThat(read(OccurrenceFilter.resourcePrefix(other)).test(occurrence))
                .isEqualTo(uri.startsWith(other));
        assertThat(read(OccurrenceFilter.resourceSuffix(other)).test(occurrence))
                .isEqualTo(uri.endsWith(other));
    }

    @Property
    void and_and_or_mean_what_they_say(
            @ForAll("values") String uri,
            @ForAll("values") String other,
            @ForAll NoteKind kind,
            @ForAll NoteKind wanted) {
        Json occurrence = occurrence(uri, kind.name());
        boolean isUri = uri.equals(other);
        boolean isKind = kind == wanted;
        OccurrenceFilter byUri = OccurrenceFilter.resource(other);
        OccurrenceFilter byKind = OccurrenceFilter.kind(wanted);
        OccurrenceFilter byNote = OccurrenceFilter.note(NoteName.of("p", "n"));

        assertThat(read(byUri.and(byKind)).test(occurrence)).isEqualTo(isUri && isKind);
        assertThat(read(OccurrenceFilter.anyOf(byUri, byKind)).test(occurrence)).isEqualTo(isUri || isKind);
        assertThat(read(OccurrenceFilter.anyOf(byUri.and(byNote), byKind).and(byNote))
                        .test(occurrence))
                .isEqualTo(isUri || isKind);
        assertThat(read(OccurrenceFilter.anyOf(byUri, byKind).and(byUri)).test(occurrence))
                .isEqualTo(isUri);
    }

    private static Predicate<Json> read(OccurrenceFilter filter) {
        return GrafeasFilter.parse(filter.text(), false, GrafeasVersion.V1::resourceUriOf)
                .orElseThrow();
    }

    private static Json occurrence(String uri, String kind) {
        return Json.object(
                Map.of("resourceUri", Json.of(uri), "kind", Json.of(kind), "noteName", Json.of("projects/p/notes/n")));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings().withChars("a\"\\ =()").ofMaxLength(4);
    }
}
