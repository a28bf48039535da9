package dev.supplychain.model.grafeas.v1beta1.intoto;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Public key as an in-toto layout records it.
 *
 * <p>Proto: {@code grafeas.v1beta1.intoto.SigningKey}.
 */
@Value.Immutable
@JsonDeserialize(builder = SigningKey.Builder.class)
@JsonPropertyOrder({"keyId", "keyType", "publicKeyValue", "keyScheme"})
public interface SigningKey extends Message {
    /** Identifier of the key, normally the hex SHA-256 of its canonical form. */
    Optional<String> keyId();

    /** Key family: {@code rsa}, {@code ed25519} or {@code ecdsa}. */
    Optional<String> keyType();

    /** Key material, PEM for RSA and ECDSA, hex for Ed25519. */
    Optional<String> publicKeyValue();

    /** Signature scheme, for example {@code rsassa-pss-sha256}. */
    Optional<String> keyScheme();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SigningKey}. */
    final class Builder extends ImmutableSigningKey.Builder {
        Builder() {}
    }
}
