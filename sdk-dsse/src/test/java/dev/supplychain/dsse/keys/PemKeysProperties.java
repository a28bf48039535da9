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
        // Making RSA keys takes long; one of each size is enough.
        SigningKey key = algorithm.name().startsWith("RSA") ? TestKeys.of(algorithm) : SigningKey.generate(algorithm);

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
        String pem = PemKeys.writePublicKey(TestKeys.of(algorithm).publicKey());
        String changed = pem.substring(0, place) + replacement + pem.substring(place + 1);

        assertThat(changed.equals(pem) || !reads(changed, TestKeys.of(algorithm)))
                .isTrue();
    }

    private static boolean reads(String pem, SigningKey key) {
        try {
            return PemKeys.readPublicKey(pem).equals(key.publicKey());
        } catch (KeyException e) {
            return false;
        }
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars().ascii().filter(c -> !Character.isWhitespace(c));
    }
}
