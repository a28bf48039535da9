package dev.supplychain.model.cosign;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.internal.Excerpt;
import java.util.HexFormat;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The signature over a file that is not part of the bundle.
 *
 * <p>Proto: {@code dev.sigstore.common.v1.MessageSignature}.
 *
 * @see <a href="https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_common.proto">sigstore_common.proto</a>
 */
@Value.Immutable
@JsonDeserialize(builder = MessageSignature.Builder.class)
@JsonPropertyOrder({"messageDigest", "signature"})
public interface MessageSignature extends Message {
    /**
     * The hash of the file, to find it and to find errors early. It is not signed: a verifier computes the file's own hash
     * and refuses when the two differ.
     */
    Optional<HashOutput> messageDigest();

    /** The signature over the file. */
    Bytes signature();

    /**
     * The signature over a file with that hash.
     *
     * @throws IllegalArgumentException when the hash is none of {@link HashAlgorithm}
     */
    static MessageSignature of(Digest file, Bytes signature) {
        HashAlgorithm algorithm = switch (file.algorithm()) {
            case "sha256" -> HashAlgorithm.SHA2_256;
            case "sha384" -> HashAlgorithm.SHA2_384;
            case "sha512" -> HashAlgorithm.SHA2_512;
            case "sha3_256" -> HashAlgorithm.SHA3_256;
            case "sha3_384" -> HashAlgorithm.SHA3_384;
            default ->
                throw new IllegalArgumentException("bundles have no digest like " + Excerpt.quoted(file.toString())
                        + "; sha256, sha384, sha512, sha3_256 and sha3_384 fit");
        };
        return builder()
                .messageDigest(HashOutput.builder()
                        .algorithm(OpenEnum.of(algorithm))
                        .digest(Bytes.of(HexFormat.of().parseHex(file.hex())))
                        .build())
                .signature(signature)
                .build();
    }

    /** Starts one; the signature is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link MessageSignature}. */
    final class Builder extends ImmutableMessageSignature.Builder {
        Builder() {}
    }
}
