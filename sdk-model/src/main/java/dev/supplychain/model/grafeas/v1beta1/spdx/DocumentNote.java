package dev.supplychain.model.grafeas.v1beta1.spdx;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.Note;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Header of an SPDX document: its specification version and the licence of its data.
 *
 * <p>Proto: {@code grafeas.v1beta1.spdx.DocumentNote}.
 */
@Value.Immutable
@JsonDeserialize(builder = DocumentNote.Builder.class)
@JsonPropertyOrder({"spdxVersion", "dataLicence"})
public non-sealed interface DocumentNote extends Message, Note.Type {
    /** Specification version, for example {@code SPDX-2.3}; tells how to parse the rest. */
    Optional<String> spdxVersion();

    /** Licence of the SPDX data itself, as a rule {@code CC0-1.0}. The name has British spelling on the wire. */
    Optional<String> dataLicence();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DocumentNote}. */
    final class Builder extends ImmutableDocumentNote.Builder {
        Builder() {}
    }
}
