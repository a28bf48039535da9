package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.Page;
import java.util.List;
import java.util.Optional;

/**
 * A page as the server sent it.
 *
 * @param items the items; a page can be empty and still have a successor
 * @param nextPageToken asks for the next page; absent or empty on the last
 * @param unreachable the locations that are missing from it
 */
record ListPage<T>(List<T> items, Optional<String> nextPageToken, List<String> unreachable) {
    Page<T> page() {
        return new Page<>(items, nextPageToken.filter(token -> !token.isEmpty()));
    }
}
