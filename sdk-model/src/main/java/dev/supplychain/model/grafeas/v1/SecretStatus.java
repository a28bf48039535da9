package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.Timestamp;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Whether a secret was valid at some point in time.
 *
 * <p>Proto: {@code grafeas.v1.SecretStatus}.
 */
@Value.Immutable
@JsonDeserialize(builder = SecretStatus.Builder.class)
@JsonPropertyOrder({"status", "updateTime", "message"})
public interface SecretStatus extends Message {
    /** The validity that was found. */
    @Value.Default
    default OpenEnum<Status> status() {
        return OpenEnum.of(Status.STATUS_UNSPECIFIED);
    }

    /** When the validity was last checked. */
    Optional<Timestamp> updateTime();

    /** Explanation of the status; absent when there is none. */
    Optional<String> message();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Whether a leaked secret still works. */
    enum Status {
        /** Not given. */
        STATUS_UNSPECIFIED,

        /** It could not be found out. */
        UNKNOWN,

        /** The secret works. */
        VALID,

        /** The secret does not work. */
        INVALID
    }

    /** Builds a {@link SecretStatus}. */
    final class Builder extends ImmutableSecretStatus.Builder {
        Builder() {}

        /** Sets {@link SecretStatus#status()} to a known constant. */
        public Builder status(Status status) {
            return status(OpenEnum.of(status));
        }
    }
}
