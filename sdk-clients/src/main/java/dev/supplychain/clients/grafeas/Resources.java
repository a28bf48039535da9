package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.Pages;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.ProjectName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What can be done with the notes of a server, and in the same way with its occurrences, in either version.
 *
 * @param <T> the message
 */
final class Resources<T extends Message> {
    static final int DEFAULT_PAGE_SIZE = 100;
    private static final int MAX_PAGE_SIZE = 1000;

    private final Transport transport;
    private final ResourceType<T> type;
    private final Endpoint create;
    private final Endpoint batchCreate;
    private final Endpoint list;
    private final Endpoint get;
    private final Endpoint patch;
    private final Endpoint delete;

    Resources(Transport transport, String version, ResourceType<T> type) {
        this.transport = transport;
        this.type = type;
        String collection = "/" + version + "/{parent}/" + type.collection();
        this.create = Endpoint.post(collection);
        this.batchCreate = Endpoint.post(collection + ":batchCreate");
        this.list = Endpoint.get(collection);
        String one = "/" + version + "/{name}";
        this.get = Endpoint.get(one);
        this.patch = Endpoint.patch(one);
        this.delete = Endpoint.delete(one);
    }

    T create(ProjectName parent, Optional<String> noteId, T resource) {
        ApiRequest request = create.with(parent.toString()).query("noteId", noteId);
        return transport.call(request.json(ModelJson.write(type.writable(resource))), type.message());
    }

    T get(String name) {
        return read(get.with(name));
    }

    T read(ApiRequest request) {
        return transport.call(request, type.message());
    }

    /** What the server returns; with the name, which one of the open-source stores leaves out. */
    T patch(String name, T resource, UpdateMask mask) {
        ApiRequest request = patch.with(name).query("updateMask", mask.toString());
        T patched = transport.call(request.json(ModelJson.write(type.writable(resource))), type.message());
        boolean hasName = type.name(patched).filter(text -> !text.isEmpty()).isPresent();
        return hasName ? patched : type.named(patched, name);
    }

    void delete(String name) {
        Deletion.send(transport, delete.with(name));
    }

    Pages<T> list(ProjectName parent, String filter, int pageSize) {
        return list(list.with(parent.toString()), filter, pageSize);
    }

    /** A list that is complete; an answer that lacks a location is an error. */
    Pages<T> list(ApiRequest request, String filter, int pageSize) {
        return pages(parameters(request, filter, pageSize), missing -> {
            throw ApiException.builder(ApiException.Kind.PROTOCOL, request.line())
                    .reason("the list is not complete, without " + String.join(", ", missing))
                    .build();
        });
    }

    /** A list of those locations of a project that answer. */
    Pages<T> listReachable(ProjectName parent, String filter, int pageSize, Consumer<List<String>> unreachable) {
        ApiRequest request = parameters(list.with(parent.toString()), filter, pageSize);
        return pages(request.query("returnPartialSuccess", "true"), unreachable);
    }

    private Pages<T> pages(ApiRequest request, Consumer<List<String>> unreachable) {
        return transport.pages(request.line(), token -> {
            ListPage<T> page = type.list(transport, request.query("pageToken", token));
            if (!page.unreachable().isEmpty()) {
                unreachable.accept(page.unreachable());
            }
            return page.page();
        });
    }

    private static ApiRequest parameters(ApiRequest request, String filter, int pageSize) {
        if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
            throw new IllegalArgumentException("the page size is " + pageSize + ", not 1 to " + MAX_PAGE_SIZE);
        }
        return request.query("filter", Optional.of(filter).filter(text -> !text.isEmpty()))
                .query("pageSize", Integer.toString(pageSize));
    }

    BatchResult<T> batchCreate(ProjectName parent, List<T> resources) {
        return new Batch<>(transport, type, batchCreate.with(parent.toString())).create(resources);
    }

    /** The notes as the batch knows them: each with the name that it is to have. */
    BatchResult<T> batchCreate(ProjectName parent, Map<String, T> notesById) {
        Map<String, T> copy = new LinkedHashMap<>(notesById);
        List<T> named = copy.entrySet().stream()
                .map(note ->
                        type.named(note.getValue(), parent.note(note.getKey()).toString()))
                .toList();
        return batchCreate(parent, named);
    }
}
