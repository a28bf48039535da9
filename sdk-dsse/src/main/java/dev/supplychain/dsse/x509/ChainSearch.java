package dev.supplychain.dsse.x509;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a way from a certificate to one of the roots. Whoever sends certificates may send many that seem to issue one
 * another, so the signatures that one search looks at are counted.
 */
final class ChainSearch {
    /** The most certificates from the first to the root. */
    static final int MAX_LENGTH = 8;

    private static final int MAX_SIGNATURES = 64;

    private final List<StrictCertificate> roots;
    private final List<StrictCertificate> intermediates;
    private final Engine engine;
    private final Check check;
    private int signatures;
    private @Nullable VerificationException problem;

    /** Decides whether a chain, the leaf first and the root last, is good. */
    @FunctionalInterface
    interface Check {
        void require(List<StrictCertificate> chain) throws VerificationException;
    }

    ChainSearch(List<StrictCertificate> roots, List<StrictCertificate> intermediates, Engine engine, Check check) {
        this.roots = roots;
        this.intermediates = intermediates;
        this.engine = engine;
        this.check = check;
    }

    /**
     * The first good chain, the leaf first and the root last.
     *
     * @throws VerificationException when there is none
     */
    List<StrictCertificate> from(StrictCertificate leaf) throws VerificationException {
        Optional<List<StrictCertificate>> chain = extend(List.of(leaf));
        if (chain.isPresent()) {
            return chain.get();
        }
        if (problem != null) {
            throw problem;
        }
        throw new VerificationException(
                Reason.CERTIFICATE,
                leaf + " leads to none of the roots " + roots + "; it names its issuer as "
                        + leaf.issuerName() + ", and there were " + intermediates.size()
                        + " certificates in between to try");
    }

    private Optional<List<StrictCertificate>> extend(List<StrictCertificate> path) throws VerificationException {
        StrictCertificate last = path.get(path.size() - 1);
        for (StrictCertificate root : roots) {
            if (isSigned(last, root) && isGood(with(path, root))) {
                return Optional.of(with(path, root));
            }
        }
        for (StrictCertificate next : intermediates) {
            if (path.size() + 1 < MAX_LENGTH && !path.contains(next) && isSigned(last, next)) {
                Optional<List<StrictCertificate>> chain = extend(with(path, next));
                if (chain.isPresent()) {
                    return chain;
                }
            }
        }
        return Optional.empty();
    }

    private static List<StrictCertificate> with(List<StrictCertificate> path, StrictCertificate next) {
        List<StrictCertificate> longer = new ArrayList<>(path);
        longer.add(next);
        return longer;
    }

    private boolean isSigned(StrictCertificate certificate, StrictCertificate issuer) throws VerificationException {
        if (!certificate.names(issuer)) {
            return false;
        }
        if (++signatures > MAX_SIGNATURES) {
            throw new VerificationException(
                    Reason.LIMIT,
                    "more than " + MAX_SIGNATURES + " signatures of certificates that seem to issue one another");
        }
        try {
            Optional<String> wrong = CertificateSignatures.problemOf(certificate, issuer.key(), engine);
            wrong.ifPresent(text ->
                    keep(new VerificationException(Reason.CERTIFICATE, certificate + " by " + issuer + ": " + text)));
            return wrong.isEmpty();
        } catch (KeyException e) {
            keep(new VerificationException(Reason.CERTIFICATE, issuer + ": " + e.getMessage(), e));
            return false;
        }
    }

    private boolean isGood(List<StrictCertificate> chain) {
        try {
            check.require(chain);
            return true;
        } catch (VerificationException e) {
            keep(e);
            return false;
        }
    }

    /** The first problem is that of the way that the sender had in mind, most likely. */
    private void keep(VerificationException found) {
        problem = problem == null ? found : problem;
    }
}
