package dev.supplychain.clients;

import java.util.List;
import java.util.Optional;

/**
 * A part of a long list.
 *
 * @param <T> what is listed
 * @param items the items; a page can be empty and still have a successor
 * @param nextToken asks for the next page; absent on the last
 */
public record Page<T>(List<T> items, Optional<String> nextToken) {
    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }
}
