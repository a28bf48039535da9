package dev.supplychain.model.iam.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * The access policy of a note or occurrence: who holds which role. To change it, read it, alter it, and write it back
 * with the same {@code etag}.
 *
 * <p>Proto: {@code google.iam.v1.Policy}.
 */
@Value.Immutable
@JsonDeserialize(builder = Policy.Builder.class)
@JsonPropertyOrder({"version", "bindings", "etag"})
public interface Policy extends Message {
    /** Format of the policy: 0, 1 or 3. Version 3 is needed wherever conditions are involved. */
    OptionalInt version();

    /** The grants. All together may name at most 1500 members, of whom 250 may be groups. */
    List<Binding> bindings();

    /** Opaque version stamp that prevents lost updates. Send it back unchanged; without it, conditions can be lost. */
    Optional<Bytes> etag();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Policy}. */
    final class Builder extends ImmutablePolicy.Builder {
        Builder() {}
    }
}
