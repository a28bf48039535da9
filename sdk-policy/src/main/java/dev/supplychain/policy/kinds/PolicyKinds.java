package dev.supplychain.policy.kinds;

import dev.supplychain.policy.internal.KindAccess;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The kinds of documents in a policy file, beside {@code PolicyScanDefinition}. */
public final class PolicyKinds {
    private static final SortedMap<String, KindAccess.Reader> EVALUATED =
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

    static {
        KindAccess.install((header, spec) ->
                Objects.requireNonNull(EVALUATED.get(header.kind())).read(header, spec));
    }

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
}
