package dev.supplychain.model.cosign;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * Shows that an entry is in a log, to whoever has the log's key and computes it.
 *
 * <p>Proto: {@code dev.sigstore.rekor.v1.InclusionProof}.
 *
 * @see <a href="https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_rekor.proto">sigstore_rekor.proto</a>
 */
@Value.Immutable
@JsonDeserialize(builder = InclusionProof.Builder.class)
@JsonPropertyOrder({"logIndex", "rootHash", "treeSize", "hashes", "checkpoint"})
public interface InclusionProof extends Message {
    /** The index of the entry in its shard of the log, from 0. */
    OptionalLong logIndex();

    /** The root of the Merkle tree. */
    Optional<Bytes> rootHash();

    /** How many entries the tree has. */
    OptionalLong treeSize();

    /** The hashes from the entry to the root. */
    List<Bytes> hashes();

    /** The state of the log that the root belongs to. */
    Optional<Checkpoint> checkpoint();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link InclusionProof}. */
    final class Builder extends ImmutableInclusionProof.Builder {
        Builder() {}
    }
}
