package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.governor.GovernorClient;
import dev.supplychain.clients.governor.RequestFormat;
import dev.supplychain.model.Digest;
import dev.supplychain.model.governor.EvaluateRequest;
import dev.supplychain.model.governor.PackageCoordinates;
import dev.supplychain.model.governor.PublishRequest;
import dev.supplychain.policy.PolicySet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation sends with curl, sent by the client; ../shared/spec/provenance-governor-api.txt. */
class GovernorContractTest {
    private static final String PLACEHOLDER = "sha256:abc123...";
    private static final Digest VALID = Digest.ofSha256("ab".repeat(32));

    private final FakeGovernor governor;
    private final GovernorClient client;

    GovernorContractTest(@StartFake FakeGovernor governor) {
        this.governor = governor;
        governor.registerBuildScan(BuildScanData.of("bjvognekiphus", "gradle", "9.2.0", "4.2.2"));
        governor.policies(PolicySet.parse("policies.yaml", """
                apiVersion: policy.gradle.com/v1
                kind: PolicyScanDefinition
                metadata:
                  name: build
                spec:
                  policySelector:
                    matchLabels:
                      gate: build
                """));
        governor.requireBasic("admin", "password");
        client = GovernorClient.create(ClientOptions.builder()
                .baseUrl(governor.url())
                .credentials(Credentials.basic("admin", "password"))
                .build());
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    static List<CurlExample> examples() {
        return CurlExample.all(Specification.require("provenance-governor-api.txt"));
    }

    static List<CurlExample> posts() {
        return examples().stream()
                .filter(example -> example.method().equals("POST"))
                .toList();
    }

    private static CurlExample fetch() {
        return examples().stream()
                .filter(example -> example.method().equals("GET"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_documentation_has_thirteen_examples_in_every_format() {
        assertThat(examples()).hasSize(13);
        assertThat(posts().stream().map(example -> example.headers().get("content-type")))
                .containsOnly("application/json", "application/x-www-form-urlencoded", "multipart/form-data");
        assertThat(posts().stream().filter(example -> example.headers().containsKey("accept")))
                .hasSize(6);
    }

    @ParameterizedTest
    @MethodSource("posts")
    void what_is_posted_is_what_curl_posts(CurlExample example) {
        send(example);

        assertThat(governor.requests()).singleElement().satisfies(sent -> {
            assertThat(sent.method()).isEqualTo(example.method());
            assertThat(sent.path()).isEqualTo(example.path());
            assertThat(sent.header("Authorization")).contains("Basic ***");
            assertThat(example.headers().get("authorization")).startsWith("Basic ");
            assertThat(sent.header("Content-Type").orElseThrow().split(";", 2)[0])
                    .isEqualTo(example.headers().get("content-type"));
            Optional.ofNullable(example.headers().get("accept"))
                    .ifPresent(accept -> assertThat(sent.header("Accept")).contains(accept));
            assertThat(criteria(sent)).isEqualTo(criteria(example));
        });
    }

    /** The password in clear is that of the fake, which has let the request in. */
    @Test
    void the_credentials_of_the_examples_are_those_that_are_sent() {
        assertThat(posts().stream().map(example -> example.headers().get("authorization")))
                .filteredOn(value -> !value.contains("*"))
                .hasSize(6)
                .containsOnly("Basic YWRtaW46cGFzc3dvcmQ=");
    }

    @Test
    void the_placeholder_of_the_fetch_example_is_refused_before_anything_is_sent() {
        assertThat(fetch().path()).contains("/" + PLACEHOLDER + "/");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.fetchAttestation(fetch().path()))
                .withMessageContaining("digest");
        assertThat(governor.requests()).isEmpty();
    }

    @Test
    void what_is_fetched_is_what_curl_fetches() {
        String path = fetch().path().replace(PLACEHOLDER, VALID.toString());

        assertThat(assertMissing(() -> client.fetchAttestation(path))).isTrue();
        PackageCoordinates lib = PackageCoordinates.maven("com.example", "my-lib", "1.0.0");
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(assertMissing(() -> client.fetchAttestation(lib, VALID, "s3:prod-bucket", id)))
                .isTrue();

        assertThat(governor.requests()).hasSize(2).allSatisfy(sent -> {
            assertThat(sent.toString()).isEqualTo("GET " + path);
            assertThat(sent.header("Accept").orElseThrow())
                    .startsWith(fetch().headers().get("accept"));
            assertThat(sent.header("Authorization")).contains("Basic ***");
            assertThat(sent.body().size()).isZero();
        });
    }

    private static boolean assertMissing(Runnable call) {
        try {
            call.run();
            return false;
        } catch (ApiException e) {
            return e.isStatus(404);
        }
    }

    private void send(CurlExample example) {
        List<String> path = Arrays.asList(example.path().substring(1).split("/", -1));
        GovernorClient sending = client.sending(format(example));
        if (path.get(path.size() - 1).equals("attestations")) {
            sending.publish(coordinates(path.subList(1, path.size() - 1)), publish(example));
        } else {
            sending.evaluate(
                    coordinates(path.subList(1, path.size() - 2)), path.get(path.size() - 1), evaluate(example));
        }
    }

    private static RequestFormat format(CurlExample example) {
        return switch (example.headers().get("content-type")) {
            case "application/json" -> RequestFormat.JSON;
            case "multipart/form-data" -> RequestFormat.MULTIPART;
            default -> RequestFormat.FORM;
        };
    }

    private static PackageCoordinates coordinates(List<String> parts) {
        return parts.size() == 4
                ? new PackageCoordinates(parts.get(0), Optional.of(parts.get(1)), parts.get(2), parts.get(3))
                : new PackageCoordinates(parts.get(0), Optional.empty(), parts.get(1), parts.get(2));
    }

    private static PublishRequest publish(CurlExample example) {
        return PublishRequest.builder()
                .sha256(example.texts("sha256").get(0))
                .repositoryUrl(example.texts("repositoryUrl").get(0))
                .buildScan(PublishRequest.BuildScan.builder()
                        .addAllIds(example.texts("buildScan.ids"))
                        .addAllQueries(example.texts("buildScan.queries"))
                        .build())
                .build();
    }

    private static EvaluateRequest evaluate(CurlExample example) {
        return EvaluateRequest.builder()
                .sha256(example.texts("sha256").get(0))
                .repositoryUrl(example.texts("repositoryUrl").get(0))
                .build();
    }

    private static GovernorCriteria criteria(RecordedRequest sent) {
        return GovernorCriteria.parse(new FakeRequest(
                sent.method(), sent.path(), sent.headers(), sent.body().toByteArray()));
    }

    private static GovernorCriteria criteria(CurlExample example) {
        return new GovernorCriteria(
                Digest.parse("sha256:" + example.texts("sha256").get(0).toLowerCase(Locale.ROOT)),
                example.texts("repositoryUrl").get(0),
                example.texts("buildScan.ids"),
                example.texts("buildScan.queries"));
    }
}
