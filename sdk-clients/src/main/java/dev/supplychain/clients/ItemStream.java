package dev.supplychain.clients;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a service answers item by item, while it is still working.
 *
 * <p>The items come as they arrive; {@link #hasNext()} waits for the next one. It is false only when the service has said
 * all it had to say: an answer that breaks off, also in the middle of an item, and an error that the service writes
 * between the items are an {@link ApiException}, after the items before it and at every later call.
 *
 * <pre>{@code
 * try (ItemStream<PolicyScanResult> results = governor.evaluateStreaming(app, "release", request)) {
 *     while (results.hasNext()) {
 *         report(results.next());
 *     }
 * }
 * }</pre>
 *
 * <p>Holds a connection until it is closed. Not for use by several threads at once.
 *
 * @param <T> what comes
 */
public interface ItemStream<T> extends Iterator<T>, AutoCloseable {
    /**
     * Waits for another item.
     *
     * @return false when the answer is complete
     * @throws ApiException when the answer breaks off, or the service says that it has failed
     */
    @Override
    boolean hasNext();

    /**
     * The next item.
     *
     * @throws ApiException as {@link #hasNext()}
     * @throws NoSuchElementException when there is none
     */
    @Override
    T next();

    /** The items that are still to come; it waits as {@link #hasNext()} does. */
    default Stream<T> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false);
    }

    /**
     * All items that are still to come.
     *
     * @throws ApiException as {@link #hasNext()}; the items before it are lost to the caller
     */
    default List<T> toList() {
        List<T> items = new ArrayList<>();
        forEachRemaining(items::add);
        return List.copyOf(items);
    }

    /** Lets go of the connection; what was not read is not asked for any more. */
    @Override
    void close();
}
