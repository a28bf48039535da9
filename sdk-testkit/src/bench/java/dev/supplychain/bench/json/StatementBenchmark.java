package dev.supplychain.bench.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.supplychain.model.intoto.InTotoStatement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Goal 8: a CycloneDX statement of 6 MB. cyclonedx-core-java does not know statements: it reads and writes the predicate
 * alone.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
public class StatementBenchmark {
    private static final int COMPONENTS = 5_000;

    private final JsonFactory tokens = new JsonFactory();

    private byte[] json;
    private byte[] predicate;
    private InTotoStatement statement;
    private Bom bom;

    /** Makes the statement and reads it with both. */
    @Setup
    public void read() throws ParseException {
        json = GeneratedJson.cycloneDxStatement(COMPONENTS);
        predicate = GeneratedJson.cycloneDx(COMPONENTS);
        statement = parseSdk();
        bom = parseCycloneDx();
        if (bom.getComponents().size() != COMPONENTS) {
            throw new IllegalStateException("components were lost");
        }
    }

    /** The limit: every token, no value. */
    @Benchmark
    public int parseTokens() throws IOException {
        int count = 0;
        try (JsonParser parser = tokens.createParser(json)) {
            while (parser.nextToken() != null) {
                count++;
            }
        }
        return count;
    }

    @Benchmark
    public InTotoStatement parseSdk() {
        return InTotoStatement.parse(json);
    }

    @Benchmark
    public Bom parseCycloneDx() throws ParseException {
        return new org.cyclonedx.parsers.JsonParser().parse(predicate);
    }

    @Benchmark
    public byte[] writeSdk() {
        return statement.toJson();
    }

    @Benchmark
    public byte[] writeCycloneDx() throws GeneratorException {
        return BomGeneratorFactory.createJson(Version.VERSION_16, bom)
                .toJsonString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
