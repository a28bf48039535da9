package dev.supplychain.dsse.x509;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.model.internal.Excerpt;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a chain must be like at the time of signing. The signatures in it are known to be good.
 *
 * <p>The JDK's validator has the last word on what is not looked at here: path lengths, name constraints, policies and
 * critical extensions that nobody knows. It takes anchors on trust, so the root stands in the path as well: then it is
 * held to the same rules as those below it.
 */
final class ChainRules {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int CERTIFICATE_SIGNING = 5;
    private static final String ANY_USE = "2.5.29.37.0";

    private final Instant time;
    private final Optional<String> extendedKeyUsage;

    ChainRules(Instant time, Optional<String> extendedKeyUsage) {
        this.time = time;
        this.extendedKeyUsage = extendedKeyUsage;
    }

    /** Refuses a chain, the leaf first and the root last, that does not serve to sign artifacts. */
    void require(List<StrictCertificate> chain) throws VerificationException {
        for (StrictCertificate certificate : chain) {
            requireValid(certificate);
        }
        requireSigner(chain.get(0));
        for (StrictCertificate certificate : chain.subList(1, chain.size())) {
            requireAuthority(certificate);
        }
        requirePkix(chain);
    }

    private void requireValid(StrictCertificate certificate) throws VerificationException {
        if (!certificate.isValidAt(time)) {
            throw new VerificationException(
                    Reason.EXPIRED,
                    certificate + " is valid from " + certificate.notBefore() + " to " + certificate.notAfter()
                            + ", not at " + time + ", when the signature was made");
        }
    }

    private void requireSigner(StrictCertificate certificate) throws VerificationException {
        try {
            certificate.key();
        } catch (KeyException e) {
            throw new VerificationException(Reason.CERTIFICATE, certificate + ": " + e.getMessage(), e);
        }
        X509Certificate leaf = certificate.certificate();
        if (leaf.getBasicConstraints() >= 0) {
            throw refused(certificate, "is an authority's, not a signer's");
        }
        boolean[] usage = leaf.getKeyUsage();
        if (usage == null || !usage[DIGITAL_SIGNATURE]) {
            throw refused(certificate, "does not say that its key is for digital signatures (key usage)");
        }
        List<String> uses = extendedUses(certificate);
        if (extendedKeyUsage.isPresent() && !uses.contains(extendedKeyUsage.get())) {
            throw refused(
                    certificate,
                    "is not for the use " + extendedKeyUsage.get() + " (extended key usage) but for " + uses);
        }
    }

    private void requireAuthority(StrictCertificate certificate) throws VerificationException {
        X509Certificate authority = certificate.certificate();
        if (authority.getBasicConstraints() < 0) {
            throw refused(certificate, "is no authority's (basic constraints), yet it issued another");
        }
        boolean[] usage = authority.getKeyUsage();
        if (usage != null && !usage[CERTIFICATE_SIGNING]) {
            throw refused(certificate, "is not for signing certificates (key usage), yet it issued another");
        }
        List<String> uses = extendedUses(certificate);
        if (extendedKeyUsage.isPresent()
                && !uses.isEmpty()
                && !uses.contains(extendedKeyUsage.get())
                && !uses.contains(ANY_USE)) {
            throw refused(certificate, "does not issue for the use " + extendedKeyUsage.get() + " but for " + uses);
        }
    }

    private static List<String> extendedUses(StrictCertificate certificate) throws VerificationException {
        try {
            List<String> uses = certificate.certificate().getExtendedKeyUsage();
            return uses == null ? List.of() : uses;
        } catch (CertificateParsingException e) {
            throw new VerificationException(Reason.MALFORMED, certificate + ": extended key usage is unreadable", e);
        }
    }

    private void requirePkix(List<StrictCertificate> chain) throws VerificationException {
        StrictCertificate root = chain.get(chain.size() - 1);
        try {
            CertPath path =
                    CertificateFactory.getInstance("X.509").generateCertPath(StrictCertificate.certificates(chain));
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root.certificate(), null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(time));
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
        } catch (CertPathValidatorException e) {
            String which = e.getIndex() >= 0 && e.getIndex() < chain.size() ? chain.get(e.getIndex()) + ": " : "";
            throw new VerificationException(
                    Reason.CERTIFICATE,
                    which + "the JDK refuses the chain: " + Excerpt.of(String.valueOf(e.getMessage())),
                    e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new VerificationException(
                    Reason.CERTIFICATE,
                    chain.get(0) + ": the JDK does not judge its chain: " + Excerpt.of(String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static VerificationException refused(StrictCertificate certificate, String problem) {
        return new VerificationException(Reason.CERTIFICATE, certificate + " " + problem);
    }
}
