package dev.supplychain.model.grafeas.v1beta1.secret;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.Timestamp;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Validity of a credential at some time.
 *
 * <p>Proto: {@code grafeas.v1beta1.secret.SecretStatus}.
 */
@Value.Immutable
@JsonDeserialize(builder = SecretStatus.Builder.class)
@JsonPropertyOrder({"status", "updateTime", "message"})
public interface SecretStatus extends Message {
    /** Whether it works. */
    @Value.Default
    default OpenEnum<Status> status() {
        return OpenEnum.of(Status.STATUS_UNSPECIFIED);
    }

    /** When the status was last changed. */
    Optional<Timestamp> updateTime();

    /** Remark about the status; absent when there is none. */
    Optional<String> message();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Validity of a credential. */
    enum Status {
        /** Not set. */
        STATUS_UNSPECIFIED,

        /** Nobody knows. */
        UNKNOWN,

        /** It works; revoke it. */
        VALID,

        /** It does not work, or no longer. */
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
