package dev.supplychain.dsse.keys;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.supplychain.dsse.KeyException;
import java.nio.charset.StandardCharsets;

/** Whatever arrives as a key in JSON: it survives being written, and nothing but a {@link KeyException} leaves. */
class JwkFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void a_public_key_survives_or_is_refused(byte[] json) {
        try {
            TrustedKey key = JwkKeys.readTrustedKey(new String(json, StandardCharsets.UTF_8));
            requireSame(key, JwkKeys.readTrustedKey(JwkKeys.writeTrustedKey(key)));
        } catch (KeyException expected) {
            // What most inputs are.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void a_set_survives_or_is_refused(byte[] json) {
        try {
            var keys = JwkKeys.readTrustedKeys(new String(json, StandardCharsets.UTF_8));
            for (TrustedKey key : keys) {
                requireSame(key, JwkKeys.readTrustedKey(JwkKeys.writeTrustedKey(key)));
            }
        } catch (KeyException expected) {
            // What most inputs are.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void a_private_key_survives_or_is_refused(byte[] json) {
        try {
            SigningKey key = JwkKeys.readPrivateKey(new String(json, StandardCharsets.UTF_8));
            if (!JwkKeys.readPrivateKey(JwkKeys.writePrivateKey(key))
                    .publicKey()
                    .equals(key.publicKey())) {
                throw new AssertionError("another key after writing");
            }
        } catch (KeyException expected) {
            // What most inputs are.
        }
    }

    private static void requireSame(TrustedKey key, TrustedKey again) {
        if (!key.spki().equals(again.spki()) || !key.algorithms().equals(again.algorithms())) {
            throw new AssertionError("another key after writing");
        }
    }
}
