package dev.supplychain.dsse.pgp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.internal.openpgp.Armor;
import dev.supplychain.dsse.internal.openpgp.Packet;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("needs-bouncycastle")
class PgpSignerTest {
    private static final char[] PASSPHRASE = "correct horse".toCharArray();
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00.987Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final byte[] CONTENT = {0, 1, 2, (byte) 0xFF};
    private static final String KEY = PgpSigner.generateKey(
            SignatureAlgorithm.ED25519, "Release <release@example.com>", PASSPHRASE, PgpForge.BIRTH);

    private static PgpSigner signer() throws KeyException {
        return PgpSigner.read(KEY.getBytes(US_ASCII), PASSPHRASE, CLOCK);
    }

    private static PgpVerifier verifier(PgpSigner signer) {
        return PgpVerifier.builder().trust(signer.publicKey()).clock(CLOCK).build();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "RSA_(PSS_.*|PKCS1_SHA384|PKCS1_SHA512)")
    void what_each_kind_of_key_signs_is_accepted(SignatureAlgorithm algorithm) throws Exception {
        String key = PgpSigner.generateKey(algorithm, "key", new char[0], PgpForge.BIRTH);
        PgpSigner signer = PgpSigner.read(key.getBytes(US_ASCII), new char[0], CLOCK);

        VerifiedPgpMessage message = verifier(signer).verify(signer.sign(CONTENT));

        assertThat(message.content().toByteArray()).isEqualTo(CONTENT);
        assertThat(message.primaryKeyFingerprint()).isEqualTo(signer.publicKey().fingerprint());
        assertThat(message.signedAt()).isEqualTo(Instant.parse("2026-06-01T12:00:00Z"));
        assertThat(verifier(signer)
                        .verifyDetached(CONTENT, signer.signDetached(CONTENT).toByteArray()))
                .isNotNull();
    }

    @Test
    void a_signer_is_read_with_its_passphrase_only() throws Exception {
        byte[] key = KEY.getBytes(US_ASCII);

        assertThat(signer().signingKeyFingerprint())
                .isEqualTo(signer().publicKey().fingerprint());
        for (String wrong : new String[] {"", "Correct horse", "correct horse "}) {
            assertThatThrownBy(() -> PgpSigner.read(key, wrong.toCharArray(), CLOCK))
                    .isInstanceOf(KeyException.class)
                    .hasMessage("OpenPGP private key is not opened by this passphrase, or is damaged")
                    .hasNoCause();
        }
    }

    @Test
    void the_passphrase_stays_the_callers() throws Exception {
        char[] passphrase = PASSPHRASE.clone();
        PgpSigner signer = PgpSigner.read(KEY.getBytes(US_ASCII), passphrase, CLOCK);

        assertThat(passphrase).isEqualTo(PASSPHRASE);
        Arrays.fill(passphrase, 'x');
        assertThat(signer.sign(CONTENT)).isNotEmpty();
    }

    @Test
    void the_private_half_is_in_no_text() throws Exception {
        PgpSigner signer = signer();

        assertThat(signer)
                .hasToString("OpenPGP key " + signer.signingKeyFingerprint() + " of " + signer.signingKeyFingerprint()
                        + " (Release <release@example.com>)");
        assertThat(KEY).startsWith("-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n");
        assertThat(signer.publicKey().toArmor())
                .startsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n")
                .endsWith("-----END PGP PUBLIC KEY BLOCK-----\n");
    }

    @Test
    void a_destroyed_signer_does_not_sign() throws Exception {
        PgpSigner signer = signer();
        assertThat(signer.isDestroyed()).isFalse();

        signer.destroy();

        assertThat(signer.isDestroyed()).isTrue();
        assertThatThrownBy(() -> signer.sign(CONTENT))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("destroyed");
    }

    @Test
    void what_it_writes_is_armor_around_three_packets() throws Exception {
        String message = signer().sign(CONTENT);

        assertThat(message.lines().toList())
                .startsWith("-----BEGIN PGP MESSAGE-----", "")
                .endsWith("-----END PGP MESSAGE-----")
                .allMatch(line -> line.length() <= 64);
    }

    @Test
    void content_need_not_be_in_memory() throws Exception {
        PgpSigner signer = signer();
        Signable large = out -> {
            for (int i = 0; i < 100; i++) {
                out.write(new byte[10_000]);
            }
        };

        byte[] signature = signer.signDetached(large).toByteArray();

        assertThat(verifier(signer).verifyDetached(large, signature).signingKeyFingerprint())
                .isEqualTo(signer.signingKeyFingerprint());
        assertThatThrownBy(() -> signer.signDetached((Signable) out -> {
                    throw new IOException("disk");
                }))
                .isInstanceOf(IOException.class);
    }

    @Test
    void content_that_changes_between_reads_is_not_signed() throws Exception {
        PgpSigner signer = signer();
        int[] reads = {0};
        Signable changing = out -> out.write(reads[0]++);

        assertThatThrownBy(() -> signer.signDetached(changing))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("would not be accepted: it does not match key");
    }

    @Test
    void a_key_does_not_sign_outside_its_time() throws Exception {
        Clock before = Clock.fixed(PgpForge.BIRTH.minusSeconds(1), ZoneOffset.UTC);

        assertThatThrownBy(() -> PgpSigner.read(KEY.getBytes(US_ASCII), PASSPHRASE, before))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("no private key that may sign")
                .hasMessageContaining("the key was made on " + PgpForge.BIRTH);
    }

    @Test
    void a_signer_whose_clock_passes_the_end_of_its_key_signs_no_more() throws Exception {
        Clock[] clock = {CLOCK};
        Clock moving = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return clock[0].instant();
            }
        };
        PgpSigner signer = PgpSigner.read(KEY.getBytes(US_ASCII), PASSPHRASE, moving);

        clock[0] = Clock.offset(Clock.fixed(PgpForge.BIRTH, ZoneOffset.UTC), Duration.ofSeconds(-1));

        assertThatThrownBy(() -> signer.sign(CONTENT))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("before the key");
    }

    @Test
    void private_keys_are_read_strictly() throws Exception {
        byte[] publicKey = signer().publicKey().toBytes().toByteArray();
        byte[] privateKey = Armor.unwrap(Armor.PRIVATE_KEY, KEY.getBytes(US_ASCII));

        refuses("it is a public key", publicKey);
        refuses(
                "instead of \"PGP PUBLIC KEY BLOCK\"",
                signer().publicKey().toArmor().getBytes(US_ASCII));
        refuses(
                "expected one private key instead of 0",
                Armor.write(Armor.PRIVATE_KEY, new byte[0]).getBytes(US_ASCII));
        refuses("expected one private key instead of 2", PgpForge.concat(privateKey, privateKey));
        refuses("more than the 1048576", new byte[(1 << 20) + 1]);
        refuses("cannot be read", PgpForge.join(new Packet(Packet.SECRET_KEY, new byte[] {4})));
        refuses("holds literal data", PgpForge.concat(privateKey, PgpForge.join(PgpForge.literal(CONTENT))));
        refuses("end early", Arrays.copyOf(privateKey, privateKey.length - 1));
        assertThat(PgpSigner.read(privateKey, PASSPHRASE, CLOCK).signingKeyFingerprint())
                .isEqualTo(signer().signingKeyFingerprint());
    }

    private static void refuses(String problem, byte[] key) {
        assertThatThrownBy(() -> PgpSigner.read(key, PASSPHRASE, CLOCK))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void a_private_half_of_another_key_is_refused() throws Exception {
        // The public numbers are not protected by the passphrase: whoever can write the file can change them.
        String other = PgpSigner.generateKey(SignatureAlgorithm.ED25519, "other", new char[0], PgpForge.BIRTH);
        String own = PgpSigner.generateKey(SignatureAlgorithm.ED25519, "own", new char[0], PgpForge.BIRTH);
        byte[] mine = Armor.unwrap(Armor.PRIVATE_KEY, own.getBytes(US_ASCII));
        byte[] theirs = Armor.unwrap(Armor.PRIVATE_KEY, other.getBytes(US_ASCII));
        int publicLength = 2 + 51;
        int secretLength = mine[1] + 2;
        byte[] mixed = PgpForge.concat(
                Arrays.copyOf(mine, publicLength),
                Arrays.copyOfRange(theirs, publicLength, secretLength),
                Arrays.copyOfRange(mine, secretLength, mine.length));

        assertThatThrownBy(() -> PgpSigner.read(mixed, new char[0], CLOCK))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("does not sign for");
    }

    @Test
    void keys_are_made_with_a_name_and_for_algorithms_of_openpgp() {
        for (String name : new String[] {"", "a\nb", "x".repeat(256)}) {
            assertThatThrownBy(
                            () -> PgpSigner.generateKey(SignatureAlgorithm.ED25519, name, new char[0], PgpForge.BIRTH))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() ->
                        PgpSigner.generateKey(SignatureAlgorithm.RSA_PSS_SHA256, "pss", new char[0], PgpForge.BIRTH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("OpenPGP has no RSA_PSS_SHA256");
    }

    @Test
    void a_key_may_be_bound_to_a_name_beyond_ascii() throws Exception {
        String key = PgpSigner.generateKey(SignatureAlgorithm.ED25519, "Jürgen ಠ", new char[0], PgpForge.BIRTH);

        assertThat(PgpSigner.read(key.getBytes(UTF_8), new char[0], CLOCK)
                        .publicKey()
                        .userIds())
                .containsExactly("Jürgen ಠ");
    }
}
