package dev.supplychain.model.grafeas.v1beta1.provenance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Hash value and its algorithm. Here the algorithm is an enum, unlike in v1.
 *
 * <p>Proto: {@code grafeas.v1beta1.provenance.Hash}.
 */
@Value.Immutable
@JsonDeserialize(builder = Hash.Builder.class)
@JsonPropertyOrder({"type", "value"})
public interface Hash extends Message {
    /** Required. Algorithm. */
    @Value.Default
    default OpenEnum<HashType> type() {
        return OpenEnum.of(HashType.HASH_TYPE_UNSPECIFIED);
    }

    /** Required. Raw hash bytes. */
    Optional<Bytes> value();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Hash algorithms for source files. */
    enum HashType {
        /** Not set. */
        HASH_TYPE_UNSPECIFIED,

        /** SHA-256. */
        SHA256,

        /** The {@code h1:} directory hash of a Go module, in hex. */
        GO_MODULE_H1,

        /** SHA-512. */
        SHA512,

        /** SHA-256 over a directory, in dirsum form. */
        DIRSUM_SHA256
    }

    /** Builds a {@link Hash}. */
    final class Builder extends ImmutableHash.Builder {
        Builder() {}

        /** Sets {@link Hash#type()} to a known constant. */
        public Builder type(HashType type) {
            return type(OpenEnum.of(type));
        }
    }
}
