package dev.supplychain.clients.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.internal.Recorded;
import dev.supplychain.model.Digest;
import dev.supplychain.model.oci.Descriptor;
import dev.supplychain.model.oci.ImageReference;
import dev.supplychain.model.oci.MediaTypes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 36 of the fault table: registries that lie about digests, and that send credentials to others. */
class RegistryFaultsTest {
    private static final String PASSWORD = Recorded.SECRET;
    private static final String MANIFEST = "{\"schemaVersion\":2,\"mediaType\":\"" + MediaTypes.IMAGE_MANIFEST
            + "\",\"config\":{\"mediaType\":\"" + MediaTypes.EMPTY + "\",\"digest\":\"sha256:" + "0".repeat(64)
            + "\",\"size\":2},\"layers\":[]}";
    private static final Digest DIGEST = Digest.sha256(MANIFEST.getBytes(StandardCharsets.UTF_8));
    private static final Digest OTHER = Digest.ofSha256("f".repeat(64));

    private final MockWebServer server = new MockWebServer();
    private final MockWebServer elsewhere = new MockWebServer();
    private final Recorded recorded = new Recorded();
    private OciRegistryClient registry;
    private ImageReference app;

    @BeforeEach
    void start() throws Exception {
        server.start();
        elsewhere.start();
        app = ImageReference.parse("localhost:" + server.getPort() + "/app:1.0");
        registry = client(url(server));
    }

    @AfterEach
    void stop() {
        registry.close();
        server.close();
        elsewhere.close();
    }

    private static String url(MockWebServer server) {
        return "http://localhost:" + server.getPort();
    }

    private OciRegistryClient client(String url) {
        return OciRegistryClient.builder(
                        recorded.options(url).credentials(Credentials.none()).build())
                .credentials(RegistryCredentials.password("ci", PASSWORD))
                .build();
    }

    private static MockResponse.Builder manifest(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", MediaTypes.IMAGE_MANIFEST)
                .body(body);
    }

    private static MockResponse blob(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/octet-stream")
                .body(body)
                .build();
    }

    private static Descriptor descriptor(String content) {
        return Descriptor.of("text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private ApiException fails(ThrowingCallable call) {
        ApiException e = catchThrowableOfType(ApiException.class, call);
        assertThat(e).isNotNull();
        assertThat(e.toString()).doesNotContain(PASSWORD);
        return e;
    }

    @Test
    void a_manifest_with_another_digest_than_asked_is_refused() {
        server.enqueue(manifest(MANIFEST).build());

        ApiException e = fails(() -> registry.fetchManifest(app.withDigest(OTHER)));

        assertThat(e.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(e).hasMessageContaining("the answer has the digest " + DIGEST);
    }

    @Test
    void a_header_that_names_another_digest_than_the_body_has_is_refused() {
        server.enqueue(manifest(MANIFEST)
                .setHeader("Docker-Content-Digest", OTHER.toString())
                .build());

        ApiException e = fails(() -> registry.fetchManifest(app));

        assertThat(e.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(e).hasMessageContaining("Docker-Content-Digest says " + OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256:xyz", "md5:d41d8cd98f00b204e9800998ecf8427e", "nonsense"})
    void a_header_that_is_no_digest_is_refused(String header) {
        server.enqueue(
                manifest(MANIFEST).setHeader("Docker-Content-Digest", header).build());

        assertThat(fails(() -> registry.fetchManifest(app)).kind()).isEqualTo(Kind.PROTOCOL);
    }

    @Test
    void a_manifest_of_another_type_than_its_header_says_is_refused() {
        server.enqueue(manifest(MANIFEST)
                .setHeader("Content-Type", MediaTypes.IMAGE_INDEX)
                .build());

        assertThat(fails(() -> registry.fetchManifest(app)).kind()).isEqualTo(Kind.PROTOCOL);
    }

    @Test
    void resolves_by_a_get_when_the_head_names_no_digest() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", MediaTypes.IMAGE_MANIFEST)
                .build());
        server.enqueue(manifest(MANIFEST).build());

        assertThat(registry.resolve(app)).isEqualTo(DIGEST);
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("HEAD /v2/app/manifests/1.0 HTTP/1.1");
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET /v2/app/manifests/1.0 HTTP/1.1");
    }

    @Test
    void a_digest_that_the_tag_does_not_have_is_refused() {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Docker-Content-Digest", DIGEST.toString())
                .build());

        assertThat(fails(() -> registry.resolve(app.withDigest(OTHER))))
                .hasMessageContaining("the tag points at " + DIGEST + ", not at " + OTHER);
    }

    @Test
    void the_end_of_a_blob_with_another_digest_is_not_reported() throws Exception {
        server.enqueue(blob("evil"));

        try (InputStream in = registry.openBlob(app, descriptor("good"))) {
            assertThat(in.readNBytes(4)).hasSize(4);
            ApiException e = fails(in::read);
            assertThat(e.kind()).isEqualTo(Kind.PROTOCOL);
            assertThat(e).hasMessageContaining("the body has the digest");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"goo", "good and more"})
    void a_blob_of_another_size_is_refused(String body) {
        server.enqueue(blob(body));

        assertThat(fails(() -> registry.fetchBlob(app, descriptor("good"))).kind())
                .isEqualTo(Kind.PROTOCOL);
    }

    @Test
    void a_file_appears_only_when_its_content_is_right(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("blob");
        Files.writeString(target, "before");
        server.enqueue(blob("evil"));
        server.enqueue(blob("good"));

        fails(() -> registry.fetchBlob(app, descriptor("good"), target));
        assertThat(target).hasContent("before");
        registry.fetchBlob(app, descriptor("good"), target);

        assertThat(target).hasContent("good");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void follows_a_redirect_of_a_blob_without_credentials() throws Exception {
        server.enqueue(challenge("Basic realm=\"x\""));
        server.enqueue(redirect(elsewhere.url("/bucket/blob?signature=abc").toString()));
        elsewhere.enqueue(blob("good"));

        assertThat(registry.fetchBlob(app, descriptor("good")).utf8()).isEqualTo("good");

        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Authorization")).startsWith("Basic ");
        RecordedRequest other = elsewhere.takeRequest();
        assertThat(other.getTarget()).isEqualTo("/bucket/blob?signature=abc");
        assertThat(other.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void a_place_elsewhere_that_asks_for_credentials_gets_none() {
        server.enqueue(redirect(elsewhere.url("/blob").toString()));
        elsewhere.enqueue(challenge("Basic realm=\"x\""));

        assertThat(fails(() -> registry.fetchBlob(app, descriptor("good"))).isStatus(401))
                .isTrue();
        assertThat(elsewhere.getRequestCount()).isEqualTo(1);
    }

    @Test
    void follows_three_redirects_and_no_more() {
        for (int i = 0; i < 5; i++) {
            server.enqueue(redirect("/v2/app/blobs/again"));
        }

        assertThat(fails(() -> registry.fetchBlob(app, descriptor("good"))))
                .hasMessageContaining("more than 3 redirects");
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://storage.example.com/blob", "ftp://x/y", "http://user:pw@127.0.0.1/"})
    void follows_no_redirect_that_others_could_read(String location) {
        server.enqueue(redirect(location));

        ApiException e = fails(() -> registry.fetchBlob(app, descriptor("good")));

        assertThat(e.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private static MockResponse redirect(String location) {
        return new MockResponse.Builder()
                .code(307)
                .setHeader("Location", location)
                .build();
    }

    private static MockResponse challenge(String challenge) {
        return new MockResponse.Builder()
                .code(401)
                .setHeader("WWW-Authenticate", challenge)
                .build();
    }

    @Test
    void a_realm_on_another_host_sees_nothing() {
        server.enqueue(
                challenge("Bearer realm=\"" + url(elsewhere) + "/token\",service=\"s\",scope=\"repository:app:pull\""));

        ApiException e = fails(() -> registry.resolve(app));

        assertThat(e.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(e)
                .hasMessageContaining("which nobody has allowed: tokenHost(\"localhost:" + elsewhere.getPort()
                        + "\") does;" + " nothing was sent there");
        assertThat(elsewhere.getRequestCount()).isZero();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_realm_that_the_caller_has_allowed_gives_tokens() throws Exception {
        server.enqueue(
                challenge("Bearer realm=\"" + url(elsewhere) + "/token\",service=\"s\",scope=\"repository:app:pull\""));
        server.enqueue(manifest(MANIFEST).build());
        elsewhere.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body("{\"token\":\"t-1\"}")
                .build());
        try (OciRegistryClient allowed = OciRegistryClient.builder(recorded.options(url(server))
                        .credentials(Credentials.basic("ci", PASSWORD))
                        .build())
                .tokenHost("LOCALHOST:" + elsewhere.getPort())
                .build()) {
            assertThat(allowed.fetchManifest(app).digest()).isEqualTo(DIGEST);
        }
        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer t-1");
        RecordedRequest token = elsewhere.takeRequest();
        assertThat(token.getTarget())
                .isEqualTo("/token?service=s&scope=repository%3Aapp%3Apull&client_id=supply-chain-sdk");
        assertThat(token.getHeaders().get("Authorization")).startsWith("Basic ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bearer realm=\"http://registry.example.com/token\"",
                "Bearer realm=\"http://user:pw@localhost/token\"",
                "Bearer service=\"s\"",
                "Bearer realm=\"x\" nonsense",
            })
    void a_challenge_that_cannot_be_answered_is_refused(String challenge) {
        server.enqueue(challenge(challenge));

        assertThat(fails(() -> registry.resolve(app)).kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void an_unknown_scheme_is_an_ordinary_401() {
        server.enqueue(challenge("Negotiate"));

        assertThat(fails(() -> registry.fetchManifest(app)).isStatus(401)).isTrue();
    }

    @Test
    void what_the_token_service_says_against_a_login_is_not_repeated() {
        server.enqueue(challenge("Bearer realm=\"" + url(server) + "/token\",service=\"s\""));
        server.enqueue(new MockResponse.Builder()
                .code(401)
                .setHeader("Content-Type", "application/json")
                .body("{\"details\":\"" + PASSWORD + " is wrong\"}")
                .build());

        ApiException e = fails(() -> registry.resolve(app));

        assertThat(e.isStatus(401)).isTrue();
        assertThat(e)
                .hasMessageContaining("GET " + url(server)
                        + "/token failed: 401: no token for repository:app:pull with the" + " login that was found");
    }

    @Test
    void a_token_that_cannot_travel_in_a_header_is_refused_unseen() {
        server.enqueue(challenge("Bearer realm=\"" + url(server) + "/token\",service=\"s\""));
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body("{\"token\":\"" + PASSWORD + "\\n\"}")
                .build());

        assertThat(fails(() -> registry.resolve(app))).hasMessageContaining("cannot travel in a header");
    }

    @Test
    void keeps_the_words_of_the_registry() {
        server.enqueue(new MockResponse.Builder()
                .code(404)
                .setHeader("Content-Type", "application/json")
                .body(
                        "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest unknown\",\"detail\":{\"Tag\":\"1.0\"}}]}")
                .build());

        ApiException e = fails(() -> registry.fetchManifest(app));

        assertThat(e.code()).contains("MANIFEST_UNKNOWN");
        assertThat(e)
                .hasMessageContaining(
                        "GET /v2/app/manifests/1.0 failed: 404 MANIFEST_UNKNOWN: manifest unknown (1 attempt)");
    }

    @Test
    void refuses_what_is_another_registrys_before_anything_is_sent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry.resolve(ImageReference.parse("ghcr.io/app:1.0")))
                .withMessageContaining("is not in this client's registry, localhost:" + server.getPort());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> registry.fetchManifest(ImageReference.parse("localhost:" + server.getPort() + "/app")))
                .withMessageContaining("neither tag nor digest");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void the_usual_port_may_be_written_or_left_out() throws Exception {
        server.enqueue(manifest(MANIFEST).build());
        server.enqueue(manifest(MANIFEST).build());
        String usual = "registry.example.com";
        try (OciRegistryClient named = OciRegistryClient.builder(recorded.options(url(server))
                        .credentials(Credentials.none())
                        .build())
                .name(usual)
                .build()) {
            assertThat(named.fetchManifest(ImageReference.parse(usual + "/app:1.0"))
                            .digest())
                    .isEqualTo(DIGEST);
            assertThat(named.fetchManifest(ImageReference.parse(usual + ":80/app:1.0"))
                            .digest())
                    .isEqualTo(DIGEST);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> named.fetchManifest(ImageReference.parse(usual + ":443/app:1.0")));
        }
        try (OciRegistryClient written = OciRegistryClient.create(ClientOptions.of("https://" + usual + ":443"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> written.tags(ImageReference.parse("ghcr.io/app")))
                    .withMessage("ghcr.io/app is not in this client's registry, " + usual);
            assertThat((Object) written.tags(ImageReference.parse(usual + "/app")))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ubuntu, https://registry-1.docker.io",
        "ghcr.io/a/b, https://ghcr.io",
        "localhost:5000/a, http://localhost:5000",
        "127.0.0.1/a, http://127.0.0.1",
        "registry.example.com:5000/a, https://registry.example.com:5000"
    })
    void knows_where_a_registry_is(String image, String url) {
        assertThat(OciRegistryClient.url(ImageReference.parse(image))).isEqualTo(url);
    }
}
