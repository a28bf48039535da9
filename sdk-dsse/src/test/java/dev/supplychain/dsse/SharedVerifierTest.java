package dev.supplychain.dsse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.dsse.EnvelopeSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One verifier and one signer in the hands of many. */
class SharedVerifierTest {
    private static final int THREADS = 32;
    private static final int OPERATIONS = 100_000;

    private final EnvelopeSigner signer = EnvelopeSigner.of(TestKeys.ALICE, TestKeys.EDITH);
    private final EnvelopeVerifier verifier = EnvelopeVerifier.builder()
            .trust(
                    TestKeys.ALICE.toTrustedKey(),
                    TestKeys.EDITH.toTrustedKey(),
                    TestKeys.of(SignatureAlgorithm.RSA_PSS_SHA256).toTrustedKey())
            .threshold(2)
            .payloadTypes("text/plain")
            .build();

    /** What is done to an envelope before it is verified. */
    private enum Fault {
        NONE,
        PAYLOAD,
        TYPE,
        SIGNATURE,
        SIGNATURE_TWICE,
        FOREIGN_KEY,
        DROPPED;

        Envelope applyTo(Envelope good, Random random, SigningKey stranger) throws SigningException {
            Envelope.Builder bad = Envelope.builder().payload(good.payload()).payloadType(good.payloadType());
            EnvelopeSignature first = good.signatures().get(0);
            EnvelopeSignature second = good.signatures().get(1);
            return switch (this) {
                case NONE -> good;
                case PAYLOAD ->
                    bad.payload(flipped(good.payload(), random))
                            .addSignatures(first, second)
                            .build();
                case TYPE ->
                    bad.payloadType("text/html").addSignatures(first, second).build();
                case SIGNATURE ->
                    bad.addSignatures(
                                    EnvelopeSignature.builder()
                                            .keyid(first.keyid())
                                            .sig(flipped(first.sig(), random))
                                            .build(),
                                    second)
                            .build();
                case SIGNATURE_TWICE -> bad.addSignatures(second, second).build();
                case FOREIGN_KEY ->
                    EnvelopeSigner.of(stranger, TestKeys.ALICE)
                            .sign(good.payloadType(), good.payload().toByteArray());
                case DROPPED -> bad.addSignatures(first).build();
            };
        }

        private static Bytes flipped(Bytes bytes, Random random) {
            byte[] changed = bytes.toByteArray();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            return Bytes.of(changed);
        }
    }

    /** On BouncyCastle, where the engine changes under way; the JDK alone would take minutes. */
    @Test
    @Tag("slow")
    @Tag("needs-bouncycastle")
    void thirty_two_threads_get_no_wrong_verdict_in_100000_operations() throws Exception {
        assertThat(wrongVerdicts(OPERATIONS)).isEmpty();
    }

    @Test
    void a_few_hundred_on_whatever_engine_there_is() throws Exception {
        assertThat(wrongVerdicts(THREADS * 20)).isEmpty();
    }

    private List<String> wrongVerdicts(int operations) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<List<String>>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(i);
                tasks.add(() -> work(random, operations / THREADS));
            }
            List<String> wrong = new ArrayList<>();
            for (Future<List<String>> result : threads.invokeAll(tasks)) {
                wrong.addAll(result.get());
            }
            return wrong;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<String> work(Random random, int operations) throws Exception {
        List<String> wrong = new ArrayList<>();
        Envelope good = signer.sign("text/plain", "first".getBytes(UTF_8));
        for (int i = 0; i < operations; i++) {
            if (i % 8 == 0) {
                good = signer.sign("text/plain", ("payload " + random.nextLong()).getBytes(UTF_8));
            }
            Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
            boolean accepted = accepts(fault.applyTo(good, random, TestKeys.BOB));
            if (accepted != (fault == Fault.NONE)) {
                wrong.add(fault + (accepted ? " accepted" : " refused"));
            }
        }
        return wrong;
    }

    private boolean accepts(Envelope envelope) {
        try {
            return verifier.verify(envelope).signers().size() >= 2;
        } catch (VerificationException e) {
            return false;
        }
    }
}
