package dev.supplychain.dsse.jwt;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.model.Digest;
import dev.supplychain.model.internal.Excerpt;
import java.util.Optional;

/**
 * A token that a trusted key signed and that counts now.
 *
 * <p>It says who claims what; that it is about your image, {@link #requireSubject} tells.
 */
public final class VerifiedJwt {
    private final JwtClaims claims;
    private final VerifiedJws signed;

    VerifiedJwt(JwtClaims claims, VerifiedJws signed) {
        this.claims = claims;
        this.signed = signed;
    }

    /** What it says. */
    public JwtClaims claims() {
        return claims;
    }

    /** The key that signed it. */
    public AcceptedKey signer() {
        return signed.signer();
    }

    /** How the key signed it. */
    public SignatureAlgorithm algorithm() {
        return signed.algorithm();
    }

    /** The signed bytes and the header. */
    public VerifiedJws signed() {
        return signed;
    }

    /**
     * True when {@code sub} is {@code container:digest:} and this digest, or {@code resourceUri} is something by this
     * digest; where both stand, both have to agree.
     */
    public boolean isAbout(Digest image) {
        Optional<String> byDigest = claims.subject().filter(subject -> subject.startsWith(ClaimsCodec.SUBJECT_PREFIX));
        Optional<String> byUri = claims.resourceUri();
        return (byDigest.isPresent() || byUri.isPresent())
                && byDigest.map(text -> text.equals(ClaimsCodec.SUBJECT_PREFIX + image))
                        .orElse(true)
                && byUri.map(text -> text.endsWith("@" + image)).orElse(true);
    }

    /**
     * Goes on only when it is about that image.
     *
     * @throws VerificationException with {@link Reason#SUBJECT_MISMATCH} when it is about another, or does not say
     */
    public void requireSubject(Digest image) throws VerificationException {
        if (!isAbout(image)) {
            throw mismatch(image.toString());
        }
    }

    /**
     * Goes on only when {@code resourceUri} is this one, character by character.
     *
     * @throws VerificationException with {@link Reason#SUBJECT_MISMATCH} when it is another, or missing
     */
    public void requireResource(String resourceUri) throws VerificationException {
        if (!claims.resourceUri().equals(Optional.of(resourceUri))) {
            throw mismatch(Excerpt.quoted(resourceUri));
        }
    }

    private VerificationException mismatch(String wanted) {
        return new VerificationException(
                Reason.SUBJECT_MISMATCH,
                "token is signed, but not about " + wanted + ": its sub is "
                        + claims.subject().map(Excerpt::quoted).orElse("missing") + " and its resourceUri "
                        + claims.resourceUri().map(Excerpt::quoted).orElse("missing"));
    }

    /** The subject and the signer. */
    @Override
    public String toString() {
        return "VerifiedJwt["
                + claims.subject().or(claims::resourceUri).map(Excerpt::of).orElse("no subject") + ", signed by "
                + signer() + " with " + algorithm() + "]";
    }
}
