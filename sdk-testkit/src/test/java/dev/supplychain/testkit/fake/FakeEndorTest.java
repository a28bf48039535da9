package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FakeEndorTest {
    private static final String SIGNATURES = "/v1/namespaces/endor.prod/artifact-signatures";
    private static final String DIGEST = "sha256:" + "0f".repeat(32);
    private static final String SPEC = """
            {"signature": "c2ln", "artifact_type": "ARTIFACT_TYPE_JAR", "artifact_name": "app.jar",
             "artifact_digest": "%s"}""".formatted(DIGEST);

    private final FakeEndor endor;

    FakeEndorTest(@StartFake FakeEndor endor) {
        this.endor = endor;
    }

    @Test
    void sets_what_is_read_only_whatever_was_sent() {
        endor.clock(Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC));

        Http.Answer created = Http.post(endor, SIGNATURES, """
                {"uuid": "mine", "meta": {"name": "app", "kind": "Mine", "create_time": "2001-01-01T00:00:00Z"},
                 "spec": %s}""".formatted(SPEC));

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.json()).isEqualTo(Json.parse("""
                {"uuid": "000040008000000000000001",
                 "tenant_meta": {"namespace": "endor.prod"},
                 "meta": {"name": "app", "kind": "ArtifactSignature", "version": "v1",
                          "create_time": "2026-11-20T12:00:00Z", "update_time": "2026-11-20T12:00:00Z",
                          "upsert_time": "2026-11-20T12:00:00Z",
                          "created_by": "fake@endor.ai@api-key", "updated_by": "fake@endor.ai@api-key"},
                 "spec": %s}""".formatted(SPEC)));
        assertThat(Http.get(endor, SIGNATURES + "/" + created.text("uuid")).json())
                .isEqualTo(created.json());
    }

    @Test
    void finds_an_object_only_in_the_namespace_that_owns_it() {
        String uuid = create(SPEC).text("uuid");

        Http.Answer answer = Http.get(endor, "/v1/namespaces/endor/artifact-signatures/" + uuid);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json()).isEqualTo(Json.parse("""
                {"code": 5, "message": "artifact signature %s not found in namespace endor", "details": []}""".formatted(uuid)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"spec": SPEC}                                                     | meta is required
            {"meta": {"name": "app"}}                                          | spec is required
            {"meta": {"name": ""}, "spec": SPEC}                               | meta.name is required
            {"meta": {"name": "app"}, "spec": {"signature": "c2ln"}}           | spec.artifact_type is required
            {"meta": {"name": "app", "nane": ""}, "spec": SPEC}                | Unknown name "nane"
            {"meta": {"name": "app"}, "spec": SPEC, "tenant_meta": {"namespace": "endor"}} | is not that of the path
            {"meta": {"name": "app", "annotations": {"a b": ""}}, "spec": SPEC} | "a b"
            {"meta": {"name": "app"}, "spec": SPEC                             | invalid JSON
            """)
    void refuses_what_the_openapi_document_does_not_allow(String body, String reason) {
        assertRefused(Http.post(endor, SIGNATURES, body.replace("SPEC", SPEC)), reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            artifact_type   | "ARTIFACT_TYPE_UNSPECIFIED" | must be specified
            artifact_type   | "ARTIFACT_TYPE_ZIP"         | TYPE_ENUM
            artifact_digest | "sha256:0f"                 | artifact_digest
            timestamp       | "noon"                      | Timestamp
            revoked         | "yes"                       | TYPE_BOOL
            """)
    void refuses_what_a_signature_cannot_be(String member, String value, String reason) {
        Map<String, Json> spec = new LinkedHashMap<>(Json.parse(SPEC).members());
        spec.put(member, Json.parse(value));

        assertRefused(create(Json.object(spec).toString()), reason);
    }

    @Test
    void counts_bytes_of_descriptions_and_characters_of_tags() {
        String key = "\uD83D\uDD11";

        assertThat(createWith("\"description\": \"" + "d".repeat(1023) + "\"").status())
                .isEqualTo(200);
        assertRefused(createWith("\"description\": \"" + key.repeat(256) + "\""), "less than 1024 bytes");
        assertThat(createWith("\"tags\": [\"" + key.repeat(255) + "\"]").status())
                .isEqualTo(200);
        assertRefused(createWith("\"tags\": [\"" + "t".repeat(256) + "\"]"), "255 characters or less");
        assertRefused(createWith("\"annotations\": {\"a\": \"" + key.repeat(4097) + "\"}"), "16384 bytes or smaller");
    }

    @Test
    void takes_the_long_names_that_the_vendor_sends() {
        assertThat(Http.post(
                                endor,
                                SIGNATURES,
                                "{\"meta\": {\"name\": \"%s\"}, \"spec\": %s}".formatted("n".repeat(94), SPEC))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void requires_the_bearer_token_it_was_told() {
        endor.requireBearer("s3cr3t");

        Http.Answer answer = Http.get(endor, SIGNATURES + "/1");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().get("code")).contains(Json.of(16));
        assertThat(Http.get(endor, SIGNATURES + "/1", "Authorization", "Bearer s3cr3t")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void shows_a_revocation() {
        String uuid = create(SPEC).text("uuid");

        endor.tamper("endor.prod", uuid, stored -> Json.parse(stored.toString().replace("c2ln", "b3RoZXI=")));

        assertThat(Http.get(endor, SIGNATURES + "/" + uuid).body()).contains("b3RoZXI=");
    }

    private Http.Answer create(String spec) {
        return Http.post(endor, SIGNATURES, "{\"meta\": {\"name\": \"app\"}, \"spec\": %s}".formatted(spec));
    }

    private Http.Answer createWith(String metaMember) {
        return Http.post(
                endor, SIGNATURES, "{\"meta\": {\"name\": \"app\", %s}, \"spec\": %s}".formatted(metaMember, SPEC));
    }

    private static void assertRefused(Http.Answer answer, String reason) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code")).contains(Json.of(3));
        assertThat(answer.text("message")).contains(reason);
    }
}
