package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A package found in a resource: version, licence and the places where it is installed.
 *
 * <p>Proto: {@code grafeas.v1.PackageOccurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = PackageOccurrence.Builder.class)
@JsonPropertyOrder({"name", "location", "packageType", "cpeUri", "architecture", "license", "version"})
public non-sealed interface PackageOccurrence extends Message, Occurrence.Details {
    /** Name of the package. Set by the service, never sent. */
    Optional<String> name();

    /** Places in the file system where the package was found. */
    List<Location> location();

    /**
     * Type of the package, for example an operating system package or a language ecosystem. Set by the service, never
     * sent.
     */
    Optional<String> packageType();

    /** CPE URI of the package manager; absent for language packages. Set by the service, never sent. */
    Optional<String> cpeUri();

    /** CPU architecture that the package is built for; absent for language packages. Set by the service, never sent. */
    @Value.Default
    default OpenEnum<Architecture> architecture() {
        return OpenEnum.of(Architecture.ARCHITECTURE_UNSPECIFIED);
    }

    /** Licence declared by the authors. */
    Optional<License> license();

    /** Installed version. Set by the service, never sent. */
    Optional<Version> version();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PackageOccurrence}. */
    final class Builder extends ImmutablePackageOccurrence.Builder {
        Builder() {}

        /** Sets {@link PackageOccurrence#architecture()} to a known constant. */
        public Builder architecture(Architecture architecture) {
            return architecture(OpenEnum.of(architecture));
        }
    }
}
