package dev.supplychain.model.endor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Decimal;
import dev.supplychain.model.DuplicateMembers;
import dev.supplychain.model.Json;
import dev.supplychain.model.JsonArbitraries;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.UnknownFields;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EndorProperties {
    @Property(tries = 200)
    void whatever_a_service_answers_survives_reading_and_writing(@ForAll("answers") ArtifactSignature answer) {
        Json json = ModelJson.toJson(answer);

        ArtifactSignature read = ModelJson.read(json, ArtifactSignature.class);

        assertThat(read).isEqualTo(answer);
        assertThat(ModelJson.toJson(read)).isEqualTo(json);
    }

    @Property(tries = 200)
    void a_duplicate_at_any_depth_is_refused(@ForAll("answers") ArtifactSignature answer, @ForAll long seed) {
        DuplicateMembers.of(ModelJson.toJson(answer), seed)
                .ifPresent(json -> assertThatThrownBy(() -> ModelJson.read(json, ArtifactSignature.class))
                        .hasMessageContaining("Duplicate field"));
    }

    @Property(tries = 200)
    void warnings_never_throw(@ForAll("answers") ArtifactSignature answer) {
        assertThat(answer.warnings()).doesNotContainNull();
    }

    @Provide
    static Arbitrary<ArtifactSignature> answers() {
        return Combinators.combine(metas().optional(), specs().optional(), texts(), texts(), UnknownFields.any())
                .as((meta, spec, namespace, uuid, unknown) -> ArtifactSignature.builder()
                        .meta(meta)
                        .spec(spec)
                        .tenantMeta(TenantMeta.builder()
                                .namespace(namespace)
                                .unknownFields(unknown)
                                .buildPartial())
                        .uuid(uuid)
                        .unknownFields(unknown)
                        .buildPartial());
    }

    private static Arbitrary<Meta> metas() {
        return Combinators.combine(
                        texts(),
                        texts(),
                        Arbitraries.maps(JsonArbitraries.text(), JsonArbitraries.text())
                                .ofMaxSize(2),
                        JsonArbitraries.text().list().ofMaxSize(2),
                        times(),
                        Arbitraries.floats().optional(),
                        UnknownFields.any())
                .as((name, description, annotations, tags, created, score, unknown) -> Meta.builder()
                        .name(name)
                        .description(description)
                        .annotations(annotations)
                        .tags(tags)
                        .createTime(created)
                        .indexData(IndexData.builder()
                                .searchScore(score.map(Decimal::of))
                                .data(tags)
                                .unknownFields(unknown)
                                .build())
                        .unknownFields(unknown)
                        .buildPartial());
    }

    private static Arbitrary<ArtifactSignatureSpec> specs() {
        return Combinators.combine(
                        texts(),
                        texts(),
                        types(),
                        provenances().optional(),
                        texts(),
                        times(),
                        images().optional(),
                        UnknownFields.any())
                .as((digest, name, type, provenance, signature, time, image, unknown) -> ArtifactSignatureSpec.builder()
                        .artifactDigest(digest)
                        .artifactName(name)
                        .artifactType(type)
                        .certificate(signature)
                        .provenance(provenance)
                        .revoked(digest.isPresent())
                        .signature(signature)
                        .simpleContainerImage(image)
                        .timestamp(time)
                        .unknownFields(unknown)
                        .buildPartial());
    }

    private static Arbitrary<CertificateExtensions> provenances() {
        return Combinators.combine(texts(), texts(), UnknownFields.any())
                .as((identity, issuer, unknown) -> CertificateExtensions.builder()
                        .certificateIdentity(identity)
                        .certificateOidcIssuer(issuer)
                        .unknownFields(unknown)
                        .buildPartial());
    }

    private static Arbitrary<SimpleContainerImage> images() {
        return Combinators.combine(texts(), texts(), UnknownFields.any())
                .as((reference, type, unknown) -> SimpleContainerImage.builder()
                        .critical(Critical.builder()
                                .identity(CriticalIdentity.builder()
                                        .dockerReference(reference)
                                        .unknownFields(unknown)
                                        .build())
                                .image(CriticalImage.builder()
                                        .unknownFields(unknown)
                                        .build())
                                .type(type)
                                .unknownFields(unknown)
                                .buildPartial())
                        .unknownFields(Map.of())
                        .build());
    }

    private static Arbitrary<OpenEnum<ArtifactType>> types() {
        return Arbitraries.oneOf(
                Arbitraries.of(ArtifactType.values()).map(OpenEnum::of),
                Arbitraries.just(OpenEnum.parse(ArtifactType.class, "ARTIFACT_TYPE_GEM")));
    }

    private static Arbitrary<Optional<Timestamp>> times() {
        return Arbitraries.longs()
                .between(0, 4_000_000_000L)
                .map(seconds -> Timestamp.of(Instant.ofEpochSecond(seconds)))
                .optional();
    }

    private static Arbitrary<Optional<String>> texts() {
        return JsonArbitraries.text().optional();
    }
}
