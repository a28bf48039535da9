package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.governor.GovernorClient;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.VerifiedStatement;
import dev.supplychain.model.Digest;
import dev.supplychain.model.governor.EvaluateRequest;
import dev.supplychain.model.governor.PackageCoordinates;
import dev.supplychain.model.governor.PolicyScanResult;
import dev.supplychain.model.governor.PolicyScanResult.Status;
import dev.supplychain.model.governor.PublishRequest;
import dev.supplychain.model.governor.PublishResult;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.PolicyEvaluator;
import dev.supplychain.policy.PolicySet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FakeGovernorClientTest {
    private static final PackageCoordinates APP = PackageCoordinates.maven("com.example", "my-app", "1.0.0");
    private static final Digest DIGEST = Digest.ofSha256("0f".repeat(32));
    private static final String REPOSITORY = "https://repo.example.com/maven2";
    private static final PolicySet POLICIES = PolicySet.parse("policies.yaml", """
            apiVersion: policy.gradle.com/v1
            kind: PolicyScanDefinition
            metadata:
              name: build-gate
            spec:
              policySelector:
                matchLabels:
                  gate: build
            ---
            apiVersion: policy.gradle.com/v1
            kind: BuildTool
            metadata:
              name: only-gradle-9
              labels:
                gate: build
            spec:
              description: Only Gradle 9.
              matchingStrategy: must-match
              buildTools:
                - toolType: gradle
                  toolVersions: ["9.*"]
            """);

    private final FakeGovernor governor;
    private final GovernorClient client;

    FakeGovernorClientTest(@StartFake FakeGovernor governor) {
        this.governor = governor;
        governor.registerBuildScan(
                BuildScanData.of("scan1", "gradle", "9.2.0", "4.2.2").withToolchain("Eclipse Adoptium", "17.0.12"));
        governor.policies(POLICIES);
        governor.requireBasic("ci", "password");
        client = GovernorClient.create(ClientOptions.builder()
                .baseUrl(governor.url())
                .credentials(Credentials.basic("ci", "password"))
                .build());
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void what_was_published_is_judged_fetched_verified_and_judged_alike_offline() throws Exception {
        client.publish(APP, publish("scan1"));
        List<PolicyScanResult> online = client.evaluate(APP, "build-gate", EvaluateRequest.of(DIGEST, REPOSITORY));

        EnvelopeVerifier verifier = EnvelopeVerifier.of(governor.publicKey());
        List<Evidence> evidence = new ArrayList<>();
        for (PolicyScanResult result : online) {
            String uri = result.attestationUri().orElseThrow();
            VerifiedStatement statement = verifier.verifyStatement(client.fetchAttestation(uri));
            statement.requireSubject(DIGEST);
            evidence.add(Evidence.of(statement, uri));
        }

        assertThat(online)
                .extracting(PolicyScanResult::status)
                .containsOnlyOnce(Status.SATISFIED, Status.NOT_APPLICABLE);
        assertThat(PolicyEvaluator.of(POLICIES).scan("build-gate", evidence).results())
                .isEqualTo(online);
    }

    @Test
    void stored_attestations_verify_with_the_key_of_the_governor() throws Exception {
        PublishResult.Stored stored = (PublishResult.Stored) client.publish(APP, publish("scan1"));

        assertThat(stored.successes()).hasSize(2);
        EnvelopeVerifier.of(governor.publicKey())
                .verifyStatement(stored.successes().get(0).envelope().orElseThrow())
                .requireSubject(DIGEST);
    }

    @ParameterizedTest
    @EnumSource(FakeGovernor.PublishShape.class)
    void every_shape_of_a_publish_answer_is_read(FakeGovernor.PublishShape shape) {
        governor.publishShape(shape);

        PublishResult result = client.publish(APP, publish("scan1"));

        assertThat(result)
                .isInstanceOf(
                        switch (shape) {
                            case RESULTS -> PublishResult.Results.class;
                            case ACCEPTED -> PublishResult.Accepted.class;
                            case STORED -> PublishResult.Stored.class;
                        });
    }

    @ParameterizedTest
    @EnumSource(FakeGovernor.FetchShape.class)
    void every_shape_of_a_fetch_answer_is_read(FakeGovernor.FetchShape shape) throws Exception {
        client.publish(APP, publish("scan1"));
        String uri = client.evaluate(APP, "build-gate", EvaluateRequest.of(DIGEST, REPOSITORY))
                .get(0)
                .attestationUri()
                .orElseThrow();
        governor.fetchShape(shape);

        EnvelopeVerifier.of(governor.publicKey())
                .verifyStatement(client.fetchAttestation(uri))
                .requireSubject(DIGEST);
    }

    @Test
    void a_partial_failure_tells_what_was_published() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> client.publish(APP, publish("scan1", "unknown")))
                .satisfies(e -> {
                    PublishResult.Stored partly =
                            PublishResult.Stored.of(e.problem().orElseThrow()).orElseThrow();
                    assertThat(e.isStatus(500)).isTrue();
                    assertThat(e.attempts()).isEqualTo(1);
                    assertThat(partly.successes()).hasSize(2);
                    assertThat(partly.errors()).hasSize(1);
                });
    }

    @Test
    void an_unknown_scan_is_a_problem() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> client.evaluate(APP, "other", EvaluateRequest.of(DIGEST, REPOSITORY)))
                .satisfies(e -> {
                    assertThat(e.isStatus(404)).isTrue();
                    assertThat(e.problem().orElseThrow().detail()).contains("Policy scan 'other' not found");
                });
    }

    private static PublishRequest publish(String... buildScans) {
        return PublishRequest.builder()
                .sha256(DIGEST)
                .repositoryUrl(REPOSITORY)
                .buildScan(PublishRequest.BuildScan.ofIds(buildScans))
                .build();
    }
}
