package dev.supplychain.model.cosign;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A certificate.
 *
 * <p>Proto: {@code dev.sigstore.common.v1.X509Certificate}.
 *
 * @see <a href="https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_common.proto">sigstore_common.proto</a>
 */
@Value.Immutable
@JsonDeserialize(builder = X509Certificate.Builder.class)
@JsonPropertyOrder("rawBytes")
public non-sealed interface X509Certificate extends Message, VerificationMaterial.KeyMaterial {
    /** The certificate in DER. */
    Optional<Bytes> rawBytes();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link X509Certificate}. */
    final class Builder extends ImmutableX509Certificate.Builder {
        Builder() {}
    }
}
