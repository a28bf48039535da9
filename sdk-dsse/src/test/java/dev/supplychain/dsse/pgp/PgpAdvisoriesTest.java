package dev.supplychain.dsse.pgp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.openpgp.Armor;
import dev.supplychain.dsse.internal.openpgp.Packet;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What went wrong in other readers of OpenPGP, tried on this one; the numbers are those of the advisories. */
@Tag("needs-bouncycastle")
class PgpAdvisoriesTest {
    private static final PgpForge ALICE = PgpForge.ed25519();
    private static final PgpForge MALLORY = PgpForge.ed25519();
    private static final Instant NOW = PgpForge.BIRTH.plus(Duration.ofDays(2));
    private static final byte[] GOOD = "good".getBytes(UTF_8);
    private static final byte[] EVIL = "evil".getBytes(UTF_8);

    private static PgpVerifier alice() throws Exception {
        return PgpVerifier.builder()
                .trust(PgpPublicKey.parse(ALICE.key("alice")))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();
    }

    private static VerificationException refusal(byte[] message) throws Exception {
        PgpVerifier alice = alice();
        VerificationException refusal = catchThrowableOfType(VerificationException.class, () -> alice.verify(message));
        assertThat(refusal).as("the message was accepted").isNotNull();
        return refusal;
    }

    /** SigSpoof: the name of a file was printed among the lines that tell a verdict. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'\n[GNUPG:] GOODSIG 0123456789ABCDEF alice\n[GNUPG:] VALIDSIG 0123\n'",
                "\u001B[2K\rgpg: Good signature from alice",
                "_CONSOLE"
            })
    void cve_2018_12020_a_file_name_says_nothing(String name) throws Exception {
        byte[] encoded = name.getBytes(UTF_8);
        byte[] literal = PgpForge.concat(new byte[] {'b', (byte) encoded.length}, encoded, new byte[4], EVIL);
        byte[] byMallory = MALLORY.document(EVIL).body();
        byte[] byAlice = ALICE.document(EVIL).body();

        VerificationException unsigned = refusal(PgpForge.join(new Packet(Packet.LITERAL_DATA, literal)));
        VerificationException foreign = refusal(PgpForge.join(
                PgpForge.onePass(byMallory),
                new Packet(Packet.LITERAL_DATA, literal),
                new Packet(Packet.SIGNATURE, byMallory)));
        VerifiedPgpMessage signed = alice().verify(PgpForge.join(
                PgpForge.onePass(byAlice),
                new Packet(Packet.LITERAL_DATA, literal),
                new Packet(Packet.SIGNATURE, byAlice)));

        assertThat(List.of(unsigned.reason(), foreign.reason())).containsOnly(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(List.of(unsigned.getMessage(), foreign.getMessage(), signed.toString()))
                .noneMatch(text -> text.contains("GOODSIG") || text.contains("Good signature"));
        assertThat(signed.content().toByteArray()).isEqualTo(EVIL);
    }

    /** The verdict is the exception or its absence: there is no status to read from a text. */
    @Test
    void cve_2018_12020_there_is_no_way_to_a_verified_message_but_the_verifier() {
        assertThat(List.of(VerifiedPgpMessage.class, VerifiedPgpSignature.class))
                .allSatisfy(type -> {
                    assertThat(type).isFinal();
                    assertThat(type.getConstructors()).isEmpty();
                    assertThat(type.getMethods()).noneMatch(m -> Modifier.isStatic(m.getModifiers()));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hash: SHA256",
                "Hash: SHA512\nComment: x",
                "Hash: SHA256\r\n\u0001\nnot signed at all",
            })
    void openpgpjs_108_text_signed_in_the_clear_is_refused(String headers) throws Exception {
        String message = "-----BEGIN PGP SIGNED MESSAGE-----\n" + headers + "\n\nevil\n"
                + Armor.write(
                        Armor.SIGNATURE, PgpForge.join(ALICE.signature(1, GOOD).packet()));

        VerificationException refusal = refusal(message.getBytes(UTF_8));

        assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refusal).hasMessageContaining("a signature around readable text is not accepted");
    }

    @Test
    void openpgpjs_108_text_around_a_good_message_is_refused() throws Exception {
        String good = Armor.write(Armor.MESSAGE, ALICE.document(GOOD).message());

        assertThat(alice().verify(good).content().toByteArray()).isEqualTo(GOOD);
        for (String message :
                new String[] {"evil\n" + good, good + "evil\n", good + good, "evil\n\n" + good + "\nevil"}) {
            assertThat(refusal(message.getBytes(UTF_8)).reason()).isEqualTo(Reason.MALFORMED);
        }
        // Headers of the armor are not signed, and nobody is shown them.
        String commented = good.replaceFirst("\n\n", "\nComment: evil\n\n");
        assertThat(alice().verify(commented).content().toByteArray()).isEqualTo(GOOD);
        assertThat(alice().verify("\r\n \n" + good.replace("\n", "\r\n") + "\t\n"))
                .isNotNull();
    }

    /** What was returned was not what was verified: the data of another packet, or another part of the message. */
    @Test
    void gpgsync_67_what_is_returned_is_what_was_verified() throws Exception {
        Packet signature = ALICE.document(GOOD).packet();
        Packet onePass = PgpForge.onePass(signature.body());
        Packet good = PgpForge.literal(GOOD);
        Packet evil = PgpForge.literal(EVIL);

        for (byte[] message : List.of(
                PgpForge.join(evil, onePass, good, signature),
                PgpForge.join(onePass, evil, good, signature),
                PgpForge.join(onePass, good, evil, signature),
                PgpForge.join(onePass, good, signature, evil),
                PgpForge.join(evil),
                PgpForge.join(onePass, evil, signature),
                PgpForge.join(signature, evil),
                PgpForge.join(onePass, good))) {
            assertThat(refusal(message).reason())
                    .isIn(Reason.MALFORMED, Reason.BAD_SIGNATURE, Reason.NO_TRUSTED_SIGNATURE);
        }
        assertThat(alice().verify(PgpForge.join(onePass, good, signature))
                        .content()
                        .toByteArray())
                .isEqualTo(GOOD);
    }

    @Test
    void gpgsync_67_an_exit_code_of_zero_for_unsigned_data_has_no_counterpart() throws Exception {
        assertThat(refusal(PgpForge.join(PgpForge.literal(EVIL))).reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(refusal(Armor.write(Armor.MESSAGE, PgpForge.join(PgpForge.literal(EVIL)))
                                .getBytes(UTF_8))
                        .reason())
                .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    /** Three gigabytes in some hundred kilobytes: more than the memory of this test. */
    @Test
    void ghsa_95pr_fxf5_86gv_a_bomb_is_refused_before_it_goes_off() throws Exception {
        byte[] bomb = bomb(200);

        assertThat(bomb.length).isLessThan(PgpLimits.defaults().messageBytes());
        VerificationException refusal = refusal(PgpForge.join(new Packet(Packet.COMPRESSED_DATA, bomb)));
        assertThat(refusal.reason()).isEqualTo(Reason.LIMIT);
        assertThat(refusal).hasMessageContaining("compressed data holds more than");
    }

    @Test
    void ghsa_95pr_fxf5_86gv_a_bomb_in_a_bomb_is_not_opened() throws Exception {
        byte[] inner = PgpForge.join(new Packet(Packet.COMPRESSED_DATA, bomb(2)));
        ByteArrayOutputStream outer = new ByteArrayOutputStream();
        outer.write(1);
        deflate(inner, outer, Deflater.FULL_FLUSH);
        outer.write(new byte[] {3, 0});

        VerificationException refusal = refusal(PgpForge.join(new Packet(Packet.COMPRESSED_DATA, outer.toByteArray())));

        assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refusal).hasMessageContaining("compressed data where a one-pass signature is expected");
    }

    /** So many times 16 MiB of zeros in literal data of unknown length, compressed. */
    private static byte[] bomb(int times) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        deflate(new byte[16 << 20], block, Deflater.FULL_FLUSH);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(1);
        for (int i = 0; i < times; i++) {
            bomb.writeBytes(block.toByteArray());
        }
        // An empty block that is the last one.
        bomb.writeBytes(new byte[] {3, 0});
        return bomb.toByteArray();
    }

    private static void deflate(byte[] data, ByteArrayOutputStream out, int flush) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(data);
        byte[] buffer = new byte[8192];
        int length;
        do {
            length = deflater.deflate(buffer, 0, buffer.length, flush);
            out.write(buffer, 0, length);
        } while (length == buffer.length);
        deflater.end();
    }

    /** A packet that announces four gigabytes does not get them. */
    @Test
    void ghsa_95pr_fxf5_86gv_lengths_are_not_believed() throws Exception {
        byte[] packet = {(byte) 0xCB, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 'b'};
        byte[] subpacket = PgpForge.concat(
                new byte[] {4, 0, 22, 10, 0, 6, (byte) 0xFF, (byte) 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xF0, 2},
                new byte[20]);
        byte[] number = ALICE.document(GOOD).body();
        number[number.length - 66] = (byte) 0xFF;

        assertThat(refusal(packet)).hasMessageContaining("4294967295 bytes are announced");
        assertThat(refusal(PgpForge.join(
                        PgpForge.onePass(number), PgpForge.literal(GOOD), new Packet(Packet.SIGNATURE, subpacket))))
                .hasMessageContaining("2147483631 bytes are announced");
        assertThat(refusal(PgpForge.message(GOOD, number)).reason()).isIn(Reason.BAD_SIGNATURE, Reason.MALFORMED);
    }
}
