package dev.supplychain.dsse.jwt;

import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.Engine;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import java.security.Provider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which attestation tokens to trust: those that one of the given keys signed, in the profile of {@link
 * dev.supplychain.dsse.jwt this package}.
 *
 * <pre>{@code
 * JwtVerifier verifier = JwtVerifier.builder()
 *         .trust(JwkKeys.readTrustedKeys(Path.of("attestors.jwks")))
 *         .audience("//binaryauthorization.googleapis.com")
 *         .build();
 * VerifiedJwt attestation = verifier.verify(compactJwt, imageDigest);
 * }</pre>
 *
 * <p>{@code exp} and {@code nbf} count where they stand. An audience or issuer that the verifier does not name is not
 * looked at: an attestation is for whoever finds it, as far as nobody says otherwise. A verifier is immutable and may be
 * used by several threads.
 */
public final class JwtVerifier {
    private static final String TYPE = "JWT";

    private final JwsVerifier signatures;
    private final Set<String> audience;
    private final Set<String> issuers;
    private final Duration leeway;
    private final boolean needsExpiry;
    private final Clock clock;

    private JwtVerifier(Builder builder) {
        this.signatures = builder.signatures.build();
        this.audience = Set.copyOf(builder.audience);
        this.issuers = Set.copyOf(builder.issuers);
        this.leeway = builder.leeway;
        this.needsExpiry = builder.needsExpiry;
        this.clock = builder.clock;
    }

    /**
     * Trusts each of these keys on its terms, for any audience.
     *
     * @throws IllegalArgumentException when there is no key, or one signs in an unusual way
     */
    public static JwtVerifier of(TrustedKey... keys) {
        return builder().trust(keys).build();
    }

    /** Starts without keys, for any audience, without leeway. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A token about that image, verified.
     *
     * @throws VerificationException when it is not to be trusted, or about something else
     */
    public VerifiedJwt verify(String token, Digest image) throws VerificationException {
        VerifiedJwt verified = verify(token);
        verified.requireSubject(image);
        return verified;
    }

    /**
     * A token, verified; whether it is about your image, {@link VerifiedJwt#requireSubject} tells.
     *
     * @throws VerificationException when it is not to be trusted
     */
    public VerifiedJwt verify(String token) throws VerificationException {
        Instant now = clock.instant();
        CompactJws parsed = CompactJws.parse(token);
        requireHeader(parsed);
        VerifiedJws verified = signatures.verify(parsed, now);
        JwtClaims claims;
        try {
            claims = JwtClaims.parse(parsed.payload());
        } catch (MalformedDataException e) {
            throw new VerificationException(
                    Reason.MALFORMED, "token is signed, but its claims are not strict JSON: " + e.getMessage(), e);
        }
        requireTimes(claims, now);
        requireNamed("aud", audience, claims.audience());
        requireNamed("iss", issuers, claims.issuer().stream().toList());
        return new VerifiedJwt(claims, verified);
    }

    private static void requireHeader(CompactJws token) throws VerificationException {
        Optional<String> type = token.text("typ");
        if (!type.equals(Optional.of(TYPE))) {
            throw new VerificationException(
                    Reason.PAYLOAD_TYPE,
                    "token is no attestation: its typ is "
                            + type.map(Excerpt::quoted).orElse("missing") + " instead of \"JWT\"");
        }
        if (token.text("kid").isEmpty()) {
            throw new VerificationException(
                    Reason.NO_TRUSTED_SIGNATURE, "token is no attestation: it does not name its key (kid)");
        }
    }

    private void requireTimes(JwtClaims claims, Instant now) throws VerificationException {
        Optional<Instant> expiry = claims.expiresAt();
        if (expiry.isEmpty() && needsExpiry) {
            throw new VerificationException(Reason.CLAIM, "token is signed, but it never expires (no exp)");
        }
        if (expiry.isPresent() && !now.isBefore(expiry.get().plus(leeway))) {
            throw new VerificationException(
                    Reason.EXPIRED, "token is signed, but it expired at " + expiry.get() + ", and it is " + now);
        }
        Optional<Instant> start = claims.notBefore();
        if (start.isPresent() && now.isBefore(start.get().minus(leeway))) {
            throw new VerificationException(
                    Reason.EXPIRED,
                    "token is signed, but it does not count before " + start.get() + ", and it is " + now);
        }
    }

    private static void requireNamed(String claim, Set<String> accepted, List<String> found)
            throws VerificationException {
        if (!accepted.isEmpty() && found.stream().noneMatch(accepted::contains)) {
            throw new VerificationException(
                    Reason.CLAIM,
                    "token is signed, but its " + claim + " is "
                            + found.stream().map(Excerpt::quoted).toList() + "; accepted: " + accepted);
        }
    }

    /** Builds a {@link JwtVerifier}. */
    public static final class Builder {
        private static final Duration MAX_LEEWAY = Duration.ofMinutes(10);

        private final JwsVerifier.Builder signatures = JwsVerifier.builder();
        private final Set<String> audience = new LinkedHashSet<>();
        private final Set<String> issuers = new LinkedHashSet<>();
        private Duration leeway = Duration.ZERO;
        private boolean needsExpiry;
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /** Trusts these keys too, each on its terms. */
        public Builder trust(TrustedKey... trusted) {
            return trust(List.of(trusted));
        }

        /** Trusts these keys too, each on its terms. */
        public Builder trust(List<TrustedKey> trusted) {
            signatures.trust(trusted);
            return this;
        }

        /** Requires that {@code aud} has one of these and those named before, exactly as written. */
        public Builder audience(String... accepted) {
            audience.addAll(List.of(accepted));
            return this;
        }

        /** Requires that {@code iss} is one of these and those named before, exactly as written. */
        public Builder issuer(String... accepted) {
            issuers.addAll(List.of(accepted));
            return this;
        }

        /** Requires that a token expires. */
        public Builder requireExpiry() {
            needsExpiry = true;
            return this;
        }

        /**
         * Forgives clocks that differ by so much; not at all unless said otherwise.
         *
         * @throws IllegalArgumentException when it is negative or more than ten minutes
         */
        public Builder leeway(Duration newLeeway) {
            if (newLeeway.isNegative() || newLeeway.compareTo(MAX_LEEWAY) > 0) {
                throw new IllegalArgumentException("leeway " + newLeeway + " is not from 0 to " + MAX_LEEWAY);
            }
            leeway = newLeeway;
            return this;
        }

        /** Sets the clock that tokens and keys are held against; the system's unless said otherwise. */
        public Builder clock(Clock newClock) {
            clock = newClock;
            return this;
        }

        /**
         * Verifies with that provider, which need not be installed; see {@link
         * dev.supplychain.dsse.EnvelopeVerifier.Builder#provider}.
         */
        public Builder provider(Provider provider) {
            signatures.provider(provider);
            return this;
        }

        Builder engine(Engine engine) {
            signatures.engine(engine);
            return this;
        }

        /**
         * Parses the keys.
         *
         * @throws IllegalArgumentException when there is none, one signs in an unusual way, or the provider does not know
         *     an algorithm
         */
        public JwtVerifier build() {
            return new JwtVerifier(this);
        }
    }
}
