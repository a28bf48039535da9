package dev.supplychain.model.grafeas.v1beta1.source;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Named revision of a repository: a tag, a branch or another ref.
 *
 * <p>Proto: {@code grafeas.v1beta1.source.AliasContext}.
 */
@Value.Immutable
@JsonDeserialize(builder = AliasContext.Builder.class)
@JsonPropertyOrder({"kind", "name"})
public interface AliasContext extends Message {
    /** What sort of name it is. */
    @Value.Default
    default OpenEnum<Kind> kind() {
        return OpenEnum.of(Kind.KIND_UNSPECIFIED);
    }

    /** The name itself. */
    Optional<String> name();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Sorts of names for a revision. */
    enum Kind {
        /** Not set. */
        KIND_UNSPECIFIED,

        /** Tag; expected to stay. */
        FIXED,

        /** Branch; moves with new commits. */
        MOVABLE,

        /** Another ref, such as {@code refs/foo/bar}. */
        OTHER
    }

    /** Builds an {@link AliasContext}. */
    final class Builder extends ImmutableAliasContext.Builder {
        Builder() {}

        /** Sets {@link AliasContext#kind()} to a known constant. */
        public Builder kind(Kind kind) {
            return kind(OpenEnum.of(kind));
        }
    }
}
