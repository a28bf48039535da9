package dev.supplychain.bench.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.supplychain.model.sbom.SbomComponents;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Goal 8: purls and digests out of the bytes of a CycloneDX statement of 6 MB. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ComponentsBenchmark {
    private static final int COMPONENTS = 5_000;

    private final JsonFactory tokens = new JsonFactory();
    private byte[] json;

    /** Makes the statement, in which each component has a purl and three digests. */
    @Setup
    public void make() {
        json = GeneratedJson.cycloneDxStatement(COMPONENTS);
        int[] found = new int[2];
        SbomComponents.read(json, component -> {
            found[0] += component.purl().isPresent() ? 1 : 0;
            found[1] += component.digests().size();
        });
        if (found[0] != COMPONENTS || found[1] != 3 * COMPONENTS) {
            throw new IllegalStateException("components were lost: " + found[0] + ", " + found[1]);
        }
    }

    /** The limit: every token, no value. */
    @Benchmark
    public int tokens() throws IOException {
        int count = 0;
        try (JsonParser parser = tokens.createParser(json)) {
            while (parser.nextToken() != null) {
                count++;
            }
        }
        return count;
    }

    @Benchmark
    public void sdk(Blackhole sink) {
        SbomComponents.read(json, component -> {
            sink.consume(component.purl());
            sink.consume(component.digests());
        });
    }
}
