package dev.supplychain.model.cosign;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.internal.OneOf;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * What goes with a signature: which key or certificate it is by, and what logs and time stamping authorities say about
 * it. All of it is a claim of whoever made the bundle until a verifier has checked it.
 *
 * <p>Proto: {@code dev.sigstore.bundle.v1.VerificationMaterial}.
 *
 * @see <a href="https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto">sigstore_bundle.proto</a>
 */
@Value.Immutable
@JsonDeserialize(builder = VerificationMaterial.Builder.class)
@JsonPropertyOrder({"publicKey", "x509CertificateChain", "certificate", "tlogEntries", "timestampVerificationData"})
public interface VerificationMaterial extends Message {
    /** The signature is by a key that the verifier has. */
    Optional<PublicKeyIdentifier> publicKey();

    /** The signature is by the first of these certificates; in bundles before version 0.3. */
    Optional<X509CertificateChain> x509CertificateChain();

    /** The signature is by this certificate; since version 0.3. */
    Optional<X509Certificate> certificate();

    /** The entries of the signature in transparency logs. */
    List<TransparencyLogEntry> tlogEntries();

    /** The timestamps over the signature. */
    Optional<TimestampVerificationData> timestampVerificationData();

    /** The one that is set of {@code publicKey}, {@code x509CertificateChain} and {@code certificate}. */
    default KeyMaterial content() {
        return Stream.<Optional<? extends KeyMaterial>>of(publicKey(), x509CertificateChain(), certificate())
                .<KeyMaterial>flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    /** Starts one; exactly one of the three parts of {@link #content()} is required. */
    static Builder builder() {
        return new Builder();
    }

    /** What {@link VerificationMaterial#content()} can be. */
    sealed interface KeyMaterial permits PublicKeyIdentifier, X509CertificateChain, X509Certificate {}

    /** Builds a {@link VerificationMaterial}. */
    final class Builder extends ImmutableVerificationMaterial.Builder {
        Builder() {}

        /**
         * The material.
         *
         * @throws IllegalStateException when more than one part of {@code content} is set, or none
         */
        @Override
        public VerificationMaterial build() {
            VerificationMaterial material = super.build();
            OneOf.named("VerificationMaterial", "content")
                    .part("publicKey", material.publicKey())
                    .part("x509CertificateChain", material.x509CertificateChain())
                    .part("certificate", material.certificate())
                    .check();
            if (material.publicKey().isEmpty()
                    && material.x509CertificateChain().isEmpty()
                    && material.certificate().isEmpty()) {
                throw new IllegalStateException(
                        "VerificationMaterial.content needs one of publicKey, x509CertificateChain and certificate");
            }
            return material;
        }
    }
}
