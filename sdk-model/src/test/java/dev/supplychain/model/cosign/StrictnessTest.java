package dev.supplychain.model.cosign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.cosign.SimpleSigningPayload.Dialect;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.oci.ImageReference;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * Where cosign 2.5.0 and skopeo 1.18 come to different verdicts on the same signed bytes: ours is skopeo's, and cosign's
 * only by {@code parseCosignCompat}. What only a signature check can tell is tested where signatures are checked.
 */
class StrictnessTest {
    private static final Digest DIGEST = Digest.sha256(new byte[0]);
    private static final ImageReference IMAGE =
            ImageReference.parse("example.com/app").withDigest(DIGEST);
    private static final String GOOD =
            SimpleSigningPayload.cosign(IMAGE).bytes().utf8();
    private static final String ENVELOPE =
            "{\"payload\":\"aGVsbG8gd29ybGQ=\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"AAECAw==\"}]}";

    @Test
    void the_payload_itself_is_read_by_both() {
        assertThat(strict(GOOD)).isEqualTo(lenient(GOOD));
    }

    @Test
    void duplicate_manifest_digest_with_the_second_right() {
        String json = GOOD.replace(
                "{\"docker-manifest-digest\"",
                "{\"docker-manifest-digest\":\"sha256:" + "00".repeat(32) + "\",\"docker-manifest-digest\"");

        assertRefused(json, "Duplicate");
        assertThat(lenient(json).isAbout(DIGEST)).isTrue();
    }

    @Test
    void duplicate_manifest_digest_through_an_escape() {
        String json = GOOD.replace(
                "{\"docker-manifest-digest\"",
                "{\"docker-manifest-diges\\u0074\":\"sha256:" + "00".repeat(32) + "\",\"docker-manifest-digest\"");

        assertRefused(json, "Duplicate");
    }

    @Test
    void extra_member_in_critical() {
        String json = GOOD.replace("\"critical\":{", "\"critical\":{\"extra\":1,");

        assertRefused(json, "at /critical: has the member \"extra\", which does not belong there");
        assertThat(lenient(json).isAbout(DIGEST)).isTrue();
    }

    @Test
    void extra_member_elsewhere() {
        assertRefused(GOOD.replace("{\"critical\"", "{\"extra\":1,\"critical\""), "has the member \"extra\"");
        assertRefused(GOOD.replace("\"identity\":{", "\"identity\":{\"extra\":1,"), "at /critical/identity");
        assertRefused(GOOD.replace("\"image\":{", "\"image\":{\"extra\":1,"), "at /critical/image");
    }

    @Test
    void manifest_digest_in_the_wrong_case() {
        String json = GOOD.replace("docker-manifest-digest", "Docker-manifest-digest");

        assertRefused(json, "has the member \"Docker-manifest-digest\" in the wrong case");
        assertThat(lenient(json).isAbout(DIGEST)).isTrue();
    }

    @Test
    void no_optional() {
        String json = GOOD.replace(",\"optional\":null", "");

        assertRefused(json, "lacks the member \"optional\"");
        assertThat(lenient(json).isAbout(DIGEST)).isTrue();
    }

    @Test
    void other_repository_or_empty_docker_reference() {
        SimpleSigningPayload other = strict(GOOD.replace("example.com/app", "example.com/other"));
        SimpleSigningPayload empty = strict(GOOD.replace("example.com/app", ""));

        assertThat(other.matchesRepository(IMAGE)).isFalse();
        assertThat(empty.matchesRepository(IMAGE)).isFalse();
        assertThat(empty.isAbout(DIGEST)).isTrue();
    }

    @Test
    void type_atomic_container_signature() {
        String json = GOOD.replace("cosign container image signature", "atomic container signature");

        assertRefused(json, "\"atomic container signature\" instead of \"cosign container image signature\"");
        assertThat(lenient(json).dialect()).hasValue(Dialect.ATOMIC);
    }

    @Test
    void wrong_digest() {
        String json = GOOD.replace(DIGEST.hex(), "00".repeat(32));

        assertThat(strict(json).isAbout(DIGEST)).isFalse();
        assertThat(lenient(json).isAbout(DIGEST)).isFalse();
    }

    @Test
    void r_and_s_instead_of_der() {
        Bytes raw = Bytes.of(new byte[64]);

        assertThat(CosignSignature.of(strict(GOOD), raw).signature()).isEqualTo(raw);
    }

    @Test
    void dsse_unpadded_base64() {
        assertEnvelopeRefused(ENVELOPE.replace("ZA==", "ZA").replace("ybGQ=", "ybGQ"));
    }

    @Test
    void dsse_mixed_alphabets() {
        assertEnvelopeRefused(ENVELOPE.replace("aGVsbG8gd29ybGQ=", "+_+_"));
    }

    @Test
    void dsse_trailing_json() {
        assertEnvelopeRefused(ENVELOPE + "{}");
    }

    @Test
    void dsse_undecodable_first_signature_even_with_a_good_second() {
        assertEnvelopeRefused(ENVELOPE.replace("[{", "[{\"sig\":\"!\"},{"));
    }

    @Test
    void dsse_duplicate_payload_key() {
        assertEnvelopeRefused(ENVELOPE.replace("{\"payload\"", "{\"payload\":\"AAAA\",\"payload\""));
    }

    @Test
    void dsse_duplicate_digest_key_inside_the_signed_statement() {
        String statement =
                "{\"_type\":\"t\",\"predicateType\":\"p\",\"subject\":[{\"digest\":{\"sha256\":\"a\",\"sha256\":\"b\"}}]}";

        assertThatThrownBy(() -> InTotoStatement.parse(statement.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("Duplicate");
    }

    private static SimpleSigningPayload strict(String json) {
        return SimpleSigningPayload.parse(Dialect.COSIGN, json.getBytes(StandardCharsets.UTF_8));
    }

    private static SimpleSigningPayload lenient(String json) {
        return SimpleSigningPayload.parseCosignCompat(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String json, String message) {
        assertThatThrownBy(() -> strict(json))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith("simple signing payload")
                .hasMessageContaining(message);
    }

    private static void assertEnvelopeRefused(String json) {
        assertThat(Envelope.parse(ENVELOPE.getBytes(StandardCharsets.UTF_8)).signatures())
                .hasSize(1);
        assertThatThrownBy(() -> Envelope.parse(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedDataException.class);
    }
}
