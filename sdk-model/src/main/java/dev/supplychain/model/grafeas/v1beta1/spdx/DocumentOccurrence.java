package dev.supplychain.model.grafeas.v1beta1.spdx;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.grafeas.v1beta1.Occurrence;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Creation information of one SPDX document.
 *
 * <p>Proto: {@code grafeas.v1beta1.spdx.DocumentOccurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = DocumentOccurrence.Builder.class)
@JsonPropertyOrder({
    "id",
    "title",
    "namespace",
    "externalDocumentRefs",
    "licenseListVersion",
    "creators",
    "createTime",
    "creatorComment",
    "documentComment"
})
public non-sealed interface DocumentOccurrence extends Message, Occurrence.KindDetails {
    /** SPDX identifier by which other elements refer to the document. */
    Optional<String> id();

    /** Name of the document. */
    Optional<String> title();

    /** Absolute URI unique to the document, without a {@code #} fragment. */
    Optional<String> namespace();

    /** Other SPDX documents that this one refers to. */
    List<String> externalDocumentRefs();

    /** Version of the SPDX licence list in use. */
    Optional<String> licenseListVersion();

    /** People, organisations and tools that made the document. */
    List<String> creators();

    /** When the document was made. */
    Optional<Timestamp> createTime();

    /** Remarks of the creators about making the document. */
    Optional<String> creatorComment();

    /** Remarks for readers of the document. */
    Optional<String> documentComment();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DocumentOccurrence}. */
    final class Builder extends ImmutableDocumentOccurrence.Builder {
        Builder() {}
    }
}
