package dev.supplychain.dsse.keys;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Pkcs8;
import java.security.PublicKey;
import java.util.Arrays;

/** Whatever arrives as a key: it has one encoding, and nothing but a {@link KeyException} leaves. */
class PemFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void a_public_key_in_pem(byte[] pem) {
        try {
            PublicKey key = PemKeys.readPublicKey(pem);
            if (!PemKeys.readPublicKey(PemKeys.writePublicKey(key)).equals(key)) {
                throw new AssertionError("another key after writing");
            }
        } catch (KeyException expected) {
            // What most inputs are.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void a_public_key_in_der(byte[] spki) {
        try {
            if (!Arrays.equals(CheckedPublicKey.parse(spki).spki(), spki)) {
                throw new AssertionError("another encoding after reading");
            }
        } catch (KeyException expected) {
            // What most inputs are.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void a_private_key_in_der(byte[] der) {
        try {
            Pkcs8.read(der);
        } catch (KeyException expected) {
            // What most inputs are.
        }
        try {
            Pkcs8.readSec1(der);
        } catch (KeyException expected) {
            // What most inputs are.
        }
    }
}
