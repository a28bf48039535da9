package dev.supplychain.model.endor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Json;
import dev.supplychain.model.ModelJson;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndorRequestsTest {
    @Test
    void sends_the_uuid_and_what_the_mask_names() {
        ArtifactSignature stored =
                ModelJson.read(OpenApi.load().sample("v1ArtifactSignature"), ArtifactSignature.class);

        Json sent = ModelJson.toJson(UpdateArtifactSignatureRequest.of(stored, "spec.revoked", "meta.tags", "meta"));

        assertThat(sent.get("request")).hasValue(Json.parse("{\"update_mask\":\"spec.revoked,meta.tags,meta\"}"));
        Json object = sent.get("object").orElseThrow();
        assertThat(object.members()).containsOnlyKeys("meta", "spec", "uuid");
        assertThat(object.get("spec").orElseThrow().members()).containsOnlyKeys("revoked");
        assertThat(object.get("meta").orElseThrow().members())
                .containsOnlyKeys("annotations", "description", "name", "parent_kind", "parent_uuid", "tags");
    }

    @Test
    void revokes() {
        assertThat(ModelJson.writeText(UpdateArtifactSignatureRequest.revoke("u1")))
                .isEqualTo("{\"object\":{\"spec\":{\"revoked\":true},\"uuid\":\"u1\"},"
                        + "\"request\":{\"update_mask\":\"spec.revoked\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "spec.",
                "spec revoked",
                "a,b",
                "uuid",
                "tenant_meta.namespace",
                "meta.create_time",
                "meta.references.x"
            })
    void refuses_masks_that_cannot_be_sent(String path) {
        ArtifactSignature signature = ArtifactSignature.builder().uuid("u").buildPartial();

        assertThatThrownBy(() -> UpdateArtifactSignatureRequest.of(signature, path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + path + "\"");
    }

    @Test
    void needs_a_uuid_and_a_path_to_update() {
        ArtifactSignature none = ArtifactSignature.builder().buildPartial();
        ArtifactSignature some = ArtifactSignature.builder().uuid("u").buildPartial();

        assertThatThrownBy(() -> UpdateArtifactSignatureRequest.of(none, "meta.tags"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> UpdateArtifactSignatureRequest.of(some)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void clears_what_the_mask_names_and_the_signature_lacks() {
        ArtifactSignature some = ArtifactSignature.builder().uuid("u").buildPartial();

        assertThat(ModelJson.writeText(UpdateArtifactSignatureRequest.of(some, "meta.description")))
                .isEqualTo("{\"object\":{\"uuid\":\"u\"},\"request\":{\"update_mask\":\"meta.description\"}}");
    }

    @Test
    void asks_to_verify_as_the_vendors_example_does() {
        String image = "registry.example.com/app@sha256:" + "ab".repeat(32);

        ArtifactOperation request = ArtifactOperation.verify(
                "endor.prod",
                ArtifactType.ARTIFACT_TYPE_CONTAINER,
                image,
                "https://token.actions.githubusercontent.com");

        assertThat(ModelJson.writeText(request))
                .isEqualTo("{\"meta\":{\"name\":\"" + image + "\"},\"tenant_meta\":{\"namespace\":\"endor.prod\"},"
                        + "\"spec\":{\"command\":\"ARTIFACT_OPERATION_COMMAND_VERIFY\",\"artifact_name\":\"" + image
                        + "\",\"artifact_type\":\"ARTIFACT_TYPE_CONTAINER\",\"extensions\":"
                        + "{\"certificate_oidc_issuer\":\"https://token.actions.githubusercontent.com\"}}}");
    }

    @ParameterizedTest
    @EnumSource(ArtifactOperationResult.class)
    void only_success_is_success(ArtifactOperationResult result) {
        assertThat(answer("{\"response\":{\"result\":\"" + result + "\"}}").isSuccess())
                .isEqualTo(result == ArtifactOperationResult.ARTIFACT_OPERATION_RESULT_SUCCESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"response\":{}}",
                "{\"response\":{\"result\":null}}",
                "{\"response\":{\"result\":\"\"}}",
                "{\"response\":{\"result\":\"SUCCESS\"}}",
                "{\"response\":{\"result\":\"artifact_operation_result_success\"}}",
                "{\"response\":{\"result\":\"ARTIFACT_OPERATION_RESULT_SUCCESS2\"}}",
                "{\"response\":{\"result\":1}}",
                "{\"result\":\"ARTIFACT_OPERATION_RESULT_SUCCESS\"}"
            })
    void what_is_not_known_is_a_failure(String json) {
        assertThat(answer(json).isSuccess()).isFalse();
    }

    @Test
    void knows_fifteen_results() {
        assertThat(Arrays.stream(ArtifactOperationResult.values()).map(Enum::name))
                .hasSize(15)
                .allMatch(name -> name.startsWith("ARTIFACT_OPERATION_RESULT_"));
    }

    private static ArtifactOperation answer(String json) {
        return ModelJson.read(json, ArtifactOperation.class);
    }
}
