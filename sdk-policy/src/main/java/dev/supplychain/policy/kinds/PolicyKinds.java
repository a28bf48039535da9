package dev.supplychain.policy.kinds;

import dev.supplychain.policy.Policy;
import dev.supplychain.policy.PolicyHeader;
import dev.supplychain.policy.internal.YamlObject;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The kinds of documents in a policy file, beside {@code PolicyScanDefinition}. */
public final class PolicyKinds {
    /** Reads the {@code spec} of one kind. */
    private interface Reader {
        Policy read(PolicyHeader header, YamlObject spec);
    }

    private static final SortedMap<String, Reader> EVALUATED =
            new TreeMap<>(Map.of(BuildTool.KIND, BuildTool::read, TrustedPublicKeys.KIND, TrustedPublicKeys::read));

    private static final SortedSet<String> NOT_EVALUATED = new TreeSet<>(Set.of(
            "JavaToolchains",
            "ResolvedDependenciesRepositories",
            "PackageUrl",
            "PublishRepositories",
            "AttestationsExist",
            "VerificationSummary",
            "DependencyScoring",
            "AccessControl",
            "FactConnector"));

    private PolicyKinds() {}

    /** The kinds that can be evaluated, in the order of the alphabet. */
    public static Set<String> evaluated() {
        return Collections.unmodifiableSet(EVALUATED.keySet());
    }

    /**
     * The kinds that the server knows and that cannot be evaluated here, in the order of the alphabet: a file with one is
     * refused.
     */
    public static Set<String> notEvaluated() {
        return Collections.unmodifiableSet(NOT_EVALUATED);
    }

    /**
     * Reads a policy of the kind that its header names, one of {@link #evaluated()}. For the parser of this module; the
     * type of the {@code spec} is internal.
     */
    @SuppressWarnings("exports") // callable from this module only, whose packages cannot see each other otherwise
    public static Policy read(PolicyHeader header, YamlObject spec) {
        Reader reader = EVALUATED.get(header.kind());
        if (reader == null) {
            throw new IllegalArgumentException("kind " + header.kind() + " is not evaluated");
        }
        return reader.read(header, spec);
    }
}
