package dev.supplychain.bench.dsse;

import dev.supplychain.dsse.VerifiedEnvelope;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Verifying and signing with a provider in native code, beside its bare operation. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NativeBenchmark {
    @Benchmark
    public VerifiedEnvelope verifySdk(EnvelopeState state, NativeState nativeState) throws Exception {
        return nativeState.verifier.verify(state.json);
    }

    @Benchmark
    public boolean verifyBare(EnvelopeState state, NativeState nativeState) throws Exception {
        return state.bareVerify(nativeState.provider, nativeState.publicKey);
    }

    @Benchmark
    public byte[] signSdk(EnvelopeState state, NativeState nativeState) throws Exception {
        return nativeState.signer.sign(EnvelopeState.TYPE, state.payload).toJson();
    }

    @Benchmark
    public byte[] signBare(EnvelopeState state, NativeState nativeState) throws Exception {
        return state.bareSign(nativeState.provider, "SHA256withECDSA", nativeState.privateKey);
    }
}
