package dev.supplychain.clients.grafeas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.NoteName;
import dev.supplychain.model.grafeas.v1.NoteKind;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A filter is read again as what it was made of, whatever the values are. */
class OccurrenceFilterProperties {
    /** A filter, and what a reader must find in it: values alone, everything between them without blanks. */
    record Expected(OccurrenceFilter filter, List<String> tokens) {}

    @Property
    void is_read_as_it_was_meant(@ForAll("filters") Expected expected) {
        assertThat(tokens(expected.filter().text())).isEqualTo(expected.tokens());
    }

    /** Quoted values without their quotes and escapes, and the texts between them. */
    private static List<String> tokens(String filter) {
        List<String> tokens = new ArrayList<>();
        int from = 0;
        for (int quote = filter.indexOf('"'); quote >= 0; quote = filter.indexOf('"', from)) {
            tokens.add(filter.substring(from, quote));
            from = addValue(filter, quote + 1, tokens);
        }
        tokens.add(filter.substring(from));
        return tokens;
    }

    private static int addValue(String filter, int from, List<String> tokens) {
        StringBuilder value = new StringBuilder();
        int i = from;
        for (; filter.charAt(i) != '"'; i++) {
            if (filter.charAt(i) == '\\') {
                i++;
            }
            value.append(filter.charAt(i));
        }
        tokens.add(value.toString());
        return i + 1;
    }

    @Provide
    Arbitrary<Expected> filters() {
        Arbitrary<Expected> one = Arbitraries.oneOf(
                values().map(v -> new Expected(OccurrenceFilter.resource(v), List.of("resourceUrl=", v, ""))),
                values().map(v ->
                        new Expected(OccurrenceFilter.resourcePrefix(v), List.of("has_prefix(resourceUrl,", v, ")"))),
                values().map(v ->
                        new Expected(OccurrenceFilter.resourceSuffix(v), List.of("has_suffix(resourceUrl,", v, ")"))),
                Arbitraries.of(NoteKind.values())
                        .map(k -> new Expected(OccurrenceFilter.kind(k), List.of("kind=", k.name(), ""))),
                Arbitraries.of("n", "a-b.c_d~e:f")
                        .map(id -> new Expected(
                                OccurrenceFilter.note(NoteName.of("p", id)),
                                List.of("noteProjectId=", "p", " AND noteId=", id, ""))));
        return Arbitraries.oneOf(
                one,
                Combinators.combine(one, one)
                        .as((a, b) -> new Expected(a.filter().and(b.filter()), joined("", a, " AND ", b, ""))),
                Combinators.combine(one, one)
                        .as((a, b) -> new Expected(
                                OccurrenceFilter.anyOf(a.filter(), b.filter()), joined("((", a, ") OR (", b, "))"))));
    }

    private static List<String> joined(String before, Expected a, String between, Expected b, String after) {
        List<String> tokens = new ArrayList<>(a.tokens());
        tokens.set(0, before + tokens.get(0));
        int seam = tokens.size() - 1;
        tokens.addAll(b.tokens());
        tokens.set(seam, tokens.get(seam) + between + tokens.remove(seam + 1));
        tokens.set(tokens.size() - 1, tokens.get(tokens.size() - 1) + after);
        return tokens;
    }

    private static Arbitrary<String> values() {
        return Arbitraries.strings().withChars("a\"\\ =()AND").ofMaxLength(12);
    }
}
