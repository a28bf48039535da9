package dev.supplychain.model.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.PackageUrl;
import dev.supplychain.model.governor.predicate.DependencyInsights;
import dev.supplychain.model.governor.predicate.PolicyScan;
import dev.supplychain.model.governor.predicate.PublishRepositories;
import dev.supplychain.model.governor.predicate.ResolvedDependencies;
import dev.supplychain.model.governor.predicate.ResolvedDependenciesRepositories;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PredicatesTest {
    @Test
    void reads_resolved_dependencies_as_package_urls() {
        ResolvedDependencies read = roundTrip(
                "{\"buildScanUri\":\"https://d.example/s/x\",\"purls\":[\"pkg:maven/g/a@1\",\"pkg:npm/%40s/n@2\"]}",
                ResolvedDependencies.class);

        assertThat(read.packageUrls())
                .containsExactly(PackageUrl.maven("g", "a", "1"), PackageUrl.of("npm", "@s", "n", "2"));
    }

    @Test
    void keeps_a_text_that_is_no_package_url_until_it_is_asked_for() {
        ResolvedDependencies read = roundTrip("{\"purls\":[\"nonsense\"]}", ResolvedDependencies.class);

        assertThatThrownBy(read::packageUrls)
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("nonsense");
    }

    @Test
    void reads_repositories() {
        assertThat(roundTrip(
                                "{\"buildScanUri\":\"b\",\"uris\":[\"https://repo.maven.apache.org/maven2/\"]}",
                                ResolvedDependenciesRepositories.class)
                        .uris())
                .containsExactly("https://repo.maven.apache.org/maven2/");
        PublishRepositories published = roundTrip(
                "{\"uris\":[\"repo.example.com/docker\"],\"timePublished\":\"2026-02-13T10:15:30Z\","
                        + "\"sourcedFrom\":\"urn:basic-identity:ci\"}",
                PublishRepositories.class);
        assertThat(published.timePublished().orElseThrow().instant()).hasToString("2026-02-13T10:15:30Z");
    }

    @Test
    void reads_a_policy_scan() {
        PolicyScan scan = roundTrip(
                "{\"sourcedFromUri\":\"s\",\"entries\":[{\"policyUri\":\"/policies/AttestationsExist/all\","
                        + "\"attestationUri\":null,\"status\":\"unsatisfied\",\"details\":{\"missing\":[\"x\"]}}],"
                        + "\"evaluatedPolicies\":{\"/policies/AttestationsExist/all\":{\"kind\":\"AttestationsExist\"}}}",
                PolicyScan.class);

        assertThat(scan.entries().get(0).status()).hasValue(PolicyScanResult.Status.UNSATISFIED);
        assertThat(scan.entries().get(0).attestationUri()).isEmpty();
        assertThat(roundTrip("{\"sourcedFromUri\":\"s\"}", PolicyScan.class).entries())
                .isEmpty();
    }

    @Test
    void refuses_an_unknown_status_in_a_policy_scan() {
        assertThatThrownBy(() ->
                        ModelJson.readStrict(Json.parse("{\"entries\":[{\"status\":\"maybe\"}]}"), PolicyScan.class))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("/entries/0/status");
    }

    @Test
    void reads_dependency_insights() {
        DependencyInsights insights = roundTrip(
                "{\"forAttestationUri\":\"/packages/x\",\"sourcedFromUrn\":\"urn:oidc:x\","
                        + "\"verifiedTime\":\"2026-03-31T08:00:00Z\",\"purls\":{\"pkg:maven/g/a@1\":{"
                        + "\"versions\":{\"current\":\"1\",\"latestPatch\":{\"version\":\"1.0.1\","
                        + "\"publishedTime\":\"2026-03-01T00:00:00Z\",\"vulnerabilitiesRemainingAfterUpgrade\":[\"CVE-1\"]},"
                        + "\"latestMajor\":{\"vulnerabilitiesRemainingAfterUpgrade\":0}},"
                        + "\"licenses\":[\"Apache-2.0\"],\"vulnerabilities\":[{\"id\":\"CVE-1\",\"summary\":\"bad\","
                        + "\"severity\":[{\"type\":\"CVSS_V3\",\"score\":\"CVSS:3.1/AV:N\"},{\"score\":9.80}]}]}}}",
                DependencyInsights.class);

        DependencyInsights.Insight insight =
                Objects.requireNonNull(insights.purls().get("pkg:maven/g/a@1"));
        assertThat(insight.versions().orElseThrow().latestPatch().orElseThrow().version())
                .hasValue("1.0.1");
        assertThat(insight.vulnerabilities()
                        .get(0)
                        .severity()
                        .get(1)
                        .score()
                        .orElseThrow()
                        .number())
                .isEqualTo("9.80");
    }

    @Test
    void names_each_predicate_by_its_type() {
        assertThat(ResolvedDependencies.PREDICATE_TYPE)
                .isEqualTo("https://gradle.com/attestation/resolved-dependencies/v1");
        assertThat(ResolvedDependenciesRepositories.PREDICATE_TYPE)
                .isEqualTo("https://gradle.com/attestation/resolved-dependencies-repositories/v1");
        assertThat(PublishRepositories.PREDICATE_TYPE)
                .isEqualTo("https://gradle.com/attestation/publish-repositories/v1");
        assertThat(PolicyScan.PREDICATE_TYPE).isEqualTo("https://gradle.com/attestation/policyscan/v1");
        assertThat(DependencyInsights.PREDICATE_TYPE).isEqualTo("https://policies.gradle.com/dependency-insights/v1");
    }

    @Test
    void publishes_with_annotations() {
        String json = "{\"sha256\":\"" + "ab".repeat(32) + "\",\"repositoryUrl\":\"r\",\"buildScan\":{\"ids\":[\"i\"]},"
                + "\"annotations\":{\"team\":\"payments\"}}";

        PublishRequest request = ModelJson.read(json, PublishRequest.class);

        assertThat(request.annotations()).containsEntry("team", "payments");
        assertThat(ModelJson.writeText(request)).isEqualTo(json);
    }

    private static <T extends Message> T roundTrip(String json, Class<T> type) {
        T read = ModelJson.readStrict(Json.parse(json), type);
        assertThat(ModelJson.toJson(read)).isEqualTo(Json.parse(json));
        assertThat(read.unknownFields()).isEmpty();
        return read;
    }
}
