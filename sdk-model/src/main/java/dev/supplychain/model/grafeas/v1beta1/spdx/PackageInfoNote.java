package dev.supplychain.model.grafeas.v1beta1.spdx;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.grafeas.v1beta1.License;
import dev.supplychain.model.grafeas.v1beta1.Note;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Package as listed in an SPDX document.
 *
 * <p>Proto: {@code grafeas.v1beta1.spdx.PackageInfoNote}.
 */
@Value.Immutable
@JsonDeserialize(builder = PackageInfoNote.Builder.class)
@JsonPropertyOrder({
    "title",
    "version",
    "supplier",
    "originator",
    "downloadLocation",
    "analyzed",
    "verificationCode",
    "checksum",
    "homePage",
    "filesLicenseInfo",
    "licenseDeclared",
    "copyright",
    "summaryDescription",
    "detailedDescription",
    "externalRefs",
    "attribution",
    "packageType"
})
public non-sealed interface PackageInfoNote extends Message, Note.Type {
    /** Full name given by the package's originator. */
    Optional<String> title();

    /** Version text of the package. */
    Optional<String> version();

    /** Who distributes the package. */
    Optional<String> supplier();

    /** Who made the package originally, when that is not the supplier. */
    Optional<String> originator();

    /** URL or version control location from which the package was fetched. */
    Optional<String> downloadLocation();

    /** Whether the files inside the package were examined for the document. Absent means no. */
    @Value.Default
    default boolean analyzed() {
        return false;
    }

    /** Hash over the files of the package, without the SPDX file; lets others reproduce the identification. */
    Optional<String> verificationCode();

    /** Checksum of the package archive. */
    Optional<String> checksum();

    /** Web site of the package. */
    Optional<String> homePage();

    /** Licences found in the package, as a plain list without saying how they combine. */
    List<String> filesLicenseInfo();

    /** Licence stated by the authors. */
    Optional<License> licenseDeclared();

    /** Copyright holders and years. */
    Optional<String> copyright();

    /** Description in a few words. */
    Optional<String> summaryDescription();

    /** Description at length. */
    Optional<String> detailedDescription();

    /** Pointers to outside sources, such as package URLs and CPE names. */
    List<ExternalRef> externalRefs();

    /** Acknowledgement that must accompany the package in some contexts. */
    Optional<String> attribution();

    /** Ecosystem of the package, for example {@code OS}, {@code MAVEN}, {@code GO} or {@code GO_STDLIB}. */
    Optional<String> packageType();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * Pointer from an SPDX package to an outside source, for example a package URL or a CPE name.
     *
     * <p>Proto: {@code grafeas.v1beta1.spdx.PackageInfoNote.ExternalRef}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = ExternalRef.Builder.class)
    @JsonPropertyOrder({"category", "type", "locator", "comment"})
    interface ExternalRef extends Message {
        /** What the pointer is for. */
        @Value.Default
        default OpenEnum<ExternalRef.Category> category() {
            return OpenEnum.of(ExternalRef.Category.CATEGORY_UNSPECIFIED);
        }

        /** Reference type within the category, for example {@code purl} or {@code cpe23Type}. */
        Optional<String> type();

        /** Identifier in the outside source; contains no spaces. */
        Optional<String> locator();

        /** Purpose of the pointer, for human readers. */
        Optional<String> comment();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** What an SPDX external reference is for. */
        enum Category {
            /** Not set. */
            CATEGORY_UNSPECIFIED,

            /** Security data, for example a CPE name. */
            SECURITY,

            /** Coordinates in a package manager, for example a package URL. */
            PACKAGE_MANAGER,

            /** Lasting identifier such as a Software Heritage ID. */
            PERSISTENT_ID,

            /** Anything else. */
            OTHER
        }

        /** Builds an {@link ExternalRef}. */
        final class Builder extends ImmutableExternalRef.Builder {
            Builder() {}

            /** Sets {@link ExternalRef#category()} to a known constant. */
            public Builder category(ExternalRef.Category category) {
                return category(OpenEnum.of(category));
            }
        }
    }

    /** Builds a {@link PackageInfoNote}. */
    final class Builder extends ImmutablePackageInfoNote.Builder {
        Builder() {}
    }
}
