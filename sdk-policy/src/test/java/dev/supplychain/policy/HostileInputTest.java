package dev.supplychain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Json;
import dev.supplychain.model.governor.PolicyScanResult.Status;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is large or made to be slow ends, with memory in proportion to its size. */
class HostileInputTest {
    private static final int MEBIBYTE = 1 << 20;
    /** Of a file of one mebibyte, all garbage included; the tree alone of short scalars is some sixty bytes per byte. */
    private static final long MAX_ALLOCATED = 1L << 30;

    private static final String HEAD = """
            apiVersion: policy.gradle.com/v1
            kind: PackageUrl
            metadata: {name: p, labels: {gate: build}}
            spec:
              matchingStrategy: none-match
              purls:
            """;
    private static final String SCAN = """
            apiVersion: policy.gradle.com/v1
            kind: PolicyScanDefinition
            metadata: {name: build}
            spec: {policySelector: {matchLabels: {gate: build}}}
            ---
            """;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("many patterns", filled(HEAD, i -> "  - \"pkg:maven/*a*a*a*" + i + "/*b*b*b*\"\n")),
                Arguments.of("bad patterns in one line", filled(HEAD + "  [", i -> "x" + i + ",")),
                Arguments.of(
                        "unknown fields in one line",
                        filled(HEAD.replace("purls:\n", "") + "  ? {", i -> "f" + i + ": 1,")),
                Arguments.of("duplicate fields", filled("", i -> "a: 1\n")),
                Arguments.of("many documents", filled("", i -> "---\na: " + i + "\n")),
                Arguments.of(
                        "many policies",
                        filled("", i -> "---\n" + HEAD.replace("name: p", "name: p" + i) + "  - pkg:a/b\n")),
                Arguments.of("the same policy", filled("", i -> "---\n" + HEAD + "  - pkg:a/b\n")),
                Arguments.of("open brackets", "[".repeat(MEBIBYTE)),
                Arguments.of("open braces", "{".repeat(MEBIBYTE)),
                Arguments.of("dashes", "- ".repeat(MEBIBYTE / 2)),
                Arguments.of("questions", "? ".repeat(MEBIBYTE / 2)),
                Arguments.of("colons", "a: ".repeat(MEBIBYTE / 3)),
                Arguments.of(
                        "indents",
                        IntStream.range(0, 1440)
                                .mapToObj(i -> " ".repeat(i) + "a:\n")
                                .reduce("", String::concat)),
                Arguments.of("one long text", HEAD + "  - " + "x".repeat(MEBIBYTE - 200)),
                Arguments.of("one long name", "x".repeat(MEBIBYTE - 10) + ": 1"),
                Arguments.of("empty lines", "\n".repeat(MEBIBYTE)),
                Arguments.of("anchors", filled("a:\n", i -> "- &a" + i + " x\n")),
                Arguments.of(
                        "a large anchor twenty times",
                        "a: &a [" + "x,".repeat(500_000) + "]\nb: [" + "*a,".repeat(20) + "]\n"),
                Arguments.of(
                        "aliases of aliases",
                        IntStream.range(1, 10)
                                .mapToObj(i -> "a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n")
                                .reduce("a0: &a0 [" + "x,".repeat(400_000) + "]\n", String::concat)),
                Arguments.of(
                        "references to a parameter",
                        """
                        apiVersion: policy.supplychain.dev/v1
                        kind: Parameters
                        metadata: {name: d}
                        spec: {values: {a: "%s"}}
                        ---
                        """.formatted("x".repeat(500_000)) + HEAD + "  - \"" + "${a}".repeat(100_000) + "\"\n"),
                Arguments.of("waivers of nothing", filled(SCAN + HEAD + "  - pkg:a/b\n", i -> """
                        ---
                        apiVersion: policy.supplychain.dev/v1
                        kind: Waiver
                        metadata: {name: w%d}
                        spec: {policy: PackageUrl/q%d, expires: 2027-01-01T00:00:00Z, justification: x}
                        """.formatted(i, i))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_file_of_a_mebibyte_is_read_or_refused(String name, String yaml) {
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        assertThat(bytes.length).isLessThanOrEqualTo(MEBIBYTE);
        List<PolicyIssue> issues = new ArrayList<>();

        long allocated = allocatedBy(() -> issues.addAll(PolicySet.check(name, bytes)));

        assertThat(issues).hasSizeLessThanOrEqualTo(100);
        assertThat(allocated).isLessThan(MAX_ALLOCATED);
    }

    @Test
    void a_hundred_thousand_components_are_judged() {
        List<Json> components = IntStream.range(0, 100_000)
                .mapToObj(i -> Json.object(
                        Map.of("purl", Json.of("pkg:maven/org.example.g" + i % 97 + "/lib" + i + "@1." + i))))
                .toList();
        Evidence evidence = Evidence.of(Signing.verified(
                Signing.statement(
                        "https://cyclonedx.org/bom", Json.object(Map.of("components", Json.array(components)))),
                SigningKey.generate(SignatureAlgorithm.ED25519)));
        PolicyEvaluator evaluator = PolicyEvaluator.builder(PolicySet.parse(
                        "f", SCAN + HEAD + "  - pkg:maven/*a*b*c*/*\n  - pkg:maven/org.example.g7/lib99*\n"))
                .predicates(PredicateSource.CYCLONEDX)
                .build();
        Map<String, PolicyScanReport> report = new LinkedHashMap<>();

        long allocated = allocatedBy(() -> report.put("report", evaluator.scan("build", List.of(evidence))));

        Judgement judgement = report.get("report").judgements().get(0);
        assertThat(judgement.status()).isEqualTo(Status.UNSATISFIED);
        assertThat(judgement.offending()).hasSize(12);
        assertThat(allocated).isLessThan(200L << 20);
    }

    @Test
    void packages_made_to_be_slow_are_not() {
        String slow = "a".repeat(4000);
        List<Json> purls = IntStream.range(0, 200)
                .mapToObj(i -> Json.of("pkg:maven/" + slow + "/" + i))
                .toList();
        Evidence evidence = Signing.evidence(
                "https://gradle.com/attestation/resolved-dependencies/v1",
                Json.object(Map.of("purls", Json.array(purls))).toString());
        PolicySet policies = PolicySet.parse("f", SCAN + HEAD + "  - \"pkg:maven/" + "*a".repeat(400) + "*b/*\"\n");

        assertThat(PolicyEvaluator.of(policies).scan("build", List.of(evidence)).passed())
                .isTrue();
    }

    private static String filled(String head, Function<Integer, String> part) {
        StringBuilder text = new StringBuilder(head);
        for (int i = 0; text.length() < MEBIBYTE - 300; i++) {
            text.append(part.apply(i));
        }
        return text.toString();
    }

    /** Bytes, with all that was thrown away at once. */
    private static long allocatedBy(Runnable action) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        action.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
