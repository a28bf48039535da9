package dev.supplychain.model.cosign;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Says how the body of a log entry is to be read.
 *
 * <p>Proto: {@code dev.sigstore.rekor.v1.KindVersion}.
 *
 * @see <a href="https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_rekor.proto">sigstore_rekor.proto</a>
 */
@Value.Immutable
@JsonDeserialize(builder = KindVersion.Builder.class)
@JsonPropertyOrder({"kind", "version"})
public interface KindVersion extends Message {
    /** The kind of entry, such as {@code hashedrekord} or {@code dsse}. */
    Optional<String> kind();

    /** The version of that kind, such as {@code 0.0.1}. */
    Optional<String> version();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link KindVersion}. */
    final class Builder extends ImmutableKindVersion.Builder {
        Builder() {}
    }
}
