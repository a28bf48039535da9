package dev.supplychain.model.oci;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What an image of an {@link Index} runs on.
 *
 * <pre>{@code
 * {"architecture": "arm64", "os": "linux", "variant": "v8"}
 * }</pre>
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.0/image-index.md">OCI image specification 1.1, image
 *     index</a>
 */
@Value.Immutable
@JsonDeserialize(builder = Platform.Builder.class)
@JsonPropertyOrder({"architecture", "os", "os.version", "os.features", "variant"})
public interface Platform extends Message {
    /** The processor, as Go names it, such as {@code amd64}. */
    String architecture();

    /** The operating system, as Go names it, such as {@code linux}. */
    String os();

    /** The version of the operating system, for Windows images. */
    @JsonProperty("os.version")
    Optional<String> osVersion();

    /** What the operating system must offer, such as {@code win32k}. */
    @JsonProperty("os.features")
    List<String> osFeatures();

    /** The variant of the processor, such as {@code v8}. */
    Optional<String> variant();

    /** Starts one; architecture and operating system are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Platform}. */
    final class Builder extends ImmutablePlatform.Builder {
        Builder() {}
    }
}
