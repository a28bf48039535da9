package dev.supplychain.dsse.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.TestKeys;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PemKeysProperties {
    @Property(tries = 60)
    void what_was_written_is_read_back(@ForAll SignatureAlgorithm algorithm) throws Exception {
        SigningKey key = SigningKey.generate(algorithm);

        SigningKey read = PemKeys.readPrivateKey(PemKeys.writePrivateKey(key));

        assertThat(read.publicKey()).isEqualTo(key.publicKey());
        assertThat(read.keyId()).isEqualTo(key.keyId());
        assertThat(PemKeys.readPublicKey(PemKeys.writePublicKey(key.publicKey())))
                .isEqualTo(key.publicKey());
        assertThat(PemKeys.writePrivateKey(read)).isEqualTo(PemKeys.writePrivateKey(key));
    }

    /** A key has one text: a changed one is refused or another key. */
    @Property(tries = 300)
    void a_changed_character_never_gives_the_same_key(
            @ForAll SignatureAlgorithm algorithm,
            @ForAll @IntRange(min = 27, max = 84) int place,
            @ForAll("characters") char replacement)
            throws Exception {
        String pem = PemKeys.writePublicKey(key(algorithm).publicKey());
        String changed = pem.substring(0, place) + replacement + pem.substring(place + 1);

        assertThat(changed.equals(pem) || !reads(changed, key(algorithm))).isTrue();
    }

    private static boolean reads(String pem, SigningKey key) {
        try {
            return PemKeys.readPublicKey(pem).equals(key.publicKey());
        } catch (KeyException e) {
            return false;
        }
    }

    private static SigningKey key(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ECDSA_P256_SHA256 -> TestKeys.ALICE;
            case ED25519 -> TestKeys.EDITH;
        };
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars().ascii().filter(c -> !Character.isWhitespace(c));
    }
}
