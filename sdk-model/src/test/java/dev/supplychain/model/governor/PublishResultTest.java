package dev.supplychain.model.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.problem.ProblemDetail;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishResultTest {
    private static final String SUCCESS =
            "{\"storeType\":\"s3\",\"storeUri\":\"s3://attestations\",\"storeRequest\":{\"uri\":\"s3://attestations/1\","
                    + "\"body\":{\"payload\":\"e30=\",\"payloadType\":\"application/vnd.in-toto+json\","
                    + "\"signatures\":[{\"keyid\":\"k\",\"sig\":\"AAAA\"}]}},\"storeResponse\":{\"eTag\":\"x\"},\"new\":1}";

    @Test
    void reads_the_array_of_the_prose() {
        String json = "[{\"status\":\"satisfied\",\"policyUri\":\"/policies/BuildTool/gradle\","
                + "\"attestationUri\":null,\"sourcedFromUri\":null}]";

        PublishResult result = parse(json);

        assertThat(result)
                .isInstanceOfSatisfying(
                        PublishResult.Results.class,
                        r -> assertThat(r.results()).hasSize(1));
        assertThat(text(result)).isEqualTo(json);
        assertThat(parse("[]")).isInstanceOf(PublishResult.Results.class);
    }

    @Test
    void reads_the_lines_of_a_stream() {
        Json result = Json.parse("{\"status\":\"satisfied\",\"policyUri\":\"/policies/BuildTool/gradle\"}");

        assertThat(PublishResult.parseItem(result))
                .isInstanceOfSatisfying(
                        PublishResult.Results.class,
                        r -> assertThat(r.results()).hasSize(1));
        assertThat(PublishResult.parseItem(Json.parse(SUCCESS)))
                .isInstanceOfSatisfying(
                        PublishResult.Stored.class,
                        s -> assertThat(s.successes()).hasSize(1));
        assertThat(PublishResult.parseItem(Json.parse("{\"status\":\"SUCCESS\"}")))
                .isInstanceOf(PublishResult.Accepted.class);
        assertThat(PublishResult.parseItem(Json.parse("{\"successes\":[],\"errors\":[]}")))
                .isInstanceOf(PublishResult.Stored.class);
        assertThatThrownBy(() -> PublishResult.parseItem(Json.ofNull())).isInstanceOf(MalformedDataException.class);
    }

    @Test
    void reads_the_object_of_the_example() {
        String json = "{\"status\":\"SUCCESS\",\"details\":{\"store\":\"attestation-store-1\"},\"new\":true}";

        PublishResult result = parse(json);

        assertThat(result).isInstanceOfSatisfying(PublishResult.Accepted.class, accepted -> {
            assertThat(accepted.status()).isEqualTo("SUCCESS");
            assertThat(accepted.details().flatMap(d -> d.get("store")).map(Json::string))
                    .hasValue("attestation-store-1");
        });
        assertThat(text(result)).isEqualTo(json);
    }

    @Test
    void reads_the_list_of_stored_attestations_that_servers_send() {
        String json = "{\"request\":{\"uri\":\"/packages/oci/a/1\"},\"successes\":[" + SUCCESS
                + "],\"errors\":[{\"status\":503}]}";

        PublishResult result = parse(json);

        assertThat(result).isInstanceOfSatisfying(PublishResult.Stored.class, stored -> {
            StoredAttestation attestation = stored.successes().get(0);
            assertThat(attestation.storeType()).hasValue("s3");
            assertThat(attestation.envelope().map(Envelope::payloadType)).hasValue("application/vnd.in-toto+json");
            assertThat(stored.errors()).hasSize(1);
        });
        assertThat(text(result)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "\"SUCCESS\"",
                "{\"title\":\"Internal Server Error\",\"status\":500}",
                "{\"successes\":{}}",
                "[{\"status\":\"unheard-of\",\"policyUri\":\"/policies/A/b\"}]",
                "not json"
            })
    void refuses_any_other_shape(String json) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(MalformedDataException.class);
    }

    @Test
    void an_unsigned_attestation_has_no_envelope_to_read() {
        StoredAttestation unsigned = ModelJson.read(
                "{\"storeRequest\":{\"body\":{\"payload\":\"e30=\",\"payloadType\":\"t\",\"signatures\":[{}]}}}",
                StoredAttestation.class);

        assertThatThrownBy(unsigned::envelope).isInstanceOf(MalformedDataException.class);
        assertThat(StoredAttestation.builder().build().envelope()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":500,%s}", "{\"status\":500,\"properties\":{%s}}"})
    void finds_what_was_published_before_a_failure(String body) {
        String members = "\"successes\":[" + SUCCESS + "],\"errors\":[{\"message\":\"timeout\"}]";
        ProblemDetail problem = ModelJson.read(body.replace("%s", members), ProblemDetail.class);

        Optional<PublishResult.Stored> stored = PublishResult.Stored.of(problem);

        assertThat(stored).isPresent().get().satisfies(s -> {
            assertThat(s.request()).isEmpty();
            assertThat(s.successes())
                    .extracting(StoredAttestation::storeUri)
                    .containsExactly(Optional.of("s3://attestations"));
            assertThat(s.errors()).containsExactly(Json.parse("{\"message\":\"timeout\"}"));
        });
    }

    @Test
    void a_problem_without_attestations_stored_nothing() {
        assertThat(PublishResult.Stored.of(ModelJson.read("{\"status\":500}", ProblemDetail.class)))
                .isEmpty();
    }

    private static PublishResult parse(String json) {
        return PublishResult.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(PublishResult result) {
        return new String(result.toJson(), StandardCharsets.UTF_8);
    }
}
