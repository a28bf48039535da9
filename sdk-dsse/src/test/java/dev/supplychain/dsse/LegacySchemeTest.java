package dev.supplychain.dsse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.internal.AdaptiveEngine;
import dev.supplychain.dsse.keys.Ed25519Keys;
import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.dsse.EnvelopeSignature;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacySchemeTest {
    private static final byte[] CONTENT = "content".getBytes(UTF_8);

    @ParameterizedTest
    @CsvSource({
        "ECDSA_P256_SHA256, P1363",
        "ECDSA_P384_SHA384, P1363",
        "ECDSA_P521_SHA512, P1363",
        "ECDSA_P384_SHA384, ECDSA_SHA256",
        "ECDSA_P521_SHA512, ECDSA_SHA256",
        "ED25519, ED25519PH",
        "RSA_PSS_SHA256, PSS_MAX_SALT",
        "RSA_PSS_SHA512, PSS_MAX_SALT"
    })
    void a_signature_in_another_way_counts_only_where_it_is_named(SignatureAlgorithm algorithm, LegacyScheme scheme)
            throws Exception {
        SigningKey usual = TestKeys.of(algorithm);
        SigningKey legacy = usual.legacyScheme(scheme);

        for (int patience : new int[] {1000, 0}) {
            assertThat(accepts(usual.toTrustedKey(), usual, patience)).isTrue();
            assertThat(accepts(legacy.toTrustedKey(), legacy, patience)).isTrue();
            assertThat(accepts(usual.toTrustedKey(), legacy, patience)).isFalse();
            assertThat(accepts(legacy.toTrustedKey(), usual, patience)).isFalse();
        }
    }

    private static boolean accepts(TrustedKey trusted, SigningKey signer, int patience) throws Exception {
        BlobVerifier verifier = BlobVerifier.builder()
                .trust(trusted)
                .engine(new AdaptiveEngine(patience))
                .build();
        try {
            return verifier.verify(CONTENT, BlobSigner.of(signer).sign(CONTENT)) != null;
        } catch (VerificationException e) {
            return false;
        }
    }

    @Test
    void schemes_add_up() throws Exception {
        SigningKey both = TestKeys.of(SignatureAlgorithm.ECDSA_P384_SHA384)
                .legacyScheme(LegacyScheme.P1363)
                .legacyScheme(LegacyScheme.ECDSA_SHA256);

        Bytes signature = BlobSigner.of(both).sign(CONTENT);

        assertThat(signature.size()).isEqualTo(96);
        assertThat(BlobVerifier.of(both.toTrustedKey()).verify(CONTENT, signature))
                .isNotNull();
    }

    /** RFC 8032, section 7.3. */
    @Test
    void ed25519ph_as_published() throws Exception {
        SigningKey key = Ed25519Keys.signingKey(
                HexFormat.of().parseHex("833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42"));

        byte[] signature = key.legacyScheme(LegacyScheme.ED25519PH).sign("abc".getBytes(UTF_8));

        assertThat(HexFormat.of().formatHex(signature))
                .isEqualTo("98a70222f0b8121aa9d30f813d683f809e462b469c7ff87639499bb94e6dae41"
                        + "31f85042463c2a355a2003d062adf5aaa10b8c61e636062aaad11c2a26083406");
    }

    @Test
    void a_raw_payload_counts_only_under_a_key_that_signs_so() throws Exception {
        Envelope raw = Envelope.builder()
                .payload(Bytes.of(CONTENT))
                .payloadType("text/plain")
                .addSignatures(EnvelopeSignature.builder()
                        .sig(BlobSigner.of(TestKeys.ALICE).sign(CONTENT))
                        .build())
                .build();
        Envelope usual = EnvelopeSigner.of(TestKeys.ALICE).sign("text/plain", CONTENT);
        TrustedKey regional = TrustedKey.builder()
                .publicKey(TestKeys.ALICE.publicKey())
                .legacyScheme(LegacyScheme.RAW_PAYLOAD)
                .build();

        assertThat(verifier(regional).verify(raw).signers()).hasSize(1);
        assertThatThrownBy(() -> verifier(regional).verify(usual)).isInstanceOf(VerificationException.class);
        assertThatThrownBy(() -> verifier(TestKeys.ALICE.toTrustedKey()).verify(raw))
                .isInstanceOf(VerificationException.class);
        assertThat(verifier(TestKeys.ALICE.toTrustedKey(), regional)
                        .verify(usual)
                        .signers())
                .hasSize(1);
    }

    private static EnvelopeVerifier verifier(TrustedKey... keys) {
        return EnvelopeVerifier.builder().trust(keys).payloadTypes("text/plain").build();
    }

    @ParameterizedTest
    @CsvSource({
        "ECDSA_P256_SHA256, ECDSA_SHA256",
        "ED25519, P1363",
        "RSA_PKCS1_SHA256, PSS_MAX_SALT",
        "RSA_PKCS1_SHA256, P1363",
        "ECDSA_P384_SHA384, ED25519PH",
        "ED25519, ECDSA_SHA256"
    })
    void a_scheme_of_other_keys_is_refused(SignatureAlgorithm algorithm, LegacyScheme scheme) {
        SigningKey key = TestKeys.of(algorithm);

        assertThatThrownBy(() -> key.legacyScheme(scheme))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(scheme.name());
        assertThatThrownBy(() -> TrustedKey.builder()
                        .publicKey(key.publicKey())
                        .addAlgorithm(algorithm)
                        .legacyScheme(scheme)
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Signatures of an envelope by both kinds of key are one threshold. */
    @Test
    void an_rsa_key_under_both_paddings_is_one_key() {
        TrustedKey pkcs1 = TestKeys.of(SignatureAlgorithm.RSA_PKCS1_SHA256).toTrustedKey();
        TrustedKey pss = TestKeys.of(SignatureAlgorithm.RSA_PSS_SHA256).toTrustedKey();

        assertThatThrownBy(() -> EnvelopeVerifier.builder()
                        .trust(List.of(pkcs1, pss))
                        .threshold(2)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("distinct keys, 1");
    }
}
