package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A named pointer to a source revision, such as a Git tag or branch.
 *
 * <p>Proto: {@code grafeas.v1.AliasContext}.
 */
@Value.Immutable
@JsonDeserialize(builder = AliasContext.Builder.class)
@JsonPropertyOrder({"kind", "name"})
public interface AliasContext extends Message {
    /** Which sort of alias the name is. */
    @Value.Default
    default OpenEnum<Kind> kind() {
        return OpenEnum.of(Kind.KIND_UNSPECIFIED);
    }

    /** The alias text, for example a tag or branch name. */
    Optional<String> name();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** The sort of an alias. */
    enum Kind {
        /** Not given. */
        KIND_UNSPECIFIED,

        /** A fixed name, such as a Git tag. */
        FIXED,

        /** A moving name, such as a Git branch. */
        MOVABLE,

        /** Any other sort of reference. */
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
