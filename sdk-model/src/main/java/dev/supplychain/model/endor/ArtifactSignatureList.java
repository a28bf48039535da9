package dev.supplychain.model.endor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A page of signatures; with a mask each has only what the mask names.
 */
@Value.Immutable
@JsonDeserialize(builder = ArtifactSignatureList.Builder.class)
@JsonPropertyOrder({"objects", "response"})
public interface ArtifactSignatureList extends Message {
    /** The signatures. */
    @JsonProperty("objects")
    List<ArtifactSignature> objects();

    /** How to ask for the next page. */
    @JsonProperty("response")
    Optional<ListResponse> response();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link ArtifactSignatureList}. */
    final class Builder extends ImmutableArtifactSignatureList.Builder {
        Builder() {}
    }
}
