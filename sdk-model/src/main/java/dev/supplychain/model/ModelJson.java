package dev.supplychain.model;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.internal.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@link Message}s.
 *
 * <p>There are two readers, and they are not interchangeable: {@link #readStrict} for what was signed, where two readers
 * must never see two things, and {@link #read} for the answers of services, which follows the JSON mapping of proto3
 * ({@code null} and absent are the same, {@code snake_case} names are taken, numbers may come as strings). Both refuse
 * duplicate members (also one in both spellings), anything after the value, bytes that are not UTF-8, more than 32 MiB
 * unless the caller says otherwise, more than 64 levels and more than 5 million tokens; both keep unknown members and
 * unknown enum texts.
 *
 * <pre>{@code
 * Occurrence occurrence = ModelJson.read(bytes, Occurrence.class);
 * byte[] same = ModelJson.write(occurrence);
 * }</pre>
 */
public final class ModelJson {
    /** For what is in memory already: whoever read it there has set a limit. */
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private ModelJson() {}

    /** Mappers are costly to make and to warm up: one of each kind serves all, when first needed. */
    private static final class Tolerant {
        static final JsonMapper MAPPER =
                common().annotationIntrospector(new ProtoNames()).build();
    }

    private static final class Strict {
        static final JsonMapper MAPPER =
                common().disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).build();
    }

    /**
     * Reads the answer of a service.
     *
     * @throws MalformedDataException when it is not JSON, over a limit, or does not fit the type; it names the place
     */
    public static <T extends Message> T read(byte[] json, Class<T> type) {
        return read(json, type, JsonCodec.MAX_DOCUMENT_BYTES);
    }

    /**
     * {@link #read(byte[], Class)} with another limit than 32 MiB.
     *
     * @param maxBytes how large the answer may be
     * @throws MalformedDataException when it is not JSON, over a limit, or does not fit the type; it names the place
     */
    public static <T extends Message> T read(byte[] json, Class<T> type, int maxBytes) {
        return read(Tolerant.MAPPER, json, type, maxBytes);
    }

    /**
     * {@link #read(byte[], Class)} of a text.
     *
     * @throws MalformedDataException when it is not JSON, over a limit, or does not fit the type; it names the place
     */
    public static <T extends Message> T read(String json, Class<T> type) {
        return read(JsonCodec.utf8(type.getSimpleName(), json), type);
    }

    /**
     * Reads a part of a document as a message of a service.
     *
     * @throws MalformedDataException when it does not fit the type; it names the place
     */
    public static <T extends Message> T read(Json json, Class<T> type) {
        return read(json.toUtf8(), type, UNLIMITED);
    }

    /**
     * Reads something that was signed, such as the predicate of a verified statement.
     *
     * @throws MalformedDataException when it is not strict JSON, over a limit, or does not fit the type; it names the
     *     place
     */
    public static <T extends Message> T readStrict(byte[] json, Class<T> type) {
        return read(Strict.MAPPER, json, type, JsonCodec.MAX_DOCUMENT_BYTES);
    }

    /**
     * {@link #readStrict(byte[], Class)} of a part of a document.
     *
     * @throws MalformedDataException when it does not fit the type; it names the place
     */
    public static <T extends Message> T readStrict(Json json, Class<T> type) {
        return read(Strict.MAPPER, json.toUtf8(), type, UNLIMITED);
    }

    /**
     * Reads the elements of a list as they are asked for, so that an answer of any length needs the memory of one element.
     *
     * @param json UTF-8; it is closed with the elements
     * @param array the member that holds the list, such as {@code occurrences}; with dots between them the members that lead
     *     to it, such as {@code list.objects}; empty when the document is the list. No such member, or null, is an empty list
     */
    public static <T extends Message> JsonElements<T> elements(InputStream json, String array, Class<T> type) {
        return JsonElements.ofArray(json, array, type.getSimpleName(), element -> read(element, type));
    }

    /**
     * Reads newline-delimited JSON, one message per line, as it is asked for; blank lines are passed over.
     *
     * @param json UTF-8; it is closed with the elements
     */
    public static <T extends Message> JsonElements<T> lines(InputStream json, Class<T> type) {
        return JsonElements.ofLines(json, type.getSimpleName(), line -> read(line, type));
    }

    /**
     * {@link #lines(InputStream, Class)} for lines that are not all of one type.
     *
     * @param json UTF-8; it is closed with the elements
     */
    public static JsonElements<Json> lines(InputStream json) {
        return JsonElements.ofLines(json, "JSON", Json::parse);
    }

    /** The compact UTF-8 JSON: members in the order of the specification, absent ones and proto3 defaults left out. */
    public static byte[] write(Message message) {
        try {
            return Tolerant.MAPPER.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + Excerpt.of(e.getOriginalMessage()), e);
        }
    }

    /** {@link #write} as a text. */
    public static String writeText(Message message) {
        return new String(write(message), StandardCharsets.UTF_8);
    }

    /** {@link #write} as a JSON value, to put one message into an open place of another. */
    public static Json toJson(Message message) {
        return Json.parse(write(message));
    }

    private static <T extends Message> T read(JsonMapper mapper, byte[] json, Class<T> type, int maxBytes) {
        String input = type.getSimpleName();
        return JsonCodec.parse(input, json, maxBytes, parser -> readValue(mapper, input, parser, type));
    }

    private static <T> T readValue(JsonMapper mapper, String input, JsonParser parser, Class<T> type)
            throws IOException {
        parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION); // every reader of the mapper looks for them
        try {
            T value = mapper.readValue(parser, type);
            if (value == null) {
                throw new MalformedDataException(input, "", "null instead of an object");
            }
            return value;
        } catch (JsonMappingException e) {
            throw malformed(input, e);
        }
    }

    private static MalformedDataException malformed(String input, JsonMappingException e) {
        Throwable cause = rootOf(e);
        String problem = cause instanceof NullPointerException
                ? "null in an array or map"
                : cause instanceof JsonProcessingException json ? json.getOriginalMessage() : cause.getMessage();
        return new MalformedDataException(
                input, pointer(e), Excerpt.of(problem == null ? cause.getClass().getSimpleName() : problem, 300), e);
    }

    /** The innermost of our own reasons or Jackson's; not what a library below threw. */
    private static Throwable rootOf(Throwable e) {
        Throwable cause = e.getCause();
        return cause instanceof MalformedDataException
                        || cause instanceof IllegalArgumentException
                        || cause instanceof IllegalStateException
                        || cause instanceof NullPointerException
                        || cause instanceof JsonProcessingException
                ? rootOf(cause)
                : e;
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer.append('/');
            @Nullable String name = step.getFieldName();
            if (name != null) {
                pointer.append(name.replace("~", "~0").replace("/", "~1"));
            } else {
                pointer.append(step.getIndex());
            }
        }
        return pointer.toString();
    }

    private static JsonInclude.Value included(JsonInclude.Include include) {
        return JsonInclude.Value.construct(include, JsonInclude.Include.ALWAYS);
    }

    private static JsonMapper.Builder common() {
        JsonMapper.Builder mapper = JsonMapper.builder(JsonCodec.factory());
        // An empty list is absent; an empty text, or an empty message in an Optional, is not.
        for (Class<?> type : List.of(List.class, Map.class, OpenEnum.class, OptionalInt.class, OptionalLong.class)) {
            mapper.withConfigOverride(type, o -> o.setInclude(included(JsonInclude.Include.NON_EMPTY)));
        }
        mapper.withConfigOverride(boolean.class, o -> o.setInclude(included(JsonInclude.Include.NON_DEFAULT)));
        return mapper.addModule(new Jdk8Module())
                .addModule(new WireModule())
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                // Null is absent, as proto3 and the in-toto specifications say.
                .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP))
                .defaultPropertyInclusion(included(JsonInclude.Include.NON_ABSENT))
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Boolean, c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail));
    }
}
