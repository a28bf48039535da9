package dev.supplychain.model.grafeas.v1beta1.spdx;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.License;
import dev.supplychain.model.grafeas.v1beta1.Occurrence;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Facts about one package of an SPDX document.
 *
 * <p>Proto: {@code grafeas.v1beta1.spdx.PackageInfoOccurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = PackageInfoOccurrence.Builder.class)
@JsonPropertyOrder({
    "id",
    "filename",
    "sourceInfo",
    "licenseConcluded",
    "comment",
    "packageType",
    "title",
    "version",
    "homePage",
    "summaryDescription"
})
public non-sealed interface PackageInfoOccurrence extends Message, Occurrence.KindDetails {
    /** SPDX identifier by which other elements refer to the package. */
    Optional<String> id();

    /** Name of the package file, or path of the folder that serves as one. */
    Optional<String> filename();

    /** Background on where the package came from. */
    Optional<String> sourceInfo();

    /** Licence that applies in the view of the document's creator. */
    Optional<License> licenseConcluded();

    /** Remarks about the package. */
    Optional<String> comment();

    /** Ecosystem of the package, for example {@code OS} or {@code MAVEN}. Filled in by the service from the note. */
    Optional<String> packageType();

    /** Package name, filled in by the service from the note. */
    Optional<String> title();

    /** Package version, filled in by the service from the note. */
    Optional<String> version();

    /** Web site of the package, filled in by the service from the note. */
    Optional<String> homePage();

    /** Description in a few words, filled in by the service from the note. */
    Optional<String> summaryDescription();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PackageInfoOccurrence}. */
    final class Builder extends ImmutablePackageInfoOccurrence.Builder {
        Builder() {}
    }
}
