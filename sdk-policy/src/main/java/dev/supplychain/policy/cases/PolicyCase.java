package dev.supplychain.policy.cases;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.policy.PolicyEvaluator;
import dev.supplychain.policy.PolicyFiles;
import dev.supplychain.policy.PolicyIssue;
import dev.supplychain.policy.PolicyScanReport;
import dev.supplychain.policy.PolicySet;
import dev.supplychain.policy.PredicateSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A folder with policies, evidence and what is expected of them.
 *
 * <p>Evidence is an envelope, or a statement that is signed in memory by throw-away keys:
 *
 * <pre>{@code
 * {"attestationUri": "/packages/maven/com.example/app/1.0/sha256:73f4…/attestations/s3:prod/1",
 *  "signedBy": ["release"],
 *  "statement": {"_type": "https://in-toto.io/Statement/v1", "subject": […], "predicateType": "…", "predicate": {…}}}
 * }</pre>
 *
 * <p>Either way it passes through a verifier that trusts the keys of the case, unless {@code case.yaml} says {@code
 * trusted: false}; what the verifier refuses does not count. {@code case.yaml} may say:
 *
 * <pre>{@code
 * scan: release                      # the only one unless said otherwise
 * artifact: sha256:73f4…             # subjects are not looked at unless said
 * time: 2026-11-20T00:00:00Z         # and so it is unless said otherwise
 * keys:
 *   release: {algorithm: ecdsa-p256, keyId: abcd1234}
 *   laptop: {trusted: false}        # ed25519 unless said otherwise; also ecdsa-p384 and rsa
 *   vendor: {publicKey: "-----BEGIN PUBLIC KEY-----…"}
 * parameters: {gradle: "9.*"}
 * predicates: [slsa-provenance, cyclonedx, spdx]
 * deduplicate: true
 * }</pre>
 *
 * <p>Policies may name keys of the case: <code>${key.release}</code> is the public key for {@code pemBase64}, <code>
 * ${keyId.release}</code> its fingerprint.
 *
 * <p>{@code expected.json} names what matters and leaves out the rest: {@code verdict}, {@code results} (the server's JSON,
 * exactly), {@code judgements}, {@code unapplied}, {@code rejected}, {@code waivers}, {@code notEvaluated}, or for a policy
 * file with problems {@code issues}. Of the members of a list, those that are named are compared.
 */
public final class PolicyCase {
    private static final String POLICY = "policy.yaml";
    private static final String EXPECTED = "expected.json";

    private final Path folder;
    private final String name;

    private PolicyCase(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** The case in that folder. */
    public static PolicyCase of(Path folder) {
        return new PolicyCase(folder, String.valueOf(folder.getFileName()));
    }

    /**
     * The cases in a folder and the folders in it, in the order of their names.
     *
     * @throws IOException when a folder cannot be read
     */
    public static List<PolicyCase> in(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.endsWith(POLICY))
                    .map(file -> file.resolveSibling(""))
                    .map(folder -> new PolicyCase(
                            folder, root.relativize(folder).toString().replace('\\', '/')))
                    .sorted((a, b) -> a.name.compareTo(b.name))
                    .toList();
        }
    }

    /** The path of the folder, from the one that was looked through. */
    public String name() {
        return name;
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /**
     * Judges the evidence and compares.
     *
     * @throws IOException when a file cannot be read
     * @throws MalformedDataException when {@code case.yaml}, evidence or {@code expected.json} is not what it should be, or
     *     the policies have a problem that was not expected
     */
    public Outcome run() throws IOException {
        return run(UnaryOperator.identity());
    }

    /**
     * {@link #run()} with kinds or languages of your own.
     *
     * @param reader adds them
     * @throws IOException when a file cannot be read
     * @throws MalformedDataException when a file of the case is not what it should be
     */
    public Outcome run(UnaryOperator<PolicyFiles> reader) throws IOException {
        try {
            return run(CaseFile.read(folder.resolve("case.yaml")), reader);
        } catch (KeyException e) {
            throw new MalformedDataException(folder + "/case.yaml", "/keys", String.valueOf(e.getMessage()), e);
        }
    }

    private Outcome run(CaseFile terms, UnaryOperator<PolicyFiles> reader) throws IOException, KeyException {
        Expectation expected = Expectation.read(folder.resolve(EXPECTED));
        CaseEvidence evidence = CaseEvidence.read(folder.resolve("evidence"), terms);
        PolicyFiles files = reader.apply(PolicySet.files());
        terms.parameters().forEach(files::parameter);
        evidence.keys().parameters().forEach(files::parameter);
        files.add(POLICY, Files.readAllBytes(folder.resolve(POLICY)));
        if (expected.wantsIssues()) {
            List<PolicyIssue> issues = files.check();
            return new Outcome(Optional.empty(), expected.differencesOf(issues));
        }
        PolicySet policies = files.read();
        PolicyScanReport report = scan(policies, terms, evidence);
        return new Outcome(Optional.of(report), expected.differencesOf(report, evidence));
    }

    private static PolicyScanReport scan(PolicySet policies, CaseFile terms, CaseEvidence evidence) {
        PolicyEvaluator.Builder evaluator = PolicyEvaluator.builder(policies)
                .at(terms.time())
                .predicates(terms.predicates().toArray(PredicateSource[]::new));
        if (terms.deduplicates()) {
            evaluator.deduplicate();
        }
        String scan = terms.scan().orElseGet(() -> onlyScan(policies));
        return terms.artifact()
                .map(artifact -> evaluator.build().scan(scan, artifact, evidence.set()))
                .orElseGet(() -> evaluator.build().scan(scan, evidence.set()));
    }

    private static String onlyScan(PolicySet policies) {
        List<String> names = new ArrayList<>();
        policies.scans().forEach(scan -> names.add(scan.name()));
        if (names.size() != 1) {
            throw new MalformedDataException(
                    POLICY, "", "has the policy scans " + names + ": name one as scan in case.yaml");
        }
        return names.get(0);
    }

    /**
     * How it went.
     *
     * @param report what the scan found; absent when the policies could not be read, as expected
     * @param differences what is not as expected, each in one line; empty when all is
     */
    public record Outcome(Optional<PolicyScanReport> report, List<String> differences) {
        /** Copies the differences. */
        public Outcome {
            differences = List.copyOf(differences);
        }

        /** True when all is as expected. */
        public boolean passed() {
            return differences.isEmpty();
        }
    }

    /** The members of a JSON file. */
    static Json json(Path file) throws IOException {
        try {
            return Json.parse(Files.readAllBytes(file));
        } catch (MalformedDataException e) {
            throw e.within(file.toString(), e.place());
        }
    }

    /** The name and the folder. */
    @Override
    public String toString() {
        return name;
    }
}
