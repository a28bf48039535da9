package dev.supplychain.model.grafeas.v1beta1.pkg;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One channel through which a package is offered, such as a mirror of one operating system release.
 *
 * <p>Proto: {@code grafeas.v1beta1.package.Distribution}.
 */
@Value.Immutable
@JsonDeserialize(builder = Distribution.Builder.class)
@JsonPropertyOrder({"cpeUri", "architecture", "latestVersion", "maintainer", "url", "description"})
public interface Distribution extends Message {
    /** Required. CPE URI of the platform that ships the package. */
    Optional<String> cpeUri();

    /** CPU architecture the channel builds for. */
    @Value.Default
    default OpenEnum<Architecture> architecture() {
        return OpenEnum.of(Architecture.ARCHITECTURE_UNSPECIFIED);
    }

    /** Newest version the channel offers. */
    Optional<Version> latestVersion();

    /** Who maintains the package in the channel, free text. */
    Optional<String> maintainer();

    /** Home page of the package in the channel. */
    Optional<String> url();

    /** What the channel says about the package. */
    Optional<String> description();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Distribution}. */
    final class Builder extends ImmutableDistribution.Builder {
        Builder() {}

        /** Sets {@link Distribution#architecture()} to a known constant. */
        public Builder architecture(Architecture architecture) {
            return architecture(OpenEnum.of(architecture));
        }
    }
}
