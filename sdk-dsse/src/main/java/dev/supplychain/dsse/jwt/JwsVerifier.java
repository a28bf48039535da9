package dev.supplychain.dsse.jwt;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.AdaptiveEngine;
import dev.supplychain.dsse.internal.Engine;
import dev.supplychain.dsse.internal.JcaEngine;
import dev.supplychain.dsse.internal.JoseAlgorithms;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.internal.Excerpt;
import java.security.Provider;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells which compact JSON Web Signatures to trust, whatever is signed: those that one of the given keys made.
 *
 * <p>The header chooses among the trusted keys and decides nothing else: {@code kid}, where it stands, must be a name of
 * the key, and {@code alg} an algorithm that the key is trusted for. For attestations with claims use {@link JwtVerifier}.
 * A verifier is immutable and may be used by several threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515">RFC 7515</a>
 */
public final class JwsVerifier {
    private final List<JwsKey> keys = new ArrayList<>();
    private final Clock clock;

    private JwsVerifier(Builder builder) {
        this.clock = builder.clock;
        Engine engine = builder.engine == null ? new AdaptiveEngine() : builder.engine;
        for (TrustedKey key : builder.keys) {
            keys.add(new JwsKey(key, engine));
        }
    }

    /**
     * Trusts each of these keys on its terms.
     *
     * @throws IllegalArgumentException when there is no key, or one signs in an unusual way
     */
    public static JwsVerifier of(TrustedKey... keys) {
        return builder().trust(keys).build();
    }

    /** Starts without keys. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A token, verified.
     *
     * @throws VerificationException when it is not to be trusted
     */
    public VerifiedJws verify(String token) throws VerificationException {
        return verify(CompactJws.parse(token), clock.instant());
    }

    VerifiedJws verify(CompactJws token, Instant now) throws VerificationException {
        SignatureAlgorithm algorithm = algorithmOf(token);
        Optional<String> kid = token.text("kid");
        Optional<TrustedKey> outsideValidity = Optional.empty();
        List<String> problems = new ArrayList<>();
        for (JwsKey candidate : candidates(kid)) {
            TrustedKey key = candidate.key();
            Optional<String> problem = candidate.signsWith(algorithm)
                    ? candidate.problemOf(token, algorithm)
                    : Optional.of("it is trusted for " + key.algorithms() + " and not for " + algorithm);
            if (problem.isEmpty() && key.isValidAt(now)) {
                return new VerifiedJws(token.header(), Bytes.of(token.payload()), new AcceptedKey(key), algorithm);
            }
            if (problem.isEmpty()) {
                outsideValidity = Optional.of(key);
            }
            problem.ifPresent(text -> problems.add(key + ": " + text));
        }
        if (outsideValidity.isPresent()) {
            throw new VerificationException(
                    Reason.EXPIRED, "token is signed by " + outsideValidity.get() + ", which is not valid at " + now);
        }
        throw new VerificationException(
                kid.isPresent() ? Reason.BAD_SIGNATURE : Reason.NO_TRUSTED_SIGNATURE,
                "token is not trusted: no trusted key made its signature: " + problems);
    }

    private static SignatureAlgorithm algorithmOf(CompactJws token) throws VerificationException {
        Optional<String> name = token.text("alg");
        Optional<SignatureAlgorithm> algorithm = name.flatMap(JoseAlgorithms::find);
        if (algorithm.isEmpty()) {
            throw new VerificationException(
                    Reason.NO_TRUSTED_SIGNATURE,
                    "token is not trusted: "
                            + name.map(text -> "its alg " + Excerpt.quoted(text) + " is none that is allowed")
                                    .orElse("its header has no alg")
                            + "; allowed are the ES, RS and PS ones with 256, 384 and 512, and EdDSA");
        }
        return algorithm.get();
    }

    private List<JwsKey> candidates(Optional<String> kid) throws VerificationException {
        if (kid.isEmpty()) {
            return keys;
        }
        List<JwsKey> named =
                keys.stream().filter(key -> key.key().goesBy(kid.get())).toList();
        if (named.isEmpty()) {
            throw new VerificationException(
                    Reason.NO_TRUSTED_SIGNATURE,
                    "token is not trusted: no trusted key goes by its kid " + Excerpt.quoted(kid.get())
                            + "; trusted are " + keys.stream().map(JwsKey::key).toList());
        }
        return named;
    }

    /** Builds a {@link JwsVerifier}. */
    public static final class Builder {
        private final List<TrustedKey> keys = new ArrayList<>();
        private Clock clock = Clock.systemUTC();
        private @Nullable Engine engine;

        private Builder() {}

        /** Trusts these keys too, each on its terms. */
        public Builder trust(TrustedKey... trusted) {
            return trust(List.of(trusted));
        }

        /** Trusts these keys too, each on its terms. */
        public Builder trust(List<TrustedKey> trusted) {
            keys.addAll(trusted);
            return this;
        }

        /** Sets the clock that the validity of keys is held against; the system's unless said otherwise. */
        public Builder clock(Clock newClock) {
            clock = newClock;
            return this;
        }

        /**
         * Verifies with that provider, which need not be installed; see {@link
         * dev.supplychain.dsse.EnvelopeVerifier.Builder#provider}.
         */
        public Builder provider(Provider provider) {
            return engine(JcaEngine.of(provider));
        }

        Builder engine(Engine newEngine) {
            engine = newEngine;
            return this;
        }

        /**
         * Parses the keys.
         *
         * @throws IllegalArgumentException when there is none, one signs in an unusual way, or the provider does not know
         *     an algorithm
         */
        public JwsVerifier build() {
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("a verifier needs at least one trusted key");
            }
            return new JwsVerifier(this);
        }
    }
}
