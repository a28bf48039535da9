package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A package in one version, as a package manager or a language ecosystem provides it.
 *
 * <p>Proto: {@code grafeas.v1.PackageNote}.
 */
@Value.Immutable
@JsonDeserialize(builder = PackageNote.Builder.class)
@JsonPropertyOrder({
    "name",
    "distribution",
    "packageType",
    "cpeUri",
    "architecture",
    "version",
    "maintainer",
    "url",
    "description",
    "license",
    "digest"
})
public non-sealed interface PackageNote extends Message, Note.Type {
    /** Name of the package; cannot be changed after creation. */
    Optional<String> name();

    /** Channels that distribute the package. Deprecated. */
    List<Distribution> distribution();

    /** Type of the package, for example an operating system package or a language ecosystem. */
    Optional<String> packageType();

    /** CPE URI of the package manager; absent for language packages. */
    Optional<String> cpeUri();

    /** CPU architecture that the package is built for; absent for language packages. */
    @Value.Default
    default OpenEnum<Architecture> architecture() {
        return OpenEnum.of(Architecture.ARCHITECTURE_UNSPECIFIED);
    }

    /** Version of the package. */
    Optional<Version> version();

    /** Maintainer of the package, as free text. */
    Optional<String> maintainer();

    /** Home page of the package. */
    Optional<String> url();

    /** Description of the package. */
    Optional<String> description();

    /** Licence declared by the authors. */
    Optional<License> license();

    /** Digests, usually of the package file, that identify the package. */
    List<Digest> digest();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PackageNote}. */
    final class Builder extends ImmutablePackageNote.Builder {
        Builder() {}

        /** Sets {@link PackageNote#architecture()} to a known constant. */
        public Builder architecture(Architecture architecture) {
            return architecture(OpenEnum.of(architecture));
        }
    }
}
