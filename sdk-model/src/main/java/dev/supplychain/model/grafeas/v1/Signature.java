package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A detached signature and a hint to the key that made it. The hint does not authenticate the key: a verifier uses
 * only keys it already trusts, and ignores any payload attached to the signature.
 *
 * <p>Proto: {@code grafeas.v1.Signature}.
 */
@Value.Immutable
@JsonDeserialize(builder = Signature.Builder.class)
@JsonPropertyOrder({"signature", "publicKeyId"})
public interface Signature extends Message {
    /** The signature bytes, in a format set by the key's algorithm. */
    Optional<Bytes> signature();

    /**
     * Identifier of the public key, by preference a URI derived from its digest, for example {@code openpgp4fpr:} with
     * a fingerprint or {@code ni:///sha-256;} with a hash. Only for looking up a trusted key.
     */
    Optional<String> publicKeyId();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Signature}. */
    final class Builder extends ImmutableSignature.Builder {
        Builder() {}
    }
}
