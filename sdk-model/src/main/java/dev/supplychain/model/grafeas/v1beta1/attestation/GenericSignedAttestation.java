package dev.supplychain.model.grafeas.v1beta1.attestation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.grafeas.v1beta1.Signature;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Payload with detached signatures over exactly its bytes. One signature that verifies with a trusted key is enough.
 *
 * <p>Proto: {@code grafeas.v1beta1.attestation.GenericSignedAttestation}.
 */
@Value.Immutable
@JsonDeserialize(builder = GenericSignedAttestation.Builder.class)
@JsonPropertyOrder({"contentType", "serializedPayload", "signatures"})
public non-sealed interface GenericSignedAttestation extends Message, Attestation.Signature {
    /** Format of the payload; refuse formats you do not expect, and parse only after verification. */
    @Value.Default
    default OpenEnum<ContentType> contentType() {
        return OpenEnum.of(ContentType.CONTENT_TYPE_UNSPECIFIED);
    }

    /** Signed bytes; never re-serialise them. */
    Optional<Bytes> serializedPayload();

    /** Signatures over {@code serializedPayload}. */
    List<Signature> signatures();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Formats of a signed payload. */
    enum ContentType {
        /** Not set. */
        CONTENT_TYPE_UNSPECIFIED,

        /** Simple-signing JSON, the atomic container signature format. */
        SIMPLE_SIGNING_JSON
    }

    /** Builds a {@link GenericSignedAttestation}. */
    final class Builder extends ImmutableGenericSignedAttestation.Builder {
        Builder() {}

        /** Sets {@link GenericSignedAttestation#contentType()} to a known constant. */
        public Builder contentType(ContentType contentType) {
            return contentType(OpenEnum.of(contentType));
        }
    }
}
