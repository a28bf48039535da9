package dev.supplychain.dsse.pgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.Vectors;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.cosign.SimpleSigningPayload;
import dev.supplychain.model.cosign.SimpleSigningPayload.Dialect;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of containers/image (df7e80d) and Kritis (3348562). */
@Tag("needs-bouncycastle")
class PgpVectorTest {
    /** After all the vectors were made. */
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    private static byte[] file(String name) throws Exception {
        return Vectors.unzip("pgp.zip", "pgp/" + name);
    }

    private static PgpVerifier verifier(Instant now) throws Exception {
        List<PgpPublicKey> keys = new ArrayList<>();
        for (String ring : List.of("public-key", "public-key-with-subkey", "public-key-with-revoked-subkey")) {
            keys.addAll(PgpPublicKey.parseAll(file(ring + ".gpg")));
        }
        return PgpVerifier.builder()
                .trust(keys)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build();
    }

    private static void refuses(String name, Reason reason, String message) throws Exception {
        byte[] signature = file(name);
        PgpVerifier verifier = verifier(NOW);

        assertThatThrownBy(() -> verifier.verify(signature))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(message);
    }

    @Test
    void image_is_by_the_primary_key_and_names_an_image() throws Exception {
        VerifiedPgpMessage message = verifier(NOW).verify(file("image.signature"));

        assertThat(message.primaryKeyFingerprint()).isEqualTo("08CD26E446E2E95249B7A405E932F44B23E8DD43");
        assertThat(message.signingKeyFingerprint()).isEqualTo(message.primaryKeyFingerprint());
        assertThat(message.signedAt()).isEqualTo(Instant.ofEpochSecond(1750706529));
        assertThat(message.userIds()).containsExactly("skopeo testing key");
        SimpleSigningPayload payload =
                SimpleSigningPayload.parse(Dialect.ATOMIC, message.content().toByteArray());
        assertThat(payload.dockerReference()).isEqualTo("testing/manifest");
    }

    @Test
    void subkey_is_by_a_subkey_and_names_the_primary_key_too() throws Exception {
        VerifiedPgpMessage message = verifier(NOW).verify(file("subkey.signature"));

        assertThat(message.primaryKeyFingerprint()).isEqualTo("B9F4CDB9FD8C475BFA340AC38D54A947EE396F36");
        assertThat(message.signingKeyFingerprint()).isEqualTo("57D1D95BBC53BA0EAFF0718CD75B3109B3BAAEAF");
        assertThat(SimpleSigningPayload.parse(Dialect.ATOMIC, message.content().toByteArray())
                        .dockerReference())
                .isNotEmpty();
    }

    @Test
    void invalid_blob_is_well_signed_and_no_payload() throws Exception {
        byte[] content =
                verifier(NOW).verify(file("invalid-blob.signature")).content().toByteArray();

        assertThatThrownBy(() -> SimpleSigningPayload.parse(Dialect.ATOMIC, content))
                .isInstanceOf(MalformedDataException.class);
    }

    @Test
    void expired_is_refused_and_was_accepted_while_it_was_valid() throws Exception {
        refuses("expired.signature", Reason.EXPIRED, "the signature expired on 2025-06-24T10:00:00Z");

        // It was made at 1750712458 and says that it expires 46742 seconds later.
        Instant made = Instant.ofEpochSecond(1750712458);
        assertThat(verifier(made).verify(file("expired.signature")).signedAt()).isEqualTo(made);
    }

    @Test
    void subkey_revoked_is_refused_at_any_time() throws Exception {
        refuses("subkey-revoked.signature", Reason.NO_TRUSTED_SIGNATURE, "revoked");

        // It was compromised: nobody knows since when.
        byte[] signature = file("subkey-revoked.signature");
        PgpVerifier then = verifier(Instant.ofEpochSecond(1753303217));
        assertThatThrownBy(() -> then.verify(signature)).hasMessageContaining("revoked");
    }

    @Test
    void unknown_key_is_refused() throws Exception {
        refuses("unknown-key.signature", Reason.NO_TRUSTED_SIGNATURE, "5F9470E3BC6C3B55, which is not trusted");
    }

    @Test
    void unsigned_literal_is_refused() throws Exception {
        refuses("unsigned-literal.signature", Reason.NO_TRUSTED_SIGNATURE, "not signed");
    }

    @Test
    void kritis_is_accepted_while_its_key_was_valid_and_expired_now() throws Exception {
        PgpPublicKey key = PgpPublicKey.parse(file("kritis/pgp-public-key.asc"));
        byte[] attestation = file("kritis/pgp-attached-signature.asc");
        PgpVerifier.Builder verifier = PgpVerifier.builder().trust(key);

        VerifiedPgpMessage message = verifier.clock(Clock.fixed(Instant.ofEpochSecond(1590532102), ZoneOffset.UTC))
                .build()
                .verify(attestation);

        assertThat(message.content().toByteArray()).isEqualTo(file("kritis/pgp-payload.txt"));
        assertThat(message.primaryKeyFingerprint())
                .isEqualTo(new String(file("kritis/pgp-keyid.txt"), StandardCharsets.US_ASCII));
        PgpVerifier today = verifier.clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
        assertThatThrownBy(() -> today.verify(attestation))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.EXPIRED))
                .hasMessageContaining("the key expired on 2022-04-23");
    }

    @ParameterizedTest
    @CsvSource({
        "public-key.gpg, skopeo testing key, 1",
        "public-key-with-subkey.gpg, c/image test key with subkey, 1",
        "public-key-with-revoked-subkey.gpg, c/image test key with a REVOKED subkey, 1",
        "kritis/pgp-public-key.asc, pgp@cryptolib.com, 1"
    })
    void keys_are_read_and_written_back(String name, String userId, int subkeys) throws Exception {
        PgpPublicKey key = PgpPublicKey.parse(file(name));

        assertThat(key.userIds()).containsExactly(userId);
        assertThat(key.subkeyFingerprints()).hasSize(subkeys);
        PgpPublicKey again = PgpPublicKey.parse(key.toArmor());
        assertThat(again.toBytes()).isEqualTo(key.toBytes());
        assertThat(again.fingerprint()).isEqualTo(key.fingerprint());
    }
}
