package dev.supplychain.dsse.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.internal.PasswordBox;
import dev.supplychain.dsse.internal.Pem;
import dev.supplychain.dsse.internal.bc.SecretBox;
import dev.supplychain.model.Bytes;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CosignKeysProperties {
    @Property(tries = 200)
    void a_box_survives_reading_and_writing(
            @ForAll ScryptCost cost,
            @ForAll @Size(32) byte[] salt,
            @ForAll @Size(24) byte[] nonce,
            @ForAll @Size(min = 16, max = 400) byte[] ciphertext)
            throws Exception {
        String json = "{\"kdf\":{\"name\":\"scrypt\",\"params\":{\"N\":" + cost.n() + ",\"r\":8,\"p\":1},\"salt\":\""
                + Bytes.of(salt).base64() + "\"},\"cipher\":{\"name\":\"nacl/secretbox\",\"nonce\":\""
                + Bytes.of(nonce).base64() + "\"},\"ciphertext\":\""
                + Bytes.of(ciphertext).base64() + "\"}";

        PasswordBox box = CosignKeys.box(Pem.write("ENCRYPTED SIGSTORE PRIVATE KEY", json.getBytes(UTF_8)));

        assertThat(new String(box.toJson(), UTF_8)).isEqualTo(json);
        assertThat(box.cost()).isEqualTo(cost);
    }

    @Property(tries = 500)
    void anything_else_is_a_key_exception(@ForAll @Size(max = 300) byte[] json) {
        try {
            PasswordBox.parse(json);
            throw new AssertionError("random bytes are no box");
        } catch (KeyException e) {
            assertThat(e).hasMessageStartingWith("cosign key ");
        }
    }

    @Property(tries = 300)
    @Tag("needs-bouncycastle")
    void a_secret_box_opens_to_what_was_sealed_with_its_key_and_nonce_only(
            @ForAll @Size(32) byte[] key,
            @ForAll @Size(24) byte[] nonce,
            @ForAll @Size(max = 300) byte[] message,
            @ForAll @IntRange(max = 255) int bit) {
        byte[] box = SecretBox.seal(key, nonce, message);
        byte[] otherKey = key.clone();
        otherKey[bit / 8] ^= (byte) (1 << bit % 8);

        assertThat(box).hasSize(message.length + 16);
        assertThat(SecretBox.open(key, nonce, box).map(Bytes::of)).hasValue(Bytes.of(message));
        assertThat(SecretBox.open(otherKey, nonce, box)).isEmpty();
    }
}
