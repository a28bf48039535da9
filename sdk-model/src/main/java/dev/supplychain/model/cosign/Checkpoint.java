package dev.supplychain.model.cosign;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The state of a log, signed by the log.
 *
 * <p>Proto: {@code dev.sigstore.rekor.v1.Checkpoint}.
 *
 * @see <a href="https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_rekor.proto">sigstore_rekor.proto</a>
 */
@Value.Immutable
@JsonDeserialize(builder = Checkpoint.Builder.class)
@JsonPropertyOrder("envelope")
public interface Checkpoint extends Message {
    /** The signed note with the size and the root hash of the log, a text of several lines. */
    Optional<String> envelope();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Checkpoint}. */
    final class Builder extends ImmutableCheckpoint.Builder {
        Builder() {}
    }
}
