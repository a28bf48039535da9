package dev.supplychain.model.grafeas.v1beta1.spdx;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.grafeas.v1beta1.Note;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * File as listed in an SPDX document.
 *
 * <p>Proto: {@code grafeas.v1beta1.spdx.FileNote}.
 */
@Value.Immutable
@JsonDeserialize(builder = FileNote.Builder.class)
@JsonPropertyOrder({"title", "fileType", "checksum"})
public non-sealed interface FileNote extends Message, Note.Type {
    /** Path and name of the file. */
    Optional<String> title();

    /** What sort of file it is. */
    @Value.Default
    default OpenEnum<FileType> fileType() {
        return OpenEnum.of(FileType.FILE_TYPE_UNSPECIFIED);
    }

    /** Checksums of the file, each with its algorithm. */
    List<String> checksum();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** SPDX file types. */
    enum FileType {
        /** Not set. */
        FILE_TYPE_UNSPECIFIED,

        /** Source code that people can read. */
        SOURCE,

        /** Compiled code or another binary. */
        BINARY,

        /** Archive such as tar or jar. */
        ARCHIVE,

        /** MIME type {@code application/*}. */
        APPLICATION,

        /** MIME type {@code audio/*}. */
        AUDIO,

        /** MIME type {@code image/*}. */
        IMAGE,

        /** MIME type {@code text/*}. */
        TEXT,

        /** MIME type {@code video/*}. */
        VIDEO,

        /** Documentation. */
        DOCUMENTATION,

        /** An SPDX document. */
        SPDX,

        /** Anything else, such as generated data. */
        OTHER
    }

    /** Builds a {@link FileNote}. */
    final class Builder extends ImmutableFileNote.Builder {
        Builder() {}

        /** Sets {@link FileNote#fileType()} to a known constant. */
        public Builder fileType(FileType fileType) {
            return fileType(OpenEnum.of(fileType));
        }
    }
}
