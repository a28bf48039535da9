package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;

/**
 * Notes or occurrences of one version, as the methods that both versions share have to know them.
 *
 * @param <T> the message
 */
interface ResourceType<T extends Message> {
    /** The last segment of the collection's path: {@code notes} or {@code occurrences}. */
    String collection();

    /** The message. */
    Class<T> message();

    /** The name that the service gave. */
    Optional<String> name(T resource);

    /** The same with a name. */
    T named(T resource, String name);

    /** The same without what only the service sets. */
    T writable(T resource);

    /** What tells it from the others of a batch, before it is stored and after. */
    Object identity(T resource);

    /** What is left of the identity when a server writes its contents in another way. */
    Object kinship(T resource);

    /** Asks for a page. */
    ListPage<T> list(Transport transport, ApiRequest request);

    /** The body that creates several; notes have the names that they are to have. */
    Message batch(List<T> resources);

    /** Creates several, and returns those that the server says it has created. */
    List<T> batchCreate(Transport transport, ApiRequest request);
}
