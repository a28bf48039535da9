package dev.supplychain.model.endor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is to be done with which artifact. Experimental, see {@link ArtifactOperation}.
 */
@Value.Immutable
@JsonDeserialize(builder = ArtifactOperationSpec.Builder.class)
@JsonPropertyOrder({"command", "artifact_name", "artifact_type", "extensions"})
public interface ArtifactOperationSpec extends Message {
    /** What is to be done. */
    @JsonProperty("command")
    @Value.Default
    default OpenEnum<ArtifactOperationCommand> command() {
        return OpenEnum.of(ArtifactOperationCommand.ARTIFACT_OPERATION_COMMAND_UNSPECIFIED);
    }

    /** The artifact with its digest, such as {@code registry.example.com/app@sha256:9f86d0…}. */
    @JsonProperty("artifact_name")
    Optional<String> artifactName();

    /** The kind of artifact. */
    @JsonProperty("artifact_type")
    @Value.Default
    default OpenEnum<ArtifactType> artifactType() {
        return OpenEnum.of(ArtifactType.ARTIFACT_TYPE_UNSPECIFIED);
    }

    /** Who must have signed; the issuer is required to verify. */
    @JsonProperty("extensions")
    Optional<CertificateExtensions> extensions();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link ArtifactOperationSpec}. */
    final class Builder extends ImmutableArtifactOperationSpec.Builder {
        Builder() {}

        /** Sets {@link ArtifactOperationSpec#command()} to a known constant. */
        public Builder command(ArtifactOperationCommand command) {
            return command(OpenEnum.of(command));
        }

        /** Sets {@link ArtifactOperationSpec#artifactType()} to a known constant. */
        public Builder artifactType(ArtifactType type) {
            return artifactType(OpenEnum.of(type));
        }
    }
}
