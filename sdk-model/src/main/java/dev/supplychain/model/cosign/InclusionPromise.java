package dev.supplychain.model.cosign;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The log's promise to include an entry.
 *
 * <p>Proto: {@code dev.sigstore.rekor.v1.InclusionPromise}.
 *
 * @see <a href="https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_rekor.proto">sigstore_rekor.proto</a>
 */
@Value.Immutable
@JsonDeserialize(builder = InclusionPromise.Builder.class)
@JsonPropertyOrder("signedEntryTimestamp")
public interface InclusionPromise extends Message {
    /** The log's signature over the entry and its time. */
    Optional<Bytes> signedEntryTimestamp();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link InclusionPromise}. */
    final class Builder extends ImmutableInclusionPromise.Builder {
        Builder() {}
    }
}
