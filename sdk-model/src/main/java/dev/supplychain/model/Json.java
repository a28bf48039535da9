package dev.supplychain.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.internal.JsonCodec;
import dev.supplychain.model.internal.JsonValues;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON value: what a specification leaves open (a predicate, a policy's details) or this version does not
 * know.
 *
 * <p>The order of members and the text of numbers are kept. Two values are equal when they are equal as JSON trees: the
 * order of members does not matter, {@code 1} and {@code 1.0} differ.
 *
 * <pre>{@code
 * Json predicate = Json.parse("{\"toolType\":\"Maven\",\"toolVersion\":\"3.9.16\"}");
 * predicate.get("toolType").map(Json::string); // Optional[Maven]
 * }</pre>
 */
public final class Json {
    /** What a JSON value can be. */
    public enum Kind {
        /** Members by name. */
        OBJECT,
        /** Values in order. */
        ARRAY,
        /** A text. */
        STRING,
        /** A number. */
        NUMBER,
        /** True or false. */
        BOOLEAN,
        /** The literal {@code null}. */
        NULL
    }

    static {
        JsonValues.install(new JsonValues.Access() {
            @Override
            public Json read(JsonParser parser) throws IOException {
                return Json.read(parser);
            }

            @Override
            public void write(Json json, JsonGenerator generator) throws IOException {
                json.write(generator);
            }
        });
    }

    private static final Json NULL = new Json(Kind.NULL, "null");
    private static final Json TRUE = new Json(Kind.BOOLEAN, true);
    private static final Json FALSE = new Json(Kind.BOOLEAN, false);

    private final Kind kind;
    private final Object value;

    private Json(Kind kind, Object value) {
        this.kind = kind;
        this.value = value;
    }

    /**
     * Reads one JSON value, strictly: UTF-8 without byte order mark, no duplicate member, nothing after the value, at
     * most 32 MiB and 64 levels.
     *
     * @throws MalformedDataException when it is anything else; it names the line and column
     */
    public static Json parse(byte[] utf8) {
        return parse(utf8, JsonCodec.MAX_DOCUMENT_BYTES);
    }

    /**
     * {@link #parse(byte[])} with another limit than 32 MiB.
     *
     * @param maxBytes how large the document may be
     * @throws MalformedDataException when it is anything else; it names the line and column
     */
    public static Json parse(byte[] utf8, int maxBytes) {
        return JsonCodec.parse("JSON", utf8, maxBytes, Json::readAlone);
    }

    /**
     * {@link #parse(byte[])} of a text.
     *
     * @throws MalformedDataException when it is not one strict JSON value
     */
    public static Json parse(String text) {
        return JsonCodec.parse("JSON", JsonCodec.utf8("JSON", text), Json::readAlone);
    }

    /** A string. */
    public static Json of(String string) {
        return new Json(Kind.STRING, string);
    }

    /** A whole number. */
    public static Json of(long number) {
        return new Json(Kind.NUMBER, Long.toString(number));
    }

    /** A number, written as {@link BigDecimal#toString()} does. */
    public static Json of(BigDecimal number) {
        return new Json(Kind.NUMBER, number.toString());
    }

    /** True or false. */
    public static Json of(boolean bool) {
        return bool ? TRUE : FALSE;
    }

    /** The literal {@code null}. */
    public static Json ofNull() {
        return NULL;
    }

    /** An array of these values. */
    public static Json array(List<Json> elements) {
        return new Json(Kind.ARRAY, List.copyOf(elements));
    }

    /** An array of these strings. */
    public static Json strings(List<String> strings) {
        return array(strings.stream().map(Json::of).toList());
    }

    /** An object of these members, in the order of the map. */
    public static Json object(Map<String, Json> members) {
        return new Json(Kind.OBJECT, new LinkedHashMap<>(members));
    }

    /** What this value is. */
    public Kind kind() {
        return kind;
    }

    /** True for the literal {@code null}. */
    public boolean isNull() {
        return kind == Kind.NULL;
    }

    /** The member of that name; absent when there is none, when it is {@code null}, or when this is not an object. */
    public Optional<Json> get(String name) {
        return kind == Kind.OBJECT
                ? Optional.ofNullable(members().get(name)).filter(v -> !v.isNull())
                : Optional.empty();
    }

    /**
     * The members of an object, in the order of the input.
     *
     * @throws MalformedDataException when this is not an object
     */
    @SuppressWarnings("unchecked") // an OBJECT holds nothing else
    public Map<String, Json> members() {
        return Collections.unmodifiableMap((Map<String, Json>) require(Kind.OBJECT));
    }

    /**
     * The elements of an array.
     *
     * @throws MalformedDataException when this is not an array
     */
    @SuppressWarnings("unchecked") // an ARRAY holds nothing else
    public List<Json> elements() {
        return (List<Json>) require(Kind.ARRAY);
    }

    /**
     * The text of a string.
     *
     * @throws MalformedDataException when this is not a string
     */
    public String string() {
        return (String) require(Kind.STRING);
    }

    /**
     * True or false.
     *
     * @throws MalformedDataException when this is not a boolean
     */
    public boolean bool() {
        return (Boolean) require(Kind.BOOLEAN);
    }

    /**
     * The text of a number, as written.
     *
     * @throws MalformedDataException when this is not a number
     */
    public String number() {
        return (String) require(Kind.NUMBER);
    }

    /**
     * The exact value of a number.
     *
     * @throws MalformedDataException when this is not a number, or its exponent is beyond an int
     */
    public BigDecimal decimal() {
        String text = number();
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new MalformedDataException("JSON", "", Excerpt.quoted(text) + " is too large a number", e);
        }
    }

    /** The compact JSON text. */
    @Override
    public String toString() {
        return new String(toUtf8(), StandardCharsets.UTF_8);
    }

    /** The compact JSON text as UTF-8. */
    public byte[] toUtf8() {
        return JsonCodec.write(this::write);
    }

    private Object require(Kind wanted) {
        if (kind != wanted) {
            throw new MalformedDataException("JSON", "", "expected " + name(wanted) + " but found " + name(kind));
        }
        return value;
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Json readAlone(JsonParser parser) throws IOException {
        parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION); // its map shows them
        return read(parser);
    }

    /** Reads the value at the parser's current token, or at its next when it has none. */
    static Json read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        switch (token == null ? parser.nextToken() : token) {
            case START_OBJECT -> {
                Map<String, Json> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    JsonCodec.requireFirst(members.put(name, read(parser)) == null, name, parser);
                }
                return new Json(Kind.OBJECT, members);
            }
            case START_ARRAY -> {
                List<Json> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(read(parser));
                }
                return new Json(Kind.ARRAY, Collections.unmodifiableList(elements));
            }
            case VALUE_STRING -> {
                return of(parser.getText());
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                return new Json(Kind.NUMBER, parser.getText());
            }
            case VALUE_TRUE -> {
                return TRUE;
            }
            case VALUE_FALSE -> {
                return FALSE;
            }
            case VALUE_NULL -> {
                return NULL;
            }
            default -> throw new IllegalStateException("no JSON value at " + token);
        }
    }

    /** Writes this value. */
    void write(JsonGenerator generator) throws IOException {
        switch (kind) {
            case OBJECT -> {
                generator.writeStartObject();
                // Not members(): its wrapper makes an object for every entry, half of the time of writing.
                @SuppressWarnings("unchecked")
                Map<String, Json> members = (Map<String, Json>) value;
                for (Map.Entry<String, Json> member : members.entrySet()) {
                    generator.writeFieldName(member.getKey());
                    member.getValue().write(generator);
                }
                generator.writeEndObject();
            }
            case ARRAY -> {
                generator.writeStartArray();
                for (Json element : elements()) {
                    element.write(generator);
                }
                generator.writeEndArray();
            }
            case STRING -> generator.writeString(string());
            case NUMBER -> generator.writeNumber(number());
            case BOOLEAN -> generator.writeBoolean(bool());
            case NULL -> generator.writeNull();
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Json that && kind == that.kind && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
