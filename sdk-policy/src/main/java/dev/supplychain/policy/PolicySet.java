package dev.supplychain.policy;

import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
 * duplicates and what this version does not evaluate are problems, and a file with a problem gives no policies at all.
 * A file has at most 1 MiB.
 */
public final class PolicySet {
    private final List<Policy> policies;
    private final List<PolicyScan> scans;

    PolicySet(List<Policy> policies, List<PolicyScan> scans) {
        this.policies = List.copyOf(policies);
        this.scans = List.copyOf(scans);
    }

    /**
     * Reads one file.
     *
     * @param file what messages call it
     * @throws MalformedDataException when it has a problem; the message lists them all, with line, column and caret
     */
    public static PolicySet parse(String file, byte[] yaml) {
        return new PolicyReader().add(file, yaml).toPolicySet();
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
        PolicyReader reader = new PolicyReader();
        for (Path file : files) {
            reader.add(file.toString(), Files.readAllBytes(file));
        }
        return reader.toPolicySet();
    }

    /** The problems of a file, from its top to its end and at most 100; empty when {@link #parse} would read it. */
    public static List<PolicyIssue> check(String file, byte[] yaml) {
        return new PolicyReader().add(file, yaml).issues();
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
