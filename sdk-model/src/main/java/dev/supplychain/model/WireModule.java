package dev.supplychain.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.BuilderBasedDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.Serial;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The JSON forms of this module's value types, as the JSON mapping of proto3 prescribes them. */
final class WireModule extends SimpleModule {
    @Serial
    private static final long serialVersionUID = 1L;

    /** So many digits fit into a long whatever they are. */
    private static final int MAX_LONG_DIGITS = 18;

    WireModule() {
        super("dev.supplychain.model");
        addText(Bytes.class, Bytes::ofUncheckedBase64, Bytes::base64);
        addText(Digest.class, Digest::parse, Digest::toString);
        addText(Timestamp.class, Timestamp::ofUnchecked, Timestamp::text);
        addOpenEnum();
        addDeserializer(Json.class, new JsonReader());
        addSerializer(Json.class, new Writer<>(Json::write));
        addDeserializer(Decimal.class, new Reader<>(Decimal.class, WireModule::readDecimal));
        addSerializer(Decimal.class, new Writer<>(WireModule::writeDecimal));
        addDeserializer(OptionalLong.class, new OptionalLongReader());
        addSerializer(
                OptionalLong.class,
                new Writer<>(
                        (value, generator) -> generator.writeString(Long.toString(value.getAsLong())),
                        value -> value.isEmpty()));
        addDeserializer(OptionalInt.class, new OptionalIntReader());
        addSerializer(
                OptionalInt.class,
                new Writer<>((value, generator) -> generator.writeNumber(value.getAsInt()), value -> value.isEmpty()));
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new WireContainers());
        context.addBeanDeserializerModifier(new MessagesOnly());
    }

    /** Of what databind would read member by member there are messages alone. */
    private static final class MessagesOnly extends BeanDeserializerModifier {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription description, JsonDeserializer<?> deserializer) {
            if (deserializer instanceof BuilderBasedDeserializer builderBased) {
                return new MessageReader(builderBased);
            }
            if (deserializer instanceof BeanDeserializerBase) {
                throw new IllegalStateException(
                        "duplicate members of " + description.getType() + " would not be found");
            }
            return deserializer;
        }
    }

    @SuppressWarnings("rawtypes") // a class literal has no type arguments
    private void addOpenEnum() {
        addDeserializer(OpenEnum.class, new OpenEnumReader(null));
        addSerializer(OpenEnum.class, new Writer<>(WireModule::writeEnum, OpenEnum::isDefault));
    }

    private <T> void addText(Class<T> type, Function<String, T> read, Function<T, String> write) {
        addDeserializer(type, new Reader<>(type, (parser, context) -> read.apply(string(parser, context, type))));
        addSerializer(type, new Writer<>((value, generator) -> generator.writeString(write.apply(value))));
    }

    private static String string(JsonParser parser, DeserializationContext context, Class<?> type) throws IOException {
        requireString(parser, context, type);
        return parser.getText();
    }

    private static void requireString(JsonParser parser, DeserializationContext context, Class<?> type)
            throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            context.reportWrongTokenException(type, JsonToken.VALUE_STRING, "expected a string");
        }
    }

    private static Decimal readDecimal(JsonParser parser, DeserializationContext context) throws IOException {
        return parser.currentToken().isNumeric()
                ? Decimal.ofJsonNumber(parser.getText())
                : Decimal.parse(string(parser, context, Decimal.class));
    }

    private static void writeDecimal(Decimal value, JsonGenerator generator) throws IOException {
        if (value.isFinite()) {
            generator.writeNumber(value.text());
        } else {
            generator.writeString(value.text());
        }
    }

    private static void writeEnum(OpenEnum<?> value, JsonGenerator generator) throws IOException {
        // A server may send the number of a constant; no constant's name begins like one.
        if (value.isNumber()) {
            generator.writeNumber(value.text());
        } else {
            generator.writeString(value.text());
        }
    }

    /** An integer may come as a number or a string, and as {@code 1.0} or {@code 1e2}. */
    private static long readInteger(JsonParser parser, DeserializationContext context, Class<?> type)
            throws IOException {
        if (parser.hasToken(JsonToken.VALUE_NUMBER_INT) && parser.getTextLength() <= MAX_LONG_DIGITS) {
            return parser.getLongValue();
        }
        String text = parser.currentToken().isNumeric() ? parser.getText() : string(parser, context, type);
        try {
            return text.length() > 32 ? refuseInteger(context, type, text) : new BigDecimal(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return refuseInteger(context, type, text);
        }
    }

    private static long refuseInteger(DeserializationContext context, Class<?> type, String text) throws IOException {
        throw context.weirdStringException(text, type, "not an integer in range");
    }

    @FunctionalInterface
    private interface Read<T> {
        T read(JsonParser parser, DeserializationContext context) throws IOException;
    }

    @FunctionalInterface
    private interface Write<T> {
        void write(T value, JsonGenerator generator) throws IOException;
    }

    private static final class Reader<T> extends StdDeserializer<T> {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Read<T> read;

        Reader(Class<T> type, Read<T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return read.read(parser, context);
        }
    }

    private static final class Writer<T> extends JsonSerializer<T> {
        private final Write<T> write;
        private final Predicate<T> isEmpty;

        Writer(Write<T> write) {
            this(write, value -> false);
        }

        Writer(Write<T> write, Predicate<T> isEmpty) {
            this.write = write;
            this.isEmpty = isEmpty;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            write.write(value, generator);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, T value) {
            return isEmpty.test(value);
        }
    }

    /** JSON null is a value here, not an absence. */
    private static final class JsonReader extends StdDeserializer<Json> {
        @Serial
        private static final long serialVersionUID = 1L;

        JsonReader() {
            super(Json.class);
        }

        @Override
        public Json deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Json.read(parser);
        }

        @Override
        public Json getNullValue(DeserializationContext context) {
            return Json.ofNull();
        }
    }

    private static final class OptionalLongReader extends StdDeserializer<OptionalLong> {
        @Serial
        private static final long serialVersionUID = 1L;

        OptionalLongReader() {
            super(OptionalLong.class);
        }

        @Override
        public OptionalLong deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return OptionalLong.of(readInteger(parser, context, OptionalLong.class));
        }

        @Override
        public OptionalLong getNullValue(DeserializationContext context) {
            return OptionalLong.empty();
        }
    }

    private static final class OptionalIntReader extends StdDeserializer<OptionalInt> {
        @Serial
        private static final long serialVersionUID = 1L;

        OptionalIntReader() {
            super(OptionalInt.class);
        }

        @Override
        public OptionalInt deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            long value = readInteger(parser, context, OptionalInt.class);
            return value == (int) value
                    ? OptionalInt.of((int) value)
                    : OptionalInt.of((int) refuseInteger(context, OptionalInt.class, Long.toString(value)));
        }

        @Override
        public OptionalInt getNullValue(DeserializationContext context) {
            return OptionalInt.empty();
        }
    }

    @SuppressWarnings("rawtypes") // Jackson asks by raw class
    private static final class OpenEnumReader extends StdDeserializer<OpenEnum> implements ContextualDeserializer {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient OpenEnum.@Nullable Constants constants;

        OpenEnumReader(OpenEnum.@Nullable Constants constants) {
            super(OpenEnum.class);
            this.constants = constants;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            JavaType type = context.getContextualType().containedType(0);
            return new OpenEnumReader(OpenEnum.constants(type.getRawClass()));
        }

        @Override
        public OpenEnum<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                requireString(parser, context, OpenEnum.class);
            }
            return Objects.requireNonNull(constants, "of a property with a type")
                    .find(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        }
    }
}
