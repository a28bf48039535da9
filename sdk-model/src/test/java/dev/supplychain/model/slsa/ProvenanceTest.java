package dev.supplychain.model.slsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.JsonArbitraries;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.UnknownFields;
import dev.supplychain.model.Vectors;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.ResourceDescriptor;
import dev.supplychain.model.slsa.Provenance.BuildDefinition;
import dev.supplychain.model.slsa.Provenance.BuildMetadata;
import dev.supplychain.model.slsa.Provenance.RunDetails;
import dev.supplychain.model.slsa.Provenance.SlsaBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvenanceTest {
    private static final String MINIMAL =
            "{'buildDefinition':{'buildType':'t','externalParameters':{'a':1}},'runDetails':{'builder':{'id':'b'}}}";

    @Test
    void writes_every_member_in_the_order_of_the_schema() {
        ResourceDescriptor source = ResourceDescriptor.builder()
                .uri("git+https://github.com/octocat/hello-world")
                .build();
        Provenance provenance = Provenance.builder()
                .buildDefinition(BuildDefinition.builder()
                        .buildType("https://example.com/type/v1")
                        .externalParameters(Json.parse("{\"ref\":\"main\"}"))
                        .internalParameters(Json.parse("{}"))
                        .addResolvedDependencies(source)
                        .build())
                .runDetails(RunDetails.builder()
                        .slsaBuilder(SlsaBuilder.builder()
                                .id("https://example.com/builder")
                                .putVersion("runner", "2.3")
                                .addBuilderDependencies(source)
                                .build())
                        .metadata(BuildMetadata.builder()
                                .invocationId("run/1")
                                .startedOn(Timestamp.of(Instant.EPOCH))
                                .finishedOn(Timestamp.of(Instant.EPOCH.plusSeconds(60)))
                                .build())
                        .addByproducts(source)
                        .build())
                .build();

        String dependency = "[{'uri':'git+https://github.com/octocat/hello-world'}]";
        assertThat(ModelJson.writeText(provenance))
                .isEqualTo(("{'buildDefinition':{'buildType':'https://example.com/type/v1',"
                                + "'externalParameters':{'ref':'main'},'internalParameters':{},"
                                + "'resolvedDependencies':" + dependency + "},"
                                + "'runDetails':{'builder':{'id':'https://example.com/builder',"
                                + "'version':{'runner':'2.3'},'builderDependencies':" + dependency + "},"
                                + "'metadata':{'invocationId':'run/1','startedOn':'1970-01-01T00:00:00Z',"
                                + "'finishedOn':'1970-01-01T00:01:00Z'},"
                                + "'byproducts':" + dependency + "}}")
                        .replace('\'', '"'));
    }

    @Test
    void reads_what_cloud_build_signs() throws IOException {
        byte[] gcloud = Files.readAllBytes(
                Vectors.require("cloudbuild").resolve("slsa-verifier-v1.0-gcloud-container-github.json"));

        List<InTotoStatement> statements = payloads(Json.parse(gcloud))
                .map(payload -> Bytes.ofUncheckedBase64(payload).toByteArray())
                .map(InTotoStatement::parse)
                .filter(statement -> statement.predicateType().equals(Provenance.PREDICATE_TYPE))
                .toList();

        assertThat(statements).isNotEmpty().allSatisfy(statement -> {
            Provenance provenance = statement.predicateAs(Provenance.class);
            assertThat(provenance.buildDefinition().buildType())
                    .isEqualTo("https://cloud.google.com/build/gcb-buildtypes/google-worker/v1");
            assertThat(provenance.runDetails().slsaBuilder().id()).startsWith("https://cloudbuild.googleapis.com/");
            assertThat(statement.predicate()).hasValue(ModelJson.toJson(provenance));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'runDetails':{'builder':{'id':'b'}}}",
                "{'buildDefinition':{'buildType':'t'}}",
                "{'buildDefinition':{},'runDetails':{'builder':{'id':'b'}}}",
                "{'buildDefinition':{'buildType':'t'},'runDetails':{}}",
                "{'buildDefinition':{'buildType':'t'},'runDetails':{'builder':{}}}"
            })
    void refuses_a_provenance_without_a_required_member(String json) {
        assertThatThrownBy(() -> ModelJson.readStrict(Json.parse(json.replace('\'', '"')), Provenance.class))
                .isInstanceOf(MalformedDataException.class);
    }

    @Test
    void parameters_not_set_are_none() {
        Provenance unset = read(MINIMAL.replace(",'externalParameters':{'a':1}", ""));

        assertThat(unset.buildDefinition().externalParameters()).isEqualTo(Json.object(Map.of()));
        assertThat(read(MINIMAL.replace("{'a':1}", "null"))).isEqualTo(unset);
        assertThat(read(MINIMAL.replace("{'a':1}", "{}"))).isEqualTo(unset);
    }

    @Property(tries = 200)
    void survives_writing_and_reading(@ForAll("provenances") Provenance provenance) {
        assertThat(ModelJson.readStrict(ModelJson.write(provenance), Provenance.class))
                .isEqualTo(provenance);
    }

    @Provide
    static Arbitrary<Provenance> provenances() {
        return Combinators.combine(definitions(), runs(), UnknownFields.any())
                .as((definition, run, unknown) -> Provenance.builder()
                        .buildDefinition(definition)
                        .runDetails(run)
                        .unknownFields(unknown)
                        .build());
    }

    private static Arbitrary<BuildDefinition> definitions() {
        return Combinators.combine(
                        JsonArbitraries.text(),
                        JsonArbitraries.members().map(Json::object),
                        JsonArbitraries.members().map(Json::object).optional(),
                        resources(),
                        UnknownFields.any())
                .as((type, external, internal, dependencies, unknown) -> BuildDefinition.builder()
                        .buildType(type)
                        .externalParameters(external)
                        .internalParameters(internal)
                        .resolvedDependencies(dependencies)
                        .unknownFields(unknown)
                        .build());
    }

    private static Arbitrary<RunDetails> runs() {
        return Combinators.combine(
                        JsonArbitraries.text(),
                        JsonArbitraries.text().optional(),
                        Arbitraries.longs().between(0, 4_000_000_000L).optional(),
                        resources(),
                        UnknownFields.any())
                .as((id, invocation, started, resources, unknown) -> RunDetails.builder()
                        .slsaBuilder(SlsaBuilder.builder()
                                .id(id)
                                .putVersion(id, id)
                                .builderDependencies(resources)
                                .unknownFields(unknown)
                                .build())
                        .metadata(BuildMetadata.builder()
                                .invocationId(invocation)
                                .startedOn(started.map(s -> Timestamp.of(Instant.ofEpochSecond(s))))
                                .unknownFields(unknown)
                                .build())
                        .byproducts(resources)
                        .unknownFields(unknown)
                        .build());
    }

    private static Arbitrary<List<ResourceDescriptor>> resources() {
        return Combinators.combine(JsonArbitraries.text().optional(), UnknownFields.any())
                .as((uri, unknown) -> ResourceDescriptor.builder()
                        .uri(uri)
                        .addDigest(Digest.sha256(new byte[0]))
                        .unknownFields(unknown)
                        .build())
                .list()
                .ofMaxSize(2);
    }

    private static Provenance read(String json) {
        return ModelJson.readStrict(Json.parse(json.replace('\'', '"')), Provenance.class);
    }

    private static Stream<String> payloads(Json json) {
        return switch (json.kind()) {
            case OBJECT ->
                Stream.concat(
                        json.get("payload").map(Json::string).stream(),
                        json.members().values().stream().flatMap(ProvenanceTest::payloads));
            case ARRAY -> json.elements().stream().flatMap(ProvenanceTest::payloads);
            default -> Stream.empty();
        };
    }
}
