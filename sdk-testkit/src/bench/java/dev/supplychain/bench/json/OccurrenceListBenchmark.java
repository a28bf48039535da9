package dev.supplychain.bench.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.google.api.client.json.JsonObjectParser;
import com.google.api.client.json.gson.GsonFactory;
import com.google.protobuf.util.JsonFormat;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.grafeas.v1.ListOccurrencesResponse;
import dev.supplychain.model.grafeas.v1.Occurrence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Goals 5 and 6: a page of 10,000 v1 occurrences, from bytes to objects and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
public class OccurrenceListBenchmark {
    private static final int COUNT = 10_000;

    private final JsonFactory tokens = new JsonFactory();
    private final JsonObjectParser google = new JsonObjectParser.Builder(GsonFactory.getDefaultInstance()).build();

    private byte[] json;
    private ListOccurrencesResponse ours;
    private GoogleV1.ListOccurrencesResponse googles;
    private io.grafeas.v1.ListOccurrencesResponse protobufs;

    /** Makes the page and reads it three ways, each of which must find every occurrence. */
    @Setup
    public void read() throws IOException {
        json = GeneratedJson.occurrences(COUNT);
        ours = parseSdk();
        googles = parseGoogle();
        protobufs = parseProtobuf();
        if (ours.occurrences().size() != COUNT
                || googles.occurrences.size() != COUNT
                || protobufs.getOccurrencesCount() != COUNT) {
            throw new IllegalStateException("occurrences were lost");
        }
        for (Occurrence occurrence : ours.occurrences()) {
            if (!occurrence.unknownFields().isEmpty()) {
                throw new IllegalStateException("not in the model: " + occurrence.unknownFields());
            }
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
    public ListOccurrencesResponse parseSdk() {
        return ModelJson.read(json, ListOccurrencesResponse.class);
    }

    @Benchmark
    public GoogleV1.ListOccurrencesResponse parseGoogle() throws IOException {
        return google.parseAndClose(
                new ByteArrayInputStream(json), StandardCharsets.UTF_8, GoogleV1.ListOccurrencesResponse.class);
    }

    @Benchmark
    public io.grafeas.v1.ListOccurrencesResponse parseProtobuf() throws IOException {
        io.grafeas.v1.ListOccurrencesResponse.Builder page = io.grafeas.v1.ListOccurrencesResponse.newBuilder();
        JsonFormat.parser().merge(new InputStreamReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8), page);
        return page.build();
    }

    @Benchmark
    public byte[] writeSdk() {
        return ModelJson.write(ours);
    }

    @Benchmark
    public byte[] writeGoogle() throws IOException {
        return GsonFactory.getDefaultInstance().toByteArray(googles);
    }

    @Benchmark
    public byte[] writeProtobuf() throws IOException {
        return JsonFormat.printer()
                .omittingInsignificantWhitespace()
                .print(protobufs)
                .getBytes(StandardCharsets.UTF_8);
    }
}
