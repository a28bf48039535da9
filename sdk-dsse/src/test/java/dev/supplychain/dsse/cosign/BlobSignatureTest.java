package dev.supplychain.dsse.cosign;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.Refusal;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.keys.KeyId;
import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.cosign.Bundle;
import dev.supplychain.model.cosign.LegacyBundle;
import dev.supplychain.model.cosign.MessageSignature;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlobSignatureTest {
    private static final byte[] CONTENT = "content\n".getBytes(US_ASCII);
    private static final CosignSigner ALICE = CosignSigner.of(TestKeys.ALICE);
    private static final CosignVerifier TRUSTS_ALICE = CosignVerifier.of(TestKeys.ALICE.toTrustedKey());

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void every_form_that_is_written_is_read_and_holds_with_every_kind_of_key(SignatureAlgorithm algorithm)
            throws Exception {
        SigningKey key = TestKeys.of(algorithm);
        Path file = Files.write(folder.resolve("blob"), CONTENT);
        CosignVerifier verifier = CosignVerifier.of(key.toTrustedKey());

        BlobSignature signature = CosignSigner.of(key).signBlob(file);

        for (byte[] written : new byte[][] {
            signature.text().getBytes(US_ASCII),
            (signature.text() + "\n").getBytes(US_ASCII),
            signature.bundle().toJson(),
            signature.legacyBundle().toJson()
        }) {
            VerifiedBlobSignature ofFile = verifier.verifyBlob(file, BlobSignature.parse(written));
            VerifiedBlobSignature ofBytes = verifier.verifyBlob(CONTENT, BlobSignature.parse(written));

            assertThat(ofFile.sha256()).isEqualTo(Digest.sha256(CONTENT));
            assertThat(ofBytes.signer().keyId()).isEqualTo(key.keyId());
            assertThat(ofBytes.transparencyLog()).isEqualTo(MaterialStatus.ABSENT);
        }
    }

    @Test
    void a_bundle_says_what_cosign_says() throws Exception {
        Bundle bundle = ALICE.signBlob(CONTENT).bundle();

        assertThat(new String(bundle.toJson(), UTF_8))
                .isEqualTo("{\"mediaType\":\"application/vnd.dev.sigstore.bundle.v0.3+json\","
                        + "\"verificationMaterial\":{\"publicKey\":{\"hint\":\""
                        + KeyId.sigstoreHint(TestKeys.ALICE.publicKey()) + "\"}},"
                        + "\"messageSignature\":{\"messageDigest\":{\"algorithm\":\"SHA2_256\","
                        + "\"digest\":\"Q0copBCnj1b8G1iZw1k0NuYasMcx6QctleltspAgXlM=\"},\"signature\":\""
                        + bundle.messageSignature().orElseThrow().signature().base64() + "\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "sha384", "sha512", "sha3_256", "sha3_384"})
    void a_hash_of_any_kind_that_bundles_have_is_compared(String algorithm) throws Exception {
        Path file = Files.write(folder.resolve("blob"), CONTENT);
        Path other = Files.write(folder.resolve("other"), new byte[1]);
        Bytes signature = ALICE.signBlob(CONTENT).signature();
        BlobSignature right = bundleWith(Digest.of(algorithm, file), signature);
        BlobSignature wrong = bundleWith(Digest.of(algorithm, other), signature);

        assertThat(TRUSTS_ALICE.verifyBlob(file, right).sha256()).isEqualTo(Digest.sha256(CONTENT));
        assertThat(TRUSTS_ALICE.verifyBlob(CONTENT, right).sha256()).isEqualTo(Digest.sha256(CONTENT));
        for (Reason reason : new Reason[] {
            Refusal.reasonOf(() -> TRUSTS_ALICE.verifyBlob(file, wrong)),
            Refusal.reasonOf(() -> TRUSTS_ALICE.verifyBlob(CONTENT, wrong))
        }) {
            assertThat(reason).isEqualTo(Reason.SUBJECT_MISMATCH);
        }
    }

    private static BlobSignature bundleWith(Digest digest, Bytes signature) {
        return BlobSignature.parse(Bundle.of(digest, signature, "").toJson());
    }

    @Test
    void a_bundle_without_hash_is_fine() throws Exception {
        Bundle bundle = ALICE.signBlob(CONTENT).bundle();
        Bundle bare = Bundle.builder()
                .verificationMaterial(bundle.verificationMaterial())
                .messageSignature(MessageSignature.builder()
                        .signature(bundle.messageSignature().orElseThrow().signature())
                        .build())
                .build();
        BlobSignature read = BlobSignature.parse(bare.toJson());

        assertThat(read.digest()).isEmpty();
        assertThat(TRUSTS_ALICE.verifyBlob(CONTENT, read).sha256()).isEqualTo(Digest.sha256(CONTENT));
        assertThat(read.bundle()).isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"algorithm\":\"SHA2_256\",', '', HASH_ALGORITHM_UNSPECIFIED is not known here",
        "SHA2_256, SHA4_256, SHA4_256 is not known here",
        "SHA2_256, SHA2_384, is not 96 lower-case hexadecimal digits",
        "Q0copBCnj1b8G1iZw1k0NuYasMcx6QctleltspAgXlM=, '', is not 64 lower-case hexadecimal digits",
        "',\"digest\":\"Q0copBCnj1b8G1iZw1k0NuYasMcx6QctleltspAgXlM=\"', '', is not 64 lower-case hexadecimal digits"
    })
    void a_hash_that_is_not_understood_is_refused(String good, String bad, String message) throws Exception {
        String json = new String(ALICE.signBlob(CONTENT).bundle().toJson(), UTF_8);
        assertThat(json).contains(good);

        assertThatThrownBy(() -> BlobSignature.parse(json.replace(good, bad).getBytes(UTF_8)))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith("Bundle at /messageSignature/messageDigest/")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.2", "0.3"})
    void bundles_of_all_versions_are_read(String version) throws Exception {
        String json = new String(ALICE.signBlob(CONTENT).bundle().toJson(), UTF_8)
                .replace("bundle.v0.3+json", "bundle+json;version=" + version);

        assertThat(TRUSTS_ALICE
                        .verifyBlob(CONTENT, BlobSignature.parse(json.getBytes(UTF_8)))
                        .sha256())
                .isEqualTo(Digest.sha256(CONTENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "no base64!",
                "QUJD\u00e4",
                "QUI",
                "QUJ=",
                "{}",
                "{",
                "[]",
                " \n{\"base64Signature\":1}",
                "{\"base64Signature\":\"!\"}",
                "{\"mediaType\":\"application/json\"}",
                "{\"mediaType\":1,\"base64Signature\":\"QUJD\"}"
            })
    void what_is_no_signature_is_refused_by_the_reader_or_holds_for_nothing(String text) {
        assertThatThrownBy(() -> TRUSTS_ALICE.verifyBlob(CONTENT, BlobSignature.parse(text.getBytes(UTF_8))))
                .isInstanceOfAny(MalformedDataException.class, VerificationException.class);
    }

    @Test
    void a_text_longer_than_any_signature_is_refused() {
        assertThatThrownBy(() -> BlobSignature.parse("QUJD".repeat(5000).getBytes(US_ASCII)))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("20000 characters, more than the 16384");
    }

    /** The base64 program breaks lines after 76 characters. */
    @Test
    void line_breaks_and_space_around_do_not_matter() throws Exception {
        BlobSignature signature = CosignSigner.of(TestKeys.of(SignatureAlgorithm.RSA_PKCS1_SHA256))
                .signBlob(CONTENT);
        String text = signature.text();
        String broken =
                " " + text.substring(0, 76) + "\r\n" + text.substring(76, 152) + "\n" + text.substring(152) + "\n\n";

        assertThat(BlobSignature.parse(broken.getBytes(US_ASCII)).signature()).isEqualTo(signature.signature());
    }

    @Test
    void an_attestation_in_a_bundle_is_no_signature_over_a_file() throws Exception {
        Bundle bundle = ALICE.attestBundle(TestKeys.statement(TestKeys.PROVENANCE));

        assertThatThrownBy(() -> BlobSignature.parse(bundle.toJson()))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("Bundle at /messageSignature")
                .hasMessageContaining("an attestation");
    }

    @Test
    void a_changed_file_and_another_key_are_refused() throws Exception {
        BlobSignature signature = ALICE.signBlob(CONTENT);
        Path changed = Files.write(folder.resolve("blob"), "Content\n".getBytes(US_ASCII));

        assertThat(Refusal.reasonOf(() -> TRUSTS_ALICE.verifyBlob(changed, signature)))
                .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(Refusal.reasonOf(
                        () -> CosignVerifier.of(TestKeys.BOB.publicKey()).verifyBlob(CONTENT, signature)))
                .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    /** As cosign before 2.6 signs with such keys. */
    @ParameterizedTest
    @EnumSource(
            value = SignatureAlgorithm.class,
            names = {"ECDSA_P384_SHA384", "ECDSA_P521_SHA512"})
    void large_curves_sign_over_sha_256_when_that_is_asked_for(SignatureAlgorithm algorithm) throws Exception {
        SigningKey key = TestKeys.of(algorithm).legacyScheme(LegacyScheme.ECDSA_SHA256);
        BlobSignature signature = CosignSigner.of(key).signBlob(CONTENT);

        assertThat(CosignVerifier.of(key.toTrustedKey())
                        .verifyBlob(CONTENT, signature)
                        .sha256())
                .isEqualTo(Digest.sha256(CONTENT));
        assertThat(Refusal.reasonOf(() -> CosignVerifier.of(key.publicKey()).verifyBlob(CONTENT, signature)))
                .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    @Test
    void a_missing_file_is_an_io_exception() throws Exception {
        Path missing = folder.resolve("none");
        BlobSignature signature = ALICE.signBlob(CONTENT);

        assertThatThrownBy(() -> ALICE.signBlob(missing)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> TRUSTS_ALICE.verifyBlob(missing, signature)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_legacy_bundle_holds_the_signature_alone() throws Exception {
        LegacyBundle bundle = ALICE.signBlob(CONTENT).legacyBundle();

        assertThat(new String(bundle.toJson(), UTF_8))
                .isEqualTo("{\"base64Signature\":\"" + bundle.signature().base64() + "\"}");
    }
}
