package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.ItemStream;
import dev.supplychain.clients.governor.GovernorClient;
import dev.supplychain.clients.governor.PresignedUrl;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.VerifiedStatement;
import dev.supplychain.model.Digest;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.governor.EvaluateRequest;
import dev.supplychain.model.governor.PackageCoordinates;
import dev.supplychain.model.governor.PolicyScanResult;
import dev.supplychain.model.governor.PolicyScanResult.Status;
import dev.supplychain.model.governor.PublishRequest;
import dev.supplychain.model.governor.PublishResult;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.PolicyEvaluator;
import dev.supplychain.policy.PolicySet;
import java.time.Duration;
import java.time.Instant;
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
                .maxBodyBytes(1 << 20)
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

    private List<PolicyScanResult> streamed() {
        try (ItemStream<PolicyScanResult> results =
                client.evaluateStreaming(APP, "build-gate", EvaluateRequest.of(DIGEST, REPOSITORY))) {
            return results.toList();
        }
    }

    @Test
    void results_are_the_same_line_by_line() {
        client.publish(APP, publish("scan1"));

        assertThat(streamed())
                .hasSize(2)
                .isEqualTo(client.evaluate(APP, "build-gate", EvaluateRequest.of(DIGEST, REPOSITORY)));
    }

    @ParameterizedTest
    @EnumSource(FakeGovernor.StatusSpelling.class)
    void every_spelling_of_a_status_is_understood(FakeGovernor.StatusSpelling spelling) {
        client.publish(APP, publish("scan1"));
        List<PolicyScanResult> usual = streamed();

        governor.statusSpelling(spelling);

        assertThat(streamed()).isEqualTo(usual);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CUT_NDJSON", "CUT_NDJSON_CLEANLY", "NDJSON_LONG_LINE", "NDJSON_ERROR_LINE", "NDJSON_PROBLEM_LINE"
            })
    void a_stream_that_breaks_is_never_complete(Fault fault) {
        client.publish(APP, publish("scan1"));
        governor.inject(fault);
        List<PolicyScanResult> seen = new ArrayList<>();

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> {
                    try (ItemStream<PolicyScanResult> results =
                            client.evaluateStreaming(APP, "build-gate", EvaluateRequest.of(DIGEST, REPOSITORY))) {
                        results.forEachRemaining(seen::add);
                    }
                })
                .satisfies(e -> assertThat(e.kind())
                        .isEqualTo(
                                switch (fault) {
                                    case NDJSON_LONG_LINE -> ApiException.Kind.TOO_LARGE;
                                    case NDJSON_ERROR_LINE, NDJSON_PROBLEM_LINE -> ApiException.Kind.ANSWERED;
                                    default -> ApiException.Kind.PROTOCOL;
                                }));
        assertThat(seen).hasSize(fault.name().startsWith("CUT") ? 1 : 2);
    }

    @Test
    void what_was_published_before_a_stream_has_failed_is_known() {
        List<PublishResult> pieces = new ArrayList<>();

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> {
                    try (ItemStream<PublishResult> stream = client.publishStreaming(APP, publish("scan1", "unknown"))) {
                        stream.forEachRemaining(pieces::add);
                    }
                })
                .satisfies(e -> {
                    assertThat(e.isStatus(500)).isTrue();
                    assertThat(e.mayHaveActed()).isTrue();
                    assertThat(GovernorClient.publishedBefore(e).orElseThrow().successes())
                            .hasSize(2);
                });
        assertThat(pieces).singleElement().isInstanceOf(PublishResult.Stored.class);
    }

    @ParameterizedTest
    @EnumSource(FakeGovernor.ProblemShape.class)
    void a_partial_failure_is_found_in_every_shape_of_a_problem(FakeGovernor.ProblemShape shape) {
        governor.problemShape(shape);

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> client.publish(APP, publish("scan1", "unknown")))
                .satisfies(e -> {
                    assertThat(e.isStatus(500)).isTrue();
                    assertThat(GovernorClient.publishedBefore(e).orElseThrow().successes())
                            .hasSize(2);
                });
    }

    @Test
    void an_overloaded_server_is_asked_again_but_not_to_publish() {
        VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-21T12:00:00Z"));
        try (GovernorClient patient = GovernorClient.create(ClientOptions.builder()
                .baseUrl(governor.url())
                .credentials(Credentials.basic("ci", "password"))
                .clock(time.clock())
                .sleeper(time)
                .random(() -> 0.5)
                .build())) {
            governor.inject(Fault.TOO_MANY_REQUESTS);
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> patient.publish(APP, publish("scan1")))
                    .satisfies(e -> assertThat(e.attempts()).isEqualTo(1));
            governor.inject(Fault.TOO_MANY_REQUESTS, Fault.TOO_MANY_REQUESTS);
            assertThat(patient.evaluate(APP, "build-gate", EvaluateRequest.of(DIGEST, REPOSITORY)))
                    .isEmpty();
        }

        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void the_page_of_a_proxy_keeps_its_status() {
        governor.inject(Fault.HTML_ERROR);

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> client.publish(APP, publish("scan1")))
                .satisfies(e -> {
                    assertThat(e.isStatus(502)).isTrue();
                    assertThat(e.bodyExcerpt().orElseThrow())
                            .hasSizeLessThan(10_000)
                            .startsWith("<html>");
                });
    }

    @Test
    void presigned_urls_need_no_password_and_end() throws Exception {
        VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-21T12:00:00Z"));
        governor.clock(time.clock());
        try (GovernorClient nobody = GovernorClient.create(ClientOptions.of(governor.url()))) {
            nobody.publish(presigned(APP.path() + "/attestations"), publish("scan1"));
            PresignedUrl scan = presigned(APP.path() + "/policy-scans/build-gate");
            String uri = nobody.evaluate(scan, EvaluateRequest.of(DIGEST, REPOSITORY))
                    .get(0)
                    .attestationUri()
                    .orElseThrow();
            try (ItemStream<PolicyScanResult> lines =
                    nobody.evaluateStreaming(scan, EvaluateRequest.of(DIGEST, REPOSITORY))) {
                assertThat(lines.toList()).hasSize(2);
            }
            PresignedUrl attestation = presigned(uri);
            EnvelopeVerifier.of(governor.publicKey())
                    .verifyStatement(nobody.fetchAttestation(attestation))
                    .requireSubject(DIGEST);

            time.advance(Duration.ofMinutes(16));
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> nobody.fetchAttestation(attestation))
                    .satisfies(e -> assertThat(e.isStatus(403)).isTrue());
        }
        assertThat(governor.requests())
                .allSatisfy(request -> assertThat(request.path()).endsWith("&signature=***"));
    }

    private PresignedUrl presigned(String path) {
        return PresignedUrl.parse(governor.presignedUrl(path));
    }

    @Test
    void an_attestation_comes_as_a_line_too() throws Exception {
        client.publish(APP, publish("scan1"));
        String uri = streamed().get(0).attestationUri().orElseThrow();

        try (ItemStream<Envelope> lines = client.fetchAttestationStreaming(uri)) {
            assertThat(lines.toList()).containsExactly(client.fetchAttestation(uri));
        }
    }

    private static PublishRequest publish(String... buildScans) {
        return PublishRequest.builder()
                .sha256(DIGEST)
                .repositoryUrl(REPOSITORY)
                .buildScan(PublishRequest.BuildScan.ofIds(buildScans))
                .build();
    }
}
