package dev.supplychain.dsse.x509;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.AdaptiveEngine;
import dev.supplychain.dsse.internal.Engine;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which certificates to trust for signing artifacts: those that lead to your roots and were made for the identities
 * you name.
 *
 * <pre>{@code
 * CertificateVerifier verifier = CertificateVerifier.builder()
 *         .roots(X509Certificates.parse(Path.of("fulcio-root.pem")))
 *         .identity("https://github.com/octo/app/.github/workflows/release.yml@refs/tags/v1",
 *                 "https://token.actions.githubusercontent.com")
 *         .build();
 * VerifiedCertificate signer = verifier.verify(certificatesInPem, signingTime);
 * VerifiedBlob jar = signer.blobVerifier().verify(Path.of("app.jar"), signature);
 * }</pre>
 *
 * <p>At the time of signing every certificate of the chain must be valid, the root included, every issuer an authority
 * (basic constraints, key usage, path length, name constraints), and the signer's own one for digital signatures and code
 * signing. Keys and signature algorithms are those of this SDK: P-256, P-384, P-521, Ed25519, RSA of 2048 to 4096 bits,
 * over SHA-256, SHA-384 or SHA-512. Identities and issuers match exactly, character by character.
 *
 * <p>The time of signing is the caller's: whoever holds the key of an expired certificate may claim any time, so it must
 * come from somebody you trust. Revocation and transparency logs are not asked; see {@link
 * VerifiedCertificate#notChecked()}. A verifier is immutable and may be used by several threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-6">RFC 5280, certification path validation</a>
 */
public final class CertificateVerifier {
    private static final int MAX_GIVEN = 16;

    private final List<StrictCertificate> roots;
    private final List<StrictCertificate> intermediates;
    private final Set<ExpectedIdentity> identities;
    private final Optional<String> extendedKeyUsage;
    private final Engine engine = new AdaptiveEngine();

    private CertificateVerifier(Builder builder) throws KeyException {
        this.roots = strict("root", builder.roots);
        this.intermediates = strict("intermediate certificate", builder.intermediates);
        this.identities = Set.copyOf(builder.identities);
        this.extendedKeyUsage = Optional.ofNullable(builder.extendedKeyUsage);
        for (StrictCertificate root : roots) {
            requireRoot(root);
        }
    }

    /** Starts without roots and identities; code signing is the required use. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@link #verify(List, Instant)} of certificates in PEM, or in base64 of PEM or DER; see {@link
     * X509Certificates#parse(String)}.
     *
     * @throws VerificationException when they are unreadable or not to be trusted
     */
    public VerifiedCertificate verify(String certificates, Instant signingTime) throws VerificationException {
        try {
            return verifyStrictly(X509Certificates.parseStrictly(certificates), signingTime);
        } catch (MalformedDataException e) {
            throw new VerificationException(Reason.MALFORMED, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The first of these certificates, verified.
     *
     * @param leafFirst the signer's certificate, and any that may lie between it and the roots, in any order
     * @param signingTime when the signature was made, as somebody says whom you trust
     * @throws VerificationException when it does not lead to a root, is not for signing artifacts, was not valid, or was
     *     made for somebody else
     * @throws IllegalArgumentException when there is no certificate
     */
    public VerifiedCertificate verify(List<X509Certificate> leafFirst, Instant signingTime)
            throws VerificationException {
        if (leafFirst.isEmpty()) {
            throw new IllegalArgumentException("no certificate to verify");
        }
        requireFew(leafFirst.size());
        try {
            return verifyStrictly(leafFirst.stream().map(StrictCertificate::of).toList(), signingTime);
        } catch (MalformedDataException e) {
            throw new VerificationException(Reason.MALFORMED, String.valueOf(e.getMessage()), e);
        }
    }

    private VerifiedCertificate verifyStrictly(List<StrictCertificate> leafFirst, Instant signingTime)
            throws VerificationException {
        requireFew(leafFirst.size());
        StrictCertificate leaf = leafFirst.get(0);
        Set<StrictCertificate> between = new LinkedHashSet<>(leafFirst.subList(1, leafFirst.size()));
        between.addAll(intermediates);
        ChainRules rules = new ChainRules(signingTime, extendedKeyUsage);
        List<StrictCertificate> chain = new ChainSearch(roots, List.copyOf(between), engine, rules::require).from(leaf);
        FulcioExtensions extensions = FulcioExtensions.of(leaf);
        String identity = requireIdentity(leaf, extensions);
        return new VerifiedCertificate(chain, extensions, identity, signingTime);
    }

    private static void requireFew(int certificates) throws VerificationException {
        if (certificates > MAX_GIVEN) {
            throw new VerificationException(
                    Reason.LIMIT, certificates + " certificates are more than the limit of " + MAX_GIVEN);
        }
    }

    private String requireIdentity(StrictCertificate leaf, FulcioExtensions extensions) throws VerificationException {
        for (String identity : extensions.identities()) {
            for (ExpectedIdentity expected : identities) {
                if (expected.matches(identity, extensions.issuer())) {
                    return identity;
                }
            }
        }
        throw new VerificationException(
                Reason.IDENTITY,
                leaf + " was made for "
                        + extensions.identities().stream().map(Excerpt::quoted).toList()
                        + extensions
                                .issuer()
                                .map(issuer -> " as " + Excerpt.quoted(issuer) + " vouched for")
                                .orElse("")
                        + "; trusted are " + identities);
    }

    private static List<StrictCertificate> strict(String what, List<X509Certificate> certificates) throws KeyException {
        List<StrictCertificate> strict = new ArrayList<>();
        for (X509Certificate certificate : certificates) {
            try {
                strict.add(StrictCertificate.of(certificate));
            } catch (MalformedDataException e) {
                throw new KeyException(what + " " + strict.size() + ": " + e.getMessage(), e);
            }
        }
        return List.copyOf(strict);
    }

    private void requireRoot(StrictCertificate root) throws KeyException {
        Optional<String> problem = root.names(root)
                ? CertificateSignatures.problemOf(root, root.key(), engine)
                : Optional.of("it names " + root.issuerName() + " as its issuer");
        if (problem.isPresent()) {
            throw new KeyException(root + " is no root, which would be signed with its own key: " + problem.get()
                    + "; give certificates between roots and signers as intermediates");
        }
        if (root.certificate().getBasicConstraints() < 0) {
            throw new KeyException(root + " is no root: it is not an authority's (basic constraints)");
        }
    }

    /** Whom a certificate may be made for; what is absent may be anything. */
    private record ExpectedIdentity(Optional<String> identity, Optional<String> issuer, boolean ofAnyIssuer) {
        /** An issuer that nobody asked about could vouch for anybody: it has to be named. */
        boolean matches(String found, Optional<String> foundIssuer) {
            return (identity.isEmpty() || identity.get().equals(found)) && (ofAnyIssuer || issuer.equals(foundIssuer));
        }

        @Override
        public String toString() {
            return identity.map(Excerpt::quoted).orElse("anybody")
                    + (ofAnyIssuer
                            ? ""
                            : issuer.map(text -> " as " + Excerpt.quoted(text) + " vouches for")
                                    .orElse(" without an issuer in the certificate"));
        }
    }

    /** Builds a {@link CertificateVerifier}. */
    public static final class Builder {
        private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

        private final List<X509Certificate> roots = new ArrayList<>();
        private final List<X509Certificate> intermediates = new ArrayList<>();
        private final Set<ExpectedIdentity> identities = new LinkedHashSet<>();
        private @Nullable String extendedKeyUsage = CODE_SIGNING;

        private Builder() {}

        /** Trusts these authorities too: certificates signed with their own keys. */
        public Builder roots(List<X509Certificate> trusted) {
            roots.addAll(trusted);
            return this;
        }

        /** Adds certificates that may lie between a signer's and a root, where signatures do not bring them. */
        public Builder intermediates(List<X509Certificate> between) {
            intermediates.addAll(between);
            return this;
        }

        /**
         * Accepts certificates for this identity too, from authorities that name no issuer of identities; a certificate
         * that names one, as those of Fulcio do, needs {@link #identity(String, String)}.
         *
         * @param identity an e-mail address, DNS name, URI, IP address, Fulcio user name or distinguished name, exactly
         *     as in {@link FulcioExtensions#identities()}
         */
        public Builder identity(String identity) {
            return expect(new ExpectedIdentity(Optional.of(identity), Optional.empty(), false));
        }

        /**
         * Accepts certificates for this identity too, as vouched for by that issuer and no other.
         *
         * @param identity as in {@link FulcioExtensions#identities()}
         * @param issuer as in {@link FulcioExtensions#issuer()}
         */
        public Builder identity(String identity, String issuer) {
            return expect(new ExpectedIdentity(Optional.of(identity), Optional.of(issuer), false));
        }

        /**
         * Accepts certificates for anybody whom that issuer vouches for: with a public issuer everybody. Look at {@link
         * VerifiedCertificate#identity()} and the extensions.
         */
        public Builder anyIdentityOf(String issuer) {
            return expect(new ExpectedIdentity(Optional.empty(), Optional.of(issuer), false));
        }

        /**
         * Accepts certificates for anybody whom the roots issue certificates to: with a public root everybody. Look at
         * {@link VerifiedCertificate#identity()} and the extensions.
         */
        public Builder anyIdentity() {
            return expect(new ExpectedIdentity(Optional.empty(), Optional.empty(), true));
        }

        private Builder expect(ExpectedIdentity identity) {
            identities.add(identity);
            return this;
        }

        /**
         * Requires this extended key usage instead of code signing.
         *
         * @param oid such as {@code 1.3.6.1.5.5.7.3.4}
         */
        public Builder extendedKeyUsage(String oid) {
            extendedKeyUsage = oid;
            return this;
        }

        /** Takes certificates for any extended use, also those that name none. */
        public Builder anyExtendedKeyUsage() {
            extendedKeyUsage = null;
            return this;
        }

        /**
         * Checks the roots.
         *
         * @throws KeyException when a root is unreadable, weak, not an authority's or not signed with its own key, or an
         *     intermediate certificate is unreadable
         * @throws IllegalArgumentException when there is no root, or nobody to expect
         */
        public CertificateVerifier build() throws KeyException {
            if (roots.isEmpty()) {
                throw new IllegalArgumentException("a verifier of certificates needs at least one root");
            }
            if (identities.isEmpty()) {
                throw new IllegalArgumentException(
                        "a verifier of certificates needs to know whom to expect: name identity(...), or say"
                                + " anyIdentity() where everybody with a certificate of these roots is trusted");
            }
            return new CertificateVerifier(this);
        }
    }
}
