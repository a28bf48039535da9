package dev.supplychain.dsse.pgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.MissingComponentException;
import dev.supplychain.dsse.internal.BouncyCastle;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class MissingBouncyCastleTest {
    @Test
    void without_bouncycastle_every_way_in_names_what_is_missing() {
        Assumptions.assumeTrue(BouncyCastle.find().isEmpty(), "BouncyCastle is there");

        names("reading an OpenPGP key", () -> PgpPublicKey.parse("-----BEGIN PGP PUBLIC KEY BLOCK-----"));
        names("reading an OpenPGP key", () -> PgpPublicKey.parseAll(new byte[0]));
        names("signing with an OpenPGP key", () -> PgpSigner.read(new byte[0], new char[0]));
        names(
                "making an OpenPGP key",
                () -> PgpSigner.generateKey(SignatureAlgorithm.ED25519, "x", new char[0], Instant.EPOCH));
    }

    private static void names(String purpose, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        MissingComponentException.class,
                        e -> assertThat(e.artifact()).isEqualTo("org.bouncycastle:bcpg-jdk18on"))
                .hasMessageContaining(purpose)
                .hasMessageContaining("org.bouncycastle:bcpg-jdk18on");
    }
}
