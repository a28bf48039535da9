package dev.supplychain.dsse;

import dev.supplychain.dsse.internal.AdaptiveEngine;
import dev.supplychain.dsse.internal.Engine;
import dev.supplychain.dsse.internal.JcaEngine;
import dev.supplychain.dsse.keys.TrustedKey;
import java.security.Provider;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all verifiers are made of.
 *
 * @param <B> the builder itself
 */
abstract class VerifierBuilder<B extends VerifierBuilder<B>> {
    final List<TrustedKey> keys = new ArrayList<>();
    Clock clock = Clock.systemUTC();
    private @Nullable Engine engine;

    abstract B self();

    /** Trusts these keys too, each on its terms. */
    public B trust(TrustedKey... trusted) {
        return trust(List.of(trusted));
    }

    /** Trusts these keys too, each on its terms. */
    public B trust(List<TrustedKey> trusted) {
        keys.addAll(trusted);
        return self();
    }

    /** Sets the clock that the validity of keys is held against; the system's unless said otherwise. */
    public B clock(Clock newClock) {
        clock = newClock;
        return self();
    }

    /**
     * Verifies with that provider, which need not be installed. Unless said otherwise it is the JDK for the first few hundred
     * signatures, and then the first that is there of Amazon Corretto Crypto Provider, Conscrypt and BouncyCastle. RSA
     * signatures are verified in this library. The verdicts are the same.
     */
    public B provider(Provider provider) {
        return engine(JcaEngine.of(provider));
    }

    B engine(Engine newEngine) {
        engine = newEngine;
        return self();
    }

    Engine engine() {
        return engine == null ? new AdaptiveEngine() : engine;
    }

    void requireKeys() {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a verifier needs at least one trusted key");
        }
    }
}
