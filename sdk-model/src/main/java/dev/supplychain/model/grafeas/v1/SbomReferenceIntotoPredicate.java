package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The location, type and digests of an SBOM.
 *
 * <p>Proto: {@code grafeas.v1.SbomReferenceIntotoPredicate}.
 */
@Value.Immutable
@JsonDeserialize(builder = SbomReferenceIntotoPredicate.Builder.class)
@JsonPropertyOrder({"referrerId", "location", "mimeType", "digest"})
public interface SbomReferenceIntotoPredicate extends Message {
    /** Who or what made the reference. */
    Optional<String> referrerId();

    /** Where the SBOM can be fetched. */
    Optional<String> location();

    /** Media type of the SBOM. */
    Optional<String> mimeType();

    /** Digests of the SBOM, by algorithm name. */
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
