package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * Packages of an image, counted by licence.
 *
 * <p>Proto: {@code google.devtools.containeranalysis.v1beta1.PackagesSummaryResponse}.
 */
@Value.Immutable
@JsonDeserialize(builder = PackagesSummaryResponse.Builder.class)
@JsonPropertyOrder({"resourceUrl", "licensesSummary"})
public interface PackagesSummaryResponse extends Message {
    /** URL of the summarised image. */
    Optional<String> resourceUrl();

    /** Counts, one entry per licence text. */
    List<LicensesSummary> licensesSummary();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * How many packages of an image have a certain licence.
     *
     * <p>Proto: {@code google.devtools.containeranalysis.v1beta1.PackagesSummaryResponse.LicensesSummary}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = LicensesSummary.Builder.class)
    @JsonPropertyOrder({"license", "count"})
    interface LicensesSummary extends Message {
        /** Licence text as found: empty, a name, or an expression in any notation. */
        Optional<String> license();

        /**
         * Number of packages with the licence. Google's own description speaks of fixable vulnerabilities, evidently
         * by mistake.
         */
        OptionalLong count();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link LicensesSummary}. */
        final class Builder extends ImmutableLicensesSummary.Builder {
            Builder() {}
        }
    }

    /** Builds a {@link PackagesSummaryResponse}. */
    final class Builder extends ImmutablePackagesSummaryResponse.Builder {
        Builder() {}
    }
}
