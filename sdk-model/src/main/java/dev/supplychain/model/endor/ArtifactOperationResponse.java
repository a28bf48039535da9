package dev.supplychain.model.endor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import org.immutables.value.Value;

/**
 * The outcome of an operation. Experimental, see {@link ArtifactOperation}.
 */
@Value.Immutable
@JsonDeserialize(builder = ArtifactOperationResponse.Builder.class)
@JsonPropertyOrder("result")
public interface ArtifactOperationResponse extends Message {
    /** How it went; anything but success, unknown texts included, is a failure. */
    @JsonProperty("result")
    @Value.Default
    default OpenEnum<ArtifactOperationResult> result() {
        return OpenEnum.of(ArtifactOperationResult.ARTIFACT_OPERATION_RESULT_UNSPECIFIED);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link ArtifactOperationResponse}. */
    final class Builder extends ImmutableArtifactOperationResponse.Builder {
        Builder() {}
    }
}
