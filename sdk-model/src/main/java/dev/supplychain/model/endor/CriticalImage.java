package dev.supplychain.model.endor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/** Which image is signed. */
@Value.Immutable
@JsonDeserialize(builder = CriticalImage.Builder.class)
@JsonPropertyOrder({"docker_manifest_digest", "docker_manifest_image"})
public interface CriticalImage extends Message {
    /** The digest of the image's manifest, such as {@code sha256:9f86d0…}. */
    @JsonProperty("docker_manifest_digest")
    Optional<String> dockerManifestDigest();

    /** The image; the service does not say what it holds. */
    @JsonProperty("docker_manifest_image")
    Optional<String> dockerManifestImage();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link CriticalImage}. */
    final class Builder extends ImmutableCriticalImage.Builder {
        Builder() {}
    }
}
