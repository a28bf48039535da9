package dev.supplychain.model.cosign;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * The entry of a signature in a transparency log, as whoever made the bundle says; not verified.
 *
 * <p>Proto: {@code dev.sigstore.rekor.v1.TransparencyLogEntry}.
 *
 * @see <a href="https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_rekor.proto">sigstore_rekor.proto</a>
 */
@Value.Immutable
@JsonDeserialize(builder = TransparencyLogEntry.Builder.class)
@JsonPropertyOrder({
    "logIndex",
    "logId",
    "kindVersion",
    "integratedTime",
    "inclusionPromise",
    "inclusionProof",
    "canonicalizedBody"
})
public interface TransparencyLogEntry extends Message {
    /** The index of the entry over all shards of the log, from 0. */
    OptionalLong logIndex();

    /** The log. */
    Optional<LogId> logId();

    /** How the body is to be read. */
    Optional<KindVersion> kindVersion();

    /** When the log took the entry, in seconds since 1970; 0 from logs that leave time to others. */
    OptionalLong integratedTime();

    /** The log's promise to include the entry; always there in a bundle of version 0.1. */
    Optional<InclusionPromise> inclusionPromise();

    /** What shows that the entry is in the log; always there since version 0.2. */
    Optional<InclusionProof> inclusionProof();

    /** The entry as the log has it, canonical JSON. */
    Optional<Bytes> canonicalizedBody();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TransparencyLogEntry}. */
    final class Builder extends ImmutableTransparencyLogEntry.Builder {
        Builder() {}
    }
}
