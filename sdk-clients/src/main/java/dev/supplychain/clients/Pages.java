package dev.supplychain.clients;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A long list that is fetched page by page, as it is walked.
 *
 * <p>Nothing is asked before the first item is. Each walk asks anew, and each page is a call with a time budget of its
 * own. A walk throws {@link ApiException} at the place where a page cannot be had.
 *
 * @param <T> what is listed
 */
public final class Pages<T> implements Iterable<T> {
    /** A list of more pages than this is taken for one that never ends. */
    private static final int MAX_PAGES = 100_000;

    private final String request;
    private final Function<Optional<String>, Page<T>> fetch;

    private final PageListener listener;

    private Pages(String request, Function<Optional<String>, Page<T>> fetch, PageListener listener) {
        this.request = request;
        this.fetch = fetch;
        this.listener = listener;
    }

    /** Sees the pages of a list. */
    @FunctionalInterface
    public interface PageListener {
        /**
         * A page has come.
         *
         * @param page its number, counted from 1
         * @param items how many there are on it
         */
        void paged(int page, int items);
    }

    /**
     * A list that is fetched by a function.
     *
     * @param request what is asked, for messages, such as {@code GET /v1/projects/p/occurrences}
     * @param fetch gets the page of a token, without one the first
     */
    public static <T> Pages<T> of(String request, Function<Optional<String>, Page<T>> fetch) {
        return of(request, fetch, (page, items) -> {});
    }

    /**
     * A list that is fetched by a function, whose pages somebody wants to see.
     *
     * @param request what is asked, for messages, such as {@code GET /v1/projects/p/occurrences}
     * @param fetch gets the page of a token, without one the first
     * @param listener is told of every page once it is there
     */
    public static <T> Pages<T> of(String request, Function<Optional<String>, Page<T>> fetch, PageListener listener) {
        return new Pages<>(request, fetch, listener);
    }

    /** The items, fetched as they are asked for. */
    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    @Override
    public Iterator<T> iterator() {
        return new Walk();
    }

    private final class Walk implements Iterator<T> {
        private final Set<String> spent = new HashSet<>();
        private Optional<String> token = Optional.empty();
        private boolean started;
        private Iterator<T> items = Collections.emptyIterator();

        @Override
        public boolean hasNext() {
            while (!items.hasNext()) {
                if (started && token.isEmpty()) {
                    return false;
                }
                token.ifPresent(this::requireProgress);
                Page<T> page = fetch.apply(token);
                token.ifPresent(spent::add);
                started = true;
                token = page.nextToken();
                items = page.items().iterator();
                listener.paged(spent.size() + 1, page.items().size());
            }
            return true;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return items.next();
        }

        private void requireProgress(String next) {
            if (spent.contains(next)) {
                throw endless("the server gave the same page token twice");
            }
            if (spent.size() + 1 >= MAX_PAGES) {
                throw endless("the list has more than " + MAX_PAGES + " pages");
            }
        }

        private ApiException endless(String reason) {
            return ApiException.builder(ApiException.Kind.PROTOCOL, request)
                    .reason(reason)
                    .attempts(spent.size() + 1)
                    .build();
        }
    }
}
