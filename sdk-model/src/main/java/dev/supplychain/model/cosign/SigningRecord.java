package dev.supplychain.model.cosign;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.Timestamp;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is written down when an artifact is signed: one link in the artifact's chain of custody.
 *
 * <p>A record is a note of whoever signed and proves nothing by itself. It holds the signature, though, so that an artifact
 * whose signature was attached nowhere can be verified with it: see {@link #cosignSignature()}.
 *
 * <pre>{@code
 * {"artifact": "docker.io/my-org/app:1.0", "kind": "IMAGE", "digest": "sha256:9f86d0…", "keyId": "SHA256:jl3b…",
 *  "signedBy": "release pipeline", "time": "2026-11-21T12:00:00Z", "signature": "MEUCIQ…", "payload": "eyJjcml0…",
 *  "transparencyLog": "https://rekor.example.com/api/v1/log/entries/24296f…"}
 * }</pre>
 */
@Value.Immutable
@JsonDeserialize(builder = SigningRecord.Builder.class)
@JsonPropertyOrder({
    "artifact",
    "version",
    "kind",
    "digest",
    "keyId",
    "signedBy",
    "time",
    "signature",
    "payload",
    "transparencyLog"
})
public interface SigningRecord extends Message {
    /** The name: of an image its repository and, where it was given by one, its tag; of a file what it is called. */
    String artifact();

    /** The version of a file, where somebody gave it one. */
    Optional<String> version();

    /** Image or file. */
    @Value.Default
    default OpenEnum<ArtifactKind> kind() {
        return OpenEnum.of(ArtifactKind.ARTIFACT_KIND_UNSPECIFIED);
    }

    /** What was signed: the digest of an image's manifest, or of a file's bytes. */
    Digest digest();

    /** The OpenSSH fingerprint of the key that signed. */
    String keyId();

    /** Who used the key, in words: a person, a pipeline. Nobody checks it. */
    Optional<String> signedBy();

    /** When it was signed, by the clock of whoever signed. */
    Timestamp time();

    /** The signature, over {@link #payload()} or, without one, over the file. */
    Bytes signature();

    /** The bytes that were signed for an image; see {@link SimpleSigningPayload}. */
    Optional<Bytes> payload();

    /** Where the signature stands in a transparency log; not checked. */
    Optional<String> transparencyLog();

    /**
     * The signature of an image as a layer, to be verified or attached; absent for a file.
     *
     * @throws MalformedDataException when payload or signature are not base64
     */
    default Optional<CosignSignature> cosignSignature() {
        return payload().map(bytes -> CosignSignature.of(bytes, signature()));
    }

    /** The compact UTF-8 JSON, on one line. */
    default byte[] toJson() {
        return ModelJson.write(this);
    }

    /** Starts one; the artifact, digest, key, time and signature are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SigningRecord}. */
    final class Builder extends ImmutableSigningRecord.Builder {
        Builder() {}

        /** Image or file. */
        public Builder kind(ArtifactKind kind) {
            return kind(OpenEnum.of(kind));
        }
    }
}
