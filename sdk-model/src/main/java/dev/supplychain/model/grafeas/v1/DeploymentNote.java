package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import org.immutables.value.Value;

/**
 * An artifact that can be deployed.
 *
 * <p>Proto: {@code grafeas.v1.DeploymentNote}.
 */
@Value.Immutable
@JsonDeserialize(builder = DeploymentNote.Builder.class)
@JsonPropertyOrder({"resourceUri"})
public non-sealed interface DeploymentNote extends Message, Note.Type {
    /** URIs of the artifact. */
    List<String> resourceUri();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DeploymentNote}. */
    final class Builder extends ImmutableDeploymentNote.Builder {
        Builder() {}
    }
}
