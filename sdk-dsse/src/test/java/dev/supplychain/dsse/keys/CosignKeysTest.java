package dev.supplychain.dsse.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.dsse.BlobSigner;
import dev.supplychain.dsse.BlobVerifier;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.MissingComponentException;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.Vectors;
import dev.supplychain.dsse.internal.BouncyCastle;
import dev.supplychain.dsse.internal.Pem;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CosignKeysTest {
    private static final char[] HELLO = "hello".toCharArray();
    private static final String LABEL = "ENCRYPTED SIGSTORE PRIVATE KEY";

    /** A box of the cheapest cost, with a ciphertext that no password opens. */
    private static final String BOX = "{\"kdf\":{\"name\":\"scrypt\",\"params\":{\"N\":32768,\"r\":8,\"p\":1},"
            + "\"salt\":\"N9a7x5JFGbrtB2uBR81jPwp0eiLR4A7FV3mjVAQrg1g=\"},"
            + "\"cipher\":{\"name\":\"nacl/secretbox\",\"nonce\":\"2h8HxMmgRfuYdpswZBQaU3xJ1nkA/5Ik\"},"
            + "\"ciphertext\":\"SEW6sUh0jf2wfdjJGPNS9+bkk2uB+Cxamf32zR8XkQ==\"}";

    @TempDir
    Path folder;

    /** Written by cosign (sigstore/cosign d6d86c2) with both labels. */
    @ParameterizedTest
    @ValueSource(strings = {"pemcosignkey", "pemsigstorekey"})
    @Tag("needs-bouncycastle")
    void reads_the_keys_of_cosign(String name) throws Exception {
        String pem = new String(Vectors.unzip("cosign.zip", "cosign/keys/" + name + ".key"), US_ASCII);

        SigningKey key = CosignKeys.readPrivateKey(pem, HELLO);

        assertThat(key.algorithm()).isEqualTo(SignatureAlgorithm.ECDSA_P256_SHA256);
        assertThat(BlobVerifier.of(key.publicKey())
                        .verify(new byte[1], BlobSigner.of(key).sign(new byte[1]))
                        .signer()
                        .keyId())
                .isEqualTo(key.keyId());
    }

    /** The box holds a SEC 1 key; cosign 2.5 refuses it too. */
    @Test
    @Tag("needs-bouncycastle")
    void a_box_with_a_key_that_is_not_pkcs_8_is_refused() throws Exception {
        String pem = new String(Vectors.unzip("cosign.zip", "cosign/keys/pemcosigneckey.key"), US_ASCII);

        assertThatThrownBy(() -> CosignKeys.readPrivateKey(pem, HELLO))
                .isInstanceOf(KeyException.class)
                .hasMessage("private key is not PKCS#8 in DER");
    }

    /** What {@code cosign import-key-pair} takes and refuses, by the names of its test files. */
    @Test
    void the_files_that_cosign_imports_are_read_and_the_others_refused() throws Exception {
        int valid = 0;
        int invalid = 0;
        try (ZipFile zip = new ZipFile(Vectors.require("cosign.zip").toFile())) {
            for (ZipEntry entry : zip.stream()
                    .filter(e -> e.getName().startsWith("cosign/keys/")
                            && e.getName().endsWith(".key"))
                    .toList()) {
                byte[] file = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().contains("/invalid")) {
                    invalid++;
                    assertThatThrownBy(() -> PemKeys.readPrivateKey(file))
                            .as(entry.getName())
                            .isInstanceOf(KeyException.class);
                } else if (!entry.getName().contains("/pem")) {
                    valid++;
                    assertThat(PemKeys.readPrivateKey(file).publicKey())
                            .as(entry.getName())
                            .isNotNull();
                }
            }
        }
        assertThat(valid).isEqualTo(8);
        assertThat(invalid).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "ECDSA_P256_SHA256, ''",
        "ECDSA_P384_SHA384, hello",
        "ECDSA_P521_SHA512, pässwörd",
        "ED25519, \uD83D\uDD11",
        "RSA_PKCS1_SHA256, hello"
    })
    @Tag("needs-bouncycastle")
    void what_was_written_is_read_back_whatever_the_kind_and_the_password(SignatureAlgorithm algorithm, String password)
            throws Exception {
        SigningKey key = TestKeys.of(algorithm);

        String pem = CosignKeys.writePrivateKey(key, password.toCharArray(), ScryptCost.LEGACY);
        SigningKey read = CosignKeys.readPrivateKey(pem, password.getBytes(UTF_8));

        assertThat(pem).startsWith("-----BEGIN " + LABEL + "-----\n").endsWith("-----END " + LABEL + "-----\n");
        assertThat(read.publicKey()).isEqualTo(key.publicKey());
        assertThat(PemKeys.writePrivateKey(read)).isEqualTo(PemKeys.writePrivateKey(key));
    }

    @Test
    @Tag("needs-bouncycastle")
    void writes_at_the_cost_that_cosign_does_unless_another_is_asked_for() throws Exception {
        String pem = CosignKeys.writePrivateKey(TestKeys.ALICE, HELLO);
        Path file = Files.writeString(folder.resolve("cosign.key"), pem);

        assertThat(CosignKeys.box(pem).cost()).isEqualTo(ScryptCost.STANDARD);
        assertThat(new String(Pem.read(List.of(LABEL), pem).der(), US_ASCII))
                .startsWith("{\"kdf\":{\"name\":\"scrypt\",\"params\":{\"N\":65536,\"r\":8,\"p\":1},\"salt\":\"")
                .contains("\"},\"cipher\":{\"name\":\"nacl/secretbox\",\"nonce\":\"")
                .contains("\"},\"ciphertext\":\"");
        assertThat(CosignKeys.readPrivateKey(file, HELLO).publicKey()).isEqualTo(TestKeys.ALICE.publicKey());
    }

    @Test
    @Tag("needs-bouncycastle")
    void two_writings_of_a_key_have_nothing_in_common() throws Exception {
        String one = CosignKeys.writePrivateKey(TestKeys.EDITH, HELLO, ScryptCost.LEGACY);
        String other = CosignKeys.writePrivateKey(TestKeys.EDITH, HELLO, ScryptCost.LEGACY);

        for (String member : List.of("salt", "nonce", "ciphertext")) {
            assertThat(member(one, member)).isNotEqualTo(member(other, member));
        }
    }

    private static String member(String pem, String name) throws KeyException {
        String json = new String(Pem.read(List.of(LABEL), pem).der(), US_ASCII);
        int start = json.indexOf('"' + name + "\":\"") + name.length() + 4;
        return json.substring(start, json.indexOf('"', start));
    }

    @Test
    @Tag("needs-bouncycastle")
    void a_wrong_password_is_named_as_one_and_not_quoted() throws Exception {
        String pem = CosignKeys.writePrivateKey(TestKeys.ALICE, HELLO, ScryptCost.LEGACY);

        KeyException refusal =
                catchThrowableOfType(KeyException.class, () -> CosignKeys.readPrivateKey(pem, "hallo".toCharArray()));

        assertThat(refusal).hasMessage("cosign key does not open: the password is wrong, or the file was changed");
        assertThat(refusal).hasNoCause();
    }

    @Test
    @Tag("needs-bouncycastle")
    void a_box_that_holds_no_key_is_refused_without_a_word_of_it() throws Exception {
        String pem = new String(Vectors.unzip("cosign.zip", "cosign/encrypted-vectors/TestDecrypt.json"), UTF_8);

        assertThatThrownBy(() -> CosignKeys.readPrivateKey(pem(pem), "supersecret".toCharArray()))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("private key is not PKCS#8 in DER")
                .hasMessageNotContaining("reallyimportant");
    }

    @Test
    void a_password_without_utf_8_form_is_refused() {
        assertThatThrownBy(() -> CosignKeys.readPrivateKey(pem(BOX), new char[] {'a', '\uD800'}))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("unpaired surrogate");
    }

    @Test
    void without_bouncycastle_it_is_named_as_missing() {
        Assumptions.assumeTrue(BouncyCastle.find().isEmpty(), "BouncyCastle is there");

        assertThatThrownBy(() -> CosignKeys.readPrivateKey(pem(BOX), HELLO))
                .isInstanceOf(MissingComponentException.class)
                .hasMessageContaining("reading a private key under a password, as cosign has it,")
                .hasMessageContaining("org.bouncycastle:bcprov-jdk18on");
        assertThatThrownBy(() -> CosignKeys.writePrivateKey(TestKeys.ALICE, HELLO))
                .isInstanceOf(MissingComponentException.class)
                .hasMessageContaining("org.bouncycastle:bcprov-jdk18on");
    }

    @Test
    void a_missing_file_is_an_io_exception() {
        assertThatThrownBy(() -> CosignKeys.readPrivateKey(folder.resolve("none"), HELLO))
                .isInstanceOf(NoSuchFileException.class);
    }

    /** Refused before anything is derived: BouncyCastle is not needed for it. */
    @ParameterizedTest
    @CsvSource({
        "32768, 16384, 'at /kdf/params: scrypt with N=16384, r=8, p=1 is not allowed; allowed are N=32768, N=65536'",
        "32768, 32768.0, N=32768.0",
        "32768, 3.2768e4, N=3.2768e4",
        "32768, -32768, N=-32768",
        "32768, 0, N=0",
        "32768, 99999999999999999999999999, N=99999999999999999999…",
        "32768, '\"32768\"', at /kdf/params/N: is STRING instead of NUMBER",
        "'\"r\":8', '\"r\":16', r=16",
        "'\"r\":8', '\"r\":0', r=0",
        "'\"p\":1', '\"p\":2', p=2",
        "'\"p\":1', '\"q\":1', 'at /kdf/params: lacks the member \"p\"'",
        "'{\"N\":32768,\"r\":8,\"p\":1}', '[32768,8,1]', at /kdf/params: is ARRAY instead of OBJECT",
        "'{\"name\":\"scrypt\"', '{\"name\":\"argon2\"', 'at /kdf/name: is not \"scrypt\"'",
        "nacl/secretbox, aes, 'at /cipher/name: is not \"nacl/secretbox\"'",
        "N9a7, N9a, at /kdf/salt: is not base64",
        "N9a7, '', at /kdf/salt: has 29 bytes instead of 32",
        "2h8HxMmg, '', at /cipher/nonce: has 18 bytes instead of 24",
        "/5Ik, /5I=, at /cipher/nonce: has 23 bytes instead of 24",
        "SEW6sUh0jf2wfdjJGPNS9+bkk2uB+Cxamf32zR8XkQ==, '', at /ciphertext: has 0 bytes instead of 16 or more",
        "SEW6sUh0, SEW6s Uh, at /ciphertext: is not base64",
        "'\"ciphertext\"', '\"text\"', 'lacks the member \"ciphertext\"'",
        "'\"cipher\"', '\"kdf\"', is not strict JSON",
        "'\"N\":32768', '\"N\":99,\"N\":32768', is not strict JSON",
        "==\"}, ==\"}x, is not strict JSON"
    })
    void a_box_of_another_form_or_cost_is_refused_by_place(String good, String bad, String message) {
        assertThat(BOX).contains(good);
        String json = BOX.replace(good, bad);

        KeyException refusal =
                catchThrowableOfType(KeyException.class, () -> CosignKeys.readPrivateKey(pem(json), HELLO));

        assertThat(refusal).hasMessageStartingWith("cosign key ").hasMessageContaining(message);
        for (Throwable e = refusal; e != null; e = e.getCause()) {
            assertThat(e.toString()).doesNotContain("SEW6", "jf2wfdjJG", "JFGbrtB2u");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"\"", "1", "{", "{}", "\uFEFF{}"})
    void what_is_no_box_is_refused(String json) {
        assertThatThrownBy(() -> CosignKeys.readPrivateKey(pem(json), HELLO)).isInstanceOf(KeyException.class);
    }

    @Test
    void other_blocks_and_more_than_one_are_refused() throws Exception {
        Map<String, String> advised = Map.of(
                "PRIVATE KEY", PemKeys.writePrivateKey(TestKeys.ALICE),
                "PUBLIC KEY", PemKeys.writePublicKey(TestKeys.ALICE.publicKey()),
                "ENCRYPTED PRIVATE KEY", pem(BOX).replace("SIGSTORE ", ""));

        advised.forEach((label, pem) -> assertThatThrownBy(() -> CosignKeys.readPrivateKey(pem, HELLO))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("\"" + label + "\"")
                .hasMessageContaining(LABEL));
        assertThatThrownBy(() -> CosignKeys.readPrivateKey(pem(BOX) + pem(BOX), HELLO))
                .isInstanceOf(KeyException.class);
        assertThatThrownBy(() -> CosignKeys.readPrivateKey(pem(BOX).replace("END " + LABEL, "END COSIGN"), HELLO))
                .isInstanceOf(KeyException.class);
    }

    private static String pem(String json) {
        return Pem.write(LABEL, json.getBytes(UTF_8));
    }
}
