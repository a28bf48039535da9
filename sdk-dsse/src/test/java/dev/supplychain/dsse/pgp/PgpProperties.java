package dev.supplychain.dsse.pgp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.internal.openpgp.Armor;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

@Tag("needs-bouncycastle")
class PgpProperties {
    private static final Clock CLOCK = Clock.fixed(PgpForge.BIRTH.plus(Duration.ofDays(1)), ZoneOffset.UTC);
    private static final Map<SignatureAlgorithm, PgpSigner> SIGNERS = new EnumMap<>(SignatureAlgorithm.class);

    private static PgpSigner signer(SignatureAlgorithm algorithm) {
        return SIGNERS.computeIfAbsent(algorithm, a -> {
            try {
                String key = PgpSigner.generateKey(a, "key", new char[0], PgpForge.BIRTH);
                return PgpSigner.read(key.getBytes(US_ASCII), new char[0], CLOCK);
            } catch (KeyException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static PgpVerifier verifier(PgpSigner signer) {
        return PgpVerifier.builder().trust(signer.publicKey()).clock(CLOCK).build();
    }

    @Provide
    Arbitrary<SignatureAlgorithm> algorithms() {
        return Arbitraries.of(
                SignatureAlgorithm.ED25519,
                SignatureAlgorithm.ECDSA_P256_SHA256,
                SignatureAlgorithm.ECDSA_P384_SHA384,
                SignatureAlgorithm.ECDSA_P521_SHA512,
                SignatureAlgorithm.RSA_PKCS1_SHA512);
    }

    @Property(tries = 60)
    void what_was_signed_is_returned(
            @ForAll("algorithms") SignatureAlgorithm algorithm, @ForAll @Size(max = 9000) byte[] content)
            throws Exception {
        PgpSigner signer = signer(algorithm);
        PgpVerifier verifier = verifier(signer);

        assertThat(verifier.verify(signer.sign(content)).content().toByteArray())
                .isEqualTo(content);
        assertThat(verifier.verifyDetached(content, signer.signDetached(content).toByteArray())
                        .signingKeyFingerprint())
                .isEqualTo(signer.signingKeyFingerprint());
    }

    /** Date and name of the literal data are not signed, nor is what tells the size of a length; all else is. */
    @Property(tries = 150)
    void one_flipped_bit_never_gives_other_content(
            @ForAll("algorithms") SignatureAlgorithm algorithm,
            @ForAll @Size(min = 1, max = 60) byte[] content,
            @ForAll @IntRange(max = 100_000) int bit)
            throws Exception {
        PgpSigner signer = signer(algorithm);
        byte[] message = Armor.unwrap(Armor.MESSAGE, signer.sign(content).getBytes(US_ASCII));
        int place = bit % (message.length * 8);
        message[place / 8] ^= (byte) (1 << (place % 8));

        try {
            assertThat(verifier(signer).verify(message).content().toByteArray()).isEqualTo(content);
        } catch (VerificationException e) {
            assertThat(e.reason()).isNotNull();
        }
    }

    @Property(tries = 40)
    void one_flipped_bit_of_the_content_is_refused(
            @ForAll("algorithms") SignatureAlgorithm algorithm,
            @ForAll @Size(min = 1, max = 60) byte[] content,
            @ForAll @IntRange(max = 479) int bit)
            throws Exception {
        PgpSigner signer = signer(algorithm);
        byte[] signature = signer.signDetached(content).toByteArray();
        byte[] other = content.clone();
        other[bit / 8 % other.length] ^= (byte) (1 << (bit % 8));

        assertThatThrownBy(() -> verifier(signer).verifyDetached(other, signature))
                .isInstanceOf(VerificationException.class);
    }

    @Property(tries = 10)
    void a_key_is_read_back_as_it_was_written(@ForAll("algorithms") SignatureAlgorithm algorithm) throws Exception {
        PgpPublicKey key = signer(algorithm).publicKey();

        PgpPublicKey fromText = PgpPublicKey.parse(key.toArmor());
        PgpPublicKey fromBytes = PgpPublicKey.parse(key.toBytes().toByteArray());

        assertThat(fromText.toBytes()).isEqualTo(key.toBytes());
        assertThat(fromBytes.toArmor()).isEqualTo(key.toArmor());
        assertThat(fromText.fingerprint()).isEqualTo(key.fingerprint());
        assertThat(fromText.userIds()).isEqualTo(key.userIds());
        assertThat(fromText.publicKey()).isEqualTo(key.publicKey());
    }

    @Property(tries = 100)
    void a_changed_key_is_refused_or_signs_nothing_else(
            @ForAll @IntRange(max = 100_000) int bit, @ForAll @Size(max = 20) byte[] content) throws Exception {
        PgpSigner signer = signer(SignatureAlgorithm.ED25519);
        byte[] key = signer.publicKey().toBytes().toByteArray();
        int place = bit % (key.length * 8);
        key[place / 8] ^= (byte) (1 << (place % 8));

        try {
            PgpVerifier verifier = PgpVerifier.builder()
                    .trust(PgpPublicKey.parse(key))
                    .clock(CLOCK)
                    .build();
            assertThat(verifier.verify(signer.sign(content)).primaryKeyFingerprint())
                    .isEqualTo(signer.publicKey().fingerprint());
        } catch (KeyException | VerificationException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
