package dev.supplychain.clients.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.ItemStream;
import dev.supplychain.clients.internal.RawServer;
import dev.supplychain.clients.internal.Recorded;
import dev.supplychain.model.governor.EvaluateRequest;
import dev.supplychain.model.governor.PackageCoordinates;
import dev.supplychain.model.governor.PolicyScanResult;
import dev.supplychain.model.governor.PublishRequest;
import dev.supplychain.model.governor.PublishResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that come line by line, over raw sockets: how they are framed is the point. */
class StreamingTest {
    private static final String HEX = "0f".repeat(32);
    private static final PackageCoordinates APP = PackageCoordinates.oci("app", "1.0");
    private static final EvaluateRequest EVALUATE = EvaluateRequest.builder()
            .sha256(HEX)
            .repositoryUrl("repo.example.com/docker")
            .build();
    private static final PublishRequest PUBLISH = PublishRequest.builder()
            .sha256(HEX)
            .repositoryUrl("repo.example.com/docker")
            .buildScan(PublishRequest.BuildScan.ofIds("scan"))
            .build();
    private static final String FIRST = "{\"status\":\"satisfied\",\"policyUri\":\"/policies/BuildTool/first\"}";
    private static final String SECOND = "{\"status\":\"UNSATISFIED\",\"policyUri\":\"/policies/BuildTool/second\"}";

    private final List<PolicyScanResult> seen = new ArrayList<>();

    private static String head(String type, String framing) {
        return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n" + framing + "\r\nConnection: close\r\n\r\n";
    }

    /** Well framed. */
    private static String whole(String type, String body) {
        return head(type, "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length) + body;
    }

    private static String lines(String body) {
        return whole("application/x-ndjson", body);
    }

    private static String chunk(String data) {
        return Integer.toHexString(data.length()) + "\r\n" + data + "\r\n";
    }

    private static GovernorClient client(RawServer server) {
        return GovernorClient.create(
                new Recorded().options(server.url()).maxBodyBytes(4096).build());
    }

    /** Reads all there is into {@link #seen}. */
    private void read(String answer) throws Exception {
        try (RawServer server = RawServer.writing(answer);
                GovernorClient governor = client(server);
                ItemStream<PolicyScanResult> results = governor.evaluateStreaming(APP, "build", EVALUATE)) {
            results.forEachRemaining(seen::add);
        }
    }

    private ApiException readFails(String answer) {
        return catchThrowableOfType(ApiException.class, () -> read(answer));
    }

    private void assertSeen(String... names) {
        assertThat(seen)
                .extracting(PolicyScanResult::policyUri)
                .containsExactly(List.of(names).stream()
                        .map("/policies/BuildTool/"::concat)
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s\n%s\n", "%s\n%s", "%s\r\n%s\r\n", "\n%s\n\n  \n%s\n\n"})
    void every_line_is_an_item(String form) throws Exception {
        read(lines(String.format(Locale.ROOT, form, FIRST, SECOND)));

        assertSeen("first", "second");
    }

    @Test
    void nothing_is_a_complete_answer_too() throws Exception {
        read(lines(""));

        assertThat(seen).isEmpty();
    }

    @Test
    void items_come_before_the_answer_has_ended() throws Exception {
        CountDownLatch firstSeen = new CountDownLatch(1);
        try (RawServer server = RawServer.start((socket, out) -> {
                    out.write((head("application/x-ndjson", "Transfer-Encoding: chunked") + chunk(FIRST + "\n"))
                            .getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    firstSeen.await();
                    out.write((chunk(SECOND + "\n") + "0\r\n\r\n").getBytes(StandardCharsets.UTF_8));
                });
                GovernorClient governor = client(server);
                ItemStream<PolicyScanResult> results = governor.evaluateStreaming(APP, "build", EVALUATE)) {
            seen.add(results.next());
            firstSeen.countDown();
            seen.addAll(results.toList());

            assertSeen("first", "second");
            Assertions.assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(results::next);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 57})
    void a_line_that_is_cut_is_no_end_even_when_http_says_so(int kept) {
        ApiException e = readFails(lines(FIRST + "\n" + SECOND.substring(0, kept)));

        assertSeen("first");
        assertThat(e.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(e).hasMessageContaining("ends inside a line").hasMessageContaining("after 1 item");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 0})
    void an_answer_that_breaks_off_is_no_end(int kept) {
        String cut = FIRST + "\n" + SECOND.substring(0, kept);

        ApiException chunks = readFails(head("application/x-ndjson", "Transfer-Encoding: chunked") + chunk(cut));
        ApiException length = readFails(head("application/x-ndjson", "Content-Length: 1000") + cut);

        assertSeen("first", "first");
        assertThat(List.of(chunks, length)).extracting(ApiException::kind).containsOnly(Kind.PROTOCOL);
    }

    @Test
    void the_failure_stays() throws Exception {
        try (RawServer server = RawServer.writing(lines(FIRST + "\n{"));
                GovernorClient governor = client(server);
                ItemStream<PolicyScanResult> results = governor.evaluateStreaming(APP, "build", EVALUATE)) {
            results.next();

            ApiException first = catchThrowableOfType(ApiException.class, results::hasNext);
            ApiException again = catchThrowableOfType(ApiException.class, results::next);

            assertThat(again).isSameAs(first);
        }
    }

    @Test
    void a_line_has_a_greatest_length() {
        ApiException e = readFails(lines(FIRST + "\n" + FIRST.replace("first", "x".repeat(5000)) + "\n"));

        assertSeen("first");
        assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(e).hasMessageContaining("4096");
    }

    @Test
    void a_stream_has_none() throws Exception {
        read(lines((FIRST + "\n").repeat(1000)));

        assertThat(seen).hasSize(1000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"about:blank","title":"Internal Server Error","status":500,"detail":"S3"} | 500 | Internal Server Error: S3
            {"title":"Too Many Requests","detail":"later"}                                   | 200 | Too Many Requests: later
            {"error":{"code":503,"message":"no","status":"UNAVAILABLE"}}                     | 503 | UNAVAILABLE: no
            {"error":"not-found"}                                                            | 200 | not-found
            """)
    void an_error_between_the_items_is_the_service_s_answer(String line, int status, String words) {
        ApiException e = readFails(lines(FIRST + "\n" + line + "\n" + SECOND + "\n"));

        assertSeen("first");
        assertThat(e.kind()).isEqualTo(Kind.ANSWERED);
        assertThat(e.httpStatus()).hasValue(status);
        assertThat(e).hasMessageContaining(words + " (after 1 item");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json\n",
                "[]\n",
                "null\n",
                "{\"status\":\"maybe\",\"policyUri\":\"/p\"}\n",
                "{} {}\n",
                "\u0000"
            })
    void a_line_that_is_no_item_is_refused(String line) {
        assertThat(readFails(lines(FIRST + "\n" + line)).kind()).isEqualTo(Kind.PROTOCOL);
        assertSeen("first");
    }

    @Test
    void a_success_that_says_more_is_no_error() throws Exception {
        try (RawServer server = RawServer.writing(lines("{\"status\":\"SUCCESS\",\"detail\":\"all is well\"}\n"));
                GovernorClient governor = client(server);
                ItemStream<PublishResult> pieces = governor.publishStreaming(APP, PUBLISH)) {
            assertThat(pieces.toList()).singleElement().isInstanceOf(PublishResult.Accepted.class);
        }
    }

    @Test
    void a_server_that_answers_json_is_understood() throws Exception {
        read(whole("application/json", "[" + FIRST + "," + SECOND + "]"));

        assertSeen("first", "second");
    }

    @ParameterizedTest
    @CsvSource({"text/html, <html>", "application/json, ''", "application/json, null", "application/json, [1]"})
    void anything_else_is_refused(String type, String body) {
        assertThat(readFails(whole(type, body)).kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(seen).isEmpty();
    }

    @Test
    void lines_are_asked_for_and_what_a_failed_publication_has_done_is_kept() throws Exception {
        String stored = "{\"storeType\":\"s3\",\"storeRequest\":{\"uri\":\"u\"},\"storeResponse\":{\"eTag\":\"1\"}}";
        String problem = "{\"title\":\"Internal Server Error\",\"status\":500,\"detail\":\"S3\",\"successes\":["
                + stored + "],\"errors\":[{\"status\":503}]}";
        try (RawServer server = RawServer.writing(lines(stored + "\n" + problem + "\n"));
                GovernorClient governor = client(server);
                ItemStream<PublishResult> pieces = governor.publishStreaming(APP, PUBLISH)) {
            PublishResult.Stored piece = (PublishResult.Stored) pieces.next();
            ApiException e = catchThrowableOfType(ApiException.class, pieces::next);

            assertThat(piece.successes()).hasSize(1);
            assertThat(e.mayHaveActed()).isTrue();
            assertThat(GovernorClient.publishedBefore(e).orElseThrow().successes())
                    .hasSize(1);
            assertThat(server.requests())
                    .singleElement()
                    .asString()
                    .contains("Accept: application/x-ndjson, application/problem+json");
        }
    }
}
