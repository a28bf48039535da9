package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.provenance.Hash;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Artifact that an occurrence is about, such as a container image.
 *
 * <p>Proto: {@code grafeas.v1beta1.Resource}.
 */
@Value.Immutable
@JsonDeserialize(builder = Resource.Builder.class)
@JsonPropertyOrder({"name", "uri", "contentHash"})
public interface Resource extends Message {
    /** Name of the artifact. Read {@code uri} instead. Deprecated in the API. */
    Optional<String> name();

    /** Required. Unique URI; for images the URL with the digest. Some writers leave out the scheme. */
    Optional<String> uri();

    /** Hash of the artifact. Read it from {@code uri} instead. Deprecated in the API. */
    Optional<Hash> contentHash();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Resource}. */
    final class Builder extends ImmutableResource.Builder {
        Builder() {}
    }
}
