package dev.supplychain.dsse.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.Vectors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PemKeysTest {
    @TempDir
    Path folder;

    /** Written by openssl for the tests of in-toto (go-securesystemslib 8b6ec9c). */
    @ParameterizedTest
    @ValueSource(strings = {"ecdsa", "ed25519"})
    void reads_the_keys_of_in_toto_and_they_belong_together(String kind) throws Exception {
        byte[] privatePem = Vectors.unzip("dsse.zip", "dsse/intoto-keys/" + kind + "-test-key-pem");
        byte[] publicPem = Vectors.unzip("dsse.zip", "dsse/intoto-keys/" + kind + "-test-key-pem.pub");

        SigningKey key = PemKeys.readPrivateKey(privatePem);

        assertThat(key.publicKey()).isEqualTo(PemKeys.readPublicKey(publicPem));
        assertThat(PemKeys.writePublicKey(key.publicKey())).isEqualTo(new String(publicPem, US_ASCII).strip() + "\n");
        assertThat(PemKeys.writePrivateKey(key)).isEqualTo(new String(privatePem, US_ASCII).strip() + "\n");
    }

    @ParameterizedTest
    @CsvSource({"Ed448, '', Ed448", "DSA, 2048, DSA", "X25519, '', X25519"})
    void names_the_kind_that_is_not_allowed_and_those_that_are(String jcaName, String parameter, String name)
            throws Exception {
        KeyPair pair = generate(jcaName, parameter);

        for (String pem : List.of(
                pem("PUBLIC KEY", pair.getPublic().getEncoded()),
                pem("PRIVATE KEY", pair.getPrivate().getEncoded()))) {
            assertThatThrownBy(() -> readEither(pem))
                    .isInstanceOf(KeyException.class)
                    .hasMessageContaining(
                            name + " is not allowed; allowed are EC on P-256, P-384 and P-521, Ed25519, and RSA");
        }
    }

    private static void readEither(String pem) throws KeyException {
        if (pem.contains("PUBLIC")) {
            PemKeys.readPublicKey(pem);
        } else {
            PemKeys.readPrivateKey(pem);
        }
    }

    private static KeyPair generate(String jcaName, String parameter) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(jcaName);
        if (jcaName.equals("EC")) {
            generator.initialize(new ECGenParameterSpec(parameter));
        } else if (!parameter.isEmpty()) {
            generator.initialize(Integer.parseInt(parameter));
        }
        return generator.generateKeyPair();
    }

    private static String pem(String label, byte[] der) {
        return TestKeys.pem(label, HexFormat.of().formatHex(der));
    }

    @Test
    void reads_files() throws Exception {
        Path file = Files.writeString(folder.resolve("key.pem"), PemKeys.writePrivateKey(TestKeys.EDITH));
        Path pub = Files.writeString(folder.resolve("key.pub"), PemKeys.writePublicKey(TestKeys.EDITH.publicKey()));

        assertThat(PemKeys.readPrivateKey(file).publicKey()).isEqualTo(PemKeys.readPublicKey(pub));
    }

    @Test
    void line_ends_and_space_around_do_not_matter() throws Exception {
        String pem = PemKeys.writePublicKey(TestKeys.ALICE.publicKey());

        assertThat(PemKeys.readPublicKey("\r\n  " + pem.replace("\n", "\r\n") + "\n\n"))
                .isEqualTo(TestKeys.ALICE.publicKey());
    }

    @ParameterizedTest
    @CsvSource({
        "ENCRYPTED PRIVATE KEY, it is encrypted",
        "CERTIFICATE, a public key only",
        "PUBLIC KEY, it is a public key",
        "ENCRYPTED SIGSTORE PRIVATE KEY, CosignKeys"
    })
    void another_kind_of_block_is_named_with_advice(String label, String advice) {
        assertThatThrownBy(() -> PemKeys.readPrivateKey(pem(label, new byte[] {1})))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("\"" + label + "\"")
                .hasMessageContaining(advice);
    }

    @Test
    void one_key_and_nothing_else() throws Exception {
        String pem = PemKeys.writePublicKey(TestKeys.ALICE.publicKey());

        for (String bad : List.of(
                "",
                "key",
                pem + pem,
                pem + "text",
                "text\n" + pem,
                pem.replace("-----END PUBLIC KEY-----", ""),
                pem.replace("END PUBLIC", "END PRIVATE"),
                pem.replace("MFk", "MF!"),
                pem.replace("MFk", "MF-"),
                pem.replace("=", ""),
                pem + " ".repeat(70_000))) {
            assertThatThrownBy(() -> PemKeys.readPublicKey(bad)).isInstanceOf(KeyException.class);
        }
    }

    /** Java writes private EC keys without the public half. */
    @Test
    void computes_the_public_key_that_a_private_one_lacks() throws Exception {
        for (int i = 0; i < 20; i++) {
            KeyPair pair = generate("EC", "secp256r1");

            SigningKey key =
                    PemKeys.readPrivateKey(pem("PRIVATE KEY", pair.getPrivate().getEncoded()));

            assertThat(key.publicKey()).isEqualTo(pair.getPublic());
        }
    }

    @Test
    void refuses_a_private_key_that_carries_the_public_one_of_another() throws Exception {
        byte[] mine = der(TestKeys.ALICE);
        byte[] other = der(TestKeys.BOB);
        byte[] mixed = mine.clone();
        System.arraycopy(other, other.length - 64, mixed, mixed.length - 64, 64);

        assertThatThrownBy(() -> PemKeys.readPrivateKey(pem("PRIVATE KEY", mixed)))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("private key does not belong to public key SHA256:");
    }

    private static byte[] der(SigningKey key) throws KeyException {
        String pem = PemKeys.writePrivateKey(key);
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----.*-----", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void refuses_a_private_number_out_of_range(String scalar) {
        String pem = TestKeys.pem(
                "PRIVATE KEY", "3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420" + scalar);

        assertThatThrownBy(() -> PemKeys.readPrivateKey(pem))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("zero or not below the group order");
    }

    /** RFC 5958 with the public key behind, as some libraries write Ed25519; RFC 8032, section 7.1, test 2. */
    @Test
    void reads_version_1_with_the_public_key_behind() throws Exception {
        String pem = TestKeys.pem(
                "PRIVATE KEY",
                "3051020101300506032b6570042204204ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
                        + "8121003d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");

        assertThat(HexFormat.of().formatHex(PemKeys.readPrivateKey(pem).sign(new byte[] {0x72})))
                .isEqualTo("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    }

    @Test
    void no_message_quotes_a_private_key() throws Exception {
        String pem = PemKeys.writePrivateKey(TestKeys.ALICE);
        String secret = pem.substring(60, 90);

        for (String bad : List.of(
                pem + "x",
                pem.replace("-----BEGIN", "BEGIN"),
                pem.replace(secret, secret + "!"),
                pem.replace("MI", "MJ"))) {
            KeyException refusal = catchThrowableOfType(KeyException.class, () -> PemKeys.readPrivateKey(bad));

            assertThat(refusal).isNotNull();
            for (Throwable e = refusal; e != null; e = e.getCause()) {
                assertThat(e.toString()).doesNotContain(secret.substring(0, 8));
            }
        }
        assertThat(TestKeys.ALICE.toString()).isEqualTo("ECDSA_P256_SHA256 key " + TestKeys.ALICE.keyId());
    }

    @Test
    void refuses_the_url_safe_alphabet() throws Exception {
        String pem = "";
        while (!pem.contains("+") && !pem.contains("/")) {
            pem = PemKeys.writePublicKey(
                    SigningKey.generate(SignatureAlgorithm.ED25519).publicKey());
        }
        String urlSafe = pem.replace('+', '-').replace('/', '_');

        assertThatThrownBy(() -> PemKeys.readPublicKey(urlSafe))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("standard base64 alphabet");
    }
}
