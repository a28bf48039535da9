package dev.supplychain.bench.dsse;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Signing an envelope, from a payload to JSON, beside other libraries and the bare operation of each engine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SignBenchmark {
    private final SecureRandom random = new SecureRandom();

    /** The SDK with its default engine. */
    @Benchmark
    public byte[] sdk(EnvelopeState state) throws Exception {
        return state.signer.sign(EnvelopeState.TYPE, state.payload).toJson();
    }

    @Benchmark
    public byte[] sigstoreJava(EnvelopeState state) throws Exception {
        return Peers.sigstoreSign(EnvelopeState.TYPE, state.payload, state.sigstoreSigner);
    }

    @Benchmark
    public String nimbus(EnvelopeState state) throws Exception {
        return Peers.nimbusSign(state.payload, state.privateKey);
    }

    @Benchmark
    public byte[] bareJdk(EnvelopeState state) throws Exception {
        return state.bareSign(null, "SHA256withECDSA", state.privateKey);
    }

    /** What the default engine is when it is warm: the JDK's hash, then BouncyCastle. */
    @Benchmark
    public BigInteger[] bareBouncyCastle(EnvelopeState state) throws Exception {
        ECDSASigner operation = new ECDSASigner();
        operation.init(true, new ParametersWithRandom(state.bcPrivateKey, random));
        return operation.generateSignature(state.hash());
    }
}
