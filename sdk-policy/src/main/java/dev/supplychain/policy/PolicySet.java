package dev.supplychain.policy;

import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.JsonCodec;
import dev.supplychain.policy.kinds.PolicyKinds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The policies and policy scans of one or more files of multi-document YAML, {@code apiVersion: policy.gradle.com/v1}.
 *
 * <pre>{@code
 * apiVersion: policy.gradle.com/v1
 * kind: PolicyScanDefinition
 * metadata:
 *   name: build
 * spec:
 *   policySelector:
 *     matchLabels:
 *       policy.my-corp.com/gate: build
 * ---
 * apiVersion: policy.gradle.com/v1
 * kind: BuildTool
 * metadata:
 *   name: only-gradle-builds
 *   labels:
 *     policy.my-corp.com/gate: build
 * spec:
 *   description: Ensure only Gradle is used as the build tool.
 *   matchingStrategy: must-match
 *   buildTools:
 *     - toolType: gradle
 * }</pre>
 *
 * <p>Reading is strict, because a policy that is misread judges nothing: unknown kinds and fields, wrong types,
 * and duplicates are problems, and a file with a problem gives no policies at all. A file has at most 1 MiB.
 *
 * <p>Beside the server's documents, files may hold those of {@code apiVersion: policy.supplychain.dev/v1}, which the
 * server does not know: {@link PolicySettings}, {@link Waiver}, {@link SignerBinding}, {@code Parameters} and {@code
 * Expression}. Keep them in a file of their own where the server reads the other one.
 */
public final class PolicySet {
    private final List<Policy> policies;
    private final List<PolicyScan> scans;
    private final Map<String, PolicyDocument> documents;
    private final List<PolicySettings> settings;
    private final List<Waiver> waivers;
    private final List<SignerBinding> bindings;

    PolicySet(List<Policy> policies, List<PolicyScan> scans) {
        this(policies, scans, List.of(), List.of(), List.of(), List.of());
    }

    PolicySet(
            List<Policy> policies,
            List<PolicyScan> scans,
            List<PolicyDocument> documents,
            List<PolicySettings> settings,
            List<Waiver> waivers,
            List<SignerBinding> bindings) {
        this.policies = List.copyOf(policies);
        this.scans = List.copyOf(scans);
        Map<String, PolicyDocument> byUri = new LinkedHashMap<>();
        documents.forEach(document -> byUri.put(document.uri(), document));
        this.documents = Collections.unmodifiableMap(byUri);
        this.settings = List.copyOf(settings);
        this.waivers = List.copyOf(waivers);
        this.bindings = List.copyOf(bindings);
    }

    /** Starts reading files with more to say: parameters, kinds of your own, digests or signatures of the files. */
    public static PolicyFiles files() {
        return new PolicyFiles();
    }

    /**
     * Reads one file.
     *
     * @param file what messages call it
     * @throws MalformedDataException when it has a problem; the message lists them all, with line, column and caret
     */
    public static PolicySet parse(String file, byte[] yaml) {
        return files().add(file, yaml).read();
    }

    /**
     * {@link #parse(String, byte[])} of a text.
     *
     * @throws MalformedDataException when it has a problem; the message lists them all, with line, column and caret
     */
    public static PolicySet parse(String file, String yaml) {
        return parse(file, JsonCodec.utf8(file, yaml));
    }

    /**
     * Reads files, in this order; together they have no policy or scan twice.
     *
     * @throws IOException when one cannot be read from disk
     * @throws MalformedDataException when one has a problem; the message lists the problems of all files
     */
    public static PolicySet read(Path... files) throws IOException {
        PolicyFiles all = files();
        for (Path file : files) {
            all.add(file);
        }
        return all.read();
    }

    /** The problems of a file, from its top to its end and at most 100; empty when {@link #parse} would read it. */
    public static List<PolicyIssue> check(String file, byte[] yaml) {
        return files().add(file, yaml).check();
    }

    /**
     * {@link #check(String, byte[])} of a text.
     *
     * @throws MalformedDataException when the text has unpaired surrogates and so is none
     */
    public static List<PolicyIssue> check(String file, String yaml) {
        return check(file, JsonCodec.utf8(file, yaml));
    }

    /** The policies, in the order of the files. */
    public List<Policy> policies() {
        return policies;
    }

    /** The policy scans, in the order of the files. */
    public List<PolicyScan> scans() {
        return scans;
    }

    /** Everything that was read, in the order of the files: policies, scans and what is not evaluated. */
    public List<PolicyDocument> documents() {
        return List.copyOf(documents.values());
    }

    /** The documents of kinds that say nothing about attestations, such as {@code AccessControl}. */
    public List<PolicyDocument> notEvaluated() {
        return documents.values().stream()
                .filter(document -> PolicyKinds.notEvaluated().contains(document.kind()))
                .toList();
    }

    /** The settings of policies, from documents of kind {@link PolicySettings#KIND}. */
    public List<PolicySettings> settings() {
        return settings;
    }

    /** The waivers, from documents of kind {@link Waiver#KIND}. */
    public List<Waiver> waivers() {
        return waivers;
    }

    /** Who may attest what, from documents of kind {@link SignerBinding#KIND}. */
    public List<SignerBinding> bindings() {
        return bindings;
    }

    /** The document of a policy; absent for a policy made in code. */
    Optional<PolicyDocument> documentOf(PolicyHeader policy) {
        return Optional.ofNullable(documents.get(policy.uri()));
    }

    /** The document of a scan; absent for a scan made in code. */
    Optional<PolicyDocument> documentOf(PolicyScan scan) {
        return documents.values().stream()
                .filter(document -> document.kind().equals(PolicyScan.KIND)
                        && PolicyScan.normalized(document.name()).equals(scan.name()))
                .findFirst();
    }

    /** The scan of that name, in any case; absent when there is none. */
    public Optional<PolicyScan> scan(String name) {
        String wanted = PolicyScan.normalized(name);
        return scans.stream().filter(scan -> scan.name().equals(wanted)).findFirst();
    }

    /** The policies that a scan selects, in the order of the files. */
    public List<Policy> selectedBy(PolicyScan scan) {
        return policies.stream().filter(policy -> scan.selects(policy.header())).toList();
    }
}
