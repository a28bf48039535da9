package dev.supplychain.dsse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlobTest {
    private static final byte[] CONTENT = "content".getBytes(UTF_8);

    @TempDir
    Path folder;

    static Stream<SigningKey> keys() {
        return Stream.of(TestKeys.ALICE, TestKeys.EDITH);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_file_and_an_array_of_the_same_bytes_have_the_same_signatures(SigningKey key) throws Exception {
        Path file = Files.write(folder.resolve("blob"), CONTENT);
        BlobVerifier verifier = BlobVerifier.of(key.publicKey());

        VerifiedBlob ofFile = verifier.verify(file, BlobSigner.of(key).sign(CONTENT));
        VerifiedBlob ofArray = verifier.verify(CONTENT, BlobSigner.of(key).sign(file));

        assertThat(ofFile.sha256()).isEqualTo(Digest.sha256(CONTENT));
        assertThat(ofArray.sha256()).isEqualTo(Digest.sha256(CONTENT));
        assertThat(ofArray.signer().keyId()).isEqualTo(key.keyId());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_changed_file_is_refused(SigningKey key) throws Exception {
        Bytes signature = BlobSigner.of(key).sign(CONTENT);
        Path changed = Files.write(folder.resolve("blob"), "Content".getBytes(UTF_8));

        assertThatThrownBy(() -> BlobVerifier.of(key.publicKey()).verify(changed, signature))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE))
                .hasMessageContaining(changed.toString())
                .hasMessageContaining("it does not match");
    }

    @Test
    void one_of_several_keys_is_enough_and_is_named() throws Exception {
        BlobVerifier verifier =
                BlobVerifier.of(TestKeys.ALICE.publicKey(), TestKeys.EDITH.publicKey(), TestKeys.BOB.publicKey());

        assertThat(verifier.verify(CONTENT, BlobSigner.of(TestKeys.BOB).sign(CONTENT))
                        .signer()
                        .keyId())
                .isEqualTo(TestKeys.BOB.keyId());
    }

    @Test
    void a_key_outside_its_validity_does_not_count() throws Exception {
        Instant end = Instant.parse("2026-01-01T00:00:00Z");
        TrustedKey key = TrustedKey.builder()
                .publicKey(TestKeys.ALICE.publicKey())
                .notAfter(end)
                .build();
        Bytes signature = BlobSigner.of(TestKeys.ALICE).sign(CONTENT);

        assertThatThrownBy(() -> BlobVerifier.builder()
                        .trust(List.of(key))
                        .clock(Clock.fixed(end.plusSeconds(1), ZoneOffset.UTC))
                        .build()
                        .verify(CONTENT, signature))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.EXPIRED));
    }

    @Test
    void a_signature_over_an_envelope_is_none_over_its_payload() throws Exception {
        byte[] payload = TestKeys.statement("p").toJson();
        Bytes signature = EnvelopeSigner.of(TestKeys.ALICE)
                .sign(TestKeys.statement("p"))
                .signatures()
                .get(0)
                .sig();

        assertThatThrownBy(() -> BlobVerifier.of(TestKeys.ALICE.publicKey()).verify(payload, signature))
                .isInstanceOf(VerificationException.class);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_missing_file_is_an_io_exception(SigningKey key) {
        Path missing = folder.resolve("none");

        assertThatThrownBy(() -> BlobSigner.of(key).sign(missing)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> BlobVerifier.of(key.publicKey()).verify(missing, Bytes.of(new byte[64])))
                .isInstanceOfAny(NoSuchFileException.class, VerificationException.class);
    }

    @Test
    void a_verifier_needs_a_key() {
        assertThatThrownBy(() -> BlobVerifier.of(new TrustedKey[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
