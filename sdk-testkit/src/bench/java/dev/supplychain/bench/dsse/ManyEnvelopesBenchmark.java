package dev.supplychain.bench.dsse;

import dev.supplychain.dsse.VerifiedEnvelope;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;

/** One verifier shared by all cores: envelopes a second, beside one thread's. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ManyEnvelopesBenchmark {
    @Benchmark
    @Threads(1)
    public VerifiedEnvelope oneThread(EnvelopeState state) throws Exception {
        return state.verifier.verify(state.json);
    }

    @Benchmark
    @Threads(Threads.MAX)
    public VerifiedEnvelope allCores(EnvelopeState state) throws Exception {
        return state.verifier.verify(state.json);
    }
}
