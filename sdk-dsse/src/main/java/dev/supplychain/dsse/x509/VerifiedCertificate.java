package dev.supplychain.dsse.x509;

import dev.supplychain.dsse.BlobVerifier;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.endor.CertificateExtensions;
import dev.supplychain.model.internal.Excerpt;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A certificate that leads to a trusted root, was made for somebody who is expected, and was valid at the time of signing.
 *
 * <p>It verifies what its key signed: with {@link #blobVerifier()}, {@link #envelopeVerifier()}, or as one of several
 * keys with {@link #trustedKey()}.
 */
public final class VerifiedCertificate {
    /** What could speak against a certificate and was not asked. */
    public enum NotChecked {
        /** Whether the authority has revoked it: no list and no responder was asked. */
        REVOCATION,
        /** Whether it is in a certificate transparency log, as a timestamp inside it may claim. */
        CERTIFICATE_TRANSPARENCY,
        /** Whether the signature is in a transparency log such as Rekor. */
        TRANSPARENCY_LOG,
        /** Whether the signature was made when the caller says. */
        SIGNING_TIME
    }

    private final List<StrictCertificate> chain;
    private final FulcioExtensions extensions;
    private final String identity;
    private final Instant signingTime;
    private final TrustedKey trustedKey;

    VerifiedCertificate(
            List<StrictCertificate> chain, FulcioExtensions extensions, String identity, Instant signingTime) {
        this.chain = List.copyOf(chain);
        this.extensions = extensions;
        this.identity = identity;
        this.signingTime = signingTime;
        this.trustedKey = trust(chain, identity);
    }

    /** Within the life of every certificate of the chain: they overlap, at the time of signing at least. */
    private static TrustedKey trust(List<StrictCertificate> chain, String identity) {
        Instant notBefore =
                Collections.max(chain.stream().map(StrictCertificate::notBefore).toList());
        Instant notAfter =
                Collections.min(chain.stream().map(StrictCertificate::notAfter).toList());
        try {
            return TrustedKey.builder()
                    .publicKey(chain.get(0).key().key())
                    .name(identity)
                    .notBefore(notBefore)
                    .notAfter(notAfter)
                    .build();
        } catch (KeyException e) {
            throw new IllegalStateException("a key that was accepted is refused", e);
        }
    }

    /** The certificate. */
    public X509Certificate certificate() {
        return chain.get(0).certificate();
    }

    /** The certificate, those between it and the root, and the root. */
    public List<X509Certificate> chain() {
        return StrictCertificate.certificates(chain);
    }

    /** Whom it was made for: the identity that was expected, or the first where anybody was. */
    public String identity() {
        return identity;
    }

    /** Who vouched for that, such as {@code https://token.actions.githubusercontent.com}. */
    public Optional<String> issuer() {
        return extensions.issuer();
    }

    /** What it says about the build it was issued for. */
    public FulcioExtensions fulcioExtensions() {
        return extensions;
    }

    /** The same in Endor's fields. */
    public CertificateExtensions extensions() {
        return extensions.toCertificateExtensions();
    }

    /** When the signature was made, as the caller said. */
    public Instant signingTime() {
        return signingTime;
    }

    /**
     * Its key, named by the identity and trusted while every certificate of the chain is valid.
     *
     * <p>A verifier holds that against its own clock: give it one that stands at {@link #signingTime()}, as {@link
     * #blobVerifier()} and {@link #envelopeVerifier()} do.
     */
    public TrustedKey trustedKey() {
        return trustedKey;
    }

    /** Verifies detached signatures that its key made at the time of signing. */
    public BlobVerifier blobVerifier() {
        return BlobVerifier.builder().trust(trustedKey).clock(clock()).build();
    }

    /** Verifies envelopes that its key signed at the time of signing; say which payload types to accept and build it. */
    public EnvelopeVerifier.Builder envelopeVerifier() {
        return EnvelopeVerifier.builder().trust(trustedKey).clock(clock());
    }

    private Clock clock() {
        return Clock.fixed(signingTime, ZoneOffset.UTC);
    }

    /** What could speak against it and was not asked; never empty. */
    public Set<NotChecked> notChecked() {
        return Collections.unmodifiableSet(EnumSet.allOf(NotChecked.class));
    }

    /** The identity, the issuer and the time. */
    @Override
    public String toString() {
        return "VerifiedCertificate[" + Excerpt.of(identity)
                + issuer().map(text -> ", vouched for by " + Excerpt.of(text)).orElse("") + ", at " + signingTime
                + "]";
    }
}
