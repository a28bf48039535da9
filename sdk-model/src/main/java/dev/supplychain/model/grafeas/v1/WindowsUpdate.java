package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A Windows update, as the Windows Update API describes it.
 *
 * <p>Proto: {@code grafeas.v1.WindowsUpdate}.
 */
@Value.Immutable
@JsonDeserialize(builder = WindowsUpdate.Builder.class)
@JsonPropertyOrder({
    "identity",
    "title",
    "description",
    "categories",
    "kbArticleIds",
    "supportUrl",
    "lastPublishedTimestamp"
})
public interface WindowsUpdate extends Message {
    /** What identifies the update. */
    Optional<Identity> identity();

    /** Title, in the language of the feed. */
    Optional<String> title();

    /** Description, in the language of the feed. */
    Optional<String> description();

    /** Categories that the update belongs to. */
    List<Category> categories();

    /** Identifiers of the knowledge base articles about the update. */
    List<String> kbArticleIds();

    /** Link to support information. */
    Optional<String> supportUrl();

    /** When the update was last published. */
    Optional<Timestamp> lastPublishedTimestamp();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * A category of a Windows update.
     *
     * <p>Proto: {@code grafeas.v1.WindowsUpdate.Category}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = Category.Builder.class)
    @JsonPropertyOrder({"categoryId", "name"})
    interface Category extends Message {
        /** Identifier of the category. */
        Optional<String> categoryId();

        /** Name of the category, in the language of the feed. */
        Optional<String> name();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link Category}. */
        final class Builder extends ImmutableCategory.Builder {
            Builder() {}
        }
    }

    /**
     * The identity of a Windows update: its id and revision.
     *
     * <p>Proto: {@code grafeas.v1.WindowsUpdate.Identity}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = Identity.Builder.class)
    @JsonPropertyOrder({"updateId", "revision"})
    interface Identity extends Message {
        /** Identifier of the update, the same for all its revisions. */
        Optional<String> updateId();

        /** Revision number of the update. */
        OptionalInt revision();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds an {@link Identity}. */
        final class Builder extends ImmutableIdentity.Builder {
            Builder() {}
        }
    }

    /** Builds a {@link WindowsUpdate}. */
    final class Builder extends ImmutableWindowsUpdate.Builder {
        Builder() {}
    }
}
