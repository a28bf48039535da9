package dev.supplychain.model.iam.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import org.immutables.value.Value;

/**
 * The permissions that the caller holds.
 *
 * <p>Proto: {@code google.iam.v1.TestIamPermissionsResponse}.
 */
@Value.Immutable
@JsonDeserialize(builder = TestIamPermissionsResponse.Builder.class)
@JsonPropertyOrder({"permissions"})
public interface TestIamPermissionsResponse extends Message {
    /** Those of the requested permissions that are granted; empty when none is. */
    List<String> permissions();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TestIamPermissionsResponse}. */
    final class Builder extends ImmutableTestIamPermissionsResponse.Builder {
        Builder() {}
    }
}
