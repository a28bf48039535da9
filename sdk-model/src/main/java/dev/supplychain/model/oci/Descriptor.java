package dev.supplychain.model.oci;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Points at content in a registry: what it is, its digest and its size.
 *
 * <pre>{@code
 * {"mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "sha256:9f86d0…", "size": 7682}
 * }</pre>
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.0/descriptor.md">OCI image specification 1.1,
 *     descriptor</a>
 */
@Value.Immutable
@JsonDeserialize(builder = Descriptor.Builder.class)
@JsonPropertyOrder({"mediaType", "digest", "size", "urls", "annotations", "data", "platform", "artifactType"})
public interface Descriptor extends Message {
    /** What the content is. */
    String mediaType();

    /** The digest of the content: sha256, sha384 or sha512. */
    Digest digest();

    /** The size of the content in bytes. */
    long size();

    /** Where else the content can be downloaded. */
    List<String> urls();

    /** Whatever the writer adds, such as cosign's signatures. */
    Map<String, String> annotations();

    /** The content itself, where it is small. */
    Optional<Bytes> data();

    /** What the image runs on, in an {@link Index}. */
    Optional<Platform> platform();

    /** The artifact type of the manifest that is pointed at; the manifest's own word counts more than this one. */
    Optional<String> artifactType();

    /** Points at this content, by its SHA-256. */
    static Descriptor of(String mediaType, byte[] content) {
        return builder()
                .mediaType(mediaType)
                .digest(Digest.sha256(content))
                .size(content.length)
                .build();
    }

    /** Points at the empty config {@code {}} of a manifest that is not a container image, and holds it. */
    static Descriptor empty() {
        byte[] content = "{}".getBytes(StandardCharsets.UTF_8);
        return builder()
                .from(of(MediaTypes.EMPTY, content))
                .data(Bytes.of(content))
                .build();
    }

    /** True when this is the content: same size, same digest. */
    default boolean describes(byte[] content) {
        return size() == content.length && OciDigests.matches(digest(), content);
    }

    /** Starts one; media type, digest and size are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Descriptor}. */
    final class Builder extends ImmutableDescriptor.Builder {
        Builder() {}

        /**
         * The descriptor.
         *
         * @throws IllegalStateException when a required member is missing
         * @throws IllegalArgumentException when the size is negative or the digest is none that registries know
         */
        @Override
        public Descriptor build() {
            Descriptor descriptor = super.build();
            if (descriptor.size() < 0) {
                throw new IllegalArgumentException("descriptor size " + descriptor.size() + " is negative");
            }
            OciDigests.requireRegistered("descriptor digest", descriptor.digest());
            return descriptor;
        }
    }
}
