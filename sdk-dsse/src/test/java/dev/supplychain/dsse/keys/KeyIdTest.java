package dev.supplychain.dsse.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.Vectors;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

        assertThat(KeyIds.allFor(key))
                .containsExactly(
                        KeyId.openSsh(key),
                        KeyId.ni(key),
                        KeyId.nih(key),
                        KeyId.sigstoreHint(key),
                        KeyId.inToto(key),
                        KeyId.inTotoWithHashAlgorithms(key));
        assertThat(TrustedKey.of(key).keyIds()).containsExactlyInAnyOrderElementsOf(KeyIds.allFor(key));
        assertThat(KeyId.empty().text()).isEmpty();
    }

    @Test
    void a_kind_that_is_not_allowed_has_none() throws Exception {
        PublicKey other =
                KeyPairGenerator.getInstance("Ed448").generateKeyPair().getPublic();

        assertThatThrownBy(() -> KeyIds.allFor(other))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("Ed448");
    }

    /** The key that npm signed its provenance with in 2022, under the names that different producers give it. */
    @Test
    void npms_key_under_all_its_names() throws Exception {
        PublicKey npm = PemKeys.readPublicKey(
                TestKeys.pem(
                        "PUBLIC KEY",
                        "3059301306072a8648ce3d020106082a8648ce3d03010703420004d4e95bdf3300145c572878889103b9709dd886"
                                + "5e62e943e9f8886eb5e0496ee1dc03952880aa34116b655b05ba29268aa1334460bec9942422567921064b5482"));

        assertThat(KeyId.openSsh(npm).text()).isEqualTo("SHA256:jl3bwswu80PjjokCgh0o2w5c2U4LhQAE57gj9cz1kzA");
        assertThat(KeyId.sigstoreHint(npm).text()).isEqualTo("HpCKVUWf5t2sHMvBN+qGMe6DcDL+wqLMxSizjYHxcQg=");
        assertThat(KeyId.ni(npm).text()).isEqualTo("ni:///sha-256;HpCKVUWf5t2sHMvBN-qGMe6DcDL-wqLMxSizjYHxcQg");
        assertThat(KeyId.nih(npm).text())
                .isEqualTo("nih:///sha-256;1e908a55459fe6ddac1ccbc137ea8631ee837032fec2a2ccc528b38d81f17108");
    }

    /** The names that in-toto's own test keys have (go-securesystemslib 8b6ec9c). */
    @ParameterizedTest
    @CsvSource({
        "ecdsa-test-key-pem.pub, 98adf38602c48c5479e9a991ee3f8cbf541ee4f985e00f7a5fc4148d9a45b704,"
                + " 7ca7f5d763ebfd251ed387630d4c02a6ea1f2ec826712cc15247f0db55c161f2",
        "ed25519-test-key-pem.pub, 52e3b8e73279d6ebdd62a5016e2725ff284f569665eb92ccb145d83817a02997,"
                + " 2724d74f8fa3956502310945eae08cefaf73cace47f5912e55c16eb5f86ba067",
        "rsa-test-key.pub, 4e8d20af09fcaed6c388a186427f94a5f7ff5591ec295f4aab2cff49ffe39e9b, ''"
    })
    void in_totos_keys_have_their_names(String file, String old, String current) throws Exception {
        PublicKey key = PemKeys.readPublicKey(Vectors.unzip("dsse.zip", "dsse/intoto-keys/" + file));

        assertThat(KeyId.inTotoWithHashAlgorithms(key).text()).isEqualTo(old);
        assertThat(KeyId.inToto(key).text()).matches(current.isEmpty() ? "[0-9a-f]{64}" : current);
    }

    @Test
    void a_trusted_key_goes_by_its_computed_names_and_those_given() throws Exception {
        PublicKey key = TestKeys.ALICE.publicKey();
        String kms = "projects/p/locations/global/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1";
        TrustedKey trusted = TrustedKey.builder()
                .publicKey(key)
                .addKeyId(KeyId.cloudKms("gcpkms://" + kms))
                .addKeyId(KeyId.openPgp("57d1d95bbc53ba0eaff0718cd75b3109b3baaeaf"))
                .addKeyId(KeyId.of("keystore://76574:prod:vsa_signing_public_key"))
                .build();

        for (KeyId id : KeyIds.allFor(key)) {
            assertThat(trusted.goesBy(id.text())).as(id.text()).isTrue();
        }
        assertThat(trusted.goesBy(kms)).isTrue();
        assertThat(trusted.goesBy("//cloudkms.googleapis.com/v1/" + kms)).isTrue();
        assertThat(trusted.goesBy("57D1D95BBC53BA0EAFF0718CD75B3109B3BAAEAF")).isTrue();
        assertThat(trusted.goesBy("openpgp4fpr:57d1d95bbc53ba0eaff0718cd75b3109b3baaeaf"))
                .isTrue();
        assertThat(trusted.goesBy("keystore://76574:prod:vsa_signing_public_key"))
                .isTrue();
        assertThat(trusted.goesBy("")).isFalse();
        assertThat(trusted.goesBy(kms + "1")).isFalse();
        assertThat(trusted.goesBy(KeyId.openSsh(TestKeys.BOB.publicKey()).text()))
                .isFalse();
    }

    @Test
    void a_name_that_is_none_of_its_form_is_refused() {
        assertThatThrownBy(() -> KeyId.cloudKms("projects/p")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KeyId.openPgp("57d1")).isInstanceOf(IllegalArgumentException.class);
    }
}
