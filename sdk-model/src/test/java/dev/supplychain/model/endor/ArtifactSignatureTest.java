package dev.supplychain.model.endor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.Timestamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactSignatureTest {
    private static final Digest DIGEST = Digest.ofSha256("0".repeat(64));
    /** Two UTF-16 units, one character, four UTF-8 bytes. */
    private static final String EMOJI = "😀";

    @Test
    void is_the_json_of_the_api() {
        ArtifactSignature signature = ArtifactSignature.of(
                "endor.prod.app",
                "app.jar",
                ArtifactType.ARTIFACT_TYPE_JAR,
                DIGEST,
                "app.jar@" + DIGEST,
                Bytes.ofUncheckedBase64("-_-_"));

        assertThat(ModelJson.writeText(signature))
                .isEqualTo("{\"meta\":{\"name\":\"app.jar\"},\"spec\":{\"artifact_digest\":\"" + DIGEST
                        + "\",\"artifact_name\":\"app.jar@" + DIGEST
                        + "\",\"artifact_type\":\"ARTIFACT_TYPE_JAR\",\"signature\":\"+/+/\"},"
                        + "\"tenant_meta\":{\"namespace\":\"endor.prod.app\"}}");
        assertThat(signature.warnings()).isEmpty();
        assertThat(signature.forCreate()).isEqualTo(signature);
    }

    @Test
    void reads_a_masked_row() {
        ArtifactSignature row = ModelJson.read(
                "{\"uuid\":\"u\",\"meta\":{\"tags\":[\"" + "t".repeat(300)
                        + "\"]},\"spec\":{\"artifact_type\":\"ARTIFACT_TYPE_GEM\"}}",
                ArtifactSignature.class);

        assertThat(row.tenantMeta()).isEmpty();
        assertThat(row.spec().map(ArtifactSignatureSpec::artifactType).map(OpenEnum::text))
                .hasValue("ARTIFACT_TYPE_GEM");
        assertThat(row.warnings()).isEmpty();
    }

    @Test
    void an_update_names_only_what_changes() {
        ArtifactSignature change = ArtifactSignature.builder()
                .uuid("u")
                .spec(ArtifactSignatureSpec.builder().revoked(true).buildPartial())
                .buildPartial();

        assertThat(ModelJson.writeText(change)).isEqualTo("{\"spec\":{\"revoked\":true},\"uuid\":\"u\"}");
    }

    @Test
    void checks_parts_that_were_read_when_they_are_sent_again() {
        Meta tooLong = ModelJson.read("{\"name\":\"n\",\"tags\":[\"" + "t".repeat(256) + "\"]}", Meta.class);
        ArtifactSignature signature =
                ArtifactSignature.builder().from(signature("n")).meta(tooLong).buildPartial();

        assertThatThrownBy(signature::forCreate)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("meta.tags");
    }

    @Test
    void warns_of_a_long_name_and_refuses_it_on_request() {
        ArtifactSignature atTheLimit = signature(EMOJI.repeat(63));
        ArtifactSignature over = signature(EMOJI.repeat(64));

        assertThat(atTheLimit.warnings()).isEmpty();
        assertThat(strict(atTheLimit).build()).isEqualTo(atTheLimit);
        assertThat(over.warnings())
                .singleElement()
                .asString()
                .contains("64 characters, more than the documented limit of 63");
        assertThatThrownBy(() -> strict(over).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has 64 characters, more than the limit of 63");
    }

    @Test
    void counts_the_characters_of_a_tag() {
        assertThat(meta().addTags(EMOJI.repeat(255)).build().tags()).hasSize(1);
        assertRefused(
                () -> meta().addTags("ok", EMOJI.repeat(255) + "x").build(),
                "meta.tags",
                "has 256 characters, more than the limit of 255");
    }

    @Test
    void counts_the_bytes_of_a_description() {
        assertThat(meta().description("é".repeat(511) + "x").build().description())
                .isPresent();
        assertRefused(
                () -> meta().description("é".repeat(512)).build(),
                "meta.description",
                "has 1024 UTF-8 bytes, more than the limit of 1023");
    }

    @Test
    void counts_the_bytes_of_an_annotation() {
        assertThat(meta().putAnnotations("k", EMOJI.repeat(4096)).build().annotations())
                .hasSize(1);
        assertRefused(
                () -> meta().putAnnotations("k", EMOJI.repeat(4096) + "x").build(),
                "meta.annotations.k",
                "has 16385 UTF-8 bytes, more than the limit of 16384");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "é", "a:b", "a\n"})
    void refuses_other_characters_in_the_key_of_an_annotation(String key) {
        assertRefused(() -> meta().putAnnotations(key, "v").build(), "meta.annotations", "A-Z a-z 0-9 _ . -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "a b", "a/b", "a\n"})
    void refuses_a_namespace_with_an_empty_label(String namespace) {
        assertRefused(() -> TenantMeta.of(namespace), "tenant_meta.namespace", "labels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refuses_a_blank_name(String name) {
        assertRefused(() -> Meta.builder().name(name).build(), "meta.name", "blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256", "sha256:", "sha256:00", "sha512:" + "0000", ":00"})
    void refuses_a_digest_that_is_none(String digest) {
        assertRefused(() -> spec().artifactDigest(digest).build(), "spec.artifact_digest", "");
    }

    @Test
    void refuses_an_artifact_of_no_kind_but_takes_one_of_a_new_kind() {
        assertThatThrownBy(() -> spec().artifactType(ArtifactType.ARTIFACT_TYPE_UNSPECIFIED)
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("spec.artifact_type is required");
        assertThat(spec().artifactType(OpenEnum.parse(ArtifactType.class, "ARTIFACT_TYPE_GEM"))
                        .build()
                        .artifactType()
                        .known())
                .isEmpty();
    }

    @Test
    void warns_of_a_digest_that_is_not_in_the_name() {
        assertThat(signature(spec().artifactName("app@sha256:" + "1".repeat(64)).build())
                        .warnings())
                .singleElement()
                .asString()
                .contains("is not the digest in spec.artifact_name");
        assertThat(signature(spec().artifactName("@scope/app").build()).warnings())
                .isEmpty();
    }

    @Test
    void refuses_a_time_that_is_none() {
        assertRefused(() -> spec().timestamp(Timestamp.ofUnchecked("yesterday")).build(), "spec.timestamp", "RFC 3339");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ewok@endor.ai",
                "build.example.com",
                "localhost",
                "192.0.2.7",
                "2001:db8::7",
                "::ffff:192.0.2.7",
                "spiffe://example.org/ns/ci",
                "https://github.com/octocat/hello-world/.github/workflows/ci.yml@refs/heads/main"
            })
    void takes_every_kind_of_identity(String identity) {
        assertThat(CertificateExtensions.builder()
                        .certificateIdentity(identity)
                        .build()
                        .certificateIdentity())
                .hasValue(identity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "-a",
                "a..b",
                "//host/path",
                "/path",
                "@",
                "a@b@c",
                "::::",
                "1:2",
                "2001:db8::7::1",
                "::fffff"
            })
    void refuses_any_other_identity(String identity) {
        assertRefused(
                () -> CertificateExtensions.builder()
                        .certificateIdentity(identity)
                        .build(),
                "spec.provenance.certificate_identity",
                "is not an e-mail address, DNS name, IP address or URI");
    }

    @Test
    void signs_images_in_its_own_dialect_only() {
        SimpleContainerImage image = SimpleContainerImage.of("registry.example.com/app", DIGEST.toString());

        assertThat(ModelJson.toJson(image))
                .isEqualTo(Json.parse("{\"critical\":{\"identity\":{\"docker_reference\":\"registry.example.com/app\"},"
                        + "\"image\":{\"docker_manifest_digest\":\"" + DIGEST
                        + "\"},\"type\":\"atomic container signature\"}}"));
        assertRefused(
                () -> Critical.builder()
                        .type("cosign container image signature")
                        .build(),
                "critical.type",
                "is not \"atomic container signature\"");
        assertThat(ModelJson.read("{\"type\":\"cosign container image signature\"}", Critical.class)
                        .type())
                .isPresent();
    }

    private static void assertRefused(Runnable build, String field, String problem) {
        assertThatThrownBy(build::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(field)
                .hasMessageContaining(problem);
    }

    private static ArtifactSignature signature(String name) {
        return ArtifactSignature.of(
                "endor", name, ArtifactType.ARTIFACT_TYPE_BLOB, DIGEST, "app", Bytes.of(new byte[] {1}));
    }

    private static ArtifactSignature signature(ArtifactSignatureSpec spec) {
        return ArtifactSignature.builder().from(signature("n")).spec(spec).build();
    }

    private static ArtifactSignature.Builder strict(ArtifactSignature signature) {
        return ArtifactSignature.builder().from(signature).strictNames();
    }

    private static Meta.Builder meta() {
        return Meta.builder().name("n");
    }

    private static ArtifactSignatureSpec.Builder spec() {
        return ArtifactSignatureSpec.builder().from(signature("n").spec().orElseThrow());
    }
}
