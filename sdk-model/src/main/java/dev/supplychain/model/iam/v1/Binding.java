package dev.supplychain.model.iam.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A grant in an access policy: the members that hold a role, optionally only while a condition is true.
 *
 * <p>Proto: {@code google.iam.v1.Binding}.
 */
@Value.Immutable
@JsonDeserialize(builder = Binding.Builder.class)
@JsonPropertyOrder({"role", "members", "condition"})
public interface Binding extends Message {
    /** The granted role, for example {@code roles/containeranalysis.occurrences.viewer}. */
    Optional<String> role();

    /**
     * Who is granted the role: prefixed identities such as {@code user:}, {@code serviceAccount:}, {@code group:},
     * {@code domain:}, {@code principal://} and {@code principalSet://}, or {@code allUsers} and {@code
     * allAuthenticatedUsers}.
     */
    List<String> members();

    /** When the grant applies; absent means always. Policies with conditions need policy version 3. */
    Optional<Expr> condition();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Binding}. */
    final class Builder extends ImmutableBinding.Builder {
        Builder() {}
    }
}
