package dev.supplychain.clients.internal;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.ItemStream;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Newline-delimited JSON, read as it arrives: one line at a time, straight from its bytes.
 *
 * <p>Only the end of the stream behind a whole line is an end. A server that answers JSON although lines were asked for is
 * understood too: the elements of an array are the items.
 */
public final class NdJson<T> implements ItemStream<T> {
    private static final String LINES = "application/x-ndjson";
    private static final String OTHER_LINES = "application/jsonl";

    private final ApiRequest request;
    private final Streamed answer;
    private final LineReader lines;
    private final boolean isWhole;
    private final int maxItemBytes;
    private final ItemReader<T> reader;

    private final Deque<T> ahead = new ArrayDeque<>();
    private long items;
    private boolean wholeRead;
    private boolean atEnd;
    private @Nullable ApiException broken;

    private NdJson(ApiRequest request, Streamed answer, boolean isWhole, int maxItemBytes, ItemReader<T> reader) {
        this.request = request;
        this.answer = answer;
        this.lines = new LineReader(answer.body(), maxItemBytes);
        this.isWhole = isWhole;
        this.maxItemBytes = maxItemBytes;
        this.reader = reader;
    }

    /**
     * The items of an answer.
     *
     * @param request what was asked
     * @param answer what is answered; closed with the items
     * @param maxItemBytes the longest line
     * @param reader makes the items
     * @throws ApiException when the answer is neither lines nor JSON; it is closed then
     */
    public static <T> ItemStream<T> read(ApiRequest request, Streamed answer, int maxItemBytes, ItemReader<T> reader) {
        String type = MediaTypes.essence(answer.header("Content-Type").orElse(""));
        boolean isLines = type.equals(LINES) || type.equals(OTHER_LINES);
        NdJson<T> stream = new NdJson<>(request, answer, !isLines, maxItemBytes, reader);
        if (!isLines && !MediaTypes.isJson(type)) {
            stream.close();
            throw stream.failed(
                    Kind.PROTOCOL,
                    "the body is of type " + (type.isEmpty() ? "unknown" : stream.masked(type)) + ", not lines of JSON",
                    null);
        }
        return stream;
    }

    @Override
    public boolean hasNext() {
        if (broken != null) {
            throw broken;
        }
        try {
            while (ahead.isEmpty() && !atEnd) {
                advance();
            }
        } catch (ApiException e) {
            broken = e;
            close();
            throw e;
        }
        return !ahead.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there were " + items + " items");
        }
        items++;
        return ahead.remove();
    }

    private void advance() {
        LineReader.Line line = nextLine();
        if (line == null) {
            atEnd = true;
            answer.close();
        } else if (!line.isBlank()) {
            Optional<T> item = isWhole ? Optional.empty() : reader.readLine(line.bytes(), maxItemBytes);
            item.ifPresentOrElse(ahead::add, () -> add(parse(line)));
        }
    }

    private LineReader.@Nullable Line nextLine() {
        try {
            return isWhole ? wholeBody() : lines.next();
        } catch (LineReader.LineTooLongException e) {
            throw failed(Kind.TOO_LARGE, e.getMessage(), e);
        } catch (IOException e) {
            // The body throws what the network does as something else: this is a closed stream.
            throw failed(Kind.PROTOCOL, "the answer cannot be read", e);
        }
    }

    /** All of the body as one line, then nothing. */
    private LineReader.@Nullable Line wholeBody() throws IOException {
        if (wholeRead) {
            return null;
        }
        wholeRead = true;
        int limit = Math.min(maxItemBytes, Integer.MAX_VALUE - 1);
        byte[] body = answer.body().readNBytes(limit + 1);
        if (body.length > limit) {
            throw new LineReader.LineTooLongException(limit);
        }
        if (body.length == 0) {
            throw failed(Kind.PROTOCOL, "empty body", null);
        }
        return new LineReader.Line(body, true);
    }

    private Json parse(LineReader.Line line) {
        try {
            return Json.parse(line.bytes(), maxItemBytes);
        } catch (MalformedDataException e) {
            throw malformed(line.ended() ? "" : "the answer ends inside a line: ", e);
        }
    }

    private void add(Json json) {
        Optional<ApiException> failure = InBandError.of(request, answer.head(), json, items);
        if (failure.isPresent()) {
            throw failure.get();
        }
        try {
            if (isWhole && json.kind() == Json.Kind.ARRAY) {
                json.elements().forEach(element -> ahead.add(reader.read(element)));
            } else {
                ahead.add(reader.read(json));
            }
        } catch (MalformedDataException e) {
            throw malformed("", e);
        }
    }

    private ApiException malformed(String prefix, MalformedDataException e) {
        return failed(Kind.PROTOCOL, prefix + e.getMessage(), e);
    }

    private ApiException failed(Kind kind, @Nullable String reason, @Nullable Exception cause) {
        return ApiException.builder(kind, request.line())
                .httpStatus(answer.status())
                .requestId(answer.head().requestId())
                .mayHaveActed(!request.endpoint().idempotent())
                .reason(masked(String.valueOf(reason)))
                .note(InBandError.after(items))
                .cause(answer.head().redactor().safe(cause))
                .build();
    }

    private String masked(String text) {
        return answer.head().redactor().mask(text);
    }

    @Override
    public void close() {
        answer.close();
    }
}
