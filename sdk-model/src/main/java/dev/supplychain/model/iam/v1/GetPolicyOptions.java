package dev.supplychain.model.iam.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Options for reading an access policy.
 *
 * <p>Proto: {@code google.iam.v1.GetPolicyOptions}.
 */
@Value.Immutable
@JsonDeserialize(builder = GetPolicyOptions.Builder.class)
@JsonPropertyOrder({"requestedPolicyVersion"})
public interface GetPolicyOptions extends Message {
    /**
     * Highest policy version that the caller understands: 0, 1 or 3. Policies with conditions are only complete in
     * version 3.
     */
    OptionalInt requestedPolicyVersion();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link GetPolicyOptions}. */
    final class Builder extends ImmutableGetPolicyOptions.Builder {
        Builder() {}
    }
}
