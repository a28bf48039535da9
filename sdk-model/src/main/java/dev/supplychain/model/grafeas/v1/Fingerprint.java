package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The layers that identify a Docker image.
 *
 * <p>Proto: {@code grafeas.v1.Fingerprint}.
 */
@Value.Immutable
@JsonDeserialize(builder = Fingerprint.Builder.class)
@JsonPropertyOrder({"v1Name", "v2Blob", "v2Name"})
public interface Fingerprint extends Message {
    /** Identifier of the last layer in the image's v1 form. */
    Optional<String> v1Name();

    /** Digests of the v2 layers, in order. */
    List<String> v2Blob();

    /** A name computed by hashing the chain of v2 layers from the bottom up. Set by the service, never sent. */
    Optional<String> v2Name();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Fingerprint}. */
    final class Builder extends ImmutableFingerprint.Builder {
        Builder() {}
    }
}
