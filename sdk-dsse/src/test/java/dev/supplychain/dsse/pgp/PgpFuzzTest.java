package dev.supplychain.dsse.pgp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.internal.openpgp.Armor;
import dev.supplychain.dsse.internal.openpgp.PgpFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Tag;

/**
 * Whatever arrives as OpenPGP: nothing but our errors leaves, and nothing is returned as signed but what was signed.
 *
 * <p>The trusted key is among the seeds, and among them are messages that it signed, all with the same content.
 */
@Tag("needs-bouncycastle")
class PgpFuzzTest {
    private static final byte[] CONTENT = "content".getBytes(US_ASCII);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-01T00:00:00Z"), ZoneOffset.UTC);
    private static final PgpVerifier VERIFIER = verifier();

    private static PgpVerifier verifier() {
        try (InputStream key =
                PgpFuzzTest.class.getResourceAsStream("PgpFuzzTestInputs/a_public_key/with-subkey.pgp")) {
            return PgpVerifier.builder()
                    .trust(PgpPublicKey.parse(Objects.requireNonNull(key).readAllBytes()))
                    .clock(CLOCK)
                    .limits(PgpLimits.builder().contentBytes(1 << 16).build())
                    .build();
        } catch (IOException | KeyException e) {
            throw new AssertionError("the trusted key is not readable", e);
        }
    }

    @FuzzTest(maxDuration = "60s")
    void a_block_of_armor(byte[] text) {
        try {
            byte[] data = Armor.unwrap(Armor.MESSAGE, text);
            byte[] again =
                    Armor.unwrap(Armor.MESSAGE, Armor.write(Armor.MESSAGE, data).getBytes(US_ASCII));
            if (!Arrays.equals(again, data)) {
                throw new AssertionError("other data after writing");
            }
        } catch (PgpFormatException expected) {
            // What most inputs are.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void a_message(byte[] message) {
        try {
            VerifiedPgpMessage verified = VERIFIER.verify(message);
            if (!Arrays.equals(verified.content().toByteArray(), CONTENT)) {
                throw new AssertionError("trusted, and never signed");
            }
        } catch (VerificationException expected) {
            // What most inputs are.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void a_detached_signature(byte[] signature) {
        try {
            VERIFIER.verifyDetached(CONTENT, signature);
        } catch (VerificationException expected) {
            // What most inputs are.
        }
        try {
            VERIFIER.verifyDetached(new byte[0], signature);
            throw new AssertionError("trusted, and never signed");
        } catch (VerificationException expected) {
            // The only answer.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void a_public_key(byte[] keyring) {
        try {
            for (PgpPublicKey key : PgpPublicKey.parseAll(keyring)) {
                PgpPublicKey again = PgpPublicKey.parse(key.toArmor());
                if (!again.toBytes().equals(key.toBytes()) || !again.userIds().equals(key.userIds())) {
                    throw new AssertionError("another key after writing");
                }
            }
        } catch (KeyException expected) {
            // What most inputs are.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void a_private_key(byte[] key) {
        try {
            PgpSigner.read(key, "abc".toCharArray(), CLOCK);
        } catch (KeyException expected) {
            // What most inputs are.
        }
    }
}
