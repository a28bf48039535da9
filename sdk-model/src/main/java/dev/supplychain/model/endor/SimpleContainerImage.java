package dev.supplychain.model.endor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What was signed for a container image, in Endor's dialect of the simple signing format.
 *
 * <p>Members have underscores where cosign's payload has dashes, and the type differs: the two are never the same bytes.
 *
 * <pre>{@code
 * {"critical": {
 *   "identity": {"docker_reference": "registry.example.com/app"},
 *   "image": {"docker_manifest_digest": "sha256:9f86d0…"},
 *   "type": "atomic container signature"
 * }}
 * }</pre>
 *
 * @see <a href="https://github.com/containers/image/blob/main/docs/containers-signature.5.md#json-data-format">Signature
 *     format, JSON data</a>
 */
@Value.Immutable
@JsonDeserialize(builder = SimpleContainerImage.Builder.class)
@JsonPropertyOrder("critical")
public interface SimpleContainerImage extends Message {
    /** The part that a verifier must understand. */
    @JsonProperty("critical")
    Optional<Critical> critical();

    /**
     * The signed image.
     *
     * @param dockerReference the name to pull it by
     * @param dockerManifestDigest the digest of its manifest, such as {@code sha256:9f86d0…}
     */
    static SimpleContainerImage of(String dockerReference, String dockerManifestDigest) {
        return builder()
                .critical(Critical.builder()
                        .identity(CriticalIdentity.builder()
                                .dockerReference(dockerReference)
                                .build())
                        .image(CriticalImage.builder()
                                .dockerManifestDigest(dockerManifestDigest)
                                .build())
                        .type(Critical.TYPE)
                        .build())
                .build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SimpleContainerImage}. */
    final class Builder extends ImmutableSimpleContainerImage.Builder {
        Builder() {}
    }
}
