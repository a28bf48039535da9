package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.Pages;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.PathParameter;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.NoteName;
import dev.supplychain.model.OccurrenceName;
import dev.supplychain.model.ProjectName;
import dev.supplychain.model.iam.v1.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What can be done with notes and occurrences, in version 1 ({@link GrafeasClient}) as in version 1beta1 ({@link
 * GrafeasV1Beta1Client}).
 *
 * <p>A project can be one of its locations, {@code ProjectName.of("my-project", "us-central1")}. What creates or changes
 * something is sent once; what reads or deletes is repeated when the network or the server fails.
 *
 * @param <O> the version's occurrence
 * @param <N> the version's note
 */
public abstract sealed class Grafeas<O extends Message, N extends Message> implements AutoCloseable
        permits GrafeasClient, GrafeasV1Beta1Client {
    /** Google's global endpoint. */
    public static final String GOOGLE = "https://containeranalysis.googleapis.com";

    private static final PathParameter LOCATION = new PathParameter("location", "-", 63);

    private final Transport transport;
    private final String version;
    private final Resources<O> occurrences;
    private final Resources<N> notes;
    private final Iam iam;
    private final Endpoint occurrenceNote;
    private final Endpoint noteOccurrences;
    private final Endpoint vulnerabilitySummary;

    Grafeas(Transport transport, String version, ResourceType<O> occurrenceType, ResourceType<N> noteType) {
        this.transport = transport;
        this.version = version;
        this.occurrences = new Resources<>(transport, version, occurrenceType);
        this.notes = new Resources<>(transport, version, noteType);
        this.iam = new Iam(transport, version);
        this.occurrenceNote = Endpoint.get("/" + version + "/{name}/notes");
        this.noteOccurrences = Endpoint.get("/" + version + "/{name}/occurrences");
        this.vulnerabilitySummary = Endpoint.get("/" + version + "/{parent}/occurrences:vulnerabilitySummary");
    }

    /**
     * Google's endpoint of a region, such as {@code us-central1}, or of {@code us} or {@code eu}: what is sent there does
     * not leave it.
     *
     * @throws IllegalArgumentException when it is empty or has other characters than letters, digits and {@code -}
     */
    public static String regional(String location) {
        return "https://containeranalysis." + LOCATION.require(location) + ".rep.googleapis.com";
    }

    /**
     * {@code POST /{version}/{parent}/occurrences}: stores an occurrence.
     *
     * <p>Never sent twice. What only the service sets (name, times, in version 1 the kind) is left out.
     *
     * @return the occurrence as stored, with its name
     * @throws ApiException when the server refuses or fails, or is not reached; 409 when it exists already
     */
    public O createOccurrence(ProjectName project, O occurrence) {
        return occurrences.create(project, Optional.empty(), occurrence);
    }

    /**
     * {@code POST /{version}/{parent}/occurrences:batchCreate}: stores occurrences, 1,000 with each request.
     *
     * <p>No request is sent twice. When one is refused for what it holds, none of its occurrences is stored and the next
     * request is sent; any other failure leaves the rest unsent. A server that stores a part of what it is sent, as the
     * open-source one does, is believed for what it names.
     *
     * @return what became of each, in the order of the list
     * @throws IllegalArgumentException when one cannot be written; before anything is sent
     */
    public BatchResult<O> batchCreateOccurrences(ProjectName project, List<O> list) {
        return occurrences.batchCreate(project, list);
    }

    /**
     * {@code GET /{version}/{name}}: an occurrence.
     *
     * @param name the name with which it was stored: {@code OccurrenceName.parse(stored.name().orElseThrow())}
     * @throws ApiException when the server refuses or fails, or is not reached; 404 when there is none
     */
    public O getOccurrence(OccurrenceName name) {
        return occurrences.get(name.toString());
    }

    /**
     * {@code GET /{version}/{name}/notes}: the note of an occurrence; also one that {@link #getNote} may not read, such as
     * Google's own.
     *
     * @throws ApiException when the server refuses or fails, or is not reached; 404 when there is no such occurrence
     */
    public N getOccurrenceNote(OccurrenceName name) {
        return notes.read(occurrenceNote.with(name.toString()));
    }

    /**
     * {@code GET /{version}/{parent}/occurrences}: the occurrences that a filter lets through, fetched as they are walked,
     * 100 at a time.
     *
     * @param filter such as {@code kind="ATTESTATION"}; empty for all. {@link OccurrenceFilter} quotes values
     * @throws ApiException while walking, when the server refuses or fails, or is not reached
     */
    public Pages<O> listOccurrences(ProjectName project, String filter) {
        return listOccurrences(project, new OccurrenceFilter(filter));
    }

    /**
     * {@code GET /{version}/{parent}/occurrences}: the occurrences that a filter lets through, fetched as they are walked,
     * 100 at a time.
     *
     * @throws ApiException while walking, when the server refuses or fails, or is not reached
     */
    public Pages<O> listOccurrences(ProjectName project, OccurrenceFilter filter) {
        return listOccurrences(project, filter, Resources.DEFAULT_PAGE_SIZE);
    }

    /**
     * {@link #listOccurrences(ProjectName, OccurrenceFilter)} with pages of another size.
     *
     * @param pageSize how many to fetch at a time, 1 to 1,000
     * @throws ApiException while walking, when the server refuses or fails, or is not reached
     */
    public Pages<O> listOccurrences(ProjectName project, OccurrenceFilter filter, int pageSize) {
        return occurrences.list(project, filter.text(), pageSize);
    }

    /**
     * {@link #listOccurrences(ProjectName, OccurrenceFilter, int)} of those locations that answer; for the global endpoint.
     *
     * @param pageSize how many to fetch at a time, 1 to 1,000
     * @param unreachable is given the locations whose occurrences are missing, as {@code projects/P/locations/L}, with each
     *     page that lacks some
     * @throws ApiException while walking, when the server refuses or fails, or is not reached
     */
    public Pages<O> listReachableOccurrences(
            ProjectName project, OccurrenceFilter filter, int pageSize, Consumer<List<String>> unreachable) {
        return occurrences.listReachable(project, filter.text(), pageSize, unreachable);
    }

    /**
     * {@code PATCH /{version}/{name}}: changes an occurrence; sent once.
     *
     * <p>Hand in the whole occurrence, as it was got and then altered: the open-source server ignores the mask and replaces
     * everything. On Google's, resource, note and details cannot be changed.
     *
     * @return the occurrence as changed
     * @throws ApiException when the server refuses or fails, or is not reached; 404 when there is none
     */
    public O patchOccurrence(OccurrenceName name, O occurrence, UpdateMask mask) {
        return occurrences.patch(name.toString(), occurrence, mask);
    }

    /**
     * {@code DELETE /{version}/{name}}: removes an occurrence.
     *
     * @throws ApiException when the server refuses or fails, or is not reached; 404 when there was none
     */
    public void deleteOccurrence(OccurrenceName name) {
        occurrences.delete(name.toString());
    }

    /**
     * {@code POST /{version}/{resource}:getIamPolicy}: who may do what with an occurrence, with conditions.
     *
     * @throws ApiException when the server refuses or fails, or is not reached; the open-source server has no policies
     */
    public Policy getIamPolicy(OccurrenceName name) {
        return iam.policy(name.toString());
    }

    /**
     * {@code POST /{version}/{resource}:setIamPolicy}: replaces the policy of an occurrence; sent once.
     *
     * @param policy what {@link #getIamPolicy(OccurrenceName)} gave, altered: its {@code etag} keeps the changes of others
     * @return the policy as stored
     * @throws ApiException when the server refuses or fails, or is not reached; 409 when somebody else changed it meanwhile
     */
    public Policy setIamPolicy(OccurrenceName name, Policy policy) {
        return iam.setPolicy(name.toString(), policy);
    }

    /**
     * {@code POST /{version}/{resource}:testIamPermissions}: which of these permissions the caller has.
     *
     * @param permissions such as {@code containeranalysis.occurrences.delete}
     * @throws ApiException when the server refuses or fails, or is not reached
     */
    public List<String> testIamPermissions(OccurrenceName name, List<String> permissions) {
        return iam.testPermissions(name.toString(), permissions);
    }

    /**
     * {@code POST /{version}/{parent}/notes?noteId=…}: stores a note.
     *
     * <p>Never sent twice. What only the service sets (name, times, in version 1 the kind) is left out.
     *
     * @param name the name that it is to have
     * @return the note as stored, with its name
     * @throws ApiException when the server refuses or fails, or is not reached; 409 when it exists already
     */
    public N createNote(NoteName name, N note) {
        return notes.create(name.project(), Optional.of(name.note()), note);
    }

    /**
     * {@code POST /{version}/{parent}/notes:batchCreate}: stores notes, 1,000 with each request, as {@link
     * #batchCreateOccurrences} stores occurrences.
     *
     * @param notesById the notes, by the ids that they are to have
     * @return what became of each, in the order of the map
     * @throws IllegalArgumentException when an id is not allowed or a note cannot be written; before anything is sent
     */
    public BatchResult<N> batchCreateNotes(ProjectName project, Map<String, N> notesById) {
        return notes.batchCreate(project, notesById);
    }

    /**
     * {@code GET /{version}/{name}}: a note.
     *
     * @param name such as {@code NoteName.of("my-project", "built-by-ci")}
     * @throws ApiException when the server refuses or fails, or is not reached; 404 when there is none
     */
    public N getNote(NoteName name) {
        return notes.get(name.toString());
    }

    /**
     * {@code GET /{version}/{parent}/notes}: the notes that a filter lets through, fetched as they are walked, 100 at a
     * time.
     *
     * @throws ApiException while walking, when the server refuses or fails, or is not reached
     */
    public Pages<N> listNotes(ProjectName project, NoteFilter filter) {
        return listNotes(project, filter, Resources.DEFAULT_PAGE_SIZE);
    }

    /**
     * {@link #listNotes(ProjectName, NoteFilter)} with pages of another size.
     *
     * @param pageSize how many to fetch at a time, 1 to 1,000
     * @throws ApiException while walking, when the server refuses or fails, or is not reached
     */
    public Pages<N> listNotes(ProjectName project, NoteFilter filter, int pageSize) {
        return notes.list(project, filter.text(), pageSize);
    }

    /**
     * {@link #listNotes(ProjectName, NoteFilter, int)} of those locations that answer; for the global endpoint.
     *
     * @param pageSize how many to fetch at a time, 1 to 1,000
     * @param unreachable is given the locations whose notes are missing, as {@code projects/P/locations/L}, with each page
     *     that lacks some
     * @throws ApiException while walking, when the server refuses or fails, or is not reached
     */
    public Pages<N> listReachableNotes(
            ProjectName project, NoteFilter filter, int pageSize, Consumer<List<String>> unreachable) {
        return notes.listReachable(project, filter.text(), pageSize, unreachable);
    }

    /**
     * {@code GET /{version}/{name}/occurrences}: the occurrences under a note, of all projects that have some, fetched as
     * they are walked, 100 at a time.
     *
     * @throws ApiException while walking, when the server refuses or fails, or is not reached
     */
    public Pages<O> listNoteOccurrences(NoteName note, OccurrenceFilter filter) {
        return listNoteOccurrences(note, filter, Resources.DEFAULT_PAGE_SIZE);
    }

    /**
     * {@link #listNoteOccurrences(NoteName, OccurrenceFilter)} with pages of another size.
     *
     * @param pageSize how many to fetch at a time, 1 to 1,000
     * @throws ApiException while walking, when the server refuses or fails, or is not reached
     */
    public Pages<O> listNoteOccurrences(NoteName note, OccurrenceFilter filter, int pageSize) {
        // The answer is that of a list of a project without the unreachable locations.
        return occurrences.list(noteOccurrences.with(note.toString()), filter.text(), pageSize);
    }

    /**
     * {@code PATCH /{version}/{name}}: changes a note; sent once.
     *
     * <p>Hand in the whole note, as it was got and then altered: the open-source server ignores the mask and replaces
     * everything.
     *
     * @return the note as changed
     * @throws ApiException when the server refuses or fails, or is not reached; 404 when there is none
     */
    public N patchNote(NoteName name, N note, UpdateMask mask) {
        return notes.patch(name.toString(), note, mask);
    }

    /**
     * {@code DELETE /{version}/{name}}: removes a note.
     *
     * @throws ApiException when the server refuses or fails, or is not reached; 404 when there was none
     */
    public void deleteNote(NoteName name) {
        notes.delete(name.toString());
    }

    /**
     * {@code POST /{version}/{resource}:getIamPolicy}: who may do what with a note, with conditions.
     *
     * @throws ApiException when the server refuses or fails, or is not reached; the open-source server has no policies
     */
    public Policy getIamPolicy(NoteName name) {
        return iam.policy(name.toString());
    }

    /**
     * {@code POST /{version}/{resource}:setIamPolicy}: replaces the policy of a note; sent once.
     *
     * @param policy what {@link #getIamPolicy(NoteName)} gave, altered: its {@code etag} keeps the changes of others
     * @return the policy as stored
     * @throws ApiException when the server refuses or fails, or is not reached; 409 when somebody else changed it meanwhile
     */
    public Policy setIamPolicy(NoteName name, Policy policy) {
        return iam.setPolicy(name.toString(), policy);
    }

    /**
     * {@code POST /{version}/{resource}:testIamPermissions}: which of these permissions the caller has.
     *
     * @param permissions such as {@code containeranalysis.notes.attachOccurrence}
     * @throws ApiException when the server refuses or fails, or is not reached
     */
    public List<String> testIamPermissions(NoteName name, List<String> permissions) {
        return iam.testPermissions(name.toString(), permissions);
    }

    /** The counts of a project, by severity. */
    final <S extends Message> S vulnerabilitySummary(
            ProjectName project, OccurrenceFilter filter, boolean onlyReachable, Class<S> type) {
        ApiRequest request = vulnerabilitySummary
                .with(project.toString())
                .query("filter", Optional.of(filter.text()).filter(text -> !text.isEmpty()))
                .query("returnPartialSuccess", Optional.of("true").filter(yes -> onlyReachable));
        return transport.call(request, type);
    }

    /** Makes something of a resource, once. */
    final <R extends Message> R makeOfResource(
            String verb, ProjectName project, String resourceUrl, Message body, Class<R> answer) {
        return callOnResource(Endpoint.post(resourceTemplate(verb)), project, resourceUrl, body, answer);
    }

    /** Asks something about a resource. */
    final <R extends Message> R askAboutResource(
            String verb, ProjectName project, String resourceUrl, Message body, Class<R> answer) {
        return callOnResource(Endpoint.query(resourceTemplate(verb)), project, resourceUrl, body, answer);
    }

    private String resourceTemplate(String verb) {
        return "/" + version + "/{name}:" + verb;
    }

    private <R extends Message> R callOnResource(
            Endpoint endpoint, ProjectName project, String resource, Message body, Class<R> answer) {
        ApiRequest request = ResourceUrl.request(transport.baseUrl(), endpoint, project, resource);
        return transport.call(request.json(ModelJson.write(body)), answer);
    }

    final Transport transport() {
        return transport;
    }

    /** Cancels what runs and frees threads and connections. */
    @Override
    public final void close() {
        transport.close();
    }
}
