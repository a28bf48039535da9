package dev.supplychain.testkit.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.Subject;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.PolicyEvaluator;
import dev.supplychain.policy.PolicyFiles;
import dev.supplychain.policy.PolicyScanReport;
import dev.supplychain.policy.PolicyScanReport.Verdict;
import dev.supplychain.policy.PolicySet;
import dev.supplychain.testkit.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recipe of docs/policy-semantics.md, compiled and run. */
class CelRecipeTest {
    private static final String RESOLVED = "https://gradle.com/attestation/resolved-dependencies/v1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size(predicate.purls) < 500 && predicate.purls.all(p, !p.contains('lombok')) | PASSED",
                "predicate.purls.exists(p, p.startsWith('pkg:npm/')) | FAILED",
                "predicate.absent == 1 | FAILED",
                "predicateType.endsWith('/v1') && subject[0].digest.sha256.size() == 64 | PASSED",
                "signers.exists(s, s.name == 'nobody') | FAILED",
                "time < timestamp('2027-01-01T00:00:00Z') | PASSED",
                "predicate.count == 2 && predicate.share == 0.5 && predicate.complete | PASSED"
            })
    void judges_by_an_expression(String expression, Verdict verdict) throws Exception {
        PolicyScanReport report = PolicyEvaluator.builder(policies(expression).read())
                .at(Instant.parse("2026-11-20T00:00:00Z"))
                .build()
                .scan("build", List.of(evidence()));

        assertThat(report.verdict()).isEqualTo(verdict);
        assertThat(report.judgements().get(0).predicateType()).hasValue(RESOLVED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"size(predicate.purls) | bool", "predicate.purls. | no viable alternative", "nothing | undeclared"
            })
    void an_expression_that_is_none_is_an_issue(String expression, String message) {
        assertThat(policies(expression).check()).singleElement().satisfies(issue -> {
            assertThat(issue.line()).isEqualTo(12);
            assertThat(issue.message()).contains(message);
        });
    }

    @Test
    void the_recipe_is_this_code() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/supplychain/testkit/cel/CelLanguage.java"));
        String recipe = Files.readString(Path.of("../docs/policy-semantics.md"));

        assertThat(recipe).contains(source.substring(source.indexOf("import ")));
    }

    private static PolicyFiles policies(String expression) {
        return PolicySet.files().language(new CelLanguage()).add("policies.yaml", """
                apiVersion: policy.gradle.com/v1
                kind: PolicyScanDefinition
                metadata: {name: build}
                spec: {policySelector: {matchLabels: {gate: build}}}
                ---
                apiVersion: policy.supplychain.dev/v1
                kind: Expression
                metadata: {name: few, labels: {gate: build}}
                spec:
                  language: cel
                  predicateTypes: ["%s"]
                  expression: "%s"
                """.formatted(RESOLVED, expression));
    }

    private static Evidence evidence() throws Exception {
        SigningKey key = TestKeys.ed25519();
        InTotoStatement statement = InTotoStatement.builder()
                .addSubject(Subject.of("app.jar", Digest.sha256(new byte[0])))
                .predicateType(RESOLVED)
                .predicate(Json.parse("""
                        {"purls": ["pkg:maven/org.slf4j/slf4j-api@2.0.16"], "count": 2, "share": 0.5, "complete": true}"""))
                .build();
        return Evidence.of(EnvelopeVerifier.of(key.toTrustedKey())
                .verifyStatement(EnvelopeSigner.of(key).sign(statement)));
    }
}
