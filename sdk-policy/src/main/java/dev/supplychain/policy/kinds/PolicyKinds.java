package dev.supplychain.policy.kinds;

import dev.supplychain.policy.ExpressionLanguage;
import dev.supplychain.policy.Policy;
import dev.supplychain.policy.PolicyHeader;
import dev.supplychain.policy.internal.KindAccess;
import dev.supplychain.policy.internal.YamlObject;
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
    private static final SortedMap<String, KindAccess.Reader> EVALUATED = new TreeMap<>(Map.of(
            BuildTool.KIND, BuildTool::read,
            JavaToolchains.KIND, JavaToolchains::read,
            ResolvedDependenciesRepositories.KIND, ResolvedDependenciesRepositories::read,
            PackageUrl.KIND, PackageUrl::read,
            PublishRepositories.KIND, PublishRepositories::read,
            AttestationsExist.KIND, AttestationsExist::read,
            TrustedPublicKeys.KIND, TrustedPublicKeys::read,
            VerificationSummary.KIND, VerificationSummary::read,
            DependencyScoring.KIND, DependencyScoring::read));

    private static final SortedSet<String> NOT_EVALUATED = new TreeSet<>(Set.of("AccessControl", "FactConnector"));

    static {
        KindAccess.install(new KindAccess.Kinds() {
            @Override
            public Policy read(PolicyHeader header, YamlObject spec) {
                return Objects.requireNonNull(EVALUATED.get(header.kind())).read(header, spec);
            }

            @Override
            public Policy readExpression(
                    PolicyHeader header, YamlObject spec, Map<String, ExpressionLanguage> languages) {
                return Expression.read(header, spec, languages);
            }
        });
    }

    private PolicyKinds() {}

    /** The kinds that can be evaluated, in the order of the alphabet. */
    public static Set<String> evaluated() {
        return Collections.unmodifiableSet(EVALUATED.keySet());
    }

    /**
     * The kinds that the server knows and that say nothing about attestations, in the order of the alphabet: they are read
     * and kept, and reports name them as not evaluated.
     */
    public static Set<String> notEvaluated() {
        return Collections.unmodifiableSet(NOT_EVALUATED);
    }
}
