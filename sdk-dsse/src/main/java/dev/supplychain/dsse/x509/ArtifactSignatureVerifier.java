package dev.supplychain.dsse.x509;

import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.VerifiedBlob;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.endor.ArtifactSignature;
import dev.supplychain.model.endor.ArtifactSignatureSpec;
import dev.supplychain.model.endor.CertificateExtensions;
import dev.supplychain.model.internal.Excerpt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Verifies Endor Labs' artifact signatures without asking the service: the certificate against your roots at the time of
 * signing, what the signature claims against the certificate, and the signature against the artifact.
 *
 * <pre>{@code
 * ArtifactSignatureVerifier verifier = ArtifactSignatureVerifier.of(CertificateVerifier.builder()
 *         .roots(X509Certificates.parse(Path.of("endor-root.pem")))
 *         .anyIdentityOf("https://token.actions.githubusercontent.com")
 *         .build());
 * VerifiedArtifactSignature verified = verifier.verify(signature, Path.of("app.jar"));
 * }</pre>
 *
 * <p>The service's documentation calls the signature one "of the build artifact" and does not say over which bytes. Taken
 * here are the artifact's own: a file, or the manifest of an image. Where other bytes were signed, use {@link
 * #verifyCertificate} and {@link VerifiedCertificate#blobVerifier()} with those.
 *
 * @see <a href="https://docs.endorlabs.com/rest-api/">Endor Labs REST API, ArtifactSignatureService</a>
 */
public final class ArtifactSignatureVerifier {
    private final CertificateVerifier certificates;

    private ArtifactSignatureVerifier(CertificateVerifier certificates) {
        this.certificates = certificates;
    }

    /** Trusts whom that verifier trusts. */
    public static ArtifactSignatureVerifier of(CertificateVerifier certificates) {
        return new ArtifactSignatureVerifier(certificates);
    }

    /**
     * The certificate of a signature, verified at the signature's {@code timestamp}, which lies within the certificate's
     * five minutes; the signature is not revoked, and its provenance and {@code source_repository_ref} say nothing but
     * what the certificate says. The signature itself is not looked at.
     *
     * @throws VerificationException when any of this does not hold
     */
    public VerifiedCertificate verifyCertificate(ArtifactSignature signature) throws VerificationException {
        ArtifactSignatureSpec spec = specOf(signature);
        if (spec.revoked()) {
            throw new VerificationException(Reason.REVOKED, "artifact signature is revoked");
        }
        VerifiedCertificate certificate = certificates.verify(
                required("certificate", spec.certificate()), instant(required("timestamp", spec.timestamp())));
        requireClaims(certificate, spec.provenance());
        requireClaims(
                certificate,
                spec.sourceRepositoryRef()
                        .map(ref -> CertificateExtensions.builder()
                                .sourceRepositoryRef(ref)
                                .build()));
        return certificate;
    }

    /**
     * A signature of that file, verified. The file is read once.
     *
     * @throws VerificationException when its certificate or claims are not to be trusted, it is of another artifact, or
     *     it does not match
     * @throws IOException when the file cannot be read
     */
    public VerifiedArtifactSignature verify(ArtifactSignature signature, Path artifact)
            throws VerificationException, IOException {
        VerifiedCertificate certificate = verifyCertificate(signature);
        return verified(
                signature,
                certificate,
                certificate.blobVerifier().verify(artifact, bytes(signature)),
                artifact.toString());
    }

    /**
     * A signature of these bytes, such as the manifest of an image, verified.
     *
     * @throws VerificationException when its certificate or claims are not to be trusted, it is of another artifact, or
     *     it does not match
     */
    public VerifiedArtifactSignature verify(ArtifactSignature signature, byte[] artifact) throws VerificationException {
        VerifiedCertificate certificate = verifyCertificate(signature);
        return verified(
                signature,
                certificate,
                certificate.blobVerifier().verify(artifact, bytes(signature)),
                "artifact of " + artifact.length + " bytes");
    }

    /** The digest is of the bytes under the signature, not of what the file holds by now. */
    private static VerifiedArtifactSignature verified(
            ArtifactSignature signature, VerifiedCertificate certificate, VerifiedBlob blob, String artifact)
            throws VerificationException {
        String stated = required("artifact_digest", specOf(signature).artifactDigest());
        if (!stated.equals(blob.sha256().toString())) {
            throw new VerificationException(
                    Reason.SUBJECT_MISMATCH,
                    "artifact signature is of " + Excerpt.quoted(stated) + ", not of " + artifact + " (" + blob.sha256()
                            + ")");
        }
        return new VerifiedArtifactSignature(blob, certificate);
    }

    private static Bytes bytes(ArtifactSignature signature) throws VerificationException {
        try {
            return Bytes.parseBase64(required("signature", specOf(signature).signature()));
        } catch (MalformedDataException e) {
            throw new VerificationException(Reason.MALFORMED, "artifact signature: " + e.getMessage(), e);
        }
    }

    private static ArtifactSignatureSpec specOf(ArtifactSignature signature) throws VerificationException {
        return required("spec", signature.spec());
    }

    private static <T> T required(String field, Optional<T> value) throws VerificationException {
        return value.orElseThrow(
                () -> new VerificationException(Reason.MALFORMED, "artifact signature has no " + field));
    }

    private static Instant instant(Timestamp timestamp) throws VerificationException {
        try {
            return timestamp.instant();
        } catch (MalformedDataException e) {
            throw new VerificationException(Reason.MALFORMED, "artifact signature: " + e.getMessage(), e);
        }
    }

    private static void requireClaims(VerifiedCertificate certificate, Optional<CertificateExtensions> claimed)
            throws VerificationException {
        List<String> contradictions = claimed.map(
                        claims -> certificate.fulcioExtensions().contradictions(claims))
                .orElse(List.of());
        if (!contradictions.isEmpty()) {
            throw new VerificationException(
                    Reason.CLAIM, "artifact signature claims what its certificate does not: " + contradictions);
        }
    }
}
