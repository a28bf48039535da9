package dev.supplychain.model.intoto;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.Message;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An artifact, a dependency or any other resource: where it is, and by which digests it is known.
 *
 * <pre>{@code
 * {"name": "app.jar", "uri": "pkg:maven/org.example/app@1.0", "digest": {"sha256": "9f86d0…"}}
 * }</pre>
 *
 * @see <a href="https://github.com/in-toto/attestation/blob/main/spec/v1/resource_descriptor.md">in-toto
 *     ResourceDescriptor v1</a>
 */
@Value.Immutable
@JsonDeserialize(builder = ResourceDescriptor.Builder.class)
@JsonPropertyOrder({"name", "uri", "digest", "content", "downloadLocation", "mediaType", "annotations"})
public interface ResourceDescriptor extends Message {
    /** A name to tell resources apart within the statement, such as a file name; not an identity. */
    Optional<String> name();

    /** The URI of the resource, such as a purl. */
    Optional<String> uri();

    /**
     * Digests by algorithm name, such as {@code sha256}; values are lower-case hex for the standard algorithms.
     *
     * @see <a href="https://github.com/in-toto/attestation/blob/main/spec/v1/digest_set.md">DigestSet</a>
     */
    Map<String, String> digest();

    /** The resource itself, for small ones. */
    Optional<Bytes> content();

    /** Where it can be downloaded, when that differs from {@link #uri()}. */
    Optional<String> downloadLocation();

    /** The media type of the resource. */
    Optional<String> mediaType();

    /** Whatever the producer adds. */
    Map<String, Json> annotations();

    /** True when one of the digests is this one: same algorithm, same value. */
    default boolean matches(Digest other) {
        return other.hex().equals(digest().get(other.algorithm()));
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ResourceDescriptor}. */
    final class Builder extends ImmutableResourceDescriptor.Builder {
        Builder() {}

        /** Adds a digest; another one of the same algorithm is replaced. */
        public Builder addDigest(Digest digest) {
            return putDigest(digest.algorithm(), digest.hex());
        }
    }
}
