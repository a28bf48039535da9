package dev.supplychain.dsse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.dsse.EnvelopeSignature;
import java.nio.file.Files;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real provenance of Cloud Build (slsa-verifier aaf98fd) against Google's public keys. */
class CloudBuildVectorTest {
    /** One signature of one occurrence, with what is known about it. */
    record Vector(
            String name, Envelope envelope, String key, boolean overPae, boolean overPayload, String predicateType) {
        @Override
        public String toString() {
            return name + " under " + key;
        }
    }

    static Stream<Vector> vectors() throws Exception {
        Json expected = Json.parse(Files.readAllBytes(Vectors.require("cloudbuild/EXPECTED.json")));
        List<Vector> vectors = new ArrayList<>();
        for (Map.Entry<String, Json> file : expected.members().entrySet()) {
            Json document = Json.parse(Files.readAllBytes(Vectors.require("cloudbuild/" + file.getKey())));
            Iterator<Json> occurrences = Vectors.member(Vectors.member(document, "provenance_summary"), "provenance")
                    .elements()
                    .iterator();
            for (Json occurrence : file.getValue().elements()) {
                addSignatures(vectors, file.getKey(), occurrence, Vectors.member(occurrences.next(), "envelope"));
            }
        }
        return vectors.stream();
    }

    private static void addSignatures(List<Vector> vectors, String file, Json expected, Json envelope) {
        Iterator<Json> signatures =
                Vectors.member(envelope, "signatures").elements().iterator();
        for (Json known : Vectors.member(expected, "sigs").elements()) {
            Json signature = signatures.next();
            Envelope single = Envelope.builder()
                    .payload(Bytes.parseBase64(Vectors.text(envelope, "payload")))
                    .payloadType(Vectors.text(envelope, "payloadType"))
                    .addSignatures(EnvelopeSignature.builder()
                            .keyid(Vectors.text(signature, "keyid"))
                            .sig(Bytes.ofUncheckedBase64(Vectors.text(signature, "sig")))
                            .build())
                    .build();
            vectors.add(new Vector(
                    file + " signature " + vectors.size(),
                    single,
                    Vectors.text(known, "key"),
                    Vectors.member(known, "verifiesDssePae").bool(),
                    Vectors.member(known, "verifiesRawPayload").bool(),
                    Vectors.text(Vectors.member(expected, "statement"), "predicateType")));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void verifies_exactly_when_the_signature_covers_the_pae(Vector vector) throws Exception {
        PublicKey key = PemKeys.readPublicKey(Vectors.require("cloudbuild/keys/" + vector.key() + ".key"));

        assertThat(accepts(() -> EnvelopeVerifier.of(key).verifyStatement(vector.envelope(), vector.predicateType())))
                .isEqualTo(vector.overPae());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void as_a_detached_signature_it_verifies_exactly_when_it_covers_the_payload_alone(Vector vector) throws Exception {
        PublicKey key = PemKeys.readPublicKey(Vectors.require("cloudbuild/keys/" + vector.key() + ".key"));
        byte[] payload = vector.envelope().payload().toByteArray();
        Bytes signature = vector.envelope().signatures().get(0).sig();

        assertThat(accepts(() -> BlobVerifier.of(key).verify(payload, signature)))
                .isEqualTo(vector.overPayload());
    }

    private interface Check {
        Object run() throws KeyException, VerificationException;
    }

    private static boolean accepts(Check check) throws KeyException {
        try {
            return check.run() != null;
        } catch (VerificationException e) {
            return false;
        } catch (MalformedDataException e) {
            throw new AssertionError("left the verifier", e);
        }
    }
}
