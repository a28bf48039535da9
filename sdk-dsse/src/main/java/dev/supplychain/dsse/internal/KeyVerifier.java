package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One public key with one algorithm: the pre-checks of a signature, then the engine. */
public final class KeyVerifier {
    private final Scheme scheme;
    private final CheckedPublicKey key;
    private final boolean sideBySide;
    private final Engine.@Nullable Verification engine;

    /**
     * Prepares the key.
     *
     * @throws IllegalArgumentException when the engine is a provider that does not know the algorithm
     */
    public KeyVerifier(
            SignatureAlgorithm algorithm, CheckedPublicKey key, Set<LegacyScheme> legacySchemes, Engine engine) {
        this(Scheme.of(algorithm, key, legacySchemes), key, legacySchemes.contains(LegacyScheme.P1363), engine);
    }

    KeyVerifier(Scheme scheme, CheckedPublicKey key, boolean sideBySide, Engine engine) {
        this.scheme = scheme;
        this.key = key;
        this.sideBySide = sideBySide;
        try {
            this.engine = key.kind().isRsa() ? null : engine.verification(scheme, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "the provider does not verify " + scheme.algorithm() + ": " + e.getMessage(), e);
        }
    }

    /** The JDK's name of the hash that is signed; empty when the message itself is. */
    public String hash() {
        return scheme.hash();
    }

    /** True when the whole message has to lie in memory, instead of its hash. */
    public boolean needsMessage() {
        return scheme.family() == Scheme.Family.ED25519;
    }

    /**
     * Why this is not the key's signature over the message; absent when it is.
     *
     * @throws IOException when the message cannot be read
     */
    public Optional<String> problemOf(Signable message, byte[] signature) throws IOException {
        try {
            return verify(message, signature) ? Optional.empty() : Optional.of("it does not match");
        } catch (SignatureFormatException e) {
            return Optional.of(e.problem());
        } catch (GeneralSecurityException | RuntimeException e) {
            // Whatever a provider throws over a signature: it has not accepted it.
            return Optional.of("the provider refuses it with " + e.getClass().getSimpleName());
        }
    }

    private boolean verify(Signable message, byte[] signature)
            throws SignatureFormatException, GeneralSecurityException, IOException {
        if (engine != null) {
            return engine.verify(message, canonical(signature));
        }
        RsaSignature.check(signature, key.rsa());
        return RsaSignature.verify(scheme, key.rsa(), message, signature);
    }

    /** The signature as engines take it. */
    private byte[] canonical(byte[] signature) throws SignatureFormatException {
        if (scheme.family() == Scheme.Family.ED25519) {
            Edwards25519.checkSignature(signature);
            return signature;
        }
        Curve curve = Objects.requireNonNull(key.kind().curve());
        return sideBySide
                ? EcdsaSignature.parseP1363(signature, curve).toDer()
                : EcdsaSignature.parseDer(signature, curve).toDer();
    }
}
