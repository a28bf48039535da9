package dev.supplychain.bench.dsse;

import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.Pae;
import dev.supplychain.dsse.VerifiedEnvelope;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.dsse.Envelope;
import java.security.Signature;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Verifying an envelope, from JSON to verified bytes, beside the JDK's bare operation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EnvelopeBenchmark {
    private static final String TYPE = "application/vnd.in-toto+json";

    /** The size of the payload in bytes. */
    @Param({"1024", "65536"})
    public int payloadBytes;

    private byte[] json;
    private byte[] message;
    private byte[] sig;
    private SigningKey key;
    private EnvelopeVerifier verifier;

    /** Makes the envelope. */
    @Setup
    public void sign() throws Exception {
        key = SigningKey.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
        byte[] payload = new byte[payloadBytes];
        Envelope envelope = EnvelopeSigner.of(key).sign(TYPE, payload);
        json = envelope.toJson();
        message = Pae.encode(TYPE, payload);
        sig = envelope.signatures().get(0).sig().toByteArray();
        verifier = EnvelopeVerifier.of(key.publicKey());
    }

    /** The SDK with its default engine. */
    @Benchmark
    public VerifiedEnvelope sdk() throws Exception {
        return verifier.verify(json);
    }

    /** The JDK's operation alone, with the message and the key at hand. */
    @Benchmark
    public boolean bareJdk() throws Exception {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initVerify(key.publicKey());
        signature.update(message);
        return signature.verify(sig);
    }
}
