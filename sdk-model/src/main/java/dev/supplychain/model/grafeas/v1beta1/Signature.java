package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Detached signature with a hint at its key. The hint only selects among keys configured beforehand; unknown hints are
 * refused, and a payload embedded in the signature is ignored.
 *
 * <p>Proto: {@code grafeas.v1beta1.Signature}.
 */
@Value.Immutable
@JsonDeserialize(builder = Signature.Builder.class)
@JsonPropertyOrder({"signature", "publicKeyId"})
public interface Signature extends Message {
    /** Raw signature bytes, over a payload that the enclosing message provides. */
    Optional<Bytes> signature();

    /**
     * Required. Key hint, preferably an immutable URI such as {@code openpgp4fpr:...} or {@code ni:///sha-256;...}.
     * Proves nothing about the key.
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
