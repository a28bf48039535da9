package dev.supplychain.model.grafeas.v1beta1.image;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Identity of a container image by its layers.
 *
 * <p>Proto: {@code grafeas.v1beta1.image.Fingerprint}.
 */
@Value.Immutable
@JsonDeserialize(builder = Fingerprint.Builder.class)
@JsonPropertyOrder({"v1Name", "v2Blob", "v2Name"})
public interface Fingerprint extends Message {
    /** Required. Layer ID of the topmost layer in Docker's v1 image format. */
    Optional<String> v1Name();

    /** Required. Digests of the v2 layer blobs, in order. */
    List<String> v2Blob();

    /** Hash chained over all v2 blobs, of which only the last link is kept. Computed by the service. */
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
