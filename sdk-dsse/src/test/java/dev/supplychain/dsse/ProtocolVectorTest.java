package dev.supplychain.dsse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.BouncyCastle;
import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Json;
import dev.supplychain.model.dsse.Envelope;
import java.security.interfaces.ECPublicKey;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The example of DSSE 1.0.2, protocol.md: P-256, deterministic, r and s side by side. */
class ProtocolVectorTest {
    private static final String TYPE = "http://example.com/HelloWorld";

    private static byte[] envelope() throws Exception {
        return Vectors.unzip("dsse.zip", "dsse/protocol-1.0.2-vector.dsse.json");
    }

    private static SigningKey key() throws Exception {
        return PemKeys.readPrivateKey(TestKeys.PROTOCOL_KEY_PEM);
    }

    private static EnvelopeVerifier verifier(TrustedKey key) {
        return EnvelopeVerifier.builder().trust(key).payloadTypes(TYPE).build();
    }

    @Test
    void the_key_is_the_one_of_the_specification() throws Exception {
        Json published = Vectors.unzipJson("dsse.zip", "dsse/protocol-1.0.2-vector.key.json");
        var point = ((ECPublicKey) key().publicKey()).getW();

        assertThat(point.getAffineX().toString()).isEqualTo(Vectors.text(published, "X"));
        assertThat(point.getAffineY().toString()).isEqualTo(Vectors.text(published, "Y"));
        assertThat(key().keyId()).isEqualTo("SHA256:f4AuBLdH4Lj/dIuwAUXXebzoI9B/cJ4iSQ3/qByIl4M");
    }

    @Test
    void its_signature_verifies_under_a_key_that_is_said_to_sign_so() throws Exception {
        TrustedKey key = TrustedKey.builder()
                .publicKey(key().publicKey())
                .legacyScheme(LegacyScheme.P1363)
                .build();

        VerifiedEnvelope verified = verifier(key).verify(envelope());

        assertThat(verified.payload().utf8()).isEqualTo("hello world");
        assertThat(verified.payloadType()).isEqualTo(TYPE);
        assertThat(verified.signers()).containsExactly(new AcceptedKey(key));
    }

    @Test
    void its_signature_is_no_der_and_refused_unless_the_key_is_said_to_sign_so() throws Exception {
        assertThatThrownBy(() -> verifier(TrustedKey.of(key().publicKey())).verify(envelope()))
                .isInstanceOfSatisfying(
                        VerificationException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE));
    }

    /** The mock signature of version 0.1 in the same document verifies nowhere. */
    @Test
    void the_signature_of_version_0_1_is_refused() throws Exception {
        String old = new String(envelope(), UTF_8)
                .replaceFirst(
                        "\"sig\": \"[^\"]+\"",
                        "\"sig\": \"Cc3RkvYsLhlaFVd+d6FPx4ZClhqW4ZT0rnCYAfv6/ckoGdwT7g/blWNpOBuL/tZhRiVFaglOGTU8GEjm4aEaNA==\"");
        TrustedKey key = TrustedKey.builder()
                .publicKey(key().publicKey())
                .legacyScheme(LegacyScheme.P1363)
                .build();

        assertThatThrownBy(() -> verifier(key).verify(old.getBytes(UTF_8))).isInstanceOf(VerificationException.class);
    }

    @Test
    @Tag("needs-bouncycastle")
    void signing_without_randomness_gives_its_bytes() throws Exception {
        SigningKey key = key().deterministic().legacyScheme(LegacyScheme.P1363);

        Envelope signed = EnvelopeSigner.of(key).sign(TYPE, "hello world".getBytes(UTF_8));

        assertThat(signed.signatures().get(0).sig())
                .isEqualTo(Envelope.parse(envelope()).signatures().get(0).sig());
    }

    @Test
    void without_bouncycastle_signing_without_randomness_names_what_is_missing() throws Exception {
        Assumptions.assumeTrue(BouncyCastle.find().isEmpty(), "BouncyCastle is there");
        SigningKey key = key();

        assertThatThrownBy(key::deterministic)
                .isInstanceOfSatisfying(
                        MissingComponentException.class,
                        e -> assertThat(e.artifact()).isEqualTo("org.bouncycastle:bcprov-jdk18on"))
                .hasMessageContaining("RFC 6979")
                .hasMessageContaining("org.bouncycastle:bcprov-jdk18on");
    }

    @Test
    void ed25519_is_deterministic_without_any_library() throws Exception {
        byte[] message = {1, 2, 3};

        assertThat(TestKeys.EDITH.deterministic().sign(message)).isEqualTo(TestKeys.EDITH.sign(message));
    }
}
