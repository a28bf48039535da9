package dev.supplychain.model.grafeas.v1beta1.spdx;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.License;
import dev.supplychain.model.grafeas.v1beta1.Occurrence;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Facts about one file of an SPDX document.
 *
 * <p>Proto: {@code grafeas.v1beta1.spdx.FileOccurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = FileOccurrence.Builder.class)
@JsonPropertyOrder({
    "id",
    "licenseConcluded",
    "filesLicenseInfo",
    "copyright",
    "comment",
    "notice",
    "contributors",
    "attributions"
})
public non-sealed interface FileOccurrence extends Message, Occurrence.KindDetails {
    /** SPDX identifier by which other elements refer to the file. */
    Optional<String> id();

    /** Licence that applies in the view of the document's creator. */
    Optional<License> licenseConcluded();

    /** Licences found in the file itself. */
    List<String> filesLicenseInfo();

    /** Copyright holders and years. */
    Optional<String> copyright();

    /** Remarks about the file. */
    Optional<String> comment();

    /** Licence notices found in the file. */
    Optional<String> notice();

    /** People who contributed to the file. */
    List<String> contributors();

    /** Acknowledgements that must accompany the file in some contexts. */
    List<String> attributions();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link FileOccurrence}. */
    final class Builder extends ImmutableFileOccurrence.Builder {
        Builder() {}
    }
}
