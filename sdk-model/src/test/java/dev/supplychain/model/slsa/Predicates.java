package dev.supplychain.model.slsa;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.JsonArbitraries;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.UnknownFields;
import dev.supplychain.model.intoto.Link;
import dev.supplychain.model.intoto.ResourceDescriptor;
import dev.supplychain.model.slsa.VerificationSummary.Result;
import dev.supplychain.model.slsa.VerificationSummary.Verifier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random predicates, with members that no version knows. */
public final class Predicates {
    private Predicates() {}

    /** SLSA provenance v0.1. */
    public static Arbitrary<ProvenanceV01> provenancesV01() {
        Arbitrary<ProvenanceV01.Completeness> completeness = Combinators.combine(
                        flag(), flag(), flag(), UnknownFields.any())
                .as((arguments, environment, materials, unknown) -> ProvenanceV01.Completeness.builder()
                        .arguments(arguments)
                        .environment(environment)
                        .materials(materials)
                        .unknownFields(unknown)
                        .build());
        Arbitrary<ProvenanceV01.Metadata> metadata = Combinators.combine(
                        text().optional(), time().optional(), completeness.optional(), flag(), UnknownFields.any())
                .as((id, started, complete, reproducible, unknown) -> ProvenanceV01.Metadata.builder()
                        .buildInvocationId(id)
                        .buildStartedOn(started)
                        .buildFinishedOn(started)
                        .completeness(complete)
                        .reproducible(reproducible)
                        .unknownFields(unknown)
                        .build());
        Arbitrary<ProvenanceV01.Recipe> recipe = Combinators.combine(
                        text().optional(),
                        Arbitraries.integers().between(0, 3).optional(),
                        anyObject().optional(),
                        anyObject().optional(),
                        UnknownFields.any())
                .as((type, index, arguments, environment, unknown) -> ProvenanceV01.Recipe.builder()
                        .type(type)
                        .definedInMaterial(index.map(OptionalInt::of).orElse(OptionalInt.empty()))
                        .entryPoint(type)
                        .arguments(arguments)
                        .environment(environment)
                        .unknownFields(unknown)
                        .build());
        return Combinators.combine(text(), recipe.optional(), metadata.optional(), materials(), UnknownFields.any())
                .as((id, r, m, materials, unknown) -> ProvenanceV01.builder()
                        .slsaBuilder(ProvenanceV01.SlsaBuilder.builder()
                                .id(id)
                                .unknownFields(unknown)
                                .build())
                        .recipe(r)
                        .metadata(m)
                        .materials(materials)
                        .unknownFields(unknown)
                        .build());
    }

    /** SLSA provenance v0.2. */
    public static Arbitrary<ProvenanceV02> provenancesV02() {
        Arbitrary<ProvenanceV02.Metadata> metadata = Combinators.combine(
                        text().optional(), time().optional(), flag(), UnknownFields.any())
                .as((id, finished, reproducible, unknown) -> ProvenanceV02.Metadata.builder()
                        .buildInvocationId(id)
                        .buildFinishedOn(finished)
                        .completeness(ProvenanceV02.Completeness.builder()
                                .parameters(reproducible)
                                .environment(!reproducible)
                                .unknownFields(unknown)
                                .build())
                        .reproducible(reproducible)
                        .unknownFields(unknown)
                        .build());
        Arbitrary<ProvenanceV02.Invocation> invocation = Combinators.combine(
                        text().optional(), object().optional(), object().optional(), UnknownFields.any())
                .as((uri, parameters, environment, unknown) -> ProvenanceV02.Invocation.builder()
                        .configSource(ProvenanceV02.ConfigSource.builder()
                                .uri(uri)
                                .putDigest("sha1", "da39a3ee5e6b4b0d3255bfef95601890afd80709")
                                .entryPoint(uri)
                                .unknownFields(unknown)
                                .build())
                        .parameters(parameters)
                        .environment(environment)
                        .unknownFields(unknown)
                        .build());
        return Combinators.combine(
                        text(),
                        invocation.optional(),
                        object().optional(),
                        metadata.optional(),
                        materials(),
                        UnknownFields.any())
                .as((id, i, buildConfig, m, materials, unknown) -> ProvenanceV02.builder()
                        .slsaBuilder(ProvenanceV02.SlsaBuilder.builder()
                                .id(id)
                                .unknownFields(unknown)
                                .build())
                        .buildType(id)
                        .invocation(i)
                        .buildConfig(buildConfig)
                        .metadata(m)
                        .materials(materials)
                        .unknownFields(unknown)
                        .build());
    }

    /** SLSA provenance v1. */
    public static Arbitrary<Provenance> provenances() {
        return ProvenanceTest.provenances();
    }

    /** Verification summaries v1. */
    public static Arbitrary<VerificationSummary> summaries() {
        return Combinators.combine(
                        text(),
                        time().optional(),
                        results(),
                        text().list().ofMaxSize(2),
                        levels().optional(),
                        resources(),
                        UnknownFields.any())
                .as((uri, verified, result, levels, dependencies, attestations, unknown) ->
                        VerificationSummary.builder()
                                .verifier(Verifier.builder()
                                        .id(uri)
                                        .putVersion(uri, uri)
                                        .unknownFields(unknown)
                                        .build())
                                .timeVerified(verified)
                                .resourceUri(uri)
                                .policy(ResourceDescriptor.builder()
                                        .uri(uri)
                                        .content(Bytes.utf8(uri))
                                        .build())
                                .inputAttestations(attestations)
                                .verificationResult(result)
                                .verifiedLevels(levels)
                                .dependencyLevels(dependencies)
                                .unknownFields(unknown)
                                .build());
    }

    /** Verification summaries v0.2. */
    public static Arbitrary<VerificationSummaryV02> summariesV02() {
        return Combinators.combine(
                        text(),
                        time().optional(),
                        results(),
                        text().optional(),
                        levels().optional(),
                        resources().optional(),
                        UnknownFields.any())
                .as((uri, verified, result, level, dependencies, attestations, unknown) ->
                        VerificationSummaryV02.builder()
                                .verifier(Verifier.builder().id(uri).build())
                                .timeVerified(verified)
                                .resourceUri(uri)
                                .policy(ResourceDescriptor.builder().uri(uri).build())
                                .inputAttestations(attestations)
                                .verificationResult(result)
                                .policyLevel(level)
                                .dependencyLevels(dependencies)
                                .unknownFields(unknown)
                                .build());
    }

    /** Links. */
    public static Arbitrary<Link> links() {
        return Combinators.combine(
                        text(), text().list().ofMaxSize(3), resources(), object().optional(), UnknownFields.any())
                .as((name, command, materials, object, unknown) -> Link.builder()
                        .name(name)
                        .command(command)
                        .materials(materials)
                        .byproducts(object)
                        .environment(object)
                        .unknownFields(unknown)
                        .build());
    }

    /** Objects, some of which say their type as a proto Any does. */
    public static Arbitrary<Json> anyObject() {
        Arbitrary<Json> struct = object().map(value ->
                Json.object(Map.of("@type", Json.of("type.googleapis.com/google.protobuf.Struct"), "value", value)));
        return Arbitraries.oneOf(
                object(),
                struct,
                struct.map(value -> Json.object(
                        Map.of("@type", Json.of("type.googleapis.com/google.protobuf.Struct"), "value", value))),
                JsonArbitraries.json().map(value -> Json.object(Map.of("@type", value, "value", value))));
    }

    private static Arbitrary<Json> object() {
        return JsonArbitraries.members().map(Json::object);
    }

    private static Arbitrary<OpenEnum<Result>> results() {
        return Arbitraries.of("PASSED", "FAILED", "UNDECIDED").map(text -> OpenEnum.parse(Result.class, text));
    }

    private static Arbitrary<Map<String, Long>> levels() {
        return Arbitraries.maps(text(), Arbitraries.longs().greaterOrEqual(0)).ofMaxSize(2);
    }

    private static Arbitrary<List<ResourceDescriptor>> materials() {
        return Combinators.combine(text(), UnknownFields.any())
                .as((uri, unknown) -> ResourceDescriptor.builder()
                        .uri(uri)
                        .addDigest(Digest.gitBlob(new byte[0]))
                        .unknownFields(unknown)
                        .build())
                .list()
                .ofMaxSize(2);
    }

    /** Resources with any of their members. */
    public static Arbitrary<List<ResourceDescriptor>> resources() {
        return Combinators.combine(text(), text().optional(), JsonArbitraries.members(), UnknownFields.any())
                .as((name, uri, annotations, unknown) -> ResourceDescriptor.builder()
                        .name(name)
                        .uri(uri)
                        .addDigest(Digest.sha256(new byte[0]))
                        .content(uri.map(Bytes::utf8))
                        .annotations(annotations)
                        .unknownFields(unknown)
                        .build())
                .list()
                .ofMaxSize(2);
    }

    private static Arbitrary<String> text() {
        return JsonArbitraries.text();
    }

    private static Arbitrary<Boolean> flag() {
        return Arbitraries.of(true, false);
    }

    private static Arbitrary<Timestamp> time() {
        return Arbitraries.longs().between(0, 4_000_000_000L).map(s -> Timestamp.of(Instant.ofEpochSecond(s)));
    }
}
