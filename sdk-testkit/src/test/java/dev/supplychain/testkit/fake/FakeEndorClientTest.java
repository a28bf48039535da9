package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.endor.EndorClient;
import dev.supplychain.clients.endor.ExperimentalArtifactOperations;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.endor.ArtifactSignature;
import dev.supplychain.model.endor.ArtifactSignatureSpec;
import dev.supplychain.model.endor.ArtifactType;
import dev.supplychain.model.endor.CertificateExtensions;
import dev.supplychain.model.endor.ListFilter;
import dev.supplychain.model.endor.ListParameters;
import dev.supplychain.model.endor.Meta;
import dev.supplychain.model.endor.TenantMeta;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FakeEndorClientTest {
    private static final String NAMESPACE = "endor.prod.app";

    private final FakeEndor endor;
    private final EndorClient client;

    FakeEndorClientTest(@StartFake FakeEndor endor) {
        this.endor = endor;
        endor.requireBearer("s3cr3t");
        client = client(endor, "s3cr3t");
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void signatures_come_back_as_sent_with_what_the_service_sets() {
        ArtifactSignature created = client.createArtifactSignature(NAMESPACE, signature());

        assertThat(created.uuid()).isPresent();
        assertThat(created.meta().flatMap(Meta::kind)).contains("ArtifactSignature");
        assertThat(created.meta().flatMap(Meta::createTime)).isPresent();
        assertThat(created.spec()).isEqualTo(signature().spec());
        assertThat(created.tenantMeta().flatMap(TenantMeta::namespace)).contains(NAMESPACE);
        assertThat(client.getArtifactSignature(NAMESPACE, created.uuid().orElseThrow()))
                .isEqualTo(created);
        assertThat(created.forCreate()).isEqualTo(signature());
    }

    @Test
    void another_namespace_does_not_find_it() {
        String uuid =
                client.createArtifactSignature(NAMESPACE, signature()).uuid().orElseThrow();

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> client.getArtifactSignature("endor.prod", uuid))
                .satisfies(e -> {
                    assertThat(e.isStatus(404)).isTrue();
                    assertThat(e.code()).contains("NOT_FOUND");
                    assertThat(e.status().orElseThrow().message().orElseThrow()).contains(uuid);
                });
    }

    @Test
    void what_is_read_only_is_not_sent() {
        client.createArtifactSignature(
                NAMESPACE,
                ArtifactSignature.builder()
                        .from(client.createArtifactSignature(NAMESPACE, signature()))
                        .build());

        assertThat(endor.requests().get(1).json())
                .isEqualTo(endor.requests().get(0).json());
    }

    @Test
    void a_wrong_token_is_refused() {
        try (EndorClient stranger = client(endor, "other")) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> stranger.getArtifactSignature(NAMESPACE, "1"))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(Optional.of("UNAUTHENTICATED")));
        }
    }

    private List<String> create(String... names) {
        return Stream.of(names)
                .map(name -> client.createArtifactSignature(NAMESPACE, signature(name))
                        .uuid()
                        .orElseThrow())
                .toList();
    }

    private List<String> list(ListParameters parameters) {
        return client.listArtifactSignatures(NAMESPACE, parameters).stream()
                .map(row -> row.meta().flatMap(Meta::name).orElse("unnamed"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(FakeEndor.PageCursor.class)
    void lists_are_walked_page_by_page_whatever_the_cursor(FakeEndor.PageCursor cursor) {
        create("a", "b", "c", "d", "e");
        endor.pageCursor(cursor);

        assertThat(list(ListParameters.builder().pageSize(2).build())).containsExactly("a", "b", "c", "d", "e");

        assertThat(endor.requests().stream().filter(request -> request.method().equals("GET")))
                .hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void filters_are_understood_as_they_are_meant(ListFilter filter, List<String> found) {
        endor.clock(Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC));
        create("a", "b \"quoted\\", "c");
        client.updateArtifactSignature(
                NAMESPACE,
                ArtifactSignature.builder()
                        .uuid(client.listArtifactSignatures(NAMESPACE, ListFilter.equal("meta.name", "c"))
                                .iterator()
                                .next()
                                .uuid())
                        .meta(Meta.builder().name("c").addTags("release", "x").build())
                        .buildPartial(),
                "meta.tags");

        assertThat(list(ListParameters.builder().filter(filter).build())).isEqualTo(found);
    }

    static Stream<Arguments> filters() {
        String quoted = "b \"quoted\\";
        ListFilter all = ListFilter.exists("meta.name");
        return Stream.of(
                arguments(ListFilter.equal("meta.name", quoted), List.of(quoted)),
                arguments(ListFilter.notEqual("meta.name", quoted), List.of("a", "c")),
                arguments(ListFilter.in("meta.name", List.of("a", quoted)), List.of("a", quoted)),
                arguments(ListFilter.notIn("meta.name", List.of("a", quoted)), List.of("c")),
                arguments(ListFilter.contains("meta.tags", List.of("release")), List.of("c")),
                arguments(ListFilter.notContains("meta.tags", List.of("release")), List.of("a", quoted)),
                arguments(ListFilter.contains("meta.name", List.of("a")), List.of()),
                arguments(ListFilter.matches("meta.name", "^[ac]$"), List.of("a", "c")),
                arguments(ListFilter.exists("meta.tags"), List.of("c")),
                arguments(ListFilter.notExists("meta.tags"), List.of("a", quoted)),
                arguments(
                        ListFilter.equal("spec.artifact_type", ArtifactType.ARTIFACT_TYPE_JAR)
                                .and(ListFilter.equal("meta.name", "a").or(ListFilter.equal("meta.name", "c"))),
                        List.of("a", "c")),
                arguments(ListFilter.equal("spec.artifact_type", ArtifactType.ARTIFACT_TYPE_WHEEL), List.of()),
                arguments(
                        all.and(ListFilter.greater("meta.create_time", ListFilter.now(Duration.ofHours(-1)))),
                        List.of("a", quoted, "c")),
                arguments(ListFilter.less("meta.create_time", ListFilter.now(Duration.ofHours(-1))), List.of()),
                arguments(
                        ListFilter.atLeast("meta.create_time", ListFilter.date(LocalDate.of(2026, 11, 21))),
                        List.of("a", quoted, "c")));
    }

    @Test
    void rows_have_what_the_mask_names_in_the_order_that_is_asked_for() {
        create("b", "c", "a");

        List<ArtifactSignature> rows = client
                .listArtifactSignatures(
                        NAMESPACE,
                        ListParameters.builder()
                                .addMask("meta.name")
                                .sortPath("meta.name")
                                .sortOrder(ListParameters.SortOrder.SORT_ENTRY_ORDER_DESC)
                                .build())
                .stream()
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Stream.of("c", "b", "a")
                        .map(name -> ArtifactSignature.builder()
                                .meta(Meta.builder().name(name).build())
                                .buildPartial())
                        .toList());
    }

    @Test
    void signatures_are_counted_grouped_and_found_from_above() {
        create("a", "b");
        ListParameters all = ListParameters.builder().build();
        ListParameters below = ListParameters.builder().traverse(true).build();

        assertThat(client.countArtifactSignatures(NAMESPACE, all)).isEqualTo(2);
        assertThat(client.countArtifactSignatures("endor.prod", all)).isZero();
        assertThat(client.countArtifactSignatures("endor.prod", below)).isEqualTo(2);
        assertThat(client.groupArtifactSignatures(
                                NAMESPACE,
                                ListParameters.builder()
                                        .addGroupAggregationPaths("spec.artifact_type")
                                        .build())
                        .groups())
                .hasSize(1);
    }

    @Test
    void what_was_revoked_or_deleted_stays_so() {
        List<String> uuids = create("a", "b");

        client.revokeArtifactSignature(NAMESPACE, uuids.get(0));
        client.deleteArtifactSignature(NAMESPACE, uuids.get(1));

        ArtifactSignature revoked = client.getArtifactSignature(NAMESPACE, uuids.get(0));
        assertThat(revoked.spec().orElseThrow().revoked()).isTrue();
        assertThat(revoked.meta().flatMap(Meta::name)).contains("a");
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> client.getArtifactSignature(NAMESPACE, uuids.get(1)))
                .satisfies(e -> assertThat(e.isStatus(404)).isTrue());
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> client.deleteArtifactSignature("endor.prod", uuids.get(0)))
                .satisfies(e -> assertThat(e.isStatus(404)).isTrue());
    }

    @Test
    void a_verification_is_a_refusal_with_status_200() {
        String digest = Digest.ofSha256("0f".repeat(32)).toString();
        ExperimentalArtifactOperations operations = client.experimentalArtifactOperations();

        assertThat(verify(operations, "app.jar@" + digest)).endsWith("NO_SIGNATURE");
        String uuid = create("app.jar").get(0);
        assertThat(verify(operations, "app.jar@" + digest)).isEqualTo("verified: ARTIFACT_OPERATION_RESULT_SUCCESS");
        client.revokeArtifactSignature(NAMESPACE, uuid);
        assertThat(verify(operations, "app.jar@" + digest))
                .isEqualTo("not verified: ARTIFACT_OPERATION_RESULT_REVOKED_SIGNATURE");
        endor.operationResult("ARTIFACT_OPERATION_RESULT_OF_TOMORROW");
        assertThat(verify(operations, "app.jar@" + digest))
                .isEqualTo("not verified: ARTIFACT_OPERATION_RESULT_OF_TOMORROW");
    }

    private static String verify(ExperimentalArtifactOperations operations, String name) {
        return operations
                .verify(NAMESPACE, ArtifactType.ARTIFACT_TYPE_JAR, name, "https://issuer.example.com")
                .toString();
    }

    @Test
    void an_api_key_lets_in_until_its_tokens_end_and_again() {
        VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-21T12:00:00Z"));
        try (FakeEndor closed = FakeEndor.start();
                EndorClient keyed = EndorClient.withApiKey(
                        ClientOptions.builder()
                                .baseUrl(closed.url())
                                .clock(time.clock())
                                .sleeper(time)
                                .build(),
                        "key-1",
                        "s3cr3t")) {
            closed.clock(time.clock());
            closed.registerApiKey("key-1", "s3cr3t", Duration.ofHours(4));
            keyed.requireAuthentication();
            time.advance(Duration.ofMinutes(211));
            keyed.requireAuthentication();
            closed.revokeTokens();
            keyed.requireAuthentication();

            assertThat(closed.requests())
                    .allSatisfy(request -> assertThat(
                                    request.headers() + request.body().utf8())
                            .doesNotContain("s3cr3t")
                            .doesNotContain("endor-token"));
            assertThat(closed.requests().stream().map(RecordedRequest::path))
                    .containsExactly(
                            "/v1/auth/api-key",
                            "/v1/auth",
                            "/v1/auth/api-key",
                            "/v1/auth",
                            "/v1/auth",
                            "/v1/auth/api-key",
                            "/v1/auth");
        }
    }

    @Test
    void a_wrong_secret_is_refused_and_not_shown() {
        try (FakeEndor closed = FakeEndor.start();
                EndorClient keyed = EndorClient.withApiKey(ClientOptions.of(closed.url()), "key-1", "wr0ng-s3cr3t")) {
            closed.registerApiKey("key-1", "s3cr3t", Duration.ofHours(4));

            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(keyed::requireAuthentication)
                    .satisfies(e -> {
                        assertThat(e.code()).contains("UNAUTHENTICATED");
                        assertThat(e.request()).isEqualTo("POST /v1/auth/api-key");
                        assertThat(e + e.bodyExcerpt().orElse("")).doesNotContain("wr0ng");
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(FakeEndor.ErrorShape.class)
    void errors_are_understood_however_they_are_written(FakeEndor.ErrorShape shape) {
        endor.errorShape(shape);

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> client.listArtifactSignatures(NAMESPACE, ListFilter.matches("meta.name", "(<"))
                        .iterator()
                        .hasNext())
                .satisfies(e -> {
                    assertThat(e.isStatus(400)).isTrue();
                    assertThat(e.getMessage())
                            .contains(shape == FakeEndor.ErrorShape.TEXT ? "invalid-args" : "\"(<\" cannot be read");
                });
    }

    private static EndorClient client(FakeEndor endor, String token) {
        return EndorClient.create(ClientOptions.builder()
                .baseUrl(endor.url())
                .credentials(Credentials.bearer(token))
                .build());
    }

    private static ArtifactSignature signature() {
        return signature("app.jar");
    }

    private static ArtifactSignature signature(String name) {
        Digest digest = Digest.ofSha256("0f".repeat(32));
        ArtifactSignature bare = ArtifactSignature.of(
                NAMESPACE, name, ArtifactType.ARTIFACT_TYPE_JAR, digest, "app.jar@" + digest, Bytes.utf8("sig"));
        return ArtifactSignature.builder()
                .from(bare)
                .spec(ArtifactSignatureSpec.builder()
                        .from(bare.spec().orElseThrow())
                        .provenance(CertificateExtensions.builder()
                                .certificateOidcIssuer("https://issuer.example.com")
                                .build())
                        .build())
                .build();
    }
}
