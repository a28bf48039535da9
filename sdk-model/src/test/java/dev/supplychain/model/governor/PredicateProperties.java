package dev.supplychain.model.governor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.JsonArbitraries;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.UnknownFields;
import dev.supplychain.model.governor.predicate.DependencyInsights;
import dev.supplychain.model.governor.predicate.PolicyScan;
import dev.supplychain.model.governor.predicate.PublishRepositories;
import dev.supplychain.model.governor.predicate.ResolvedDependencies;
import dev.supplychain.model.governor.predicate.ResolvedDependenciesRepositories;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PredicateProperties {
    @Property(tries = 200)
    void resolved_dependencies_survive(@ForAll("dependencies") ResolvedDependencies predicate) {
        assertSurvives(predicate, ResolvedDependencies.class);
    }

    @Property(tries = 200)
    void their_repositories_survive(@ForAll("repositories") ResolvedDependenciesRepositories predicate) {
        assertSurvives(predicate, ResolvedDependenciesRepositories.class);
    }

    @Property(tries = 200)
    void publish_repositories_survive(@ForAll("published") PublishRepositories predicate) {
        assertSurvives(predicate, PublishRepositories.class);
    }

    @Property(tries = 200)
    void policy_scans_survive(@ForAll("scans") PolicyScan predicate) {
        assertSurvives(predicate, PolicyScan.class);
    }

    @Property(tries = 200)
    void dependency_insights_survive(@ForAll("insights") DependencyInsights predicate) {
        assertSurvives(predicate, DependencyInsights.class);
    }

    private static <T extends Message> void assertSurvives(T predicate, Class<T> type) {
        byte[] json = ModelJson.write(predicate);

        T read = ModelJson.readStrict(json, type);

        assertThat(read).isEqualTo(predicate);
        assertThat(ModelJson.write(read)).isEqualTo(json);
        assertThat(ModelJson.read(json, type)).isEqualTo(predicate);
    }

    @Provide
    static Arbitrary<ResolvedDependencies> dependencies() {
        return Combinators.combine(text(), texts(), UnknownFields.any())
                .as((uri, purls, unknown) -> ResolvedDependencies.builder()
                        .buildScanUri(uri)
                        .purls(purls)
                        .unknownFields(unknown)
                        .build());
    }

    @Provide
    static Arbitrary<ResolvedDependenciesRepositories> repositories() {
        return Combinators.combine(text(), texts(), UnknownFields.any())
                .as((uri, uris, unknown) -> ResolvedDependenciesRepositories.builder()
                        .buildScanUri(uri)
                        .uris(uris)
                        .unknownFields(unknown)
                        .build());
    }

    @Provide
    static Arbitrary<PublishRepositories> published() {
        return Combinators.combine(text(), texts(), times(), UnknownFields.any())
                .as((from, uris, time, unknown) -> PublishRepositories.builder()
                        .sourcedFrom(from)
                        .uris(uris)
                        .timePublished(time)
                        .unknownFields(unknown)
                        .build());
    }

    @Provide
    static Arbitrary<PolicyScan> scans() {
        Arbitrary<PolicyScan.Entry> entries = Combinators.combine(
                        text(),
                        text(),
                        Arbitraries.of(PolicyScanResult.Status.values()).optional(),
                        JsonArbitraries.members(),
                        UnknownFields.any())
                .as((policy, attestation, status, details, unknown) -> PolicyScan.Entry.builder()
                        .policyUri(policy)
                        .attestationUri(attestation)
                        .status(status)
                        .details(details)
                        .unknownFields(unknown)
                        .build());
        return Combinators.combine(text(), entries.list().ofMaxSize(2), JsonArbitraries.members(), UnknownFields.any())
                .as((uri, list, policies, unknown) -> PolicyScan.builder()
                        .sourcedFromUri(uri)
                        .entries(list)
                        .evaluatedPolicies(policies)
                        .unknownFields(unknown)
                        .build());
    }

    @Provide
    static Arbitrary<DependencyInsights> insights() {
        Arbitrary<DependencyInsights.Upgrade> upgrades = Combinators.combine(
                        text(),
                        times(),
                        JsonArbitraries.json().filter(j -> !j.isNull()).optional(),
                        UnknownFields.any())
                .as((version, time, remaining, unknown) -> DependencyInsights.Upgrade.builder()
                        .version(version)
                        .publishedTime(time)
                        .vulnerabilitiesRemainingAfterUpgrade(remaining)
                        .unknownFields(unknown)
                        .build());
        Arbitrary<DependencyInsights.Vulnerability> vulnerabilities = Combinators.combine(
                        text(), JsonArbitraries.json().filter(j -> !j.isNull()).optional(), UnknownFields.any())
                .as((id, score, unknown) -> DependencyInsights.Vulnerability.builder()
                        .id(id)
                        .severity(List.of(DependencyInsights.Severity.builder()
                                .type(id)
                                .score(score)
                                .build()))
                        .unknownFields(unknown)
                        .build());
        Arbitrary<DependencyInsights.Insight> packages = Combinators.combine(
                        upgrades.optional(), vulnerabilities.list().ofMaxSize(2), texts(), UnknownFields.any())
                .as((upgrade, list, licenses, unknown) -> DependencyInsights.Insight.builder()
                        .versions(DependencyInsights.Versions.builder()
                                .latestMinor(upgrade)
                                .unknownFields(unknown)
                                .build())
                        .vulnerabilities(list)
                        .licenses(licenses)
                        .build());
        return Combinators.combine(
                        text(),
                        times(),
                        Arbitraries.maps(JsonArbitraries.text(), packages).ofMaxSize(2),
                        UnknownFields.any())
                .as((uri, time, purls, unknown) -> DependencyInsights.builder()
                        .forAttestationUri(uri)
                        .verifiedTime(time)
                        .purls(purls)
                        .unknownFields(unknown)
                        .build());
    }

    private static Arbitrary<Optional<String>> text() {
        return JsonArbitraries.text().optional();
    }

    private static Arbitrary<List<String>> texts() {
        return JsonArbitraries.text().list().ofMaxSize(2);
    }

    private static Arbitrary<Optional<Timestamp>> times() {
        return Arbitraries.longs()
                .between(0, 4_000_000_000L)
                .map(seconds -> Timestamp.of(Instant.ofEpochSecond(seconds)))
                .optional();
    }
}
