package dev.supplychain.bench.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.http.json.JsonHttpContent;
import com.google.api.client.json.JsonObjectParser;
import com.google.api.client.json.gson.GsonFactory;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.ItemStream;
import dev.supplychain.clients.grafeas.GrafeasClient;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.ItemReader;
import dev.supplychain.clients.internal.NdJson;
import dev.supplychain.clients.internal.Streamed;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.JsonElements;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.ProjectName;
import dev.supplychain.model.grafeas.v1.Occurrence;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Goals 11 and 12: one occurrence created over HTTP, 33 MB of NDJSON read, and a thousand occurrences in one request. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class HttpBenchmark {
    private static final int MANY = 1000;
    private static final MediaType JSON = MediaType.get("application/json");
    private static final ProjectName PROJECT = ProjectName.of("my-project");
    private static final Endpoint LINES = Endpoint.get("/lines");

    private final OkHttpClient okHttp = new OkHttpClient();
    private final ObjectMapper mapper =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    private final GsonFactory gson = GsonFactory.getDefaultInstance();
    private final JsonObjectParser googleParser = new JsonObjectParser(gson);
    private final HttpRequestFactory google =
            new NetHttpTransport().createRequestFactory(request -> request.setParser(googleParser));

    private CannedServer server;
    private GrafeasClient grafeas;
    private Transport transport;
    private Occurrence occurrence;
    private List<Occurrence> many;
    private RecordsV1.Occurrence record;
    private GoogleV1.Occurrence googleOccurrence;

    /** Starts the server and reads the occurrence into the types of all three. */
    @Setup
    public void start() throws IOException {
        server = CannedServer.start();
        ClientOptions options = ClientOptions.of(server.url());
        grafeas = GrafeasClient.create(options);
        transport = Transport.create(options);
        byte[] json = GeneratedJson.occurrence();
        occurrence = ModelJson.read(json, Occurrence.class);
        many = Collections.nCopies(MANY, occurrence);
        record = mapper.readValue(json, RecordsV1.Occurrence.class);
        googleOccurrence = googleParser.parseAndClose(
                new ByteArrayInputStream(json), StandardCharsets.UTF_8, GoogleV1.Occurrence.class);
    }

    /** Stops it. */
    @TearDown
    public void stop() {
        grafeas.close();
        transport.close();
        server.close();
    }

    @Benchmark
    public Occurrence createSdk() {
        return grafeas.createOccurrence(PROJECT, occurrence);
    }

    @Benchmark
    public RecordsV1.Occurrence createByHand() throws IOException {
        Request request = new Request.Builder()
                .url(server.url() + "/v1/projects/my-project/occurrences")
                .post(RequestBody.create(mapper.writeValueAsBytes(record), JSON))
                .build();
        try (Response response = okHttp.newCall(request).execute()) {
            return mapper.readValue(response.body().byteStream(), RecordsV1.Occurrence.class);
        }
    }

    @Benchmark
    public GoogleV1.Occurrence createGoogle() throws IOException {
        return google.buildPostRequest(
                        new GenericUrl(server.url() + "/v1/projects/my-project/occurrences"),
                        new JsonHttpContent(gson, googleOccurrence))
                .execute()
                .parseAs(GoogleV1.Occurrence.class);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public List<Occurrence> createThousandSingly() {
        List<Occurrence> stored = new ArrayList<>();
        many.forEach(each -> stored.add(grafeas.createOccurrence(PROJECT, each)));
        return stored;
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public int createThousandInOneRequest() {
        return grafeas.batchCreateOccurrences(PROJECT, many).outcomes().size();
    }

    /** As streamed answers are read by the clients. */
    @Benchmark
    public int linesSdk() {
        ApiRequest request = LINES.with().accept("application/x-ndjson");
        int count = 0;
        try (ItemStream<Occurrence> lines =
                NdJson.read(request, transport.open(request), 1 << 20, ItemReader.of(Occurrence.class))) {
            for (; lines.hasNext(); lines.next()) {
                count++;
            }
        }
        return count;
    }

    /** The same bytes with the reader of messages on them, to tell the transport from the reader. */
    @Benchmark
    public int linesTransport() {
        try (Streamed streamed = transport.open(LINES.with().accept("application/x-ndjson"))) {
            return count(streamed.body());
        }
    }

    /** The limit: all bytes from the network, then all lines from memory. */
    @Benchmark
    public int linesDrainedThenParsed() throws IOException {
        try (Response response = okHttp.newCall(
                        new Request.Builder().url(server.url() + "/lines").build())
                .execute()) {
            return count(new ByteArrayInputStream(response.body().bytes()));
        }
    }

    @Benchmark
    public int linesGoogle() throws IOException {
        HttpResponse response =
                google.buildGetRequest(new GenericUrl(server.url() + "/lines")).execute();
        int count = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.getContent(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                count += gson.fromString(line, GoogleV1.Occurrence.class) == null ? 0 : 1;
            }
        }
        return count;
    }

    private static int count(InputStream lines) {
        int count = 0;
        for (JsonElements<Occurrence> each = ModelJson.lines(lines, Occurrence.class); each.hasNext(); each.next()) {
            count++;
        }
        return count;
    }
}
