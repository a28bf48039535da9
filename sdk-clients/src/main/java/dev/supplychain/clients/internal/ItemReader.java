package dev.supplychain.clients.internal;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the items of a stream.
 *
 * @param <T> what they are
 */
public interface ItemReader<T> {
    /**
     * The item that a value is.
     *
     * @throws MalformedDataException when it is none
     */
    T read(Json value);

    /** The item that a line is, without a tree in between; absent when the line has to be looked at more closely. */
    Optional<T> readLine(byte[] line, int maxBytes);

    /** Items of several shapes: every line is looked at closely. */
    static <T> ItemReader<T> of(Function<Json, T> reader) {
        return new ItemReader<>() {
            @Override
            public T read(Json value) {
                return reader.apply(value);
            }

            @Override
            public Optional<T> readLine(byte[] line, int maxBytes) {
                return Optional.empty();
            }
        };
    }

    /** Messages: a line that is one, and has no member that only errors have, needs no closer look. */
    static <M extends Message> ItemReader<M> of(Class<M> type) {
        return new ItemReader<>() {
            @Override
            public M read(Json value) {
                return ModelJson.read(value, type);
            }

            @Override
            public Optional<M> readLine(byte[] line, int maxBytes) {
                try {
                    return Optional.of(ModelJson.read(line, type, maxBytes)).filter(ItemReader::looksLikeAnItem);
                } catch (MalformedDataException e) {
                    return Optional.empty();
                }
            }
        };
    }

    private static boolean looksLikeAnItem(Message message) {
        List<String> ofErrors = InBandError.MEMBERS;
        return message.unknownFields().isEmpty() || ofErrors.stream().noneMatch(message.unknownFields()::containsKey);
    }
}
