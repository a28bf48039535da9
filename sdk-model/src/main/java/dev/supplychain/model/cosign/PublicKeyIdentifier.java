package dev.supplychain.model.cosign;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Says which public key verifies, without holding it: the verifier has it already.
 *
 * <p>Proto: {@code dev.sigstore.common.v1.PublicKeyIdentifier}.
 *
 * @see <a href="https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_common.proto">sigstore_common.proto</a>
 */
@Value.Immutable
@JsonDeserialize(builder = PublicKeyIdentifier.Builder.class)
@JsonPropertyOrder("hint")
public non-sealed interface PublicKeyIdentifier extends Message, VerificationMaterial.KeyMaterial {
    /** A hint to the key, such as its fingerprint; it proves nothing. */
    Optional<String> hint();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PublicKeyIdentifier}. */
    final class Builder extends ImmutablePublicKeyIdentifier.Builder {
        Builder() {}
    }
}
