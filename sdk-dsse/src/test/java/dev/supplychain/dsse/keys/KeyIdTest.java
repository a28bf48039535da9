package dev.supplychain.dsse.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.TestKeys;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeyIdTest {
    /** The key of the DSSE 1.0.2 example. */
    @Test
    void the_openssh_fingerprint_of_the_protocols_key() throws Exception {
        PublicKey key = PemKeys.readPrivateKey(TestKeys.PROTOCOL_KEY_PEM).publicKey();

        assertThat(KeyId.openSsh(key).text()).isEqualTo("SHA256:f4AuBLdH4Lj/dIuwAUXXebzoI9B/cJ4iSQ3/qByIl4M");
    }

    /** {@code ssh-keygen -lf} of {@code ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAID9…}, the key of RFC 8032, test 2. */
    @Test
    void the_openssh_fingerprint_of_an_ed25519_key() throws Exception {
        PublicKey key = PemKeys.readPublicKey(TestKeys.pem(
                "PUBLIC KEY",
                "302a300506032b65700321003d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));

        assertThat(KeyId.openSsh(key).text()).isEqualTo("SHA256:F34nin7tcaYH6WR5LSWSfj6weFBPfBpuyUUoPFP9YjA");
    }

    @Test
    void the_ni_uri_is_the_hash_of_the_key_file() throws Exception {
        PublicKey key = TestKeys.ALICE.publicKey();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());

        assertThat(KeyId.ni(key).text())
                .isEqualTo("ni:///sha-256;"
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(hash))
                .hasSize("ni:///sha-256;".length() + 43);
    }

    @Test
    void all_for_a_key_are_those_by_which_it_is_found() throws Exception {
        PublicKey key = TestKeys.EDITH.publicKey();

        assertThat(KeyIds.allFor(key)).containsExactly(KeyId.openSsh(key), KeyId.ni(key));
        assertThat(TrustedKey.of(key).keyIds()).containsExactlyInAnyOrderElementsOf(KeyIds.allFor(key));
        assertThat(KeyId.empty().text()).isEmpty();
    }

    @Test
    void a_kind_that_is_not_allowed_has_none() throws Exception {
        PublicKey rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();

        assertThatThrownBy(() -> KeyIds.allFor(rsa))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("RSA");
    }
}
