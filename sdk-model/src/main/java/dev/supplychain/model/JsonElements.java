package dev.supplychain.model;

import dev.supplychain.model.internal.JsonCodec;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a list of any length, read from a stream as they are asked for: no more than one is held at a time.
 *
 * <p>Each element is read as {@link ModelJson#read(byte[], Class)} reads a document, with its limits, 32 MiB among them;
 * the stream as a whole has none. What is not UTF-8 or not JSON is refused wherever it stands, but only when the
 * iteration comes there.
 *
 * <pre>{@code
 * try (JsonElements<Occurrence> occurrences = ModelJson.elements(body, "occurrences", Occurrence.class)) {
 *     while (occurrences.hasNext()) {
 *         System.out.println(occurrences.next().resourceUri());
 *     }
 *     ListOccurrencesResponse page = ModelJson.read(occurrences.rest(), ListOccurrencesResponse.class);
 *     page.nextPageToken(); // the page without its occurrences
 * }
 * }</pre>
 *
 * <p>Not for use by several threads at once.
 *
 * @param <T> what an element is read as
 */
public final class JsonElements<T> implements Iterator<T>, Closeable {
    /** Where the pieces come from. */
    interface Source {
        /** The bytes of the next element, or null at the end, which has then been checked. */
        byte @Nullable [] next();

        /** Where the element of that index stands, for messages. */
        String place(long index);

        /** What the stream has besides the elements. */
        Json rest();
    }

    private final String input;
    private final Closeable stream;
    private final Source source;
    private final Function<byte[], T> reader;

    private byte @Nullable [] ahead;
    private boolean isAtEnd;
    private long index;
    private @Nullable RuntimeException broken;

    private JsonElements(String input, Closeable stream, Source source, Function<byte[], T> reader) {
        this.input = input;
        this.stream = stream;
        this.source = source;
        this.reader = reader;
    }

    static <T> JsonElements<T> ofArray(InputStream in, String path, String element, Function<byte[], T> reader) {
        String input = "list of " + element;
        JsonSplitter json = new JsonSplitter(input, in, JsonCodec.MAX_DOCUMENT_BYTES);
        return new JsonElements<>(input, json, new JsonArraySource(json, path), reader);
    }

    static <T> JsonElements<T> ofLines(InputStream in, String element, Function<byte[], T> reader) {
        String input = "lines of " + element;
        JsonSplitter json = new JsonSplitter(input, in, JsonCodec.MAX_DOCUMENT_BYTES);
        return new JsonElements<>(input, json, new Lines(json), reader);
    }

    /**
     * True when there is another element. When false, the whole stream has been read and was well-formed.
     *
     * @throws MalformedDataException when the stream ends too early or is not what it should be; every later call throws
     *     it again
     * @throws UncheckedIOException when the stream cannot be read
     */
    @Override
    public boolean hasNext() {
        if (broken != null) {
            throw broken;
        }
        if (ahead == null && !isAtEnd) {
            try {
                ahead = source.next();
            } catch (MalformedDataException | UncheckedIOException e) {
                broken = e;
                throw e;
            }
            isAtEnd = ahead == null;
        }
        return ahead != null;
    }

    /**
     * The next element.
     *
     * @throws MalformedDataException when it cannot be read, naming its index and the place in it; the iteration may go on
     *     behind it. Also when the stream breaks off, as {@link #hasNext()} does
     * @throws NoSuchElementException when there is none
     * @throws UncheckedIOException when the stream cannot be read
     */
    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the " + input + " has " + index + " elements");
        }
        byte[] element = Objects.requireNonNull(ahead);
        ahead = null;
        String place = source.place(index++);
        try {
            return reader.apply(element);
        } catch (MalformedDataException e) {
            String within = e.place();
            throw e.within(input, within.isEmpty() || within.startsWith("/") ? place + within : place + ", " + within);
        }
    }

    /** How many elements {@link #next()} has been asked for: the index of the one that comes next. */
    public long index() {
        return index;
    }

    /**
     * What the document has besides the elements, as the object that is left when the list is taken out: a page token, what
     * could not be reached. Of lines and of a bare array, an empty object.
     *
     * @throws IllegalStateException before {@link #hasNext()} returned false: it may stand behind the elements
     */
    public Json rest() {
        if (!isAtEnd) {
            throw new IllegalStateException("what is around the elements is known at their end only");
        }
        return source.rest();
    }

    /**
     * Closes the stream; nothing more is read from it.
     *
     * @throws UncheckedIOException when that fails
     */
    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Lines(JsonSplitter json) implements Source {
        @Override
        public byte @Nullable [] next() {
            return json.line();
        }

        @Override
        public String place(long index) {
            return "/" + index;
        }

        @Override
        public Json rest() {
            return Json.object(Map.of());
        }
    }
}
