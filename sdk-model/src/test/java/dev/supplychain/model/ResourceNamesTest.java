package dev.supplychain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceNamesTest {
    @Test
    void reads_names_with_and_without_location() {
        assertThat(ProjectName.parse("projects/p")).isEqualTo(ProjectName.of("p"));
        assertThat(ProjectName.parse("projects/example.com:p/locations/us-central1"))
                .isEqualTo(ProjectName.of("example.com:p", "us-central1"));
        assertThat(OccurrenceName.parse("projects/p/occurrences/9a0e-1"))
                .isEqualTo(OccurrenceName.of("p", "9a0e-1"))
                .isEqualTo(ProjectName.of("p").occurrence("9a0e-1"));
        assertThat(OccurrenceName.parse("projects/p/locations/eu/occurrences/o").project())
                .isEqualTo(ProjectName.of("p", "eu"));
        assertThat(NoteName.parse("projects/goog-vulnz/notes/CVE-2026-1234").note())
                .isEqualTo("CVE-2026-1234");
        assertThat(NoteName.of("p", "n")).isEqualTo(ProjectName.of("p").note("n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "p",
                "projects/",
                "/projects/p",
                "projects/p/",
                "projects/..",
                "projects/p%2Fq",
                "projects/p?x",
                "Projects/p",
                "projects/p/locations/",
                "projects/p/regions/eu",
                "projects/p/locations/e_u",
                "projects/p/occurrences/o",
                "projects/p\u0000",
                "projects/ünï"
            })
    void refuses_other_project_names(String name) {
        assertRefused(ProjectName::parse, name, "project name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "projects/p",
                "projects/p/notes/o",
                "projects/p/occurrences/",
                "projects/p/occurrences/.",
                "projects/p/occurrences/..",
                "projects/p/occurrences/a/b",
                "projects/p/occurrences/a%2e",
                "projects/p/occurrences/a b",
                "projects/p/occurrences/a#b",
                "projects/p/occurrences/a@b",
                "projects/../occurrences/o",
                "projects/p/locations/occurrences/o",
                "projects/p/locations/l/occurrences/o/x",
                "projects/p/locations/l/x/occurrences/o",
                "projects//occurrences/o",
                "projects/p/occurrences/o?x",
                "projects/p/occurrences/o\r\n",
                "/v1/projects/p/occurrences/o",
                "o"
            })
    void refuses_other_occurrence_names(String name) {
        assertRefused(OccurrenceName::parse, name, "occurrence name");
    }

    @Test
    void refuses_the_name_of_an_occurrence_as_that_of_a_note() {
        assertRefused(NoteName::parse, "projects/p/occurrences/o", "note name");
        assertRefused(NoteName::parse, "projects/p/notes/" + "n".repeat(101), "note name");
    }

    private static void assertRefused(Function<String, ?> parse, String name, String kind) {
        assertThatThrownBy(() -> parse.apply(name))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith(kind)
                .hasMessageContaining(dev.supplychain.model.internal.Excerpt.quoted(name));
    }

    @Test
    void refuses_wrong_ids_as_the_callers_mistake() {
        assertThatThrownBy(() -> OccurrenceName.of("p", "../o"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the occurrence id \"../o\" has the character U+002F at index 2;"
                        + " letters, digits and -._~: are allowed");
        assertThatThrownBy(() -> ProjectName.of("p", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void a_name_leads_back_to_its_parts(
            @ForAll("ids") String project, @ForAll("ids") String id, @ForAll boolean located) {
        ProjectName parent = located ? ProjectName.of(project, "us-central1") : ProjectName.of(project);

        assertThat(ProjectName.parse(parent.toString())).isEqualTo(parent);
        assertThat(OccurrenceName.parse(parent.occurrence(id).toString())).isEqualTo(parent.occurrence(id));
        assertThat(NoteName.parse(parent.note(id).toString())).isEqualTo(parent.note(id));
    }

    @Provide
    static Arbitrary<String> ids() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("-._:")
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(text -> !text.equals(".") && !text.equals(".."));
    }
}
