package dev.supplychain.dsse.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Vectors;
import dev.supplychain.dsse.internal.bc.SecretBox;
import dev.supplychain.dsse.keys.ScryptCost;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("needs-bouncycastle")
class PasswordBoxTest {
    private static final byte[] PASSWORD = "supersecret".getBytes(UTF_8);

    /** From go-securesystemslib 8b6ec9c: one for each cost that is allowed; three hold the JSON of the bytes. */
    @ParameterizedTest
    @CsvSource({
        "TestDecrypt, reallyimportant",
        "kdf-Legacy, '\"cmVhbGx5aW1wb3J0YW50\"'",
        "kdf-Standard, '\"cmVhbGx5aW1wb3J0YW50\"'",
        "kdf-OWASP, '\"cmVhbGx5aW1wb3J0YW50\"'"
    })
    void opens_the_boxes_of_go_securesystemslib(String name, String secret) throws Exception {
        byte[] json = Vectors.unzip("cosign.zip", "cosign/encrypted-vectors/" + name + ".json");

        PasswordBox box = PasswordBox.parse(json);

        assertThat(new String(box.open(PASSWORD), UTF_8)).isEqualTo(secret);
        assertThat(new String(box.toJson(), UTF_8)).isEqualTo(new String(json, UTF_8).strip());
    }

    @Test
    void a_bit_that_was_flipped_anywhere_in_the_ciphertext_is_noticed() throws Exception {
        byte[] key = new byte[32];
        byte[] nonce = new byte[24];
        byte[] box = SecretBox.seal(key, nonce, "message".getBytes(UTF_8));

        assertThat(SecretBox.open(key, nonce, box))
                .hasValueSatisfying(message -> assertThat(message).isEqualTo("message".getBytes(UTF_8)));
        for (int bit = 0; bit < 8 * box.length; bit++) {
            byte[] flipped = box.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(SecretBox.open(key, nonce, flipped)).isEmpty();
        }
        assertThat(SecretBox.open(key, nonce, new byte[15])).isEmpty();
    }

    @Test
    void a_changed_salt_or_nonce_does_not_open() throws Exception {
        String json = new String(
                PasswordBox.seal(new byte[20], PASSWORD, ScryptCost.LEGACY, new SecureRandom())
                        .toJson(),
                UTF_8);
        int nonce = json.indexOf("\"nonce\":\"") + 9;
        char other = json.charAt(nonce) == 'A' ? 'B' : 'A';
        String changed = json.substring(0, nonce) + other + json.substring(nonce + 1);

        PasswordBox box = PasswordBox.parse(changed.getBytes(UTF_8));

        assertThatThrownBy(() -> box.open(PASSWORD)).isInstanceOf(KeyException.class);
    }

    /** In a JVM of its own, which has less heap than the derivation takes. */
    @Test
    void too_little_memory_is_a_key_exception() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        TooLittleMemory.class.getName()))
                .redirectErrorStream(true)
                .start();

        String output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(output).contains("cosign key of cost STANDARD takes 64 MiB of heap that is not there");
        assertThat(process.waitFor()).isZero();
    }

    /** Seals with the usual cost and prints the refusal. */
    static final class TooLittleMemory {
        private TooLittleMemory() {}

        public static void main(String[] args) {
            try {
                PasswordBox.seal(new byte[1], new byte[1], ScryptCost.STANDARD, new SecureRandom());
            } catch (KeyException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
