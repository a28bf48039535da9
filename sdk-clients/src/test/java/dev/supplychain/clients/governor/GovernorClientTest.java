package dev.supplychain.clients.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.internal.Http;
import dev.supplychain.clients.internal.Recorded;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.governor.EvaluateRequest;
import dev.supplychain.model.governor.PackageCoordinates;
import dev.supplychain.model.governor.PolicyScanResult;
import dev.supplychain.model.governor.PublishRequest;
import dev.supplychain.model.governor.PublishResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and answers are those of ../shared/spec/provenance-governor-api.txt. */
class GovernorClientTest {
    private static final String SHA256 = "df9b564df8de07153224faa58da743ca6bc281610a6dbbec772535de19bd06e2";
    private static final String DIGEST = "sha256:" + SHA256;
    private static final String ATTESTATION = "/packages/oci/a/1/" + DIGEST + "/attestations/s3:prod/uuid";
    private static final String ENVELOPE =
            "{\"payload\":\"e30=\",\"payloadType\":\"application/vnd.in-toto+json\",\"signatures\":[{\"keyid\":\"\",\"sig\":\"MEU=\"}]}";
    private static final PackageCoordinates OCI = PackageCoordinates.oci("testifact", "1.0");
    private static final PackageCoordinates MAVEN = PackageCoordinates.maven("com.example", "my-maven-app", "1.0.0");
    private static final PublishRequest PUBLISH = PublishRequest.builder()
            .sha256(SHA256)
            .repositoryUrl("repo.example.com/docker")
            .buildScan(PublishRequest.BuildScan.ofIds("bjvognekiphus"))
            .build();
    private static final EvaluateRequest EVALUATE = EvaluateRequest.builder()
            .sha256(SHA256)
            .repositoryUrl("https://repo.example.com/maven2")
            .build();

    private final MockWebServer server = new MockWebServer();
    private GovernorClient governor;

    @BeforeEach
    void start() throws Exception {
        server.start();
        governor = client("/default/");
    }

    @AfterEach
    void stop() {
        governor.close();
        server.close();
    }

    private GovernorClient client(String path) {
        return GovernorClient.create(new Recorded()
                .options(server.url(path).toString())
                .credentials(Credentials.basic("admin", "password"))
                .build());
    }

    private void answer(int status, String type, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", type)
                .body(body)
                .build());
    }

    private void answer(String body) {
        answer(200, "application/json", body);
    }

    @Test
    void publishes_as_the_documentation_shows() throws Exception {
        answer("{\"status\":\"SUCCESS\",\"details\":{\"store\":\"attestation-store-1\"}}");

        PublishResult result = governor.publish(OCI, PUBLISH);

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine())
                .isEqualTo("POST /default/packages/oci/testifact/1.0/attestations HTTP/1.1");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json, application/problem+json");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Basic YWRtaW46cGFzc3dvcmQ=");
        assertThat(Http.body(request))
                .isEqualTo(
                        "{\"sha256\":\"" + SHA256
                                + "\",\"repositoryUrl\":\"repo.example.com/docker\",\"buildScan\":{\"ids\":[\"bjvognekiphus\"]}}");
        assertThat(result)
                .isInstanceOfSatisfying(
                        PublishResult.Accepted.class,
                        accepted -> assertThat(accepted.status()).isEqualTo("SUCCESS"));
    }

    @Test
    void takes_each_of_the_three_answers_to_publish() {
        answer("{\"status\":\"SUCCESS\"}");
        answer("[]");
        answer("{\"request\":{},\"successes\":[],\"errors\":[]}");

        assertThat(governor.publish(OCI, PUBLISH)).isInstanceOf(PublishResult.Accepted.class);
        assertThat(governor.publish(OCI, PUBLISH)).isInstanceOf(PublishResult.Results.class);
        assertThat(governor.publish(OCI, PUBLISH)).isInstanceOf(PublishResult.Stored.class);
    }

    @Test
    void keeps_what_was_published_before_a_failure_and_does_not_publish_again() {
        String success = "{\"storeType\":\"s3\",\"storeUri\":\"s3:prod\",\"storeRequest\":{\"uri\":\"u\",\"body\":"
                + ENVELOPE + "},\"storeResponse\":{\"eTag\":\"1\"}}";
        answer(
                500,
                "application/problem+json",
                "{\"title\":\"Internal Server Error\",\"detail\":\"S3\",\"properties\":{\"successes\":[" + success
                        + "],\"errors\":[{\"status\":503}]}}");

        ApiException e = catchThrowableOfType(ApiException.class, () -> governor.publish(OCI, PUBLISH));

        assertThat(e.mayHaveActed()).isTrue();
        assertThat(PublishResult.Stored.of(e.problem().orElseThrow())
                        .orElseThrow()
                        .successes())
                .hasSize(1);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void evaluates_as_the_documentation_shows() throws Exception {
        answer("""
                [{"labels": {"policy.my-corp.com/gate": "build"}, "status": "NOT_APPLICABLE",
                  "policyUri": "/policies/JavaToolchains/disallow-jdk8", "attestationUri": null,
                  "sourcedFromUri": null, "details": {"uris": ["https://untrusted.repo.com/maven2"]}}]
                """);

        List<PolicyScanResult> results = governor.evaluate(MAVEN, "build", EVALUATE);

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine())
                .isEqualTo("POST /default/packages/maven/com.example/my-maven-app/1.0.0/policy-scans/build HTTP/1.1");
        assertThat(Http.body(request))
                .isEqualTo("{\"sha256\":\"" + SHA256 + "\",\"repositoryUrl\":\"https://repo.example.com/maven2\"}");
        assertThat(results)
                .extracting(PolicyScanResult::status)
                .containsExactly(PolicyScanResult.Status.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502})
    void evaluates_again_after_a_passing_failure(int status) {
        answer(status, "application/problem+json", "{\"title\":\"x\"}");
        answer("[]");

        assertThat(governor.evaluate(OCI, "build", EVALUATE)).isEmpty();
    }

    @Test
    void refuses_a_status_it_does_not_know() {
        answer("[{\"status\":\"maybe\",\"policyUri\":\"/policies/X/y\"}]");

        ApiException e = catchThrowableOfType(ApiException.class, () -> governor.evaluate(OCI, "build", EVALUATE));

        assertThat(e.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(e).hasMessageContaining("/0/status").hasMessageContaining("maybe");
    }

    @Test
    void says_what_the_problem_says() {
        answer(
                404,
                "application/problem+json",
                "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"Policy scan 'x' not found\"}");

        ApiException e = catchThrowableOfType(ApiException.class, () -> governor.evaluate(OCI, "x", EVALUATE));

        assertThat(e)
                .hasMessage("POST /packages/oci/testifact/1.0/policy-scans/x failed: "
                        + "404: Not Found: Policy scan 'x' not found (1 attempt)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", " ["})
    void fetches_an_attestation_alone_or_in_an_array(String opening) throws Exception {
        answer(opening + ENVELOPE + (opening.isEmpty() ? "" : "]"));

        Envelope envelope = governor.fetchAttestation(
                "/packages/maven/com.example/my-lib/1.0.0/" + DIGEST + "/attestations/af:docker-trial/ZG9ja2VyLw==");

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine())
                .isEqualTo("GET /default/packages/maven/com.example/my-lib/1.0.0/" + DIGEST + "/attestations/"
                        + "af:docker-trial/ZG9ja2VyLw== HTTP/1.1");
        assertThat(envelope.payload()).isEqualTo(Bytes.utf8("{}"));
        assertThat(new String(envelope.toJson(), StandardCharsets.UTF_8)).isEqualTo(ENVELOPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "[1]"})
    void refuses_anything_but_one_envelope(String body) {
        answer(body);

        assertThat(catchThrowableOfType(ApiException.class, () -> governor.fetchAttestation(ATTESTATION))
                        .kind())
                .isEqualTo(Kind.PROTOCOL);
    }

    @Test
    void does_not_repeat_the_path_that_a_proxy_has_put_before() throws Exception {
        answer(ENVELOPE);
        governor.fetchAttestation("/default" + ATTESTATION);

        assertThat(server.takeRequest().getTarget()).isEqualTo("/default" + ATTESTATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/packages/a",
                "//evil.example.com/packages/a",
                "@evil.example.com/packages/a",
                "/admin",
                "packages/a",
                "/packages/",
                "/packages/../admin",
                "/packages/%2e%2e/admin",
                "/packages/a%2f..%2fadmin",
                "/packages/a?token=x",
                "/packages/a#x",
                "/packages/a\\b",
                "/packages/a/b",
                "/packages/oci/a/1/sha256:abc.../attestations/s3:prod/uuid",
                "/packages/oci/a/1/sha256:abc/attestations/s3:prod/uuid",
                "/packages/oci/a/1/" + DIGEST + "/attestations/prod/uuid",
                "/packages/oci/a/1/" + DIGEST + "/attestation/s3:prod/uuid",
                "/packages/oci/1/" + DIGEST + "/attestations/s3:prod/uuid",
                "/other/packages/a"
            })
    void leads_the_credentials_to_no_other_place(String uri) {
        assertThatIllegalArgumentException().isThrownBy(() -> governor.fetchAttestation(uri));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void resolves_attestations_below_the_path_of_the_server() {
        String resolved = server.url("/default" + ATTESTATION).toString();

        assertThat(governor.resolve(ATTESTATION)).hasToString(resolved);
        assertThat(governor.resolve("/default" + ATTESTATION)).hasToString(resolved);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> governor.resolve("https://evil.example.com" + ATTESTATION));
    }

    @Test
    void fetches_by_the_parts_of_an_id_that_means_nothing() throws Exception {
        answer(ENVELOPE);

        governor.fetchAttestation(
                PackageCoordinates.oci("a", "1"), Digest.parse(DIGEST), "af:main", "QS5+L2I/Yz1k==".replace("/", "_"));

        assertThat(server.takeRequest().getTarget())
                .isEqualTo("/default/packages/oci/a/1/" + DIGEST + "/attestations/af:main/QS5+L2I_Yz1k==");
    }

    @ParameterizedTest
    @CsvSource({
        "prod, id",
        "s3:, id",
        ":prod, id",
        "s3:a:b, id",
        "s3:a/b, id",
        "s3:prod, ''",
        "s3:prod, ..",
        "s3:prod, a/b"
    })
    void refuses_a_store_or_id_that_is_none(String instance, String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> governor.fetchAttestation(OCI, Digest.parse(DIGEST), instance, id));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void sends_forms_with_names_that_repeat() throws Exception {
        answer("[]");
        PublishRequest request = PublishRequest.builder()
                .from(PUBLISH)
                .buildScan(PublishRequest.BuildScan.builder()
                        .addIds("a", "b")
                        .addQueries("project:x tag:\"1&2\"")
                        .build())
                .build();

        governor.sending(RequestFormat.FORM).publish(OCI, request);

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getHeaders().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(Http.body(sent))
                .isEqualTo(
                        "sha256=" + SHA256 + "&repositoryUrl=repo.example.com%2Fdocker&buildScan.ids=a&buildScan.ids=b"
                                + "&buildScan.queries=project%3Ax+tag%3A%221%262%22");
    }

    @Test
    void sends_multipart() throws Exception {
        answer("[]");

        governor.sending(RequestFormat.MULTIPART).evaluate(OCI, "build", EVALUATE);

        RecordedRequest sent = server.takeRequest();
        String type = String.valueOf(sent.getHeaders().get("Content-Type"));
        assertThat(type).startsWith("multipart/form-data; boundary=");
        String boundary = type.substring(type.indexOf('=') + 1);
        assertThat(Http.body(sent))
                .isEqualTo(String.join(
                        "\r\n",
                        "--" + boundary,
                        "Content-Disposition: form-data; name=\"sha256\"",
                        "",
                        SHA256,
                        "--" + boundary,
                        "Content-Disposition: form-data; name=\"repositoryUrl\"",
                        "",
                        "https://repo.example.com/maven2",
                        "--" + boundary + "--",
                        ""));
    }

    @Test
    void annotations_have_no_place_in_a_form() {
        PublishRequest annotated = PublishRequest.builder()
                .from(PUBLISH)
                .putAnnotations("team", "a")
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> governor.sending(RequestFormat.FORM).publish(OCI, annotated));
        assertThat(server.getRequestCount()).isZero();
    }

    private PresignedUrl presigned(String path) {
        return PresignedUrl.parse(server.url("/default" + path) + "?expires=1795176000&sig=pr3s1gned-zq81%2Bx");
    }

    @Test
    void a_presigned_url_is_used_as_it_is_and_without_credentials() throws Exception {
        answer(ENVELOPE);
        answer("[]");
        answer("[]");

        governor.fetchAttestation(presigned(ATTESTATION));
        governor.evaluate(presigned(OCI.path() + "/policy-scans/build"), EVALUATE);
        governor.publish(presigned(OCI.path() + "/attestations"), PUBLISH);

        String query = "?expires=1795176000&sig=pr3s1gned-zq81%2Bx";
        List<String> lines = List.of(
                "GET /default" + ATTESTATION + query + " HTTP/1.1",
                "POST /default/packages/oci/testifact/1.0/policy-scans/build" + query + " HTTP/1.1",
                "POST /default/packages/oci/testifact/1.0/attestations" + query + " HTTP/1.1");
        for (String line : lines) {
            RecordedRequest sent = server.takeRequest();
            assertThat(sent.getRequestLine()).isEqualTo(line);
            assertThat(sent.getHeaders().get("Authorization")).isNull();
        }
    }

    @Test
    void a_presigned_url_shows_its_signature_nowhere() {
        answer(
                403,
                "application/problem+json",
                "{\"title\":\"Forbidden\",\"detail\":\"pr3s1gned-zq81+x is old\"," + "\"instance\":\"/default"
                        + ATTESTATION + "?expires=1795176000&sig=pr3s1gned-zq81%2Bx\"}");
        Recorded recorded = new Recorded();
        PresignedUrl url = presigned(ATTESTATION);

        try (GovernorClient listening = GovernorClient.create(
                recorded.options(server.url("/default").toString()).build())) {
            ApiException e = catchThrowableOfType(ApiException.class, () -> listening.fetchAttestation(url));

            assertThat(e.isStatus(403)).isTrue();
            assertThat(e + e.bodyExcerpt().orElse("") + e.problem() + recorded.attempts() + url)
                    .doesNotContain("pr3s1gned")
                    .contains("GET /default" + ATTESTATION);
        }
        assertThat(url.toString()).endsWith("/attestations/s3:prod/uuid?***");
    }

    @Test
    void a_presigned_url_leads_nowhere_else() {
        String path = "/default" + ATTESTATION + "?sig=pr3s1gned";
        List<String> foreign = List.of(
                "https://evil.example.com" + path,
                "https://127.0.0.1:" + server.getPort() + path,
                "http://127.0.0.1:1" + path,
                server.url("/other" + ATTESTATION) + "?sig=pr3s1gned",
                server.url("/default/admin") + "?sig=pr3s1gned");

        for (String url : foreign) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> governor.fetchAttestation(PresignedUrl.parse(url)))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("pr3s1gned"));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> governor.publish(presigned(ATTESTATION), PUBLISH));
        assertThatIllegalArgumentException().isThrownBy(() -> governor.evaluate(presigned(ATTESTATION), EVALUATE));
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no url",
                "https://h/packages/a",
                "https://h/packages/a?",
                "https://u:p@h/packages/a?sig=x",
                "https://h/packages/a?sig=x#f",
                "https://h/packages/../a?sig=x",
                "https://h/packages/a b?sig=x"
            })
    void refuses_a_presigned_url_that_is_none(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> PresignedUrl.parse(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "a?b", "a\nb"})
    void refuses_a_scan_name_that_is_none(String scan) {
        assertThatIllegalArgumentException().isThrownBy(() -> governor.evaluate(OCI, scan, EVALUATE));
    }
}
