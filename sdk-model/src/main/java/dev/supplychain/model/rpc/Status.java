package dev.supplychain.model.rpc;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Why a call failed, as gRPC services say it over HTTP.
 *
 * <pre>{@code
 * {"code": 5, "message": "note not found", "details": []}
 * }</pre>
 *
 * @see <a href="https://github.com/googleapis/googleapis/blob/master/google/rpc/status.proto">google.rpc.Status</a>
 */
@Value.Immutable
@JsonDeserialize(builder = Status.Builder.class)
@JsonPropertyOrder({"code", "message", "details"})
public interface Status extends Message {
    /** The number of a {@code google.rpc.Code}, such as 5 for NOT_FOUND; absent stands for 0, OK. */
    OptionalInt code();

    /** What went wrong, in English, for developers. */
    Optional<String> message();

    /** Machine-readable details; their types are the server's choice. */
    List<Any> details();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Status}. */
    final class Builder extends ImmutableStatus.Builder {
        Builder() {}
    }
}
