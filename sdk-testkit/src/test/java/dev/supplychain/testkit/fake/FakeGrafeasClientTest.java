package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.grafeas.GrafeasClient;
import dev.supplychain.clients.grafeas.OccurrenceFilter;
import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.NoteName;
import dev.supplychain.model.OccurrenceName;
import dev.supplychain.model.ProjectName;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.grafeas.v1.AttestationNote;
import dev.supplychain.model.grafeas.v1.AttestationOccurrence;
import dev.supplychain.model.grafeas.v1.Note;
import dev.supplychain.model.grafeas.v1.NoteKind;
import dev.supplychain.model.grafeas.v1.Occurrence;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.ResourceDescriptor;
import dev.supplychain.testkit.TestKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeGrafeasClientTest {
    private static final ProjectName PROJECT = ProjectName.of("p");
    private static final NoteName NOTE = PROJECT.note("qa");
    private static final Digest DIGEST = Digest.ofSha256("0f".repeat(32));
    private static final String IMAGE = "https://registry.example.com/app@" + DIGEST;

    private final FakeGrafeas grafeas;
    private final GrafeasClient client;

    FakeGrafeasClientTest(@StartFake FakeGrafeas grafeas) {
        this.grafeas = grafeas;
        client = GrafeasClient.create(ClientOptions.of(grafeas.url()));
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void notes_come_back_as_sent_with_name_kind_and_times() {
        grafeas.clock(Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC));

        Note stored = client.createNote(NOTE, qaNote());

        Timestamp noon = Timestamp.parse("2026-11-20T12:00:00Z");
        assertThat(stored)
                .isEqualTo(Note.builder()
                        .from(qaNote())
                        .name(NOTE.toString())
                        .kind(NoteKind.ATTESTATION)
                        .createTime(noon)
                        .updateTime(noon)
                        .build());
        assertThat(client.getNote(NOTE)).isEqualTo(stored);
    }

    @Test
    void a_signed_statement_is_fetched_and_verified() throws Exception {
        SigningKey key = TestKeys.ecdsaP256();
        client.createNote(NOTE, qaNote());

        Occurrence created = client.createOccurrence(PROJECT, attestation(signed(key)));
        Occurrence fetched = client.getOccurrence(nameOf(created));

        assertThat(fetched).isEqualTo(created);
        EnvelopeVerifier.of(key.publicKey())
                .verifyStatement(fetched.envelope().orElseThrow().toDsse())
                .requireSubject(DIGEST);
    }

    @Test
    void what_was_tampered_with_is_not_verified() throws Exception {
        SigningKey key = TestKeys.ed25519();
        client.createNote(NOTE, qaNote());
        OccurrenceName name = nameOf(client.createOccurrence(PROJECT, attestation(signed(key))));

        grafeas.tamper(
                name.toString(),
                stored -> Json.parse(stored.toString().replace("\"payload\":\"ey", "\"payload\":\"ew")));

        Envelope fetched = client.getOccurrence(name).envelope().orElseThrow().toDsse();
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> EnvelopeVerifier.of(key.publicKey()).verify(fetched))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(VerificationException.Reason.BAD_SIGNATURE));
    }

    @Test
    void lists_are_walked_to_their_end_through_a_filter() throws Exception {
        client.createNote(NOTE, qaNote());
        for (int i = 0; i < 5; i++) {
            client.createOccurrence(PROJECT, attestation(signed(TestKeys.ed25519())));
        }

        List<Occurrence> found =
                client
                        .listOccurrences(PROJECT, OccurrenceFilter.note(NOTE).and(OccurrenceFilter.resource(IMAGE)), 2)
                        .stream()
                        .toList();

        assertThat(found).hasSize(5).doesNotHaveDuplicates();
        assertThat(grafeas.requests())
                .filteredOn(request -> request.method().equals("GET"))
                .hasSize(3);
        assertThat(client.listOccurrences(PROJECT, "kind=\"BUILD\"")).isEmpty();
    }

    @Test
    void refusals_arrive_with_code_message_and_details() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> client.createOccurrence(
                        PROJECT,
                        attestation(Envelope.builder()
                                .payload(Bytes.utf8("{}"))
                                .payloadType("text/plain")
                                .build())))
                .satisfies(e -> {
                    assertThat(e.kind()).isEqualTo(ApiException.Kind.ANSWERED);
                    assertThat(e.isStatus(400)).isTrue();
                    assertThat(e.code()).contains("INVALID_ARGUMENT");
                    assertThat(e).hasMessageContaining("occurrence.attestation.signatures is required");
                });
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> client.getOccurrence(PROJECT.occurrence("none")))
                .satisfies(e -> assertThat(e.code()).contains("NOT_FOUND"));
        client.createNote(NOTE, qaNote());
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> client.createNote(NOTE, qaNote()))
                .satisfies(e -> assertThat(e.code()).contains("ALREADY_EXISTS"));
    }

    @Test
    void an_unknown_member_is_refused_with_its_place() {
        Note newer = Note.builder()
                .from(qaNote())
                .putUnknownFields("madeUp", Json.of(1))
                .build();

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> client.createNote(NOTE, newer))
                .satisfies(e -> assertThat(e.status().orElseThrow().details())
                        .singleElement()
                        .satisfies(detail ->
                                assertThat(detail.typeUrl()).contains("type.googleapis.com/google.rpc.BadRequest")));
    }

    @Test
    void a_bearer_token_lets_in() {
        grafeas.requireBearer("s3cr3t");

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> client.createNote(NOTE, qaNote()))
                .satisfies(e -> assertThat(e.code()).contains("UNAUTHENTICATED"));
        try (GrafeasClient authorised = GrafeasClient.create(ClientOptions.builder()
                .baseUrl(grafeas.url())
                .credentials(Credentials.bearer("s3cr3t"))
                .build())) {
            assertThat(authorised.createNote(NOTE, qaNote()).name()).contains(NOTE.toString());
        }
    }

    private static OccurrenceName nameOf(Occurrence occurrence) {
        return OccurrenceName.parse(occurrence.name().orElseThrow());
    }

    private static Note qaNote() {
        return Note.builder()
                .shortDescription("Quality assurance")
                .attestation(AttestationNote.builder()
                        .hint(AttestationNote.Hint.builder()
                                .humanReadableName("qa")
                                .build())
                        .build())
                .build();
    }

    private static Occurrence attestation(Envelope envelope) {
        return Occurrence.builder()
                .noteName(NOTE.toString())
                .resourceUri(IMAGE)
                .attestation(AttestationOccurrence.of(envelope))
                .envelope(dev.supplychain.model.grafeas.v1.Envelope.of(envelope))
                .build();
    }

    private static Envelope signed(SigningKey key) throws Exception {
        return EnvelopeSigner.of(key)
                .sign(InTotoStatement.builder()
                        .addSubject(ResourceDescriptor.builder()
                                .name("app")
                                .addDigest(DIGEST)
                                .build())
                        .predicateType("https://example.com/tested/v1")
                        .build());
    }
}
