package dev.supplychain.model.grafeas.v1beta1.pkg;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.grafeas.v1beta1.Digest;
import dev.supplychain.model.grafeas.v1beta1.License;
import dev.supplychain.model.grafeas.v1beta1.Note;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Software package and the channels that distribute it. Occurrences of the note report where it is installed.
 *
 * <p>Proto: {@code grafeas.v1beta1.package.Package}.
 */
@SuppressWarnings("JavaLangClash") // the name of the proto message
@Value.Immutable
@JsonDeserialize(builder = Package.Builder.class)
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
public non-sealed interface Package extends Message, Note.Type {
    /** Required, fixed after creation. Package name. */
    Optional<String> name();

    /** Channels that offer the package, one entry per operating system release and architecture. */
    List<Distribution> distribution();

    /** Ecosystem of the package, for example {@code OS}, {@code MAVEN} or {@code GO}. */
    Optional<String> packageType();

    /** CPE URI of the package manager's platform. Blank for language packages. */
    Optional<String> cpeUri();

    /** CPU architecture of the build; unset for language packages. */
    @Value.Default
    default OpenEnum<Architecture> architecture() {
        return OpenEnum.of(Architecture.ARCHITECTURE_UNSPECIFIED);
    }

    /** Version of the package. */
    Optional<Version> version();

    /** Who maintains the package, free text. */
    Optional<String> maintainer();

    /** Home page of the package. */
    Optional<String> url();

    /** What the package is for, free text. */
    Optional<String> description();

    /** Licence declared by the authors; absent when unknown. */
    Optional<License> license();

    /** Digests that identify the package file. */
    List<Digest> digest();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Package}. */
    final class Builder extends ImmutablePackage.Builder {
        Builder() {}

        /** Sets {@link Package#architecture()} to a known constant. */
        public Builder architecture(Architecture architecture) {
            return architecture(OpenEnum.of(architecture));
        }
    }
}
