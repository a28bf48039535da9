package dev.supplychain.model.iam.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import org.immutables.value.Value;

/**
 * The body of a call that asks which permissions the caller holds. The resource is part of the request path, not of
 * the body.
 *
 * <p>Proto: {@code google.iam.v1.TestIamPermissionsRequest}.
 */
@Value.Immutable
@JsonDeserialize(builder = TestIamPermissionsRequest.Builder.class)
@JsonPropertyOrder({"permissions"})
public interface TestIamPermissionsRequest extends Message {
    /** The permissions to check; wildcards are not allowed. */
    List<String> permissions();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TestIamPermissionsRequest}. */
    final class Builder extends ImmutableTestIamPermissionsRequest.Builder {
        Builder() {}
    }
}
