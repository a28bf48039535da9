package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.VerifiedStatement;
import dev.supplychain.dsse.keys.KeyId;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.governor.predicate.BuildTool;
import dev.supplychain.model.governor.predicate.JavaToolchains;
import dev.supplychain.policy.PolicySet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeGovernorTest {
    private static final String APP = "/packages/maven/com.example/my-app/1.0.0";
    private static final String HEX = "0f".repeat(32);
    private static final String PUBLISH = """
            {"sha256": "%s", "repositoryUrl": "https://repo.example.com/maven2", "buildScan": {"ids": ["scan1"]}}""".formatted(HEX);
    private static final String EVALUATE =
            "{\"sha256\": \"%s\", \"repositoryUrl\": \"https://repo.example.com/maven2\"}".formatted(HEX);
    private static final String POLICIES = """
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
              remediation: Use Gradle 9.
              matchingStrategy: must-match
              buildTools:
                - toolType: gradle
                  toolVersions: ["9.*"]
            """;

    private final FakeGovernor governor;

    FakeGovernorTest(@StartFake FakeGovernor governor) {
        this.governor = governor;
    }

    @Test
    void makes_signed_statements_of_a_build_scan() throws Exception {
        governor.registerBuildScan(gradle("9.2.0").withToolchain("Eclipse Adoptium", "17.0.12", "21.0.4"));

        Json answer = Http.post(governor, APP + "/attestations", PUBLISH).json();

        List<Json> successes = answer.get("successes").orElseThrow().elements();
        assertThat(successes).hasSize(2);
        VerifiedStatement tool = verified(successes.get(0));
        tool.requireSubject(Digest.ofSha256(HEX));
        assertThat(tool.statement().subject().get(0).name()).contains("pkg:maven/com.example/my-app@1.0.0");
        assertThat(tool.predicateType()).isEqualTo(BuildTool.PREDICATE_TYPE);
        assertThat(tool.statement().predicateAs(BuildTool.class))
                .isEqualTo(BuildTool.builder()
                        .buildId("scan1")
                        .buildScanUri("https://develocity.example.com/s/scan1")
                        .toolType("gradle")
                        .toolVersion("9.2.0")
                        .agentVersion("4.2.2")
                        .build());
        VerifiedStatement toolchains = verified(successes.get(1));
        assertThat(toolchains.predicateType()).isEqualTo(JavaToolchains.PREDICATE_TYPE);
        assertThat(toolchains.statement().predicate()).contains(Json.parse("""
                {"buildScanUri": "https://develocity.example.com/s/scan1",
                 "toolchains": [{"vendor": "Eclipse Adoptium", "versions": ["17.0.12", "21.0.4"]}]}"""));
    }

    @Test
    void signs_with_the_openssh_fingerprint_as_keyid() throws Exception {
        governor.registerBuildScan(gradle("9.2.0"));

        Json answer = Http.post(governor, APP + "/attestations", PUBLISH).json();

        assertThat(envelope(answer.get("successes").orElseThrow().elements().get(0))
                        .signatures())
                .singleElement()
                .extracting(signature -> signature.keyid())
                .isEqualTo(KeyId.openSsh(governor.publicKey()).text());
    }

    @Test
    void names_oci_images_by_digest_with_the_version_as_tag() throws Exception {
        governor.registerBuildScan(gradle("9.2.0"));

        Json answer = Http.post(
                        governor,
                        "/packages/oci/team/app/1.0/attestations",
                        PUBLISH.replace("https://repo.example.com/maven2", "repo.example.com/docker"))
                .json();

        assertThat(verified(answer.get("successes").orElseThrow().elements().get(0))
                        .statement()
                        .subject()
                        .get(0)
                        .name())
                .contains("pkg:oci/app@" + HEX + "?repository_url=repo.example.com%2Fdocker%2Fteam&tag=1.0");
    }

    @Test
    void answers_publish_as_the_vendors_action_expects() {
        governor.clock(Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC));
        governor.registerBuildScan(gradle("9.2.0"));

        Json answer = Http.post(governor, APP + "/attestations", PUBLISH).json();

        assertThat(answer.get("request")).contains(Json.parse("""
                {"uri": "%s/packages/maven/com.example/my-app/1.0.0/attestations",
                 "pkg": {"type": "maven", "namespace": "com.example", "name": "my-app", "version": "1.0.0"},
                 "criteria": {"sha256": "%s", "repositoryUrl": "https://repo.example.com/maven2",
                              "buildScan": {"ids": ["scan1"], "queries": []}}}""".formatted(governor.url(), HEX)));
        assertThat(answer.get("errors")).contains(Json.array(List.of()));
        Json success = answer.get("successes").orElseThrow().elements().get(0);
        assertThat(success.get("storeType")).contains(Json.of("artifactory"));
        Json response = success.get("storeResponse").orElseThrow();
        assertThat(response.get("name").orElseThrow().string())
                .isEqualTo("gradle-build-tool-1795176000000-00000001.json");
        assertThat(response.get("predicate_type")).contains(Json.of(BuildTool.PREDICATE_TYPE));
        assertThat(response.get("repository")).contains(Json.of("maven2"));
    }

    @Test
    void answers_publish_in_the_other_two_shapes_when_told() {
        governor.registerBuildScan(gradle("9.2.0"));

        governor.publishShape(FakeGovernor.PublishShape.ACCEPTED);
        assertThat(Http.post(governor, APP + "/attestations", PUBLISH).json())
                .isEqualTo(Json.parse("{\"status\": \"SUCCESS\", \"details\": {\"store\": \"af:main\"}}"));

        governor.publishShape(FakeGovernor.PublishShape.RESULTS);
        assertThat(Http.post(governor, APP + "/attestations", PUBLISH).json().elements())
                .hasSize(1);
    }

    @Test
    void says_what_was_published_when_a_build_scan_is_unknown() {
        governor.registerBuildScan(gradle("9.2.0"));

        Http.Answer answer =
                Http.post(governor, APP + "/attestations", PUBLISH.replace("[\"scan1\"]", "[\"scan1\", \"scan2\"]"));

        assertProblem(answer, 500, "Internal Server Error", "Failed to publish some attestations");
        assertThat(answer.json().get("successes").orElseThrow().elements()).hasSize(1);
        assertThat(answer.json().get("errors").orElseThrow().elements())
                .singleElement()
                .extracting(error -> error.get("status").orElseThrow())
                .isEqualTo(Json.of(404));
    }

    @Test
    void finds_build_scans_by_registered_queries() {
        governor.registerBuildScan(gradle("9.2.0"));
        governor.registerBuildScanQuery("project:my-app", "scan1");

        Json answer = Http.post(
                        governor,
                        APP + "/attestations",
                        PUBLISH.replace("\"ids\": [\"scan1\"]", "\"queries\": [\"project:my-app\", \"project:other\"]"))
                .json();

        assertThat(answer.get("successes").orElseThrow().elements()).hasSize(1);
    }

    @Test
    void reads_forms_and_multipart() {
        governor.registerBuildScan(gradle("9.2.0"));

        Http.Answer form = Http.post(
                governor,
                APP + "/attestations",
                "sha256=sha256%3A" + HEX + "&repositoryUrl=https%3A%2F%2Frepo.example.com%2Fm&buildScan.ids=scan1",
                "Content-Type",
                "application/x-www-form-urlencoded");
        Http.Answer multipart = Http.post(
                governor,
                APP + "/attestations",
                String.join(
                        "\r\n",
                        "--b",
                        "Content-Disposition: form-data; name=\"sha256\"",
                        "",
                        HEX,
                        "--b",
                        "Content-Disposition: form-data; name=\"repositoryUrl\"",
                        "",
                        "https://repo.example.com/m",
                        "--b",
                        "Content-Disposition: form-data; name=\"buildScan.ids\"",
                        "",
                        "scan1",
                        "--b--",
                        ""),
                "Content-Type",
                "multipart/form-data; boundary=b");

        assertThat(form.json().get("successes").orElseThrow().elements()).hasSize(1);
        assertThat(multipart.json().get("successes").orElseThrow().elements()).hasSize(1);
        assertProblem(
                Http.post(governor, APP + "/attestations", "x", "Content-Type", "text/plain"),
                415,
                "Unsupported Media Type",
                "text/plain");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"repositoryUrl": "r", "buildScan": {"ids": ["scan1"]}}          | Bad criteria (sha256 or repositoryUrl)
            {"sha256": "0f", "repositoryUrl": "r", "buildScan": {"ids": []}} | Bad criteria (sha256 or repositoryUrl)
            {"sha256": "HEX", "buildScan": {"ids": ["scan1"]}}               | Bad criteria (sha256 or repositoryUrl)
            {"sha256": "HEX", "repositoryUrl": "r", "buildScan": {}}         | Bad criteria (buildScan)
            {"sha256": "HEX", "repositoryUrl": "r"}                          | Bad criteria (buildScan)
            {"sha256": 1, "repositoryUrl": "r"}                              | Failed to read request
            {                                                               | Failed to read request
            """)
    void refuses_bad_criteria(String body, String detail) {
        Http.Answer answer = Http.post(governor, APP + "/attestations", body.replace("HEX", HEX));

        assertProblem(answer, 400, "Bad Request", detail);
        assertThat(answer.text("type")).isEqualTo("about:blank");
        assertThat(answer.text("instance")).isEqualTo(APP + "/attestations");
    }

    @Test
    void requires_the_namespace_of_maven_packages() {
        Http.Answer answer = Http.post(governor, "/packages/maven/my-app/1.0.0/attestations", PUBLISH);

        assertProblem(answer, 400, "Bad Request", "namespace is required for maven packages");
        assertThat(answer.text("type")).isEqualTo("urn:gradle:develocity:provenance-governor:problems:bad-request");
    }

    @Test
    void judges_the_attestations_of_a_package_by_its_policies() {
        governor.policies(PolicySet.parse("policies.yaml", POLICIES));
        governor.registerBuildScan(gradle("8.14"));
        Http.post(governor, APP + "/attestations", PUBLISH);

        Http.Answer answer = Http.post(governor, APP + "/policy-scans/Build-Gate", EVALUATE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().elements()).singleElement().satisfies(result -> {
            assertThat(result.get("status")).contains(Json.of("unsatisfied"));
            assertThat(result.get("policyUri")).contains(Json.of("/policies/BuildTool/only-gradle-9"));
            assertThat(result.get("sourcedFromUri")).contains(Json.of("https://develocity.example.com/s/scan1"));
            assertThat(result.get("attestationUri").orElseThrow().string())
                    .startsWith(APP + "/sha256:" + HEX + "/attestations/af:main/");
        });
    }

    @Test
    void judges_nothing_of_other_packages_and_digests() {
        governor.policies(PolicySet.parse("policies.yaml", POLICIES));
        governor.registerBuildScan(gradle("9.2.0"));
        Http.post(governor, APP + "/attestations", PUBLISH);

        String otherVersion = APP.replace("1.0.0", "1.0.1");
        String otherDigest = EVALUATE.replace("0f", "f0");

        assertThat(Http.post(governor, otherVersion + "/policy-scans/build-gate", EVALUATE)
                        .body())
                .isEqualTo("[]");
        assertThat(Http.post(governor, APP + "/policy-scans/build-gate", otherDigest)
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void knows_no_policy_scan_but_those_it_was_given() {
        assertProblem(
                Http.post(governor, APP + "/policy-scans/build-gate", EVALUATE),
                404,
                "Not Found",
                "Policy scan 'build-gate' not found");
        governor.policies(PolicySet.parse("policies.yaml", POLICIES));
        assertThat(Http.post(governor, APP + "/policy-scans/build-gate", EVALUATE)
                        .status())
                .isEqualTo(200);
        assertThat(Http.post(governor, APP + "/policy-scans/other", EVALUATE).status())
                .isEqualTo(404);
    }

    @Test
    void writes_lines_when_lines_are_accepted() {
        governor.policies(PolicySet.parse("policies.yaml", POLICIES));
        governor.registerBuildScan(gradle("9.2.0"));
        Http.post(governor, APP + "/attestations", PUBLISH);
        Http.post(governor, APP + "/attestations", PUBLISH);

        Http.Answer answer = Http.post(
                governor,
                APP + "/policy-scans/build-gate",
                EVALUATE,
                "Content-Type",
                "application/json",
                "Accept",
                "application/x-ndjson");

        assertThat(answer.contentType()).isEqualTo("application/x-ndjson");
        assertThat(answer.body().lines())
                .hasSize(2)
                .allSatisfy(line -> Json.parse(line).members());
    }

    @Test
    void fetches_an_attestation_in_both_shapes() {
        String uri = publishedUri();

        Json envelope = Http.get(governor, uri).json();
        governor.fetchShape(FakeGovernor.FetchShape.ARRAY);

        assertThat(envelope.members()).containsKeys("payload", "payloadType", "signatures");
        assertThat(Http.get(governor, uri).json()).isEqualTo(Json.array(List.of(envelope)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/af:main/bm90aGluZw==", "/s3:prod/1"})
    void has_no_attestation_of_another_id_or_store(String end) {
        assertProblem(
                Http.get(governor, APP + "/sha256:" + HEX + "/attestations" + end),
                404,
                "Not Found",
                "No attestation found matching request.");
    }

    @Test
    void refuses_what_is_not_a_digest_and_knows_no_other_paths() {
        assertThat(Http.get(governor, APP + "/sha256:abc/attestations/af:main/x")
                        .status())
                .isEqualTo(400);
        assertThat(Http.get(governor, APP + "/attestations").status()).isEqualTo(404);
        assertThat(Http.get(governor, "/").status()).isEqualTo(404);
    }

    @Test
    void fetches_but_does_not_judge_what_was_tampered_with() {
        governor.policies(PolicySet.parse("policies.yaml", POLICIES));
        String uri = publishedUri();

        governor.tamper(
                uri, e -> Envelope.builder().from(e).payload(Bytes.utf8("{}")).build());

        assertThat(Http.get(governor, uri).text("payload")).isEqualTo("e30=");
        assertThat(Http.post(governor, APP + "/policy-scans/build-gate", EVALUATE)
                        .body())
                .isEqualTo("[]");
        assertThatIllegalArgumentException().isThrownBy(() -> governor.tamper("/packages/x", e -> e));
    }

    @Test
    void does_not_judge_an_attestation_of_another_package_put_in_its_place() {
        governor.policies(PolicySet.parse("policies.yaml", POLICIES));
        String uri = publishedUri();
        governor.publishShape(FakeGovernor.PublishShape.STORED);
        Json other = Http.post(governor, APP + "/attestations", PUBLISH.replace(HEX, "f0".repeat(32)))
                .json();

        governor.tamper(
                uri,
                e -> envelope(other.get("successes").orElseThrow().elements().get(0)));

        assertThat(Http.post(governor, APP + "/policy-scans/build-gate", EVALUATE)
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void requires_the_credentials_it_was_told() {
        governor.requireBasic("admin", "password");

        assertProblem(
                Http.get(governor, APP),
                401,
                "Unauthorized",
                "Full authentication is required to access this resource");
        assertThat(Http.get(governor, APP, "Authorization", "Basic YWRtaW46cGFzc3dvcmQ=")
                        .status())
                .isEqualTo(404);
    }

    private String publishedUri() {
        governor.registerBuildScan(gradle("9.2.0"));
        governor.publishShape(FakeGovernor.PublishShape.RESULTS);
        return Http.post(governor, APP + "/attestations", PUBLISH)
                .json()
                .elements()
                .get(0)
                .get("attestationUri")
                .orElseThrow()
                .string();
    }

    private VerifiedStatement verified(Json success) throws Exception {
        return EnvelopeVerifier.of(governor.publicKey()).verifyStatement(envelope(success));
    }

    private static Envelope envelope(Json success) {
        return Envelope.parse(success.get("storeRequest")
                .orElseThrow()
                .get("body")
                .orElseThrow()
                .toUtf8());
    }

    private static BuildScanData gradle(String version) {
        return BuildScanData.of("scan1", "gradle", version, "4.2.2");
    }

    private static void assertProblem(Http.Answer answer, int status, String title, String detail) {
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("status")).contains(Json.of(status));
        assertThat(answer.text("title")).isEqualTo(title);
        assertThat(answer.text("detail")).contains(detail);
    }
}
