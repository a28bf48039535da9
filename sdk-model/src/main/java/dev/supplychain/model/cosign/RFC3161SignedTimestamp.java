package dev.supplychain.model.cosign;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A timestamp of a time stamping authority.
 *
 * <p>Proto: {@code dev.sigstore.common.v1.RFC3161SignedTimestamp}.
 *
 * @see <a href="https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_common.proto">sigstore_common.proto</a>
 */
@Value.Immutable
@JsonDeserialize(builder = RFC3161SignedTimestamp.Builder.class)
@JsonPropertyOrder("signedTimestamp")
public interface RFC3161SignedTimestamp extends Message {
    /** The {@code TimeStampResp} of RFC 3161 in DER. */
    Optional<Bytes> signedTimestamp();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link RFC3161SignedTimestamp}. */
    final class Builder extends ImmutableRFC3161SignedTimestamp.Builder {
        Builder() {}
    }
}
