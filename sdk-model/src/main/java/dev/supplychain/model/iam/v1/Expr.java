package dev.supplychain.model.iam.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A condition in the Common Expression Language, with an optional title and description.
 *
 * <p>Proto: {@code google.type.Expr}.
 */
@Value.Immutable
@JsonDeserialize(builder = Expr.Builder.class)
@JsonPropertyOrder({"expression", "title", "description", "location"})
public interface Expr extends Message {
    /** The condition as CEL text. */
    Optional<String> expression();

    /** Short title, for display. */
    Optional<String> title();

    /** Longer explanation, for display. */
    Optional<String> description();

    /** Where the expression comes from, for error messages; for example a file name and position. */
    Optional<String> location();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Expr}. */
    final class Builder extends ImmutableExpr.Builder {
        Builder() {}
    }
}
