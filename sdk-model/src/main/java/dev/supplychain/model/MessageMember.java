package dev.supplychain.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A member of a message, and how a builder takes it: an optional one as what it holds, a list element by element. */
final class MessageMember {
    private final SettableBeanProperty property;
    private final JsonDeserializer<?> reader;
    private final BuilderCall setter;
    private final boolean isList;

    MessageMember(SettableBeanProperty property, Class<?> builder) {
        this.property = property;
        JsonDeserializer<?> whole = property.getValueDeserializer();
        Method wholeSetter = (Method) property.getMember().getMember();
        @Nullable
        Method partSetter = whole instanceof WireContainers.Container container
                ? partSetter(builder, wholeSetter.getName(), container)
                : null;
        this.isList = partSetter != null && whole instanceof WireContainers.ListReader;
        this.reader =
                partSetter != null && whole instanceof WireContainers.Container container ? container.content() : whole;
        this.setter = BuilderCall.setter(partSetter != null ? partSetter : wholeSetter);
    }

    private static @Nullable Method partSetter(Class<?> builder, String name, WireContainers.Container container) {
        String setter = container instanceof WireContainers.ListReader
                ? "add" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)
                : name;
        JavaType content = container.contentType();
        try {
            return builder.getMethod(setter, content.getRawClass());
        } catch (NoSuchMethodException e) {
            return null; // a primitive one, for instance
        }
    }

    /** A bit of its own among the members of its message. */
    long bit() {
        return 1L << property.getPropertyIndex();
    }

    /** Reads the value at the parser's current token into the builder. */
    void read(JsonParser parser, DeserializationContext context, Object builder) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            property.deserializeSetAndReturn(parser, context, builder);
        } else if (isList) {
            readElements(parser, context, builder);
        } else {
            setter.set(builder, reader.deserialize(parser, context));
        }
    }

    private void readElements(JsonParser parser, DeserializationContext context, Object builder) throws IOException {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            context.handleUnexpectedToken(property.getType(), parser);
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            try {
                setter.set(
                        builder,
                        parser.hasToken(JsonToken.VALUE_NULL)
                                ? reader.getNullValue(context)
                                : reader.deserialize(parser, context));
            } catch (Exception e) {
                throw JsonMappingException.wrapWithPath(e, builder, i);
            }
        }
    }
}
