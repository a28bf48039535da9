package dev.supplychain.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.supplychain.policy.PolicyIssue;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    @Test
    void keeps_the_text_of_unquoted_scalars() {
        YamlNode.Sequence list = (YamlNode.Sequence) onlyDocument("[8.10, 1_000, yes, 0x1F, 2026-11-20, 'q']");

        assertThat(list.elements())
                .extracting(node -> ((YamlNode.Scalar) node).text())
                .containsExactly("8.10", "1_000", "yes", "0x1F", "2026-11-20", "q");
    }

    @Test
    void knows_the_place_of_every_node() {
        YamlNode mapping = onlyDocument("a:\n  - x\n  - é𝄞: [y]\n");

        YamlNode.Sequence list = (YamlNode.Sequence) field(mapping, "a").value();
        YamlNode.Field field = field(list.elements().get(1), "é𝄞");
        assertThat(list.elements().get(0).place()).isEqualTo(new Place(2, 5));
        assertThat(field.place()).isEqualTo(new Place(3, 5));
        assertThat(field.value().place()).isEqualTo(new Place(3, 9));
    }

    @Test
    void counts_windows_and_old_mac_line_ends_as_one() {
        assertThat(issues("a: 1\r\nb: 2\rc: 3\na: 4")).singleElement().satisfies(issue -> {
            assertThat(issue.line()).isEqualTo(4);
            assertThat(issue.snippet()).isEqualTo("a: 4\n^");
        });
    }

    @Test
    void passes_over_empty_documents() {
        assertThat(documents("---\n---\na: 1\n---\n# nothing\n")).hasSize(1);
        assertThat(documents("")).isEmpty();
    }

    @Test
    void keeps_the_documents_before_a_syntax_error() {
        Issues issues = new Issues("f", "a: 1\n---\nb: [1\n");

        assertThat(YamlReader.documents("a: 1\n---\nb: [1\n", issues)).hasSize(1);
        assertThat(issues.inFileOrder()).hasSize(1);
    }

    @Test
    void refuses_a_duplicate_field_and_names_the_first() {
        assertThat(issues("a: 1\nb: 2\na: 3"))
                .extracting(PolicyIssue::line, PolicyIssue::column, PolicyIssue::message)
                .containsExactly(tuple(3, 1, "duplicate field \"a\", first in line 1"));
    }

    @Test
    void takes_an_alias_as_its_anchor() {
        YamlNode mapping = onlyDocument("a: &x [1]\nb: *x");

        assertThat(field(mapping, "b").value()).isSameAs(field(mapping, "a").value());
    }

    @Test
    void forgets_anchors_at_the_end_of_a_document() {
        assertThat(issues("a: &x 1\n---\nb: *x"))
                .extracting(PolicyIssue::message)
                .containsExactly("alias \"x\" has no complete anchor before it");
    }

    @Test
    void refuses_a_node_that_contains_itself() {
        assertThat(issues("a: &x [*x]"))
                .extracting(PolicyIssue::message)
                .containsExactly("alias \"x\" has no complete anchor before it");
    }

    @Test
    void refuses_the_twenty_first_alias() {
        assertThat(issues("a: &x 1\nb: [" + "*x, ".repeat(20) + "]")).isEmpty();
        assertThat(issues("a: &x 1\nb: [" + "*x, ".repeat(21) + "]"))
                .extracting(PolicyIssue::message)
                .containsExactly("more than 20 aliases in one document");
    }

    @Test
    void refuses_the_fifty_first_level() {
        assertThat(issues("[".repeat(50) + "]".repeat(50))).isEmpty();
        assertThat(issues("[".repeat(500_000))).extracting(PolicyIssue::message).containsExactly("more than 50 levels");
    }

    @Test
    void refuses_tags() {
        assertThat(issues("a: !!str 1\nb: !<x> [1]\n"))
                .extracting(PolicyIssue::message)
                .containsExactly(
                        "tag \"tag:yaml.org,2002:str\" has no meaning in a policy: remove it",
                        "tag \"x\" has no meaning in a policy: remove it");
    }

    @Test
    void refuses_merge_keys() {
        assertThat(issues("a: &x {b: 1}\nc:\n  <<: *x\n"))
                .extracting(PolicyIssue::message)
                .containsExactly("merge keys are not part of YAML 1.2: repeat the fields");
    }

    @Test
    void refuses_keys_that_are_not_text() {
        assertThat(issues("[a]: 1\n~: 2\n"))
                .extracting(PolicyIssue::message)
                .containsExactly(
                        "the key of a field is a list and not a name", "the key of a field is nothing and not a name");
    }

    @Test
    void names_the_place_of_a_character_that_may_not_occur() {
        assertThat(issues("a: 1\nb: \u0007")).singleElement().satisfies(issue -> {
            assertThat(issue.line()).isEqualTo(2);
            assertThat(issue.column()).isEqualTo(4);
            assertThat(issue.message()).isEqualTo("the character U+000007 may not occur in YAML");
        });
    }

    @Test
    void refuses_escapes_that_the_engine_stumbles_over() {
        assertThat(issues("a: 1\nb: \"\\x")).singleElement().satisfies(issue -> {
            assertThat(issue.line()).isEqualTo(2);
            assertThat(issue.message()).startsWith("what follows here is not YAML");
        });
        assertThat(issues("a: \"\\uD800\"")).extracting(PolicyIssue::message).containsExactly("unpaired surrogate");
    }

    @Test
    void shows_at_most_a_hundred_problems() {
        assertThat(issues("a: 1\n".repeat(500))).hasSize(100);
    }

    private static YamlNode.Field field(YamlNode mapping, String name) {
        return Objects.requireNonNull(((YamlNode.Mapping) mapping).fields().get(name));
    }

    private static YamlNode onlyDocument(String text) {
        assertThat(issues(text)).isEmpty();
        return documents(text).get(0);
    }

    private static List<YamlNode> documents(String text) {
        return YamlReader.documents(text, new Issues("f", text));
    }

    private static List<PolicyIssue> issues(String text) {
        Issues issues = new Issues("f", text);
        YamlReader.documents(text, issues);
        return issues.inFileOrder();
    }
}
