package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.BatchCreateOccurrencesRequest;
import dev.supplychain.model.grafeas.v1beta1.BatchCreateOccurrencesResponse;
import dev.supplychain.model.grafeas.v1beta1.ListOccurrencesResponse;
import dev.supplychain.model.grafeas.v1beta1.NoteKind;
import dev.supplychain.model.grafeas.v1beta1.Occurrence;
import dev.supplychain.model.grafeas.v1beta1.Resource;
import java.util.List;
import java.util.Optional;

/** Occurrences of version 1beta1. */
final class V1Beta1Occurrences implements ResourceType<Occurrence> {
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

    /** The kind stays: the open-source server derives none and keeps what it is sent. */
    @Override
    public Occurrence writable(Occurrence occurrence) {
        return Occurrence.builder()
                .from(occurrence)
                .name(Optional.empty())
                .createTime(Optional.empty())
                .updateTime(Optional.empty())
                .build();
    }

    @Override
    public Object identity(Occurrence occurrence) {
        // A server may derive the kind, or keep what it was sent.
        return Occurrence.builder()
                .from(writable(occurrence))
                .kind(NoteKind.NOTE_KIND_UNSPECIFIED)
                .build();
    }

    @Override
    public Object kinship(Occurrence occurrence) {
        return List.of(occurrence.resource().flatMap(Resource::uri), occurrence.noteName());
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
