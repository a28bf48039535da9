package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Page;
import dev.supplychain.clients.Pages;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.NoteName;
import dev.supplychain.model.OccurrenceName;
import dev.supplychain.model.ProjectName;
import dev.supplychain.model.grafeas.v1.ListOccurrencesResponse;
import dev.supplychain.model.grafeas.v1.Note;
import dev.supplychain.model.grafeas.v1.Occurrence;
import java.util.Optional;

/**
 * Keeps notes and occurrences in Google's Container Analysis or another Grafeas server that speaks version 1.
 *
 * <pre>{@code
 * ClientOptions options = ClientOptions.builder()
 *         .baseUrl(GrafeasClient.GOOGLE)
 *         .credentials(Credentials.bearer(() -> accessToken()))
 *         .build();
 * try (GrafeasClient grafeas = GrafeasClient.create(options)) {
 *     ProjectName project = ProjectName.of("my-project");
 *     NoteName note = project.note("built-by-ci");
 *     Occurrence stored = grafeas.createOccurrence(project, Occurrence.attestation(uri, note, envelope));
 * }
 * }</pre>
 *
 * <p>Safe for concurrent use. Errors are {@link ApiException}s with an {@link ApiException#status()}. A project can be one
 * of its locations, {@code ProjectName.of("my-project", "us-central1")}.
 */
public final class GrafeasClient implements AutoCloseable {
    /** Google's global endpoint. */
    public static final String GOOGLE = "https://containeranalysis.googleapis.com";

    private static final Endpoint CREATE_OCCURRENCE = Endpoint.post("/v1/{parent}/occurrences");
    private static final Endpoint LIST_OCCURRENCES = Endpoint.get("/v1/{parent}/occurrences");
    private static final Endpoint CREATE_NOTE = Endpoint.post("/v1/{parent}/notes");
    private static final Endpoint GET = Endpoint.get("/v1/{name}");

    private static final int DEFAULT_PAGE_SIZE = 100;
    private static final int MAX_PAGE_SIZE = 1000;

    private final Transport transport;

    private GrafeasClient(Transport transport) {
        this.transport = transport;
    }

    /** The client of a server; nothing is sent yet. */
    public static GrafeasClient create(ClientOptions options) {
        return new GrafeasClient(Transport.create(options));
    }

    /**
     * {@code POST /v1/{parent}/occurrences}: stores an occurrence.
     *
     * <p>Never sent twice. What only the service sets (name, kind, times) is left out.
     *
     * @return the occurrence as stored, with its name
     * @throws ApiException when the server refuses or fails, or is not reached; 409 when it exists already
     */
    public Occurrence createOccurrence(ProjectName project, Occurrence occurrence) {
        Occurrence writable = Occurrence.builder()
                .from(occurrence)
                .name(Optional.empty())
                .kind(Occurrence.builder().build().kind())
                .createTime(Optional.empty())
                .updateTime(Optional.empty())
                .build();
        return transport.call(
                CREATE_OCCURRENCE.with(project.toString()).json(ModelJson.write(writable)), Occurrence.class);
    }

    /**
     * {@code GET /v1/{name}}: an occurrence.
     *
     * @param name the name with which it was stored: {@code OccurrenceName.parse(stored.name().orElseThrow())}
     * @throws ApiException when the server refuses or fails, or is not reached; 404 when there is none
     */
    public Occurrence getOccurrence(OccurrenceName name) {
        return transport.call(GET.with(name.toString()), Occurrence.class);
    }

    /**
     * {@code GET /v1/{parent}/occurrences}: the occurrences that a filter lets through, fetched as they are walked, 100 at
     * a time.
     *
     * @param filter such as {@code kind="ATTESTATION"}; empty for all. {@link OccurrenceFilter} quotes values
     * @throws ApiException while walking, when the server refuses or fails, or is not reached
     */
    public Pages<Occurrence> listOccurrences(ProjectName project, String filter) {
        return listOccurrences(project, new OccurrenceFilter(filter), DEFAULT_PAGE_SIZE);
    }

    /**
     * {@code GET /v1/{parent}/occurrences}: the occurrences that a filter lets through, fetched as they are walked, 100 at
     * a time.
     *
     * @throws ApiException while walking, when the server refuses or fails, or is not reached
     */
    public Pages<Occurrence> listOccurrences(ProjectName project, OccurrenceFilter filter) {
        return listOccurrences(project, filter, DEFAULT_PAGE_SIZE);
    }

    /**
     * {@link #listOccurrences(ProjectName, OccurrenceFilter)} with pages of another size.
     *
     * @param pageSize how many to fetch at a time, 1 to 1,000
     * @throws ApiException while walking, when the server refuses or fails, or is not reached
     */
    public Pages<Occurrence> listOccurrences(ProjectName project, OccurrenceFilter filter, int pageSize) {
        if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
            throw new IllegalArgumentException("the page size is " + pageSize + ", not 1 to " + MAX_PAGE_SIZE);
        }
        ApiRequest list = LIST_OCCURRENCES
                .with(project.toString())
                .query("filter", Optional.of(filter.text()).filter(text -> !text.isEmpty()))
                .query("pageSize", Integer.toString(pageSize));
        return Pages.of(list.line(), token -> page(list.query("pageToken", token)));
    }

    private Page<Occurrence> page(ApiRequest request) {
        ListOccurrencesResponse response = transport.call(request, ListOccurrencesResponse.class);
        return new Page<>(response.occurrences(), response.nextPageToken().filter(token -> !token.isEmpty()));
    }

    /**
     * {@code POST /v1/{parent}/notes?noteId=…}: stores a note.
     *
     * <p>Never sent twice. What only the service sets (name, kind, times) is left out.
     *
     * @param name the name that it is to have
     * @return the note as stored, with its name
     * @throws ApiException when the server refuses or fails, or is not reached; 409 when it exists already
     */
    public Note createNote(NoteName name, Note note) {
        Note writable = Note.builder()
                .from(note)
                .name(Optional.empty())
                .kind(Note.builder().build().kind())
                .createTime(Optional.empty())
                .updateTime(Optional.empty())
                .build();
        ApiRequest create = CREATE_NOTE.with(name.project().toString()).query("noteId", name.note());
        return transport.call(create.json(ModelJson.write(writable)), Note.class);
    }

    /**
     * {@code GET /v1/{name}}: a note.
     *
     * @param name such as {@code NoteName.of("my-project", "built-by-ci")}
     * @throws ApiException when the server refuses or fails, or is not reached; 404 when there is none
     */
    public Note getNote(NoteName name) {
        return transport.call(GET.with(name.toString()), Note.class);
    }

    /** Cancels what runs and frees threads and connections. */
    @Override
    public void close() {
        transport.close();
    }
}
