package dev.supplychain.model.grafeas.v1beta1.sbomreference;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Location and digest of an SBOM.
 *
 * <p>Proto: {@code grafeas.v1beta1.sbom.SbomReferenceIntotoPredicate}.
 */
@Value.Immutable
@JsonDeserialize(builder = SbomReferenceIntotoPredicate.Builder.class)
@JsonPropertyOrder({"referrerId", "location", "mimeType", "digest"})
public interface SbomReferenceIntotoPredicate extends Message {
    /** Person or system that refers to the SBOM. */
    Optional<String> referrerId();

    /** Where the SBOM is stored, for example a Cloud Storage URL. */
    Optional<String> location();

    /** MIME type of the SBOM. */
    Optional<String> mimeType();

    /** Hex digests of the SBOM, keyed by algorithm. */
    Map<String, String> digest();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SbomReferenceIntotoPredicate}. */
    final class Builder extends ImmutableSbomReferenceIntotoPredicate.Builder {
        Builder() {}
    }
}
