package dev.supplychain.model.cosign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.JsonArbitraries;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.cosign.SimpleSigningPayload.Dialect;
import dev.supplychain.model.oci.ImageReference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleSigningPayloadTest {
    private static final Digest DIGEST = Digest.sha256(new byte[0]);
    private static final ImageReference IMAGE =
            ImageReference.parse("us-docker.pkg.dev/p/r/i:1.0").withDigest(DIGEST);

    @Test
    void writes_what_cosign_writes() {
        assertThat(text(SimpleSigningPayload.cosign(IMAGE)))
                .isEqualTo("{\"critical\":{\"identity\":{\"docker-reference\":\"us-docker.pkg.dev/p/r/i\"},"
                        + "\"image\":{\"docker-manifest-digest\":\"" + DIGEST + "\"},"
                        + "\"type\":\"cosign container image signature\"},\"optional\":null}");
        assertThat(text(SimpleSigningPayload.cosign(IMAGE, Map.of("owner", "dev", "a", "<&>"))))
                .endsWith(",\"optional\":{\"a\":\"\\u003c\\u0026\\u003e\",\"owner\":\"dev\"}}");
        assertThat(SimpleSigningPayload.cosign(ImageReference.parse("ubuntu").withDigest(DIGEST))
                        .dockerReference())
                .isEqualTo("index.docker.io/library/ubuntu");
    }

    @Test
    void writes_what_skopeo_writes() {
        SimpleSigningPayload payload =
                SimpleSigningPayload.atomic(IMAGE, "containers/image 5.34.2", Instant.ofEpochMilli(1_763_596_800_999L));

        assertThat(text(payload))
                .isEqualTo("{\"critical\":{\"identity\":{\"docker-reference\":\"us-docker.pkg.dev/p/r/i:1.0\"},"
                        + "\"image\":{\"docker-manifest-digest\":\"" + DIGEST + "\"},"
                        + "\"type\":\"atomic container signature\"},"
                        + "\"optional\":{\"creator\":\"containers/image 5.34.2\",\"timestamp\":1763596800}}");
        assertThat(payload.creator()).hasValue("containers/image 5.34.2");
        assertThat(payload.timestamp()).hasValue(Instant.ofEpochSecond(1_763_596_800L));
    }

    @Test
    void writes_what_gcloud_writes() {
        assertThat(text(SimpleSigningPayload.binaryAuthorization(IMAGE)))
                .isEqualTo("{\n  \"critical\": {\n    \"identity\": {\n"
                        + "      \"docker-reference\": \"us-docker.pkg.dev/p/r/i\"\n    },\n    \"image\": {\n"
                        + "      \"docker-manifest-digest\": \"" + DIGEST + "\"\n    },\n"
                        + "    \"type\": \"Google cloud binauthz container signature\"\n  }\n}\n");
    }

    @Test
    void an_image_without_digest_cannot_be_signed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimpleSigningPayload.cosign(ImageReference.parse("app:1")))
                .withMessageContaining("docker.io/library/app:1")
                .withMessageContaining("no digest");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimpleSigningPayload.cosign("app", Digest.parse("gitCommit:abc"), Map.of()));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void reads_its_own_dialect_only(Dialect dialect) {
        byte[] bytes = of(dialect).bytes().toByteArray();

        SimpleSigningPayload read = SimpleSigningPayload.parse(dialect, bytes);

        assertThat(read.bytes().toByteArray()).isEqualTo(bytes);
        assertThat(read.dialect()).hasValue(dialect);
        assertThat(read.digest()).isEqualTo(DIGEST);
        assertThat(read.matchesRepository(IMAGE)).isTrue();
        assertThat(Dialect.values())
                .filteredOn(other -> other != dialect)
                .allSatisfy(other -> assertThatThrownBy(() -> SimpleSigningPayload.parse(other, bytes))
                        .isInstanceOf(MalformedDataException.class));
    }

    @Test
    void keeps_the_bytes_that_were_read() {
        String spaced = " " + text(of(Dialect.COSIGN)).replace(",", " ,\n\t") + "\r\n";

        SimpleSigningPayload payload = SimpleSigningPayload.parse(Dialect.COSIGN, utf8(spaced));

        assertThat(payload.bytes().utf8()).isEqualTo(spaced);
        assertThat(payload).isNotEqualTo(of(Dialect.COSIGN));
        assertThat(SimpleSigningPayload.parseCosignCompat(utf8(spaced))).isEqualTo(payload);
    }

    @Test
    void kritis_leaves_optional_out_and_may_write_it() {
        String atomic = text(of(Dialect.ATOMIC));
        String kritis = atomic.substring(0, atomic.indexOf(",\"optional\"")) + "}";

        assertThat(SimpleSigningPayload.parseKritis(utf8(kritis)).isAbout(DIGEST))
                .isTrue();
        assertThat(SimpleSigningPayload.parseKritis(utf8(kritis)).optional()).isEmpty();
        assertThat(SimpleSigningPayload.parseKritis(utf8(atomic)).creator()).isPresent();
        assertRefused(Dialect.ATOMIC, kritis, "lacks the member \"optional\"");
        assertThatThrownBy(() -> SimpleSigningPayload.parseKritis(
                        utf8(kritis.replace("\"critical\":{", "\"critical\":{\"a\":1,"))))
                .hasMessageContaining("has the member \"a\", which does not belong there");
        assertThatThrownBy(() -> SimpleSigningPayload.parseKritis(utf8(text(of(Dialect.COSIGN)))))
                .hasMessageContaining("at /optional: is not an object");
    }

    @Test
    void only_cosign_writes_null_for_no_annotations_and_only_gcloud_leaves_them_out() {
        String cosign = text(of(Dialect.COSIGN));
        String atomic = cosign.replace(Dialect.COSIGN.type(), Dialect.ATOMIC.type());
        String google = cosign.replace(Dialect.COSIGN.type(), Dialect.BINARY_AUTHORIZATION.type());

        assertThat(SimpleSigningPayload.parse(Dialect.COSIGN, utf8(cosign)).optional())
                .isEmpty();
        assertRefused(Dialect.ATOMIC, atomic, "at /optional: is not an object");
        assertRefused(Dialect.BINARY_AUTHORIZATION, google, "has the member \"optional\"");
        assertRefused(Dialect.ATOMIC, atomic.replace(",\"optional\":null", ""), "lacks the member \"optional\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"timestamp\":1.5}",
                "{\"timestamp\":\"1\"}",
                "{\"timestamp\":1e400}",
                "{\"timestamp\":9223372036854775807}",
                "{\"timestamp\":null}",
                "{\"creator\":1}",
                "[]",
                "\"\"",
                "{\"a\":{\"b\":1,\"b\":2}}"
            })
    void refuses_annotations_that_other_readers_refuse(String optional) {
        assertRefused(Dialect.COSIGN, text(of(Dialect.COSIGN)).replace("null", optional), "simple signing payload");
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5:d41d8cd98f00b204e9800998ecf8427e", "sha256:abc", "", "sha256", "gce_image_id:1"})
    void refuses_a_digest_that_no_registry_has(String digest) {
        assertRefused(
                Dialect.COSIGN,
                text(of(Dialect.COSIGN)).replace(DIGEST.toString(), digest),
                "/critical/image/docker-manifest-digest");
    }

    @Test
    void the_lenient_reading_fills_in_as_go_does() {
        SimpleSigningPayload payload = SimpleSigningPayload.parseCosignCompat(utf8(
                "{'critical':{'image':{'docker-manifest-digest':'D'},'type':'x'},'critical/type':'y','OPTIONAL':{'a':1},"
                                .replace("D", DIGEST.toString())
                        + "'critical':{'identity':{'Docker-Reference':'app'},'image':null},'optional':{'b':'2'}}"));

        assertThat(payload.digest()).isEqualTo(DIGEST);
        assertThat(payload.type()).isEqualTo("x");
        assertThat(payload.dialect()).isEmpty();
        assertThat(payload.dockerReference()).isEqualTo("app");
        assertThat(payload.optional()).hasValue(Json.parse("{\"a\":1,\"b\":\"2\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "{'critical':[]}",
                "{'critical':{'image':{'docker-manifest-digest':1}}}",
                "{'critical':{'image':{}}} {}",
                "{'critical':{'image':{'docker-manifest-digest':'sha256:abc'}}}",
                "{'optional':[],'critical':{}}"
            })
    void the_lenient_reading_refuses_what_names_no_image(String json) {
        assertThatThrownBy(() -> SimpleSigningPayload.parseCosignCompat(utf8(json)))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith("simple signing payload");
    }

    @Test
    void matches_names_as_the_policies_of_containers_image_do() {
        SimpleSigningPayload atomic = of(Dialect.ATOMIC);
        ImageReference tagged = ImageReference.parse("us-docker.pkg.dev/p/r/i:1.0");

        assertThat(atomic.matchesExactly(tagged)).isTrue();
        assertThat(atomic.matchesExactly(tagged.withTag("2"))).isFalse();
        assertThat(atomic.matchesRepository(tagged.withTag("2"))).isTrue();
        assertThat(of(Dialect.COSIGN).matchesExactly(ImageReference.parse("us-docker.pkg.dev/p/r/i")))
                .isFalse();
        assertThat(atomic.isAbout(DIGEST)).isTrue();
        assertThat(atomic.isAbout(Digest.sha256(new byte[1]))).isFalse();
        assertThat(SimpleSigningPayload.cosign("index.docker.io/library/app", DIGEST, Map.of())
                        .matchesRepository(ImageReference.parse("app")))
                .isTrue();
    }

    @Property(tries = 200)
    void survives_writing_and_reading(@ForAll("payloads") SimpleSigningPayload payload) {
        byte[] bytes = payload.bytes().toByteArray();

        SimpleSigningPayload read = SimpleSigningPayload.parse(Dialect.COSIGN, bytes);

        assertThat(read).isEqualTo(payload);
        assertThat(read.dockerReference()).isEqualTo(payload.dockerReference());
        assertThat(read.optional()).isEqualTo(payload.optional());
        assertThat(SimpleSigningPayload.parseCosignCompat(bytes).optional()).isEqualTo(payload.optional());
    }

    @Provide
    static Arbitrary<SimpleSigningPayload> payloads() {
        Arbitrary<Map<String, String>> annotations = Arbitraries.maps(
                        JsonArbitraries.text().filter(name -> !name.equals("creator") && !name.equals("timestamp")),
                        Arbitraries.oneOf(JsonArbitraries.text(), Arbitraries.of("<&>\u2028\u2029")))
                .ofMaxSize(3);
        return net.jqwik.api.Combinators.combine(JsonArbitraries.text(), annotations)
                .as((reference, members) -> SimpleSigningPayload.cosign(reference, DIGEST, members));
    }

    private static SimpleSigningPayload of(Dialect dialect) {
        return switch (dialect) {
            case COSIGN -> SimpleSigningPayload.cosign(IMAGE);
            case ATOMIC -> SimpleSigningPayload.atomic(IMAGE, "test", Instant.EPOCH);
            case BINARY_AUTHORIZATION -> SimpleSigningPayload.binaryAuthorization(IMAGE);
        };
    }

    private static void assertRefused(Dialect dialect, String json, String message) {
        assertThatThrownBy(() -> SimpleSigningPayload.parse(dialect, json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining(message);
    }

    private static String text(SimpleSigningPayload payload) {
        return payload.bytes().utf8();
    }

    private static byte[] utf8(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
