package dev.supplychain.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.impl.JDKValueInstantiators;
import com.fasterxml.jackson.databind.deser.std.CollectionDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.ReferenceType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets databind look into a message behind an {@code Optional} or in a list when the first one is read: an occurrence
 * can hold a hundred types, and a document holds a few of them.
 */
final class LazyMessages extends Deserializers.Base {
    @Override
    public @Nullable JsonDeserializer<?> findReferenceDeserializer(
            ReferenceType type,
            DeserializationConfig config,
            BeanDescription description,
            @Nullable TypeDeserializer contentType,
            @Nullable JsonDeserializer<?> content) {
        return type.hasRawClass(Optional.class) && isMessage(type) ? new OptionalReader(type.getContentType()) : null;
    }

    @Override
    public @Nullable JsonDeserializer<?> findCollectionDeserializer(
            CollectionType type,
            DeserializationConfig config,
            BeanDescription description,
            @Nullable TypeDeserializer elementType,
            @Nullable JsonDeserializer<?> element) {
        return isMessage(type) && type.getRawClass().isAssignableFrom(ArrayList.class)
                ? new CollectionDeserializer(
                        type,
                        new Reader(type.getContentType()),
                        elementType,
                        JDKValueInstantiators.findStdValueInstantiator(config, ArrayList.class))
                : null;
    }

    private static boolean isMessage(JavaType container) {
        return container.getContentType().isTypeOrSubTypeOf(Message.class);
    }

    private static final class Reader extends JsonDeserializer<Object> {
        private final JavaType type;
        private volatile @Nullable JsonDeserializer<Object> found;

        Reader(JavaType type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return found(context).deserialize(parser, context);
        }

        private JsonDeserializer<Object> found(DeserializationContext context) throws JsonMappingException {
            @Nullable JsonDeserializer<Object> reader = found;
            if (reader == null) {
                reader = context.findRootValueDeserializer(type);
                found = reader;
            }
            return reader;
        }
    }

    private static final class OptionalReader extends JsonDeserializer<Optional<?>> {
        private final Reader content;

        OptionalReader(JavaType content) {
            this.content = new Reader(content);
        }

        @Override
        public Optional<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Optional.ofNullable(content.deserialize(parser, context));
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
}
