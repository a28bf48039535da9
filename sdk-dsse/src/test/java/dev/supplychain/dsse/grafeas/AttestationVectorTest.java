package dev.supplychain.dsse.grafeas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.BlobVerifier;
import dev.supplychain.dsse.Refusal;
import dev.supplychain.dsse.Vectors;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.keys.KeyId;
import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.PkixAlgorithm;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.grafeas.v1.AttestationOccurrence;
import dev.supplychain.model.grafeas.v1.Signature;
import dev.supplychain.model.oci.ImageReference;
import java.nio.file.Files;
import java.security.PublicKey;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One signature for each algorithm of Binary Authorization, made by Kritis (grafeas/kritis 3348562). */
class AttestationVectorTest {
    private static final ImageReference IMAGE =
            ImageReference.parse("example.com/app").withDigest(Digest.sha256(new byte[0]));

    @Test
    void every_signature_has_the_expected_verdict() throws Exception {
        Set<PkixAlgorithm> seen = EnumSet.noneOf(PkixAlgorithm.class);
        Json vectors = Json.parse(
                Files.readAllBytes(Vectors.require("grafeas").resolve("attestations/pkix-detached-vectors.json")));
        for (Json vector : vectors.elements()) {
            assertThat(Vectors.member(vector, "expected").bool()).isTrue();
            seen.add(check(vector));
        }
        assertThat(seen).containsExactlyInAnyOrder(PkixAlgorithm.values());
    }

    private static PkixAlgorithm check(Json vector) throws Exception {
        PkixAlgorithm algorithm =
                PkixAlgorithm.parse(Vectors.text(vector, "algorithm")).orElseThrow();
        PublicKey publicKey = PemKeys.readPublicKey(Vectors.text(vector, "publicKeyPem"));
        String id = Vectors.text(vector, "publicKeyId");
        boolean longestSalt = vector.get("pssSalt").isPresent();
        TrustedKey key = longestSalt
                ? TrustedKey.builder()
                        .publicKey(publicKey)
                        .addAlgorithm(algorithm.algorithm())
                        .legacyScheme(LegacyScheme.PSS_MAX_SALT)
                        .build()
                : algorithm.trustedKey(publicKey);
        Bytes signature = Bytes.ofUncheckedBase64(Vectors.text(vector, "signatureBase64UrlNoPad"));
        byte[] payload = Vectors.text(vector, "payload").getBytes(UTF_8);

        assertThat(KeyId.ni(publicKey).text()).as(algorithm.name()).isEqualTo(id);
        assertThat(BlobVerifier.of(key).verify(payload, signature).sha256())
                .as(algorithm.name())
                .isEqualTo(Digest.sha256(payload));
        assertThat(Refusal.reasonOf(() -> verify(id, key, payload, signature)))
                .as("the signature holds, its payload is no simple signing")
                .isEqualTo(Reason.MALFORMED);
        assertThat(Refusal.reasonOf(() -> verify(id, key, "bad payload".getBytes(UTF_8), signature)))
                .isEqualTo(Reason.BAD_SIGNATURE);
        if (longestSalt) {
            assertThat(Refusal.reasonOf(() -> verify(id, algorithm.trustedKey(publicKey), payload, signature)))
                    .as("the longest salt is for keys that are said to use it")
                    .isEqualTo(Reason.BAD_SIGNATURE);
        }
        return algorithm;
    }

    private static VerifiedImageAttestation verify(String id, TrustedKey key, byte[] payload, Bytes signature)
            throws Exception {
        return AttestationVerifier.builder()
                .trust(id, key)
                .build()
                .verify(
                        IMAGE,
                        AttestationOccurrence.builder()
                                .serializedPayload(Bytes.of(payload))
                                .addSignatures(Signature.builder()
                                        .publicKeyId(id)
                                        .signature(signature)
                                        .build())
                                .build());
    }
}
