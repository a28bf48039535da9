package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.RetryOptions;
import dev.supplychain.clients.endor.EndorClient;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.endor.ArtifactSignature;
import dev.supplychain.model.endor.ArtifactType;
import dev.supplychain.model.endor.ListParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the faults do to a client that sends everything once. */
class FaultTest {
    private static final String NAMESPACE = "endor.prod";
    private static final String SECRET = "s3cr3t-t0ken-zq81";
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    /** What a reader of one signature does not notice: lists, lines and digests are not its subject. */
    private static final Set<Fault> HARMLESS = EnumSet.of(
            Fault.UNKNOWN_MEMBERS,
            Fault.REPEATED_PAGE_TOKEN,
            Fault.EMPTY_PAGE,
            Fault.WRONG_DIGEST,
            Fault.WRONG_DIGEST_HEADER);

    /** A client learns of them by its own patience alone. */
    private static final Set<Fault> SLOW = EnumSet.of(Fault.SLOW_HEADERS, Fault.SLOW_BODY, Fault.NO_ANSWER);

    private final FakeEndor endor;
    private final VirtualTime time = VirtualTime.startingAt(NOON);
    private final EndorClient client;
    private final EndorClient impatient;
    private final String uuid;

    FaultTest(@StartFake FakeEndor endor) {
        this.endor = endor;
        endor.clock(time.clock());
        client = client(Duration.ofSeconds(30));
        impatient = client(Duration.ofMillis(500));
        uuid = client.createArtifactSignature(NAMESPACE, signature()).uuid().orElseThrow();
    }

    private EndorClient client(Duration callTimeout) {
        return EndorClient.create(ClientOptions.builder()
                .baseUrl(endor.url())
                .credentials(Credentials.bearer(SECRET))
                .retry(RetryOptions.none())
                .clock(time.clock())
                .sleeper(time)
                .random(() -> 0.5)
                .callTimeout(callTimeout)
                .maxBodyBytes(1 << 20)
                .build());
    }

    @AfterEach
    void disconnect() {
        client.close();
        impatient.close();
    }

    private EndorClient client(Fault fault) {
        return SLOW.contains(fault) ? impatient : client;
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SLOW_HEADERS", "SLOW_BODY", "NO_ANSWER"})
    void every_fault_ends_in_a_typed_error_or_does_no_harm(Fault fault) {
        endor.inject(fault);

        if (HARMLESS.contains(fault)) {
            assertThat(client.getArtifactSignature(NAMESPACE, uuid).uuid()).contains(uuid);
        } else {
            ApiException e = getFails(fault);
            assertThat(e).hasMessageStartingWith("GET /v1/namespaces/endor.prod/artifact-signatures/" + uuid);
            assertThat(e.kind()).isNotIn(Kind.CREDENTIALS, Kind.INTERRUPTED, Kind.CANCELLED);
            assertThat(e + e.bodyExcerpt().orElse("") + e.getCause()).doesNotContain(SECRET);
        }
        assertThat(endor.injectedFaults()).extracting(InjectedFault::fault).containsExactly(fault);
        assertThat(client.getArtifactSignature(NAMESPACE, uuid).uuid())
                .as("one request only")
                .contains(uuid);
    }

    @ParameterizedTest
    @EnumSource
    void a_service_has_acted_before_the_faults_that_say_so(Fault fault) {
        endor.inject(fault);

        try {
            client(fault).createArtifactSignature(NAMESPACE, signature());
        } catch (ApiException e) {
            assertThat(e.attempts()).isEqualTo(1);
        }

        int stored = client.countArtifactSignatures(
                NAMESPACE, ListParameters.builder().build());
        assertThat(stored).isEqualTo(fault.actsFirst() ? 2 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECTION_RESET, UNREACHABLE",
        "CONNECTION_CLOSED, UNREACHABLE",
        "RESET_IN_BODY, UNREACHABLE",
        "CLOSED_IN_BODY, PROTOCOL",
        "SLOW_HEADERS, TIMEOUT",
        "SLOW_BODY, TIMEOUT",
        "NO_ANSWER, TIMEOUT",
        "TRUNCATED_CHUNKS, PROTOCOL",
        "BAD_CHUNK_SIZE, PROTOCOL",
        "WRONG_LENGTH, PROTOCOL",
        "GZIP_BOMB, TOO_LARGE",
        "ENDLESS_BODY, TOO_LARGE",
        "OVERSIZED_BODY, TOO_LARGE",
        "ENDLESS_HEADERS, UNREACHABLE",
        "WRONG_CONTENT_TYPE, PROTOCOL",
        "EMPTY_BODY, PROTOCOL",
        "NO_CONTENT, PROTOCOL",
        "NULL_BODY, PROTOCOL",
        "INVALID_UTF8, PROTOCOL",
        "DUPLICATE_KEY, PROTOCOL",
        "TRAILING_GARBAGE, PROTOCOL",
        "DEEP_NESTING, PROTOCOL",
        "PROXY_AUTHENTICATION, PROTOCOL"
    })
    void faults_of_the_wire_have_their_kinds(Fault fault, Kind kind) {
        endor.inject(fault);

        assertThat(getFails(fault).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED, 401",
        "FORBIDDEN, 403",
        "NOT_FOUND, 404",
        "CONFLICT, 409",
        "PRECONDITION_FAILED, 412",
        "UNPROCESSABLE, 422",
        "TOO_MANY_REQUESTS, 429",
        "SERVER_ERROR, 500",
        "BAD_GATEWAY, 502",
        "UNAVAILABLE, 503",
        "GATEWAY_TIMEOUT, 504",
        "REQUEST_TIMEOUT, 408",
        "ACTED_AND_FAILED, 500",
        "HTML_ERROR, 502",
        "CREDENTIALS_ECHO, 400",
        "REDIRECT_ELSEWHERE, 307",
        "REDIRECT_TO_HTTP, 302",
        "REDIRECT_LOOP, 307",
        "REDIRECT_OTHER_PORT, 307",
        "FOREIGN_REALM, 401",
        "RETRY_AFTER_WORD, 503"
    })
    void faults_of_the_service_have_their_status(Fault fault, int status) {
        endor.inject(fault);

        ApiException e = getFails(fault);

        assertThat(e.kind()).isEqualTo(Kind.ANSWERED);
        assertThat(e.httpStatus()).hasValue(status);
    }

    @ParameterizedTest
    @CsvSource({
        "RETRY_AFTER_SECONDS, PT2S",
        "RETRY_AFTER_DATE, PT2S",
        "RETRY_AFTER_PAST, PT0S",
        "RETRY_AFTER_HUGE, PT2777777H46M39S"
    })
    void a_service_says_when_to_come_back(Fault fault, Duration wait) {
        endor.inject(fault);

        assertThat(getFails(fault).retryAfter()).contains(wait);
    }

    @Test
    void rules_hold_until_the_fake_is_healed() {
        endor.injectWhen(request -> request.path().endsWith(uuid), Fault.FORBIDDEN);

        assertThat(getFails(Fault.FORBIDDEN).isStatus(403)).isTrue();
        assertThat(getFails(Fault.FORBIDDEN).isStatus(403)).isTrue();
        assertThat(client.listArtifactSignatures(
                        NAMESPACE, ListParameters.builder().build()))
                .hasSize(1);
        endor.heal();
        assertThat(client.getArtifactSignature(NAMESPACE, uuid).uuid()).contains(uuid);
    }

    @Test
    void chance_is_the_same_for_the_same_seed() {
        List<Boolean> first = failures(1);
        List<Boolean> second = failures(1);

        assertThat(first).isEqualTo(second).contains(true, false).isNotEqualTo(failures(2));
        assertThatIllegalArgumentException().isThrownBy(() -> endor.injectRandomly(1.1, 1, Fault.FORBIDDEN));
        assertThatIllegalArgumentException().isThrownBy(() -> endor.injectRandomly(1, 1));
    }

    private List<Boolean> failures(long seed) {
        endor.injectRandomly(0.5, seed, Fault.FORBIDDEN, Fault.CONFLICT);
        List<Boolean> failures = IntStream.range(0, 20)
                .mapToObj(i -> Http.get(endor, "/v1/auth").status() != 200)
                .toList();
        endor.heal();
        return failures;
    }

    @Test
    void what_is_stored_is_what_the_service_was_let_do() throws Exception {
        EnumSet<Fault> quick = EnumSet.complementOf(EnumSet.copyOf(SLOW));
        quick.removeIf(fault -> fault.name().matches("GZIP_BOMB|NDJSON_LONG_LINE|ENDLESS_.*|OVERSIZED_.*|HTML_.*"));
        endor.injectRandomly(0.5, 7, quick.toArray(Fault[]::new));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> calls = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(this::isCreated))
                    .toList();
            for (Future<Boolean> call : calls) {
                call.get();
            }
        } finally {
            threads.shutdownNow();
        }
        endor.heal();

        List<Fault> met =
                endor.injectedFaults().stream().map(InjectedFault::fault).toList();
        long prevented = met.stream().filter(fault -> !fault.actsFirst()).count();
        assertThat(met).hasSizeBetween(60, 140);
        assertThat(client.countArtifactSignatures(
                        NAMESPACE, ListParameters.builder().build()))
                .isEqualTo(1 + 200 - (int) prevented);
    }

    private boolean isCreated() {
        try {
            client.createArtifactSignature(NAMESPACE, signature());
            return true;
        } catch (ApiException e) {
            return false;
        }
    }

    @Test
    void waits_pass_on_virtual_time() {
        endor.inject(Fault.RETRY_AFTER_SECONDS, Fault.TOO_MANY_REQUESTS);
        try (EndorClient patient = EndorClient.create(ClientOptions.builder()
                .baseUrl(endor.url())
                .clock(time.clock())
                .sleeper(time)
                .random(() -> 0.5)
                .build())) {
            assertThat(patient.getArtifactSignature(NAMESPACE, uuid).uuid()).isEqualTo(Optional.of(uuid));
        }

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(1));
        assertThat(time.clock().instant()).isEqualTo(NOON.plusSeconds(3));
    }

    @Test
    void a_page_token_that_comes_again_ends_the_list() {
        endor.injectWhen(request -> request.method().equals("GET"), Fault.REPEATED_PAGE_TOKEN);

        ApiException e = catchThrowableOfType(
                ApiException.class,
                () -> client.listArtifactSignatures(
                                NAMESPACE, ListParameters.builder().build())
                        .forEach(row -> {}));

        assertThat(e.kind()).isIn(Kind.PROTOCOL, Kind.ANSWERED);
    }

    private ApiException getFails(Fault fault) {
        return catchThrowableOfType(ApiException.class, () -> client(fault).getArtifactSignature(NAMESPACE, uuid));
    }

    private static ArtifactSignature signature() {
        Digest digest = Digest.ofSha256("0f".repeat(32));
        return ArtifactSignature.of(
                NAMESPACE, "app.jar", ArtifactType.ARTIFACT_TYPE_JAR, digest, "app.jar@" + digest, Bytes.utf8("sig"));
    }
}
