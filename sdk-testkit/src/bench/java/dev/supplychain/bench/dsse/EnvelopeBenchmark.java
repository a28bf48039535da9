package dev.supplychain.bench.dsse;

import dev.supplychain.dsse.VerifiedEnvelope;
import java.math.BigInteger;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Verifying an envelope, from JSON to verified bytes, beside other libraries and the bare operation of each engine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EnvelopeBenchmark {
    /** The SDK with its default engine. */
    @Benchmark
    public VerifiedEnvelope sdk(EnvelopeState state) throws Exception {
        return state.verifier.verify(state.json);
    }

    @Benchmark
    public byte[] sigstoreJava(EnvelopeState state) throws Exception {
        return Peers.sigstoreVerify(state.json, state.publicKey);
    }

    @Benchmark
    public byte[] nimbus(EnvelopeState state) throws Exception {
        return Peers.nimbusVerify(state.jws, state.publicKey);
    }

    /** The JDK's operation alone, with the message and the key at hand. */
    @Benchmark
    public boolean bareJdk(EnvelopeState state) throws Exception {
        return state.bareVerify(null, state.publicKey);
    }

    /** What the default engine is when it is warm: the JDK's hash, then BouncyCastle. */
    @Benchmark
    public boolean bareBouncyCastle(EnvelopeState state) throws Exception {
        ASN1Sequence numbers = ASN1Sequence.getInstance(state.signature);
        BigInteger r = ASN1Integer.getInstance(numbers.getObjectAt(0)).getValue();
        BigInteger s = ASN1Integer.getInstance(numbers.getObjectAt(1)).getValue();
        ECDSASigner operation = new ECDSASigner();
        operation.init(false, state.bcPublicKey);
        return operation.verifySignature(state.hash(), r, s);
    }
}
