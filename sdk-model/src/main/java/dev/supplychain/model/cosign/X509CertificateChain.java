package dev.supplychain.model.cosign;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import org.immutables.value.Value;

/**
 * Certificates, the signing one first; the root is left out.
 *
 * <p>Proto: {@code dev.sigstore.common.v1.X509CertificateChain}.
 *
 * @see <a href="https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_common.proto">sigstore_common.proto</a>
 */
@Value.Immutable
@JsonDeserialize(builder = X509CertificateChain.Builder.class)
@JsonPropertyOrder("certificates")
public non-sealed interface X509CertificateChain extends Message, VerificationMaterial.KeyMaterial {
    /** The certificates, each signed by the next. */
    List<X509Certificate> certificates();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link X509CertificateChain}. */
    final class Builder extends ImmutableX509CertificateChain.Builder {
        Builder() {}
    }
}
