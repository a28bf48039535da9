package dev.supplychain.dsse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.model.Digest;
import dev.supplychain.model.PackageUrl;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.ResourceDescriptor;
import dev.supplychain.model.intoto.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectRuleTest {
    private static final Digest ONE = Digest.sha256("one".getBytes(UTF_8));
    private static final Digest TWO = Digest.sha256("two".getBytes(UTF_8));
    private static final Digest OTHER = Digest.sha256("other".getBytes(UTF_8));
    private static final PackageUrl PURL = PackageUrl.parse("pkg:npm/%40scope/name@1.0.0");

    private static VerifiedStatement about(ResourceDescriptor... subjects) throws Exception {
        InTotoStatement.Builder statement = InTotoStatement.builder().predicateType(TestKeys.PROVENANCE);
        for (ResourceDescriptor subject : subjects) {
            statement.addSubject(subject);
        }
        return EnvelopeVerifier.of(TestKeys.ALICE.publicKey())
                .verifyStatement(EnvelopeSigner.of(TestKeys.ALICE).sign(statement.build()));
    }

    private static void refuses(VerifiedStatement statement, SubjectRule rule) {
        assertThatThrownBy(() -> statement.requireSubject(rule))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.SUBJECT_MISMATCH));
    }

    @Test
    void any_is_content_with_one() throws Exception {
        VerifiedStatement statement = about(Subject.of("a", ONE), Subject.of("b", TWO));

        assertThatCode(() -> statement.requireSubject(SubjectRule.any(OTHER, TWO)))
                .doesNotThrowAnyException();
        refuses(statement, SubjectRule.any(OTHER));
    }

    @Test
    void all_wants_each() throws Exception {
        VerifiedStatement statement = about(Subject.of("a", ONE), Subject.of("b", TWO), Subject.of("c", OTHER));

        assertThatCode(() -> statement.requireSubject(SubjectRule.all(TWO, ONE)))
                .doesNotThrowAnyException();
        refuses(about(Subject.of("a", ONE)), SubjectRule.all(ONE, TWO));
    }

    /** GHSA-r2xv-vpr2-42m9: the same bytes under another name or version. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkg:npm/%40scope/name@1.0.1",
                "pkg:npm/%40scope/name",
                "pkg:npm/%40scope/*@1.0.0",
                "",
                "dir/../pkg:npm/%40scope/name@1.0.0",
                "pkg:npm/@scope/name@1.0.0"
            })
    void ghsa_r2xv_vpr2_42m9_the_digest_under_another_name_does_not_do(String name) throws Exception {
        assertThatCode(() -> about(Subject.of(PURL.toString(), ONE))
                        .requireSubject(SubjectRule.any(ONE).named(PURL)))
                .doesNotThrowAnyException();
        refuses(about(Subject.of(name, ONE)), SubjectRule.any(ONE).named(PURL));
        refuses(
                about(Subject.of(name, ONE), Subject.of(PURL.toString(), OTHER)),
                SubjectRule.any(ONE).named(PURL));
    }

    /** CVE-2021-41087: a name that a file system would resolve to the wanted one is another name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dir/../pkg:npm/%40scope/name@1.0.0",
                "./pkg:npm/%40scope/name@1.0.0",
                "pkg:npm/%40scope/./name@1.0.0",
                "pkg:npm/%40scope/na*@1.0.0",
                "pkg:npm/%40scope/name@1.0.0/",
                "PKG:npm/%40scope/name@1.0.0"
            })
    void ghsa_vrxp_mg9f_hwf3_names_are_neither_paths_nor_patterns(String name) throws Exception {
        refuses(about(Subject.of(name, ONE)), SubjectRule.any(ONE).named(PURL));
    }

    @Test
    void digests_of_algorithms_that_are_not_accepted_are_the_callers_mistake() {
        assertThat(SubjectRule.any(ONE).accepting("sha256", "sha512").toString())
                .contains(ONE.hex());
        assertThatThrownBy(() -> SubjectRule.any(ONE, Digest.parse("sha1:" + "0".repeat(40)))
                        .accepting("sha256"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sha1");
        assertThatThrownBy(SubjectRule::any).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(SubjectRule::all).isInstanceOf(IllegalArgumentException.class);
    }
}
