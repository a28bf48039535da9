package dev.supplychain.dsse.pgp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.openpgp.Armor;
import dev.supplychain.dsse.internal.openpgp.Packet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("needs-bouncycastle")
class PgpVerifierTest {
    private static final PgpForge ALICE = PgpForge.ed25519();
    private static final PgpForge MALLORY = PgpForge.ed25519();
    private static final byte[] CONTENT = "content".getBytes(UTF_8);
    private static final Instant SIGNED = PgpForge.BIRTH.plus(Duration.ofDays(1));
    private static final Instant NOW = PgpForge.BIRTH.plus(Duration.ofDays(2));
    private static final byte[] SIGNATURE = ALICE.document(CONTENT).at(SIGNED).body();

    private static PgpVerifier verifier(byte[] key) throws Exception {
        return verifier(key, NOW);
    }

    private static PgpVerifier verifier(byte[] key, Instant now) throws Exception {
        return PgpVerifier.builder()
                .trust(PgpPublicKey.parse(key))
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build();
    }

    private static PgpVerifier alice() throws Exception {
        return verifier(ALICE.key("alice"));
    }

    private static VerificationException refusal(byte[] message) throws Exception {
        PgpVerifier alice = alice();
        VerificationException refusal = catchThrowableOfType(VerificationException.class, () -> alice.verify(message));
        assertThat(refusal).as("the message was accepted").isNotNull();
        return refusal;
    }

    private static Packet signature() {
        return new Packet(Packet.SIGNATURE, SIGNATURE);
    }

    private static Packet onePass() {
        return PgpForge.onePass(SIGNATURE);
    }

    private static Packet compressed(int algorithm, byte[] packets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(algorithm);
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, algorithm == 1);
        try (OutputStream compressed = new DeflaterOutputStream(out, deflater)) {
            compressed.write(packets);
        }
        deflater.end();
        return new Packet(Packet.COMPRESSED_DATA, out.toByteArray());
    }

    @Test
    void the_one_accepted_shape_is_accepted() throws Exception {
        VerifiedPgpMessage message = alice().verify(PgpForge.message(CONTENT, SIGNATURE));

        assertThat(message.content().toByteArray()).isEqualTo(CONTENT);
        assertThat(message.primaryKeyFingerprint()).isEqualTo(ALICE.fingerprint());
        assertThat(message.signingKeyFingerprint()).isEqualTo(ALICE.fingerprint());
        assertThat(message.signedAt()).isEqualTo(SIGNED);
        assertThat(message.userIds()).containsExactly("alice");
        assertThat(message)
                .hasToString("VerifiedPgpMessage[" + message.content() + ", VerifiedPgpSignature[" + SIGNED + " by "
                        + ALICE.fingerprint() + " (alice)]]");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void compression_around_it_is_taken_off(int algorithm) throws Exception {
        byte[] message = PgpForge.join(compressed(algorithm, PgpForge.message(CONTENT, SIGNATURE)));

        assertThat(alice().verify(message).content().toByteArray()).isEqualTo(CONTENT);
    }

    @Test
    void compression_without_a_length_is_taken_off_as_gnupg_writes_it() throws Exception {
        byte[] packet = compressed(1, PgpForge.message(CONTENT, SIGNATURE)).body();
        byte[] message = PgpForge.concat(new byte[] {(byte) 0xA3}, packet);

        assertThat(alice().verify(message).content().toByteArray()).isEqualTo(CONTENT);
    }

    @Test
    void content_in_parts_is_put_together_as_gnupg_writes_it_from_a_pipe() throws Exception {
        byte[] content = new byte[1000];
        byte[] signature = ALICE.document(content).at(SIGNED).body();
        byte[] literal = PgpForge.literal(content).body();
        byte[] parts = PgpForge.concat(
                new byte[] {(byte) 0xCB, (byte) 0xE9},
                Arrays.copyOf(literal, 512),
                new byte[] {(byte) (192 + ((494 - 192) >> 8)), (byte) (494 - 192)},
                Arrays.copyOfRange(literal, 512, literal.length));

        byte[] message = PgpForge.concat(
                PgpForge.join(PgpForge.onePass(signature)),
                parts,
                PgpForge.join(new Packet(Packet.SIGNATURE, signature)));

        assertThat(alice().verify(message).content().toByteArray()).isEqualTo(content);
    }

    @Test
    void armor_around_it_is_taken_off() throws Exception {
        String armored = Armor.write(Armor.MESSAGE, PgpForge.message(CONTENT, SIGNATURE));

        assertThat(alice().verify(armored).content().toByteArray()).isEqualTo(CONTENT);
    }

    @Test
    void content_may_be_empty() throws Exception {
        byte[] empty = ALICE.document(new byte[0]).at(SIGNED).message();

        assertThat(alice().verify(empty).content().size()).isZero();
    }

    @Test
    void nothing_may_precede_follow_or_be_missing() throws Exception {
        Packet literal = PgpForge.literal(CONTENT);
        Packet marker = new Packet(10, "PGP".getBytes(UTF_8));

        malformed("ends where a packet is expected", PgpForge.join(onePass()));
        malformed("ends where a packet is expected", PgpForge.join(onePass(), literal));
        malformed("begins with a signature", PgpForge.join(signature(), literal));
        malformed("begins with a signature", PgpForge.join(signature()));
        malformed("where literal data is expected", PgpForge.join(onePass(), signature(), literal));
        malformed("goes on with literal data", PgpForge.join(onePass(), literal, signature(), literal));
        malformed("goes on with a signature", PgpForge.join(onePass(), literal, signature(), signature()));
        malformed("where a signature is expected", PgpForge.join(onePass(), literal, literal, signature()));
        malformed("a packet with tag 10", PgpForge.join(marker, onePass(), literal, signature()));
        malformed("goes on with a packet with tag 10", PgpForge.join(onePass(), literal, signature(), marker));
        malformed("a part of an encrypted message", PgpForge.join(new Packet(18, new byte[100])));
        malformed("where a one-pass signature is expected", ALICE.key("alice"));
        malformed("there is no packet", PgpForge.concat(PgpForge.message(CONTENT, SIGNATURE), new byte[1]));
    }

    private static void malformed(String problem, byte[] message) throws Exception {
        VerificationException refusal = refusal(message);
        assertThat(refusal).hasMessageContaining(problem);
        assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void two_signatures_are_not_one() throws Exception {
        byte[] nested = PgpForge.join(
                PgpForge.onePass(MALLORY.document(CONTENT).body()),
                onePass(),
                PgpForge.literal(CONTENT),
                signature(),
                MALLORY.document(CONTENT).packet());

        malformed("more than one signature", nested);
    }

    @Test
    void the_announcement_has_to_be_that_of_the_signature() throws Exception {
        for (int place : new int[] {0, 1, 2, 3, 4, 11, 12}) {
            byte[] onePass = onePass().body().clone();
            onePass[place] ^= 1;
            byte[] message = PgpForge.join(
                    new Packet(Packet.ONE_PASS_SIGNATURE, onePass), PgpForge.literal(CONTENT), signature());

            malformed("one-pass signature", message);
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'t', 'u', 'l', '1', 'm'})
    void literal_data_has_to_be_binary(char format) throws Exception {
        malformed("not binary", PgpForge.join(onePass(), PgpForge.literal(format, CONTENT), signature()));
    }

    @Test
    void a_message_without_signature_is_not_signed() throws Exception {
        VerificationException refusal = refusal(PgpForge.join(PgpForge.literal(CONTENT)));

        assertThat(refusal.reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(refusal).hasMessage("OpenPGP message: message is not signed");
    }

    @Test
    void compression_twice_is_refused() throws Exception {
        Packet once = compressed(1, PgpForge.message(CONTENT, SIGNATURE));

        malformed("compressed data where a one-pass signature", PgpForge.join(compressed(1, PgpForge.join(once))));
    }

    @Test
    void compression_that_is_cut_damaged_unknown_or_followed_is_refused() throws Exception {
        byte[] body = compressed(1, PgpForge.message(CONTENT, SIGNATURE)).body();
        byte[] cut = Arrays.copyOf(body, body.length - 5);
        byte[] longer = PgpForge.concat(body, new byte[1]);

        malformed("ends early", PgpForge.join(new Packet(Packet.COMPRESSED_DATA, cut)));
        malformed("follows the end of the compressed data", PgpForge.join(new Packet(Packet.COMPRESSED_DATA, longer)));
        malformed("damaged", PgpForge.join(new Packet(Packet.COMPRESSED_DATA, new byte[] {2, 1, 2, 3, 4})));
        malformed("damaged", PgpForge.join(new Packet(Packet.COMPRESSED_DATA, new byte[] {1, 7, 7, 7, 7})));
        malformed("algorithm 0", PgpForge.join(new Packet(Packet.COMPRESSED_DATA, new byte[0])));
        for (int algorithm : new int[] {0, 3, 4, 110}) {
            byte[] other = body.clone();
            other[0] = (byte) algorithm;
            malformed("algorithm " + algorithm, PgpForge.join(new Packet(Packet.COMPRESSED_DATA, other)));
        }
        malformed(
                "after its end",
                PgpForge.join(new Packet(Packet.COMPRESSED_DATA, body), new Packet(Packet.COMPRESSED_DATA, body)));
    }

    @Test
    void limits_are_on_the_input_and_on_what_it_holds() throws Exception {
        byte[] message = PgpForge.join(
                compressed(1, ALICE.document(new byte[1000]).at(SIGNED).message()));
        PgpPublicKey key = PgpPublicKey.parse(ALICE.key("alice"));
        PgpVerifier.Builder verifier = PgpVerifier.builder().trust(key).clock(Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(verifier.limits(limits(message.length, 1000)).build().verify(message))
                .isNotNull();
        limited("has " + message.length + " bytes", verifier.limits(limits(message.length - 1, 1000)), message);
        limited("content has 1000 bytes", verifier.limits(limits(message.length, 999)), message);
        assertThatThrownBy(() -> limits(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limits(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static PgpLimits limits(int message, int content) {
        return PgpLimits.builder().messageBytes(message).contentBytes(content).build();
    }

    private static void limited(String problem, PgpVerifier.Builder verifier, byte[] message) {
        assertThatThrownBy(() -> verifier.build().verify(message))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT))
                .hasMessageContaining(problem);
    }

    @Test
    void another_content_is_refused() throws Exception {
        VerificationException refusal = refusal(PgpForge.message("Content".getBytes(UTF_8), SIGNATURE));

        assertThat(refusal.reason()).isEqualTo(Reason.BAD_SIGNATURE);
        assertThat(refusal).hasMessageContaining("does not match key " + ALICE.fingerprint());
    }

    @Test
    void another_key_is_refused_whatever_key_id_it_writes() throws Exception {
        byte[] own = MALLORY.document(CONTENT).at(SIGNED).message();
        PgpForge.Forgery pretended = MALLORY.document(CONTENT)
                .at(SIGNED)
                .withoutIssuer()
                .adds(16, false, Arrays.copyOfRange(ALICE.fingerprintBytes(), 12, 20));

        assertThat(refusal(own).reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(refusal(pretended.message()).reason()).isEqualTo(Reason.BAD_SIGNATURE);
    }

    @Test
    void a_fingerprint_of_another_key_is_refused_though_the_key_id_is_right() throws Exception {
        byte[] fingerprint = ALICE.fingerprintBytes();
        fingerprint[0] ^= 1;

        byte[] signed = ALICE.document(CONTENT)
                .at(SIGNED)
                .says(33, false, PgpForge.concat(new byte[] {4}, fingerprint))
                .message();

        assertThat(refusal(signed).reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    @Test
    void a_signature_names_one_key() throws Exception {
        byte[] other = PgpForge.concat(new byte[] {4}, MALLORY.fingerprintBytes());
        byte[] own = PgpForge.concat(new byte[] {4}, ALICE.fingerprintBytes());

        malformed("names two keys", signed().says(33, false, other).message());
        malformed(
                "names two keys",
                signed().says(33, false, own).adds(33, false, other).message());
        malformed("names two keys", signed().adds(16, false, new byte[8]).message());
        malformed("names two keys", signed().adds(16, false, new byte[9]).message());
        malformed(
                "not of version 4",
                signed().says(33, false, PgpForge.concat(new byte[] {6}, new byte[32]))
                        .message());
        assertThat(alice().verify(signed().says(33, true, own).message())).isNotNull();
        byte[] nameless = signed().withoutIssuer().body();
        malformed(
                "does not name its key",
                PgpForge.join(onePass(), PgpForge.literal(CONTENT), new Packet(Packet.SIGNATURE, nameless)));
    }

    private static PgpForge.Forgery signed() {
        return ALICE.document(CONTENT).at(SIGNED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 11, 12, 14})
    void a_hash_that_is_not_accepted_proves_nothing(int hash) throws Exception {
        VerificationException refusal = refusal(signed().hash(hash).message());

        assertThat(refusal.reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(refusal).hasMessageContaining("is not accepted; accepted are SHA-256, SHA-384 and SHA-512");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10})
    void a_hash_of_256_bits_and_more_is_accepted(int hash) throws Exception {
        assertThat(alice().verify(signed().hash(hash).message())).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.840.10045.3.1.7, 8, true",
        "1.3.132.0.34, 8, false",
        "1.3.132.0.34, 9, true",
        "1.3.132.0.35, 9, false",
        "1.3.132.0.35, 10, true"
    })
    void a_hash_is_at_least_as_long_as_the_numbers_of_the_curve(String curve, int hash, boolean accepted)
            throws Exception {
        PgpForge key = PgpForge.ec(curve);
        PgpVerifier verifier = verifier(key.key("curve"));
        byte[] message = key.document(CONTENT).hash(hash).message();

        if (accepted) {
            assertThat(verifier.verify(message)).isNotNull();
        } else {
            assertThatThrownBy(() -> verifier.verify(message))
                    .isInstanceOf(VerificationException.class)
                    .hasMessageContaining("for its curve");
        }
    }

    @Test
    void both_numbers_of_ed25519_are_known() throws Exception {
        PgpForge key = PgpForge.newEd25519();

        assertThat(verifier(key.key("new")).verify(key.document(CONTENT).message()))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 0x10, 0x13, 0x18, 0x19, 0x1F, 0x20, 0x28, 0x30, 0x40, 0x50})
    void a_signature_over_anything_but_a_binary_document_is_refused(int type) throws Exception {
        byte[] signature = ALICE.signature(type, CONTENT).at(SIGNED).body();

        VerificationException refusal = refusal(PgpForge.message(CONTENT, signature));

        assertThat(refusal.reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(refusal).hasMessageContaining("not over a binary document");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 6})
    void a_signature_of_another_version_is_refused(int version) throws Exception {
        malformed("of version " + version, signed().version(version).message());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 20, 31, 35, 37, 100, 127})
    void what_is_critical_and_not_understood_is_refused(int subpacket) throws Exception {
        VerificationException signed =
                refusal(signed().says(subpacket, true, new byte[8]).message());
        VerificationException added =
                refusal(signed().adds(subpacket, true, new byte[8]).message());

        assertThat(signed.reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(signed).hasMessageContaining("subpacket " + subpacket + " is critical");
        assertThat(added.reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(alice().verify(signed().says(subpacket, false, new byte[8]).message()))
                .isNotNull();
    }

    @Test
    void what_is_critical_and_understood_is_accepted() throws Exception {
        byte[] message = signed().withoutTime()
                .says(2, true, PgpForge.number((int) SIGNED.getEpochSecond()))
                .endsAfter(1_000_000)
                .says(28, true, "alice".getBytes(UTF_8))
                .message();

        assertThat(alice().verify(message).signedAt()).isEqualTo(SIGNED);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 9, 27, 29})
    void what_may_stand_once_does_not_stand_twice(int subpacket) throws Exception {
        byte[] message = signed().withoutTime()
                .says(2, false, PgpForge.number((int) SIGNED.getEpochSecond()))
                .says(subpacket, false, new byte[4])
                .says(subpacket, false, new byte[4])
                .message();

        malformed("subpacket " + subpacket + " twice", message);
    }

    @Test
    void what_a_signature_says_has_a_size() throws Exception {
        malformed("has 3 bytes, not 4", signed().says(3, false, new byte[3]).message());
        malformed("has 5 bytes, not 4", signed().says(9, false, new byte[5]).message());
        malformed("does not say when", signed().withoutTime().message());
        malformed("has 0 bytes, not 4", signed().withoutTime().says(2, false).message());
        byte[] timeUnsigned = signed().withoutTime().adds(2, false, new byte[4]).body();
        malformed("does not say when", PgpForge.message(CONTENT, timeUnsigned));
    }

    @Test
    void the_time_of_a_signature_is_held_against_the_clock() throws Exception {
        byte[] key = ALICE.key("alice");
        byte[] message = PgpForge.message(CONTENT, SIGNATURE);
        byte[] beforeBirth =
                ALICE.document(CONTENT).at(PgpForge.BIRTH.minusSeconds(1)).message();

        assertThat(verifier(key, SIGNED).verify(message)).isNotNull();
        expired("the signature was made on " + SIGNED, verifier(key, SIGNED.minusNanos(1)), message);
        expired("and the signature was made on", verifier(key, PgpForge.BIRTH.minusSeconds(1)), message);
        expired("before the key", verifier(key), beforeBirth);
    }

    @Test
    void a_signature_ends_when_it_says() throws Exception {
        byte[] key = ALICE.key("alice");
        byte[] message = signed().endsAfter(60).message();

        assertThat(verifier(key, SIGNED.plusMillis(59_999)).verify(message)).isNotNull();
        expired("the signature expired on", verifier(key, SIGNED.plusSeconds(60)), message);
        assertThat(alice().verify(signed().endsAfter(0).message())).isNotNull();
    }

    @Test
    void seconds_are_counted_without_a_sign() throws Exception {
        byte[] message = signed().endsAfter(-1).message();

        assertThat(verifier(ALICE.key("alice"), SIGNED.plusSeconds(4_294_967_294L))
                        .verify(message))
                .isNotNull();
    }

    private static void expired(String problem, PgpVerifier verifier, byte[] message) {
        assertThatThrownBy(() -> verifier.verify(message))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.EXPIRED))
                .hasMessageContaining(problem);
    }

    @Test
    void a_bad_signature_is_bad_and_not_expired() throws Exception {
        PgpVerifier late = verifier(ALICE.key("alice"), SIGNED.plusSeconds(60));
        byte[] message =
                PgpForge.message("other".getBytes(UTF_8), signed().endsAfter(60).body());

        assertThatThrownBy(() -> late.verify(message))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_SIGNATURE));
    }

    @Test
    void numbers_of_another_length_are_no_signature() throws Exception {
        byte[] longer = PgpForge.concat(SIGNATURE, new byte[1]);
        byte[] shorter = Arrays.copyOf(SIGNATURE, SIGNATURE.length - 1);
        int numbersAt = SIGNATURE.length - numbersLength(SIGNATURE);
        byte[] claimsMore = SIGNATURE.clone();
        claimsMore[numbersAt] = 2;

        assertThat(refusal(PgpForge.message(CONTENT, longer)).reason()).isEqualTo(Reason.BAD_SIGNATURE);
        assertThat(refusal(PgpForge.message(CONTENT, shorter)).reason()).isEqualTo(Reason.BAD_SIGNATURE);
        assertThat(refusal(PgpForge.message(CONTENT, claimsMore)).reason()).isEqualTo(Reason.BAD_SIGNATURE);
    }

    /** What follows the key id and the start of the hash. */
    private static int numbersLength(byte[] signature) {
        int hashed = ((signature[4] & 0xFF) << 8) | (signature[5] & 0xFF);
        int unhashed = ((signature[6 + hashed] & 0xFF) << 8) | (signature[7 + hashed] & 0xFF);
        return signature.length - (8 + hashed + unhashed + 2);
    }

    @Test
    void an_algorithm_that_is_not_the_keys_is_refused() throws Exception {
        assertThat(refusal(signed().algorithm(1).message()).reason()).isEqualTo(Reason.BAD_SIGNATURE);
    }

    @Test
    void a_detached_signature_is_one_packet() throws Exception {
        PgpVerifier alice = alice();
        byte[] detached = PgpForge.join(signature());

        VerifiedPgpMessage binary = alice.verifyDetached(CONTENT, detached);
        assertThat(binary.content().toByteArray()).isEqualTo(CONTENT);
        assertThat(alice.verifyDetached(
                        CONTENT, Armor.write(Armor.SIGNATURE, detached).getBytes(UTF_8)))
                .isNotNull();
        assertThat(alice.verifyDetached(Signable.of(CONTENT), detached).key().fingerprint())
                .isEqualTo(ALICE.fingerprint());
        notDetached(alice, PgpForge.join(signature(), signature()));
        notDetached(alice, PgpForge.message(CONTENT, SIGNATURE));
        notDetached(alice, Armor.write(Armor.MESSAGE, detached).getBytes(UTF_8));
        notDetached(alice, new byte[0]);
        assertThatThrownBy(() -> alice.verifyDetached(new byte[0], detached))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_SIGNATURE));
    }

    private static void notDetached(PgpVerifier verifier, byte[] signature) {
        assertThatThrownBy(() -> verifier.verifyDetached(CONTENT, signature))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED));
    }

    @Test
    void content_that_cannot_be_read_is_an_io_problem_and_no_verdict() throws Exception {
        PgpVerifier alice = alice();
        Signable broken = out -> {
            throw new IOException("disk");
        };

        assertThatThrownBy(() -> alice.verifyDetached(broken, PgpForge.join(signature())))
                .isInstanceOf(IOException.class)
                .hasMessage("disk");
    }

    @Test
    void a_subkey_of_two_primary_keys_signs_for_the_one_that_is_in_use() throws Exception {
        PgpForge old = PgpForge.ed25519();
        PgpForge subkey = PgpForge.ed25519();
        byte[] revoked = PgpForge.concat(
                PgpForge.join(old.primary(), old.signature(0x20, old.hashed()).packet()),
                Arrays.copyOfRange(
                        old.key("old", subkey), PgpForge.join(old.primary()).length, old.key("old", subkey).length));
        PgpPublicKey current = PgpPublicKey.parse(ALICE.key("new", subkey));
        byte[] message = subkey.document(CONTENT).at(SIGNED).message();

        for (PgpPublicKey[] keys :
                new PgpPublicKey[][] {{PgpPublicKey.parse(revoked), current}, {current, PgpPublicKey.parse(revoked)}}) {
            PgpVerifier verifier = PgpVerifier.builder()
                    .trust(keys)
                    .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                    .build();
            assertThat(verifier.verify(message).signature().key()).isSameAs(current);
        }
    }

    @Test
    void a_key_is_trusted_in_one_copy() throws Exception {
        byte[] key = ALICE.key("alice");
        PgpPublicKey one = PgpPublicKey.parse(key);
        PgpPublicKey two = PgpPublicKey.parse(key);

        assertThatThrownBy(() -> PgpVerifier.of(one, two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(ALICE.fingerprint())
                .hasMessageContaining("is there twice");
        assertThatThrownBy(() -> PgpPublicKey.parseAll(PgpForge.concat(key, key)))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("is there twice");
    }

    @Test
    void a_verifier_needs_keys() {
        assertThatThrownBy(() -> PgpVerifier.builder().build()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_callers_arrays_are_not_looked_at_later() throws Exception {
        byte[] content = CONTENT.clone();
        VerifiedPgpMessage message = alice().verifyDetached(content, PgpForge.join(signature()));

        content[0] = 'X';

        assertThat(message.content().toByteArray()).isEqualTo(CONTENT);
    }
}
