package dev.supplychain.model.grafeas.v1beta1.build;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Detached signature over serialized build provenance, together with a hint at its key. A key delivered here proves
 * nothing by itself: compare it with one you already trust.
 *
 * <p>Proto: {@code grafeas.v1beta1.build.BuildSignature}.
 */
@Value.Immutable
@JsonDeserialize(builder = BuildSignature.Builder.class)
@JsonPropertyOrder({"publicKey", "signature", "keyId", "keyType"})
public interface BuildSignature extends Message {
    /**
     * Public key text in the format given by {@code keyType}, PEM when that is unset. May be empty when {@code keyId}
     * names a key held elsewhere.
     */
    Optional<String> publicKey();

    /** Required. Raw signature bytes over the decoded {@code provenanceBytes}. */
    Optional<Bytes> signature();

    /**
     * Name of the signing key: a fingerprint, a certificate common name, or a reference into a key management service.
     */
    Optional<String> keyId();

    /** Format of the key; absent means unspecified. */
    @Value.Default
    default OpenEnum<KeyType> keyType() {
        return OpenEnum.of(KeyType.KEY_TYPE_UNSPECIFIED);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Formats of a builder's public key. */
    enum KeyType {
        /** Not set; PEM is assumed. */
        KEY_TYPE_UNSPECIFIED,

        /** PGP public key in ASCII armor. */
        PGP_ASCII_ARMORED,

        /** SubjectPublicKeyInfo in PEM. */
        PKIX_PEM
    }

    /** Builds a {@link BuildSignature}. */
    final class Builder extends ImmutableBuildSignature.Builder {
        Builder() {}

        /** Sets {@link BuildSignature#keyType()} to a known constant. */
        public Builder keyType(KeyType keyType) {
            return keyType(OpenEnum.of(keyType));
        }
    }
}
