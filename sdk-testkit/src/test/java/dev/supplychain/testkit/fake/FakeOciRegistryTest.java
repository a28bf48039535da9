package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.oci.Descriptor;
import dev.supplychain.model.oci.ImageReference;
import dev.supplychain.model.oci.Manifest;
import dev.supplychain.model.oci.MediaTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the fake refuses, as real registries do; {@code OciRegistryClientTest} shows what it does. */
class FakeOciRegistryTest {
    private static final OkHttpClient CLIENT = new OkHttpClient();
    private static final String EMPTY_DIGEST =
            Digest.sha256("{}".getBytes(StandardCharsets.UTF_8)).toString();

    private final FakeOciRegistry registry;

    FakeOciRegistryTest(@StartFake FakeOciRegistry registry) {
        this.registry = registry;
    }

    private record Answer(int status, Headers headers, String body) {
        String header(String name) {
            return Objects.requireNonNullElse(headers.get(name), "");
        }
    }

    private Answer send(String method, String path, String body, String... headers) {
        boolean hasBody = !method.equals("GET") && !method.equals("HEAD");
        Headers sent = Headers.of(headers);
        String type = sent.get("Content-Type");
        RequestBody content = RequestBody.create(
                body.getBytes(StandardCharsets.UTF_8), MediaType.get(type == null ? "application/octet-stream" : type));
        Request request = new Request.Builder()
                .url(path.startsWith("http") ? path : registry.url() + path)
                .headers(sent)
                .method(method, hasBody ? content : null)
                .build();
        try (Response response = CLIENT.newCall(request).execute()) {
            return new Answer(
                    response.code(), response.headers(), response.body().string());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String startUpload() {
        Answer started = send("POST", "/v2/app/blobs/uploads/", "");
        assertThat(started.status()).isEqualTo(202);
        return started.header("Location");
    }

    @Test
    void a_blob_must_have_its_digest() {
        Answer refused = send("PUT", startUpload() + "&digest=" + EMPTY_DIGEST, "{ }");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("DIGEST_INVALID");
        assertThat(send("HEAD", "/v2/app/blobs/" + EMPTY_DIGEST, "").status()).isEqualTo(404);
    }

    @Test
    void parts_have_to_follow_each_other_and_the_last_answer() {
        String start = startUpload();
        Answer first = send("PATCH", start, "{", "Content-Range", "0-0");

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Range")).isEqualTo("0-0");
        assertThat(send("PATCH", start, "}", "Content-Range", "1-1").status()).isEqualTo(404);
        String next = first.header("Location");
        assertThat(send("PATCH", next, "}", "Content-Range", "0-0").status()).isEqualTo(416);
        assertThat(send("PATCH", next, "}", "Content-Range", "1-2").status()).isEqualTo(416);
        assertThat(send("GET", next, "").header("Range")).isEqualTo("0-0");
        Answer second = send("PATCH", next, "}", "Content-Range", "1-1");
        assertThat(send("PUT", second.header("Location") + "&digest=" + EMPTY_DIGEST, "")
                        .status())
                .isEqualTo(201);
        assertThat(send("GET", "/v2/app/blobs/" + EMPTY_DIGEST, "").body()).isEqualTo("{}");
    }

    @Test
    void an_upload_that_was_cancelled_is_no_more() {
        String start = startUpload();

        assertThat(send("DELETE", start, "").status()).isEqualTo(204);
        assertThat(send("PATCH", start, "{").status()).isEqualTo(404);
    }

    @Test
    void parts_of_a_manifest_have_to_be_there() {
        String manifest = text(Manifest.builder()
                .mediaType(MediaTypes.IMAGE_MANIFEST)
                .config(Descriptor.empty())
                .build());

        Answer refused = send("PUT", "/v2/app/manifests/1.0", manifest, "Content-Type", MediaTypes.IMAGE_MANIFEST);

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.body()).contains("MANIFEST_BLOB_UNKNOWN");
    }

    @Test
    void a_manifest_must_have_its_digest_and_its_type() {
        ImageReference image = registry.pushImage("app", "1.0");
        String body = send("GET", "/v2/app/manifests/1.0", "").body();

        assertThat(send("PUT", "/v2/app/manifests/" + EMPTY_DIGEST, body, "Content-Type", MediaTypes.IMAGE_MANIFEST)
                        .status())
                .isEqualTo(400);
        assertThat(send("PUT", "/v2/app/manifests/2.0", body, "Content-Type", MediaTypes.IMAGE_INDEX)
                        .status())
                .isEqualTo(400);
        assertThat(send("PUT", "/v2/app/manifests/2.0", body, "Content-Type", "text/plain")
                        .status())
                .isIn(400, 415);
        Answer stored = send("PUT", "/v2/app/manifests/2.0", body, "Content-Type", MediaTypes.IMAGE_MANIFEST);
        assertThat(stored.header("Docker-Content-Digest"))
                .isEqualTo(image.digest().orElseThrow().toString());
    }

    private static String text(Manifest manifest) {
        return new String(manifest.toJson(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v2/App/manifests/1.0, 400",
        "GET, /v2/app/manifests/.x, 400",
        "GET, /v2/app/manifests/sha256:00, 400",
        "GET, /v2/app/manifests/1.0, 404",
        "GET, /v2/app/blobs/md5:00, 400",
        "GET, /v2/app/tags/list, 404",
        "GET, /v2/app/tags/other, 405",
        "POST, /v2/app/manifests/1.0, 405",
        "GET, /v1/app, 404",
        "GET, /v2/, 200"
    })
    void answers_as_the_specification_says(String method, String path, int status) {
        assertThat(send(method, path, "").status()).isEqualTo(status);
    }

    @Test
    void what_is_deleted_is_gone_with_its_tags() {
        ImageReference image = registry.pushImage("app", "1.0");

        assertThat(send("DELETE", "/v2/app/manifests/" + image.digest().orElseThrow(), "")
                        .status())
                .isEqualTo(202);
        assertThat(send("HEAD", "/v2/app/manifests/1.0", "").status()).isEqualTo(404);
        assertThat(send("DELETE", "/v2/app/manifests/1.0", "").status()).isEqualTo(404);
        registry.deletion(false);
        assertThat(send("DELETE", "/v2/app/manifests/1.0", "").status()).isEqualTo(405);
    }

    @Test
    void conditions_count_when_they_are_switched_on() {
        registry.pushImage("app", "1.0");
        Answer read = send("GET", "/v2/app/manifests/1.0", "");
        String[] stale = {"Content-Type", MediaTypes.IMAGE_MANIFEST, "If-Match", "\"" + EMPTY_DIGEST + "\""};
        String[] fresh = {"Content-Type", MediaTypes.IMAGE_MANIFEST, "If-Match", read.header("ETag")};
        String[] only = {"Content-Type", MediaTypes.IMAGE_MANIFEST, "If-None-Match", "*"};

        assertThat(send("PUT", "/v2/app/manifests/1.0", read.body(), stale).status())
                .isEqualTo(201);
        registry.conditionalWrites(true);
        assertThat(send("PUT", "/v2/app/manifests/1.0", read.body(), stale).status())
                .isEqualTo(412);
        assertThat(send("PUT", "/v2/app/manifests/1.0", read.body(), only).status())
                .isEqualTo(412);
        assertThat(send("PUT", "/v2/app/manifests/1.0", read.body(), fresh).status())
                .isEqualTo(201);
    }

    @Test
    void a_token_is_good_for_its_scope_only() {
        registry.pushImage("app", "1.0");
        registry.requireToken("ci", "pw");
        Answer refused = send("GET", "/v2/app/manifests/1.0", "");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"" + registry.url()
                        + "/token\",service=\"fake-registry\",scope=\"repository:app:pull\"");
        String login = "Basic Y2k6cHc=";
        String query = "/token?service=fake-registry&scope=repository:app:pull";
        assertThat(send("GET", query, "").status()).isEqualTo(401);
        assertThat(send("GET", query, "", "Authorization", "Basic Y2k6cHg=").status())
                .isEqualTo(401);
        String token = Json.parse(send("GET", query, "", "Authorization", login).body())
                .get("token")
                .orElseThrow()
                .string();
        assertThat(send("GET", "/v2/app/manifests/1.0", "", "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(200);
        Answer more = send("POST", "/v2/app/blobs/uploads/", "", "Authorization", "Bearer " + token);
        assertThat(more.status()).isEqualTo(401);
        assertThat(more.header("WWW-Authenticate"))
                .contains("repository:app:pull,push")
                .contains("insufficient_scope");
        assertThat(registry.requests().toString() + registry.requests().get(4).headers())
                .doesNotContain(token);
    }
}
