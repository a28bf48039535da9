package dev.supplychain.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import com.fasterxml.jackson.databind.type.ReferenceType;
import dev.supplychain.model.internal.JsonCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a member can be beside one value: perhaps a value, a list of values, or values by name. */
final class WireContainers extends Deserializers.Base {
    @Override
    public @Nullable JsonDeserializer<?> findReferenceDeserializer(
            ReferenceType type,
            DeserializationConfig config,
            BeanDescription description,
            @Nullable TypeDeserializer contentType,
            @Nullable JsonDeserializer<?> content) {
        return type.hasRawClass(Optional.class) ? new OptionalReader(type, content(type)) : null;
    }

    @Override
    public @Nullable JsonDeserializer<?> findCollectionDeserializer(
            CollectionType type,
            DeserializationConfig config,
            BeanDescription description,
            @Nullable TypeDeserializer elementType,
            @Nullable JsonDeserializer<?> element) {
        // Builders take an Iterable.
        return type.getRawClass().isAssignableFrom(ArrayList.class) ? new ListReader(type, content(type)) : null;
    }

    @Override
    public JsonDeserializer<?> findMapDeserializer(
            MapType type,
            DeserializationConfig config,
            BeanDescription description,
            @Nullable KeyDeserializer key,
            @Nullable TypeDeserializer valueType,
            @Nullable JsonDeserializer<?> value) {
        if (!type.getKeyType().hasRawClass(String.class)) {
            throw new IllegalStateException("duplicate members of " + type + " would not be found");
        }
        return new MapReader(type, content(type));
    }

    private static Content content(JavaType container) {
        return new Content(container.getContentType(), null);
    }

    /** Holds values that have a reader of their own. */
    abstract static class Container extends JsonDeserializer<Object> implements ContextualDeserializer {
        final JavaType type;
        private final Content content;

        Container(JavaType type, Content content) {
            this.type = type;
            this.content = content;
        }

        JavaType contentType() {
            return content.type;
        }

        final JsonDeserializer<?> content() {
            @Nullable JsonDeserializer<Object> known = content.reader;
            return known != null ? known : content;
        }

        final @Nullable Object readContent(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.hasToken(JsonToken.VALUE_NULL)
                    ? content.getNullValue(context)
                    : content.deserialize(parser, context);
        }

        abstract Container with(Content contextual);

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
                throws JsonMappingException {
            JavaType held = content.type;
            return held.isTypeOrSubTypeOf(Message.class)
                    ? this
                    : with(new Content(held, context.findContextualValueDeserializer(held, property)));
        }
    }

    /**
     * Reads one of the values. A message is looked into by databind when the first one is read: an occurrence can hold a
     * hundred types, and a document holds a few of them.
     */
    private static final class Content extends JsonDeserializer<Object> {
        private final JavaType type;
        private volatile @Nullable JsonDeserializer<Object> reader;

        Content(JavaType type, @Nullable JsonDeserializer<Object> reader) {
            this.type = type;
            this.reader = reader;
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return reader(context).deserialize(parser, context);
        }

        @Override
        public @Nullable Object getNullValue(DeserializationContext context) throws JsonMappingException {
            return reader(context).getNullValue(context);
        }

        private JsonDeserializer<Object> reader(DeserializationContext context) throws JsonMappingException {
            @Nullable JsonDeserializer<Object> found = reader;
            if (found == null) {
                found = context.findRootValueDeserializer(type);
                reader = found;
            }
            return found;
        }
    }

    private static final class OptionalReader extends Container {
        OptionalReader(JavaType type, Content content) {
            super(type, content);
        }

        @Override
        OptionalReader with(Content contextual) {
            return new OptionalReader(type, contextual);
        }

        @Override
        public Optional<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Optional.ofNullable(readContent(parser, context));
        }

        @Override
        public Optional<?> getNullValue(DeserializationContext context) {
            return Optional.empty();
        }

        @Override
        public Optional<?> getAbsentValue(DeserializationContext context) {
            return Optional.empty();
        }
    }

    static final class ListReader extends Container {
        ListReader(JavaType type, Content content) {
            super(type, content);
        }

        @Override
        ListReader with(Content contextual) {
            return new ListReader(type, contextual);
        }

        @Override
        public List<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.START_ARRAY)) {
                context.handleUnexpectedToken(type, parser);
            }
            List<@Nullable Object> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                try {
                    elements.add(readContent(parser, context));
                } catch (Exception e) {
                    throw JsonMappingException.wrapWithPath(e, elements, elements.size());
                }
            }
            return elements;
        }
    }

    /** Keeps the order, and finds duplicates. */
    private static final class MapReader extends Container {
        MapReader(JavaType type, Content content) {
            super(type, content);
        }

        @Override
        MapReader with(Content contextual) {
            return new MapReader(type, contextual);
        }

        @Override
        public Map<String, ?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.START_OBJECT)) {
                context.handleUnexpectedToken(type, parser);
            }
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonCodec.requireFirst(!values.containsKey(name), name, parser);
                parser.nextToken();
                try {
                    values.put(name, readContent(parser, context));
                } catch (Exception e) {
                    throw JsonMappingException.wrapWithPath(e, values, name);
                }
            }
            return values;
        }
    }
}
