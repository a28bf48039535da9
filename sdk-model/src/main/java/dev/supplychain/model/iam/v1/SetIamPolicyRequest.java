package dev.supplychain.model.iam.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The body of a call that replaces an access policy. The resource is part of the request path, not of the body.
 *
 * <p>Proto: {@code google.iam.v1.SetIamPolicyRequest}.
 */
@Value.Immutable
@JsonDeserialize(builder = SetIamPolicyRequest.Builder.class)
@JsonPropertyOrder({"policy"})
public interface SetIamPolicyRequest extends Message {
    /** The complete new policy, some tens of kilobytes at most; carry over the {@code etag} that was read. */
    Optional<Policy> policy();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SetIamPolicyRequest}. */
    final class Builder extends ImmutableSetIamPolicyRequest.Builder {
        Builder() {}
    }
}
