package dev.supplychain.model.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.supplychain.model.MalformedDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The one way from bytes to tokens and back, for signed documents and for service answers; on jackson-core alone, so
 * that a cold build tool pays for nothing more.
 */
public final class JsonCodec {
    /** The largest document in bytes, unless the caller says otherwise: 32 MiB. */
    public static final int MAX_DOCUMENT_BYTES = 32 << 20;

    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_CHARS = 1000;
    private static final int MAX_NAME_CHARS = 1024;
    private static final int MAX_TOKENS = 5_000_000;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            // The bytes are known to be UTF-8: a sender must not choose another encoding.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_CHARS)
                    .maxNameLength(MAX_NAME_CHARS)
                    // Every document is in memory before it is parsed, and was measured then.
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxTokenCount(MAX_TOKENS)
                    .build())
            .build();

    private JsonCodec() {}

    /** The factory with all limits, also for the mappers. */
    public static JsonFactory factory() {
        return FACTORY;
    }

    /** Reads a value from a parser that stands before its first token. */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads up to and including the last token of the value. */
        T read(JsonParser parser) throws IOException;
    }

    /** Writes a value to a generator. */
    @FunctionalInterface
    public interface Writer {
        /** Writes one value. */
        void write(JsonGenerator generator) throws IOException;
    }

    /**
     * Reads one strict JSON document of at most 32 MiB.
     *
     * @param input what it is, for messages
     * @throws MalformedDataException when it is not UTF-8, not JSON, over a limit, or not alone
     */
    public static <T> T parse(String input, byte[] utf8, Reader<T> reader) {
        return parse(input, utf8, MAX_DOCUMENT_BYTES, reader);
    }

    /**
     * Reads one strict JSON document of at most that many bytes.
     *
     * @param input what it is, for messages
     * @throws MalformedDataException when it is not UTF-8, not JSON, over a limit, or not alone
     */
    public static <T> T parse(String input, byte[] utf8, int maxBytes, Reader<T> reader) {
        if (utf8.length > maxBytes) {
            throw new MalformedDataException(input, "", utf8.length + " bytes are more than the limit of " + maxBytes);
        }
        Utf8Check.check(input, utf8);
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            if (parser.nextToken() == null) {
                throw new MalformedDataException(input, "", "is empty");
            }
            T value = reader.read(parser);
            if (parser.nextToken() != null) {
                throw malformed(input, parser.currentTokenLocation(), "something follows the JSON value", null);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw malformed(input, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks on behalf of a reader that has taken the search for duplicates from the parser.
     *
     * @param isFirst whether the object has had no member of this name yet
     */
    public static void requireFirst(boolean isFirst, String name, JsonParser parser) throws JsonParseException {
        if (!isFirst) {
            throw new JsonParseException(parser, "Duplicate field '" + name + "'");
        }
    }

    /** The compact UTF-8 bytes of what the writer writes. */
    public static byte[] write(Writer writer) {
        // Grows by blocks: what is large is not copied each time it has doubled.
        ByteArrayBuilder out = new ByteArrayBuilder(1024);
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            writer.write(generator);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + Excerpt.of(e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * The UTF-8 encoding of a text.
     *
     * @throws MalformedDataException when the text has an unpaired surrogate, which has none
     */
    public static byte[] utf8(String input, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new MalformedDataException(input, "character " + i, "unpaired surrogate");
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What the parser refused, with line and column. */
    public static MalformedDataException malformed(String input, JsonProcessingException e) {
        return malformed(input, e.getLocation(), e.getOriginalMessage(), e);
    }

    private static MalformedDataException malformed(
            String input,
            @org.jspecify.annotations.Nullable JsonLocation at,
            String problem,
            @org.jspecify.annotations.Nullable Exception cause) {
        String place = at == null ? "" : "line " + at.getLineNr() + " column " + at.getColumnNr();
        return new MalformedDataException(input, place, Excerpt.of(problem, 300), cause);
    }
}
