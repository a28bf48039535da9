package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.BatchCreateNotesRequest;
import dev.supplychain.model.grafeas.v1beta1.BatchCreateNotesResponse;
import dev.supplychain.model.grafeas.v1beta1.ListNotesResponse;
import dev.supplychain.model.grafeas.v1beta1.Note;
import java.util.List;
import java.util.Optional;

/** Notes of version 1beta1. */
final class V1Beta1Notes implements ResourceType<Note> {
    @Override
    public String collection() {
        return "notes";
    }

    @Override
    public Class<Note> message() {
        return Note.class;
    }

    @Override
    public Optional<String> name(Note note) {
        return note.name();
    }

    @Override
    public Note named(Note note, String name) {
        return Note.builder().from(note).name(name).build();
    }

    /** The kind stays: the open-source server derives none and keeps what it is sent. */
    @Override
    public Note writable(Note note) {
        return Note.builder()
                .from(note)
                .name(Optional.empty())
                .createTime(Optional.empty())
                .updateTime(Optional.empty())
                .build();
    }

    /** The id, because a server may answer with a project's number in place of its id. */
    @Override
    public Object identity(Note note) {
        return id(note);
    }

    @Override
    public Object kinship(Note note) {
        return id(note);
    }

    @Override
    public ListPage<Note> list(Transport transport, ApiRequest request) {
        ListNotesResponse page = transport.call(request, ListNotesResponse.class);
        return new ListPage<>(page.notes(), page.nextPageToken(), page.unreachable());
    }

    @Override
    public Message batch(List<Note> notes) {
        BatchCreateNotesRequest.Builder request = BatchCreateNotesRequest.builder();
        notes.forEach(note -> request.putNotes(id(note), writable(note)));
        return request.build();
    }

    @Override
    public List<Note> batchCreate(Transport transport, ApiRequest request) {
        return transport.call(request, BatchCreateNotesResponse.class).notes();
    }

    private static String id(Note note) {
        String name = note.name().orElse("");
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
