package dev.supplychain.model.grafeas.v1beta1.deployment;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.Timestamp;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Period during which an artifact ran somewhere.
 *
 * <p>Proto: {@code grafeas.v1beta1.deployment.Deployment}.
 */
@Value.Immutable
@JsonDeserialize(builder = Deployment.Builder.class)
@JsonPropertyOrder({"userEmail", "deployTime", "undeployTime", "config", "address", "resourceUri", "platform"})
public interface Deployment extends Message {
    /** Who started the deployment. */
    Optional<String> userEmail();

    /** Required. When it went live. */
    Optional<Timestamp> deployTime();

    /** When it was taken down. Absent means it is still running or the end is unknown. */
    Optional<Timestamp> undeployTime();

    /** Configuration it was started with. */
    Optional<String> config();

    /** Address of the runtime that hosts it. */
    Optional<String> address();

    /** URIs of the deployed artifact, copied from the note by the service. */
    List<String> resourceUri();

    /** Platform that hosts it. */
    @Value.Default
    default OpenEnum<Platform> platform() {
        return OpenEnum.of(Platform.PLATFORM_UNSPECIFIED);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Platforms that host deployments. */
    enum Platform {
        /** Not set. */
        PLATFORM_UNSPECIFIED,

        /** Google Kubernetes Engine. */
        GKE,

        /** App Engine, flexible environment. */
        FLEX,

        /** Any other platform. */
        CUSTOM
    }

    /** Builds a {@link Deployment}. */
    final class Builder extends ImmutableDeployment.Builder {
        Builder() {}

        /** Sets {@link Deployment#platform()} to a known constant. */
        public Builder platform(Platform platform) {
            return platform(OpenEnum.of(platform));
        }
    }
}
