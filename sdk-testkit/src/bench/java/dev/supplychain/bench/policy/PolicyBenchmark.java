package dev.supplychain.bench.policy;

import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.Subject;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.PolicyEvaluator;
import dev.supplychain.policy.PolicyScanReport;
import dev.supplychain.policy.PolicySet;
import dev.supplychain.policy.PredicateSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Goals 9 and 10: a ban of two packages over a CycloneDX statement, beside a loop by hand and a compiled CEL expression. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PolicyBenchmark {
    /** What a program of one's own would keep of a component. */
    private record Component(String name, String version, String purl) {}

    @Param({"50", "5000", "50000"})
    int components;

    @Param({"1"})
    int policies;

    private byte[] bytes;
    private List<Component> typed;
    private Evidence evidence;
    private PolicyEvaluator evaluator;
    private CelRuntime.Program cel;
    private Map<String, Object> variables;

    @Setup
    public void prepare() throws Exception {
        List<Json> list = new ArrayList<>();
        typed = new ArrayList<>();
        List<Object> plain = new ArrayList<>();
        for (int i = 0; i < components; i++) {
            Map<String, Json> component = new LinkedHashMap<>();
            String group = "org.example.group" + i % 40;
            String purl = "pkg:maven/" + group + "/library-" + i + "@1." + i % 10 + "." + i % 7 + "?type=jar";
            component.put("type", Json.of("library"));
            component.put("bom-ref", Json.of(purl));
            component.put("group", Json.of(group));
            component.put("name", Json.of("library-" + i));
            component.put("version", Json.of("1." + i % 10 + "." + i % 7));
            component.put(
                    "hashes",
                    Json.array(List.of(
                            Json.object(Map.of("alg", Json.of("SHA-256"), "content", Json.of("ab".repeat(32)))))));
            component.put(
                    "licenses",
                    Json.array(List.of(
                            Json.object(Map.of("license", Json.object(Map.of("id", Json.of("Apache-2.0"))))))));
            component.put("purl", Json.of(purl));
            list.add(Json.object(component));
            typed.add(new Component("library-" + i, "1." + i % 10 + "." + i % 7, purl));
            plain.add(Map.of("name", "library-" + i, "purl", purl));
        }
        InTotoStatement statement = InTotoStatement.builder()
                .addSubject(Subject.of("app.jar", Digest.sha256(new byte[0])))
                .predicateType("https://cyclonedx.org/bom")
                .predicate(Json.object(Map.of("bomFormat", Json.of("CycloneDX"), "components", Json.array(list))))
                .build();
        bytes = statement.toJson();
        SigningKey key = SigningKey.generate(SignatureAlgorithm.ED25519);
        evidence = Evidence.of(EnvelopeVerifier.of(key.toTrustedKey())
                .verifyStatement(EnvelopeSigner.of(key).sign(statement)));
        evaluator = PolicyEvaluator.builder(PolicySet.parse("policies.yaml", yaml()))
                .predicates(PredicateSource.CYCLONEDX)
                .build();
        cel = CelRuntimeFactory.legacyCelRuntimeBuilder()
                .build()
                .createProgram(CelCompilerFactory.standardCelCompilerBuilder()
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .addVar("predicate", MapType.create(SimpleType.STRING, SimpleType.DYN))
                        .setResultType(SimpleType.BOOL)
                        .build()
                        .compile(
                                "!predicate.components.exists(c, c.purl.startsWith('pkg:maven/org.projectlombok/lombok@')"
                                        + " || c.purl.startsWith('pkg:maven/org.example/bad-lib@1.0.'))")
                        .getAst());
        variables = Map.of("predicate", Map.of("components", plain));
    }

    private String yaml() {
        StringBuilder yaml = new StringBuilder("""
                apiVersion: policy.gradle.com/v1
                kind: PolicyScanDefinition
                metadata: {name: build}
                spec: {policySelector: {matchLabels: {gate: build}}}
                """);
        for (int i = 0; i < policies; i++) {
            yaml.append("""
                    ---
                    apiVersion: policy.gradle.com/v1
                    kind: PackageUrl
                    metadata: {name: p%d, labels: {gate: build}}
                    spec:
                      matchingStrategy: none-match
                      purls: ["pkg:maven/org.projectlombok/lombok", "pkg:maven/org.example/bad-lib@1.0.*"]
                    """.formatted(i));
        }
        return yaml.toString();
    }

    @Benchmark
    public boolean plainLoop() {
        for (Component component : typed) {
            String purl = component.purl();
            if (purl.startsWith("pkg:maven/org.projectlombok/lombok@")
                    || purl.startsWith("pkg:maven/org.example/bad-lib@1.0.")) {
                return false;
            }
        }
        return true;
    }

    @Benchmark
    public PolicyScanReport scan() {
        return evaluator.scan("build", List.of(evidence));
    }

    @Benchmark
    public Object compiledCel() throws Exception {
        return cel.eval(variables);
    }

    @Benchmark
    public InTotoStatement parse() {
        return InTotoStatement.parse(bytes);
    }

    /** The statement is parsed and judged; the signature costs the same either way and is left out. */
    @Benchmark
    public List<Object> parseAndScan() {
        return List.of(InTotoStatement.parse(bytes), evaluator.scan("build", List.of(evidence)));
    }
}
