package dev.supplychain.dsse.pgp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.dsse.BlobVerifier;
import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.SignatureOutcome;
import dev.supplychain.dsse.SignatureOutcome.Status;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.openpgp.Armor;
import dev.supplychain.dsse.keys.KeyId;
import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.dsse.EnvelopeSignature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detached OpenPGP signatures over the PAE, beside those of ordinary keys. */
@Tag("needs-bouncycastle")
class PgpEnvelopeTest {
    private static final Instant NOW = PgpForge.BIRTH.plus(Duration.ofDays(1));
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final PgpSigner ALICE = signer("alice");
    private static final PgpSigner BOB = signer("bob");

    private static PgpSigner signer(String name) {
        try {
            String key = PgpSigner.generateKey(SignatureAlgorithm.ED25519, name, new char[0], PgpForge.BIRTH);
            return PgpSigner.read(key.getBytes(US_ASCII), new char[0], CLOCK);
        } catch (KeyException e) {
            throw new AssertionError(e);
        }
    }

    private static Envelope byAlice() throws Exception {
        return ALICE.signEnvelope(TestKeys.statement(TestKeys.PROVENANCE));
    }

    private static EnvelopeVerifier verifier(int threshold, TrustedKey... keys) {
        return EnvelopeVerifier.builder()
                .trust(keys)
                .threshold(threshold)
                .clock(CLOCK)
                .build();
    }

    private static TrustedKey key(PgpSigner signer) {
        return signer.publicKey().toTrustedKey();
    }

    private static VerificationException refusal(EnvelopeVerifier verifier, Envelope envelope) {
        VerificationException refusal =
                catchThrowableOfType(VerificationException.class, () -> verifier.verify(envelope));
        assertThat(refusal).as("the envelope was accepted").isNotNull();
        return refusal;
    }

    @Test
    void an_envelope_by_an_openpgp_key_is_accepted() throws Exception {
        Envelope envelope = Envelope.parse(byAlice().toJson());

        assertThat(verifier(1, key(ALICE))
                        .verifyStatement(envelope, TestKeys.PROVENANCE)
                        .envelope()
                        .signers())
                .extracting(signer -> signer.key().pgpKey().orElseThrow().fingerprint())
                .containsExactly(ALICE.publicKey().fingerprint());
        assertThat(envelope.signatures().get(0).keyid())
                .isEqualTo(ALICE.signingKeyFingerprint().toLowerCase(Locale.ROOT));
        assertThat(envelope.signatures().get(0).sig().toByteArray()[0]).isNegative();
    }

    @Test
    void another_payload_type_or_payload_is_refused() throws Exception {
        Envelope retyped = Envelope.builder()
                .from(byAlice())
                .payloadType("application/vnd.in-toto.x+json")
                .build();
        Envelope changed =
                Envelope.builder().from(byAlice()).payload(Bytes.utf8("{}")).build();

        assertThat(refusal(verifier(1, key(ALICE)), retyped).reason()).isEqualTo(Reason.BAD_SIGNATURE);
        assertThat(refusal(verifier(1, key(ALICE)), changed).reason()).isEqualTo(Reason.BAD_SIGNATURE);
    }

    @Test
    void a_key_that_is_not_trusted_is_refused() throws Exception {
        VerificationException refusal = refusal(verifier(1, key(BOB)), byAlice());

        assertThat(refusal.reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    @Test
    void openpgp_keys_and_ordinary_keys_count_together() throws Exception {
        Envelope envelope =
                BOB.addTo(ALICE.addTo(EnvelopeSigner.of(TestKeys.ALICE).sign(TestKeys.statement(TestKeys.PROVENANCE))));

        EnvelopeVerifier verifier = verifier(3, key(ALICE), key(BOB), TestKeys.ALICE.toTrustedKey());

        assertThat(verifier.verify(envelope).signers()).hasSize(3);
        assertThat(verifier(1, key(BOB)).verify(envelope).outcomes())
                .extracting(SignatureOutcome::status)
                .containsExactly(Status.NO_TRUSTED_KEY, Status.NO_TRUSTED_KEY, Status.ACCEPTED);
    }

    @Test
    void one_key_that_signs_twice_counts_once() throws Exception {
        Envelope envelope = ALICE.addTo(byAlice());

        VerificationException refusal = refusal(verifier(2, key(ALICE), key(BOB)), envelope);

        assertThat(refusal.reason()).isEqualTo(Reason.THRESHOLD);
        assertThat(refusal.outcomes())
                .extracting(SignatureOutcome::status)
                .containsExactly(Status.ACCEPTED, Status.SAME_KEY_AGAIN);
    }

    @Test
    void a_primary_key_and_its_subkey_count_once() throws Exception {
        PgpForge primary = PgpForge.ed25519();
        PgpForge subkey = PgpForge.ed25519();
        byte[] both = PgpForge.join(
                primary.primary(),
                PgpForge.userId("both"),
                primary.certification("both").flags(PgpForge.CERTIFY_AND_SIGN).packet(),
                subkey.subkey(),
                primary.binding(subkey)
                        .flags(PgpForge.SIGN)
                        .embedded(subkey.back(primary).body())
                        .packet());
        TrustedKey key = PgpPublicKey.parse(both).toTrustedKey();

        VerificationException refusal = refusal(verifier(2, key, key(BOB)), envelope(primary, subkey));

        assertThat(refusal.reason()).isEqualTo(Reason.THRESHOLD);
        assertThat(refusal.outcomes())
                .extracting(SignatureOutcome::status)
                .containsExactly(Status.ACCEPTED, Status.SAME_KEY_AGAIN);
        assertThatThrownBy(() -> verifier(2, key, PgpPublicKey.parse(both).toTrustedKey()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_subkey_of_two_primary_keys_counts_once() throws Exception {
        PgpForge one = PgpForge.ed25519();
        PgpForge two = PgpForge.ed25519();
        PgpForge shared = PgpForge.ed25519();
        EnvelopeVerifier verifier = verifier(
                2,
                PgpPublicKey.parse(one.key("one", shared)).toTrustedKey(),
                PgpPublicKey.parse(two.key("two", shared)).toTrustedKey());
        Envelope twice = envelope(shared, shared);
        Envelope envelope = Envelope.builder()
                .from(twice)
                .signatures(List.of(
                        named(one.fingerprint(), twice.signatures().get(0)),
                        named(two.fingerprint(), twice.signatures().get(1))))
                .build();

        VerificationException refusal = refusal(verifier, envelope);

        assertThat(refusal.outcomes())
                .extracting(SignatureOutcome::status)
                .containsExactly(Status.ACCEPTED, Status.SAME_KEY_AGAIN);
    }

    /** An envelope signed by those keys in that order. */
    private static Envelope envelope(PgpForge... keys) {
        byte[] payload = TestKeys.statement(TestKeys.PROVENANCE).toJson();
        String type = "application/vnd.in-toto+json";
        byte[] pae = PgpForge.concat(
                ("DSSEv1 " + type.length() + " " + type + " " + payload.length + " ").getBytes(UTF_8), payload);
        Envelope.Builder envelope =
                Envelope.builder().payload(Bytes.of(payload)).payloadType(type);
        for (PgpForge key : keys) {
            envelope.addSignatures(EnvelopeSignature.builder()
                    .keyid(key.fingerprint())
                    .sig(Bytes.of(PgpForge.join(key.document(pae).packet())))
                    .build());
        }
        return envelope.build();
    }

    private static EnvelopeSignature named(String keyid, EnvelopeSignature signature) {
        return EnvelopeSignature.builder().from(signature).keyid(keyid).build();
    }

    @Test
    void the_keys_own_end_and_that_of_the_trust_both_hold() throws Exception {
        PgpForge ending = PgpForge.ed25519();
        byte[] key = PgpForge.join(
                ending.primary(),
                PgpForge.userId("ending"),
                ending.certification("ending").flags(3).keyEndsAfter(3600).packet());
        TrustedKey trusted = TrustedKey.builder()
                .pgpKey(ALICE.publicKey())
                .name("release 2025")
                .notAfter(PgpForge.BIRTH)
                .build();

        VerificationException own = refusal(verifier(1, PgpPublicKey.parse(key).toTrustedKey()), envelope(ending));
        VerificationException trust = refusal(verifier(1, trusted), byAlice());

        assertThat(own.reason()).isEqualTo(Reason.EXPIRED);
        assertThat(own).hasMessageContaining("the key expired on");
        assertThat(trust.reason()).isEqualTo(Reason.EXPIRED);
        assertThat(trust).hasMessageContaining("release 2025").hasMessageContaining("until " + PgpForge.BIRTH);
    }

    @Test
    void a_revoked_key_does_not_count() throws Exception {
        PgpForge revoked = PgpForge.ed25519();
        byte[] key = PgpForge.join(
                revoked.primary(),
                revoked.signature(0x20, revoked.hashed()).packet(),
                PgpForge.userId("revoked"),
                revoked.certification("revoked").flags(3).packet());

        VerificationException refusal =
                refusal(verifier(1, PgpPublicKey.parse(key).toTrustedKey()), envelope(revoked));

        assertThat(refusal.reason()).isEqualTo(Reason.BAD_SIGNATURE);
        assertThat(refusal).hasMessageContaining("it was revoked by its owner");
    }

    @Test
    void it_goes_by_its_fingerprints_in_the_forms_that_are_met() {
        TrustedKey key = key(ALICE);
        String fingerprint = ALICE.publicKey().fingerprint();

        assertThat(key.goesBy(fingerprint)).isTrue();
        assertThat(key.goesBy(fingerprint.toLowerCase(Locale.ROOT))).isTrue();
        assertThat(key.goesBy("openpgp4fpr:" + fingerprint)).isTrue();
        assertThat(key.goesBy(fingerprint.substring(24))).isFalse();
        assertThat(key.keyIds()).contains(KeyId.openPgp(fingerprint));
        assertThat(key.name()).isEqualTo(fingerprint + " (alice)");
        assertThat(key.algorithms()).isEmpty();
        assertThat(new AcceptedKey(key).name()).isEqualTo(key.name());
    }

    @Test
    void an_openpgp_key_is_trusted_for_openpgp_signatures_only() throws Exception {
        TrustedKey.Builder builder = TrustedKey.builder().pgpKey(ALICE.publicKey());

        assertThatThrownBy(() -> builder.legacyScheme(LegacyScheme.RAW_PAYLOAD).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TrustedKey.builder()
                        .pgpKey(ALICE.publicKey())
                        .addAlgorithm(SignatureAlgorithm.ED25519)
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TrustedKey.builder()
                        .pgpKey(ALICE.publicKey())
                        .publicKey(TestKeys.ALICE.publicKey())
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TrustedKey.builder().build()).isInstanceOf(IllegalStateException.class);
        TrustedKey raw = TrustedKey.of(ALICE.publicKey().publicKey());
        assertThat(refusal(verifier(1, raw), byAlice()).reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    @Test
    void a_detached_signature_over_a_file_is_verified_with_the_same_trust(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("app.jar"), new byte[] {1, 2, 3});
        Bytes binary = ALICE.signDetached(new byte[] {1, 2, 3});
        Bytes armored = Bytes.utf8(Armor.write(Armor.SIGNATURE, binary.toByteArray()));
        BlobVerifier verifier =
                BlobVerifier.builder().trust(key(ALICE)).clock(CLOCK).build();

        assertThat(verifier.verify(file, binary).signer().key().pgpKey()).contains(ALICE.publicKey());
        assertThat(verifier.verify(file, armored).sha256()).isNotNull();
        assertThatThrownBy(() -> verifier.verify(new byte[] {1, 2}, binary))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("does not match key");
        Instant early = PgpForge.BIRTH.minusSeconds(60);
        BlobVerifier before = BlobVerifier.builder()
                .trust(key(ALICE))
                .clock(Clock.fixed(early, ZoneOffset.UTC))
                .build();
        assertThatThrownBy(() -> before.verify(file, binary))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.EXPIRED))
                .hasMessageContaining("and the signature was made on");
    }
}
