package dev.supplychain.model.grafeas.v1beta1.attestation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Statement inside an ASCII-armored PGP message, with the payload attached to the signature.
 *
 * <p>Proto: {@code grafeas.v1beta1.attestation.PgpSignedAttestation}.
 */
@Value.Immutable
@JsonDeserialize(builder = PgpSignedAttestation.Builder.class)
@JsonPropertyOrder({"signature", "pgpKeyId", "contentType"})
public non-sealed interface PgpSignedAttestation extends Message, Attestation.Signature {
    /** Required. Armored output of {@code gpg --sign --armor}; some writers store base64 of that text. */
    Optional<String> signature();

    /** Fingerprint of the signing key as 40 hex digits. Shorter IDs are not reliable. */
    Optional<String> pgpKeyId();

    /** Format of the attached payload; refuse formats you do not expect. */
    @Value.Default
    default OpenEnum<ContentType> contentType() {
        return OpenEnum.of(ContentType.CONTENT_TYPE_UNSPECIFIED);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Formats of a payload inside a PGP message. */
    enum ContentType {
        /** Not set. */
        CONTENT_TYPE_UNSPECIFIED,

        /** Simple-signing JSON, the atomic container signature format. */
        SIMPLE_SIGNING_JSON
    }

    /** Builds a {@link PgpSignedAttestation}. */
    final class Builder extends ImmutablePgpSignedAttestation.Builder {
        Builder() {}

        /** Sets {@link PgpSignedAttestation#contentType()} to a known constant. */
        public Builder contentType(ContentType contentType) {
            return contentType(OpenEnum.of(contentType));
        }
    }
}
