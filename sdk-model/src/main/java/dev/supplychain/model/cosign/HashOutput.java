package dev.supplychain.model.cosign;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A hash and how it was made.
 *
 * <p>Proto: {@code dev.sigstore.common.v1.HashOutput}.
 *
 * @see <a href="https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_common.proto">sigstore_common.proto</a>
 */
@Value.Immutable
@JsonDeserialize(builder = HashOutput.Builder.class)
@JsonPropertyOrder({"algorithm", "digest"})
public interface HashOutput extends Message {
    /** The hash function. */
    @Value.Default
    default OpenEnum<HashAlgorithm> algorithm() {
        return OpenEnum.of(HashAlgorithm.HASH_ALGORITHM_UNSPECIFIED);
    }

    /** The hash itself, not in hexadecimal. */
    Optional<Bytes> digest();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link HashOutput}. */
    final class Builder extends ImmutableHashOutput.Builder {
        Builder() {}
    }
}
