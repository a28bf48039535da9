package dev.supplychain.dsse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.intoto.InTotoStatement;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeVerifierTest {
    @Test
    void hands_out_the_statement_the_signers_and_the_bytes() throws Exception {
        TrustedKey alice = TestKeys.trusted(TestKeys.ALICE, "alice");
        InTotoStatement statement = TestKeys.statement(TestKeys.PROVENANCE);
        Envelope envelope = EnvelopeSigner.of(TestKeys.ALICE).sign(statement);

        VerifiedStatement verified = EnvelopeVerifier.of(alice).verifyStatement(envelope.toJson(), TestKeys.PROVENANCE);

        assertThat(verified.statement()).isEqualTo(statement);
        assertThat(verified.predicateType()).isEqualTo(TestKeys.PROVENANCE);
        assertThat(verified.signers()).containsExactly(new AcceptedKey(alice));
        assertThat(verified.signers().get(0).name()).isEqualTo("alice");
        assertThat(verified.signers().get(0).keyId()).isEqualTo(TestKeys.ALICE.keyId());
        assertThat(verified.envelope().payload()).isEqualTo(envelope.payload());
        assertThat(verified.isAbout(TestKeys.APP)).isTrue();
    }

    @Test
    void counts_every_key_that_signed_also_beyond_the_threshold() throws Exception {
        Envelope envelope = EnvelopeSigner.of(TestKeys.ALICE, TestKeys.BOB, TestKeys.EDITH)
                .sign(TestKeys.statement(TestKeys.PROVENANCE));
        EnvelopeVerifier verifier = EnvelopeVerifier.builder()
                .trust(TestKeys.EDITH.toTrustedKey(), TestKeys.ALICE.toTrustedKey(), TestKeys.BOB.toTrustedKey())
                .threshold(2)
                .build();

        assertThat(verifier.verify(envelope).signers())
                .extracting(AcceptedKey::keyId)
                .containsExactly(TestKeys.ALICE.keyId(), TestKeys.BOB.keyId(), TestKeys.EDITH.keyId());
    }

    @Test
    void bad_signatures_beside_enough_good_ones_do_no_harm() throws Exception {
        Envelope envelope =
                EnvelopeSigner.of(TestKeys.EDITH, TestKeys.ALICE).sign(TestKeys.statement(TestKeys.PROVENANCE));
        EnvelopeVerifier verifier = EnvelopeVerifier.of(TestKeys.ALICE.publicKey(), TestKeys.BOB.publicKey());

        VerifiedEnvelope verified = verifier.verify(envelope);

        assertThat(verified.outcomes())
                .extracting(SignatureOutcome::status)
                .containsExactly(SignatureOutcome.Status.NO_TRUSTED_KEY, SignatureOutcome.Status.ACCEPTED);
    }

    @Test
    void a_refusal_says_what_was_found_and_what_is_trusted() throws Exception {
        Envelope envelope = EnvelopeSigner.of(TestKeys.ALICE).sign(TestKeys.statement(TestKeys.PROVENANCE));
        EnvelopeVerifier verifier = EnvelopeVerifier.of(TestKeys.trusted(TestKeys.BOB, "bob"));

        assertThatThrownBy(() -> verifier.verify(envelope))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE))
                .hasMessage("envelope is not trusted: 0 of 1 required keys signed it; signature 0 (keyid \""
                        + TestKeys.ALICE.keyId() + "\"): NO_TRUSTED_KEY: none of the trusted keys made it;"
                        + " trusted are [bob (" + TestKeys.BOB.keyId() + ")]");
    }

    @Test
    void a_changed_payload_under_a_known_keyid_is_a_bad_signature() throws Exception {
        Envelope envelope = EnvelopeSigner.of(TestKeys.ALICE).sign(TestKeys.statement(TestKeys.PROVENANCE));
        Envelope changed =
                Envelope.builder().from(envelope).payload(Bytes.utf8("{}")).build();

        assertThatThrownBy(() -> EnvelopeVerifier.of(TestKeys.ALICE.publicKey()).verify(changed))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_SIGNATURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/vnd.in-toto+json", "application/vnd.in-toto.provenance+json"})
    void takes_statements_under_the_types_of_in_toto(String type) throws Exception {
        Envelope envelope = EnvelopeSigner.of(TestKeys.ALICE)
                .sign(type, TestKeys.statement("p").toJson());

        assertThat(EnvelopeVerifier.of(TestKeys.ALICE.publicKey()).verifyStatement(envelope))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "application/json",
                "Application/vnd.in-toto+json",
                "application/vnd.in-toto+json ",
                "application/vnd.in-toto.+json",
                "application/vnd.in-toto",
                "application/vnd.in-totox+json"
            })
    void refuses_a_signed_payload_of_another_type(String type) throws Exception {
        Envelope envelope = EnvelopeSigner.of(TestKeys.ALICE)
                .sign(type, TestKeys.statement("p").toJson());

        assertThatThrownBy(() -> EnvelopeVerifier.of(TestKeys.ALICE.publicKey()).verifyStatement(envelope))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.PAYLOAD_TYPE));
    }

    @Test
    void refuses_a_statement_of_an_unknown_version() throws Exception {
        InTotoStatement future = InTotoStatement.builder()
                .from(TestKeys.statement("p"))
                .type("https://in-toto.io/Statement/v2")
                .build();
        Envelope envelope = EnvelopeSigner.of(TestKeys.ALICE).sign(future);

        assertThatThrownBy(() -> EnvelopeVerifier.of(TestKeys.ALICE.publicKey()).verifyStatement(envelope))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.STATEMENT_TYPE));
    }

    @Test
    void takes_unknown_members_and_a_missing_keyid() throws Exception {
        String json = new String(
                        EnvelopeSigner.of(TestKeys.ALICE)
                                .sign(TestKeys.statement("p"))
                                .toJson(),
                        UTF_8)
                .replaceFirst("\"keyid\":\"[^\"]*\",", "\"extension\":{\"kind\":\"x\"},");

        assertThat(EnvelopeVerifier.of(TestKeys.ALICE.publicKey())
                        .verify(json.getBytes(UTF_8))
                        .signers())
                .hasSize(1);
    }

    @Test
    void unreadable_json_is_refused_with_the_place() {
        assertThatThrownBy(
                        () -> EnvelopeVerifier.of(TestKeys.ALICE.publicKey()).verify("{\"payload\":1}".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED))
                .hasMessage("envelope at /payload: is not a base64 string; nothing was verified");
    }

    @Test
    void a_provider_that_was_handed_in_verifies() throws Exception {
        Provider provider = Security.getProvider("SunEC");
        EnvelopeVerifier verifier = EnvelopeVerifier.builder()
                .trust(TestKeys.ALICE.toTrustedKey(), TestKeys.EDITH.toTrustedKey())
                .threshold(2)
                .provider(provider)
                .build();
        Envelope envelope = EnvelopeSigner.of(TestKeys.ALICE, TestKeys.EDITH).sign(TestKeys.statement("p"));

        assertThat(verifier.verify(envelope).signers()).hasSize(2);
    }

    @Test
    void a_provider_without_the_algorithm_is_refused_when_the_verifier_is_built() {
        EnvelopeVerifier.Builder builder = EnvelopeVerifier.builder()
                .trust(TestKeys.ALICE.toTrustedKey())
                .provider(new Provider("Empty", "1", "computes nothing") {
                    private static final long serialVersionUID = 1L;
                });

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ECDSA_P256_SHA256");
    }

    @Test
    void one_verifier_serves_many_threads() throws Exception {
        EnvelopeVerifier verifier = EnvelopeVerifier.of(TestKeys.ALICE.publicKey(), TestKeys.EDITH.publicKey());
        byte[] good = EnvelopeSigner.of(TestKeys.ALICE, TestKeys.EDITH)
                .sign(TestKeys.statement("p"))
                .toJson();
        byte[] bad =
                EnvelopeSigner.of(TestKeys.BOB).sign(TestKeys.statement("p")).toJson();
        Callable<Boolean> task = () -> {
            for (int i = 0; i < 60; i++) {
                assertThat(verifier.verify(good).signers()).hasSize(2);
                assertThatThrownBy(() -> verifier.verify(bad)).isInstanceOf(VerificationException.class);
            }
            return true;
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> results =
                    threads.invokeAll(Stream.generate(() -> task).limit(8).toList());
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
