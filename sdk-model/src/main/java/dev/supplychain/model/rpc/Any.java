package dev.supplychain.model.rpc;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Json;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A message of any type: {@code @type} names it, the other members are its own.
 *
 * <p>A well-known type with a JSON form of its own stands in a member {@code value}.
 *
 * <pre>{@code
 * {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "SERVICE_DISABLED"}
 * }</pre>
 *
 * @see <a href="https://protobuf.dev/programming-guides/json/">google.protobuf.Any in JSON</a>
 */
@Value.Immutable
@JsonDeserialize(builder = Any.Builder.class)
@JsonPropertyOrder("@type")
public interface Any extends Message {
    /** The type's URL; the part after the last {@code /} is the full name of the type. */
    @JsonProperty("@type")
    Optional<String> typeUrl();

    /** A member of the message; absent when it has none of that name. */
    default Optional<Json> get(String name) {
        return Optional.ofNullable(unknownFields().get(name));
    }

    /** Starts an empty one; {@code putUnknownFields} adds the members. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Any}. */
    final class Builder extends ImmutableAny.Builder {
        Builder() {}
    }
}
