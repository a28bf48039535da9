package dev.supplychain.dsse.keys;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.internal.PasswordBox;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Whatever arrives as a cosign key, up to where the password is needed: it is one of the costs that are allowed, or nothing
 * but a {@link KeyException} leaves.
 */
class CosignKeyFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void a_key_in_pem(byte[] pem) {
        try {
            requireSurvival(CosignKeys.box(new String(pem, StandardCharsets.ISO_8859_1)));
        } catch (KeyException expected) {
            // What most inputs are.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void a_box_in_json(byte[] json) {
        try {
            requireSurvival(PasswordBox.parse(json));
        } catch (KeyException expected) {
            // What most inputs are.
        }
    }

    private static void requireSurvival(PasswordBox box) throws KeyException {
        byte[] written = box.toJson();
        if (!Arrays.equals(PasswordBox.parse(written).toJson(), written)) {
            throw new AssertionError("another box after writing");
        }
        if (box.cost().memoryBytes() > ScryptCost.OWASP.memoryBytes()) {
            throw new AssertionError("more memory than is allowed");
        }
    }
}
