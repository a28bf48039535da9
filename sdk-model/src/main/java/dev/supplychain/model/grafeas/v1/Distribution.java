package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A channel through which a package is distributed, such as a mirror of a Linux distribution.
 *
 * <p>Proto: {@code grafeas.v1.Distribution}.
 */
@Value.Immutable
@JsonDeserialize(builder = Distribution.Builder.class)
@JsonPropertyOrder({"cpeUri", "architecture", "latestVersion", "maintainer", "url", "description"})
public interface Distribution extends Message {
    /** CPE URI of the package manager version that distributes the package. */
    Optional<String> cpeUri();

    /** CPU architecture that the packages in the channel are built for. */
    @Value.Default
    default OpenEnum<Architecture> architecture() {
        return OpenEnum.of(Architecture.ARCHITECTURE_UNSPECIFIED);
    }

    /** Newest version in the channel. */
    Optional<Version> latestVersion();

    /** Maintainer of the package, as free text. */
    Optional<String> maintainer();

    /** Home page of the package in the channel. */
    Optional<String> url();

    /** Description of the package in the channel. */
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
