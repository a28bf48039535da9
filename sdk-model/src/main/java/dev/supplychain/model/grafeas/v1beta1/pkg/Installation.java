package dev.supplychain.model.grafeas.v1beta1.pkg;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.grafeas.v1beta1.License;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Package installed in a resource and the places where it was found.
 *
 * <p>Proto: {@code grafeas.v1beta1.package.Installation}.
 */
@Value.Immutable
@JsonDeserialize(builder = Installation.Builder.class)
@JsonPropertyOrder({"name", "location", "packageType", "cpeUri", "architecture", "license", "version"})
public interface Installation extends Message {
    /** Required. Package name, filled in by the service. */
    Optional<String> name();

    /** Places in the file system where versions of the package were found. */
    List<Location> location();

    /** Ecosystem of the package, for example {@code OS} or {@code MAVEN}. Filled in by the service. */
    Optional<String> packageType();

    /** CPE URI of the package manager's platform, filled in by the service. Blank for language packages. */
    Optional<String> cpeUri();

    /** CPU architecture of the build, filled in by the service. Unset for language packages. */
    @Value.Default
    default OpenEnum<Architecture> architecture() {
        return OpenEnum.of(Architecture.ARCHITECTURE_UNSPECIFIED);
    }

    /** Licence declared by the authors; absent when unknown. */
    Optional<License> license();

    /** Installed version, filled in by the service. */
    Optional<Version> version();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Installation}. */
    final class Builder extends ImmutableInstallation.Builder {
        Builder() {}

        /** Sets {@link Installation#architecture()} to a known constant. */
        public Builder architecture(Architecture architecture) {
            return architecture(OpenEnum.of(architecture));
        }
    }
}
