package dev.supplychain.dsse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.keys.KeyId;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SignerTest {
    private static Signer remote(Signer.RemoteFunction function) throws KeyException {
        return Signer.remote(TestKeys.ALICE.publicKey(), SignatureAlgorithm.ECDSA_P256_SHA256, function);
    }

    @Test
    void a_key_elsewhere_signs_as_one_here() throws Exception {
        Signer remote = remote(TestKeys.ALICE::sign);

        assertThat(EnvelopeVerifier.of(TestKeys.ALICE.publicKey())
                        .verify(EnvelopeSigner.of(remote).sign(TestKeys.statement("p")))
                        .signers())
                .hasSize(1);
        assertThat(remote.keyId()).isEqualTo(TestKeys.ALICE.keyId());
    }

    @Test
    void a_signature_by_another_key_never_leaves() throws Exception {
        Signer remote = remote(TestKeys.BOB::sign);

        assertThatThrownBy(() -> EnvelopeSigner.of(remote).sign(TestKeys.statement("p")))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining(TestKeys.ALICE.keyId())
                .hasMessageContaining("it does not match");
    }

    @Test
    void a_signature_in_another_encoding_never_leaves() throws Exception {
        assertThatThrownBy(() -> remote(message -> new byte[64]).sign(new byte[0]))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("it is not in DER");
    }

    @Test
    void what_the_service_throws_is_the_cause() throws Exception {
        IOException down = new IOException("503 Service Unavailable");

        assertThatThrownBy(() -> remote(message -> {
                            throw down;
                        })
                        .sign(new byte[0]))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("503 Service Unavailable")
                .hasCause(down);
    }

    @Test
    void an_interruption_stays_one() throws Exception {
        assertThatThrownBy(() -> remote(message -> {
                            throw new InterruptedException();
                        })
                        .sign(new byte[0]))
                .isInstanceOf(SigningException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void an_algorithm_that_is_not_the_keys_is_refused_at_once() {
        assertThatThrownBy(() ->
                        Signer.remote(TestKeys.ALICE.publicKey(), SignatureAlgorithm.ED25519, TestKeys.EDITH::sign))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_envelope_signer_wants_keys_that_count() {
        assertThatThrownBy(EnvelopeSigner::of).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EnvelopeSigner.of(TestKeys.ALICE, TestKeys.ALICE.withKeyId(KeyId.of("other"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("given twice");
    }

    @Test
    void writes_the_fingerprint_as_keyid_unless_told_otherwise() throws Exception {
        Signer unnamed = TestKeys.ALICE.withKeyId(KeyId.empty());

        assertThat(EnvelopeSigner.of(TestKeys.ALICE)
                        .sign("t", new byte[0])
                        .signatures()
                        .get(0)
                        .keyid())
                .startsWith("SHA256:");
        assertThat(new String(
                        EnvelopeSigner.of(unnamed)
                                .sign("t", "hello".getBytes(UTF_8))
                                .toJson(),
                        UTF_8))
                .startsWith(
                        "{\"payload\":\"aGVsbG8=\",\"payloadType\":\"t\",\"signatures\":[{\"keyid\":\"\",\"sig\":\"MEQCI"
                                .substring(0, 60));
    }
}
