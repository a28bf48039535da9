package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1.BatchCreateOccurrencesRequest;
import dev.supplychain.model.grafeas.v1.BatchCreateOccurrencesResponse;
import dev.supplychain.model.grafeas.v1.ListOccurrencesResponse;
import dev.supplychain.model.grafeas.v1.NoteKind;
import dev.supplychain.model.grafeas.v1.Occurrence;
import java.util.List;
import java.util.Optional;

/** Occurrences of version 1. */
final class V1Occurrences implements ResourceType<Occurrence> {
    @Override
    public String collection() {
        return "occurrences";
    }

    @Override
    public Class<Occurrence> message() {
        return Occurrence.class;
    }

    @Override
    public Optional<String> name(Occurrence occurrence) {
        return occurrence.name();
    }

    @Override
    public Occurrence named(Occurrence occurrence, String name) {
        return Occurrence.builder().from(occurrence).name(name).build();
    }

    @Override
    public Occurrence writable(Occurrence occurrence) {
        return Occurrence.builder()
                .from(occurrence)
                .name(Optional.empty())
                .kind(NoteKind.NOTE_KIND_UNSPECIFIED)
                .createTime(Optional.empty())
                .updateTime(Optional.empty())
                .build();
    }

    @Override
    public Object identity(Occurrence occurrence) {
        return writable(occurrence);
    }

    @Override
    public Object kinship(Occurrence occurrence) {
        return List.of(occurrence.resourceUri(), occurrence.noteName());
    }

    @Override
    public ListPage<Occurrence> list(Transport transport, ApiRequest request) {
        ListOccurrencesResponse page = transport.call(request, ListOccurrencesResponse.class);
        return new ListPage<>(page.occurrences(), page.nextPageToken(), page.unreachable());
    }

    @Override
    public Message batch(List<Occurrence> occurrences) {
        return BatchCreateOccurrencesRequest.builder()
                .occurrences(occurrences.stream().map(this::writable).toList())
                .build();
    }

    @Override
    public List<Occurrence> batchCreate(Transport transport, ApiRequest request) {
        return transport.call(request, BatchCreateOccurrencesResponse.class).occurrences();
    }
}
