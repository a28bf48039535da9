package dev.supplychain.model.grafeas.v1beta1.deployment;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.Note;
import java.util.List;
import org.immutables.value.Value;

/**
 * Artifact whose deployments are tracked by the occurrences of this note.
 *
 * <p>Proto: {@code grafeas.v1beta1.deployment.Deployable}.
 */
@Value.Immutable
@JsonDeserialize(builder = Deployable.Builder.class)
@JsonPropertyOrder({"resourceUri"})
public non-sealed interface Deployable extends Message, Note.Type {
    /** Required. URIs of the artifact. */
    List<String> resourceUri();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Deployable}. */
    final class Builder extends ImmutableDeployable.Builder {
        Builder() {}
    }
}
