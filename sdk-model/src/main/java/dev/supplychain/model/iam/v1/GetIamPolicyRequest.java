package dev.supplychain.model.iam.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The body of a call that reads an access policy. The resource is part of the request path, not of the body.
 *
 * <p>Proto: {@code google.iam.v1.GetIamPolicyRequest}.
 */
@Value.Immutable
@JsonDeserialize(builder = GetIamPolicyRequest.Builder.class)
@JsonPropertyOrder({"options"})
public interface GetIamPolicyRequest extends Message {
    /** Options for the answer; absent means the defaults. */
    Optional<GetPolicyOptions> options();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link GetIamPolicyRequest}. */
    final class Builder extends ImmutableGetIamPolicyRequest.Builder {
        Builder() {}
    }
}
