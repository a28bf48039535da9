package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.Timestamp;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One deployment of an artifact: who deployed it, where, and for how long it ran.
 *
 * <p>Proto: {@code grafeas.v1.DeploymentOccurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = DeploymentOccurrence.Builder.class)
@JsonPropertyOrder({"userEmail", "deployTime", "undeployTime", "config", "address", "resourceUri", "platform"})
public non-sealed interface DeploymentOccurrence extends Message, Occurrence.Details {
    /** Who started the deployment. */
    Optional<String> userEmail();

    /** When the deployment became active. */
    Optional<Timestamp> deployTime();

    /** When the deployment ended; absent while it is active or when the end is unknown. */
    Optional<Timestamp> undeployTime();

    /** Configuration that the deployment was created from. */
    Optional<String> config();

    /** Address of the runtime element that hosts the deployment. */
    Optional<String> address();

    /** URIs of the deployed artifact, copied from the note. Set by the service, never sent. */
    List<String> resourceUri();

    /** Platform that hosts the deployment. */
    @Value.Default
    default OpenEnum<Platform> platform() {
        return OpenEnum.of(Platform.PLATFORM_UNSPECIFIED);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** A platform that hosts deployments. */
    enum Platform {
        /** Unknown platform. */
        PLATFORM_UNSPECIFIED,

        /** Google Kubernetes Engine. */
        GKE,

        /** The flexible environment of Google App Engine. */
        FLEX,

        /** A platform of the user's own. */
        CUSTOM
    }

    /** Builds a {@link DeploymentOccurrence}. */
    final class Builder extends ImmutableDeploymentOccurrence.Builder {
        Builder() {}

        /** Sets {@link DeploymentOccurrence#platform()} to a known constant. */
        public Builder platform(Platform platform) {
            return platform(OpenEnum.of(platform));
        }
    }
}
