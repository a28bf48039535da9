package dev.supplychain.model.cosign;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import org.immutables.value.Value;

/**
 * The timestamps over a signature; not verified.
 *
 * <p>Proto: {@code dev.sigstore.bundle.v1.TimestampVerificationData}.
 *
 * @see <a href="https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto">sigstore_bundle.proto</a>
 */
@Value.Immutable
@JsonDeserialize(builder = TimestampVerificationData.Builder.class)
@JsonPropertyOrder("rfc3161Timestamps")
public interface TimestampVerificationData extends Message {
    /** The timestamps, each over the signature of the bundle. */
    List<RFC3161SignedTimestamp> rfc3161Timestamps();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TimestampVerificationData}. */
    final class Builder extends ImmutableTimestampVerificationData.Builder {
        Builder() {}
    }
}
