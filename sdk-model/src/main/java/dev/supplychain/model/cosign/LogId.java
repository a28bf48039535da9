package dev.supplychain.model.cosign;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Names a transparency log.
 *
 * <p>Proto: {@code dev.sigstore.common.v1.LogId}.
 *
 * @see <a href="https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_common.proto">sigstore_common.proto</a>
 */
@Value.Immutable
@JsonDeserialize(builder = LogId.Builder.class)
@JsonPropertyOrder("keyId")
public interface LogId extends Message {
    /** The SHA-256 of the log's public key in DER. */
    Optional<Bytes> keyId();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link LogId}. */
    final class Builder extends ImmutableLogId.Builder {
        Builder() {}
    }
}
