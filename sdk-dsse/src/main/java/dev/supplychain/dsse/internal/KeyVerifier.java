package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One public key with one algorithm: the pre-checks of a signature, then the engine. */
public final class KeyVerifier {
    private final SignatureAlgorithm algorithm;
    private final CheckedPublicKey key;
    private final Set<LegacyScheme> legacySchemes;
    private final Engine.Verification engine;

    /**
     * Prepares the key.
     *
     * @throws IllegalArgumentException when the engine is a provider that does not know the algorithm
     */
    public KeyVerifier(
            SignatureAlgorithm algorithm, CheckedPublicKey key, Set<LegacyScheme> legacySchemes, Engine engine) {
        this.algorithm = algorithm;
        this.key = key;
        this.legacySchemes = legacySchemes;
        try {
            this.engine = engine.verification(algorithm, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the provider does not verify " + algorithm + ": " + e.getMessage(), e);
        }
    }

    /**
     * Why this is not the key's signature over the message; absent when it is.
     *
     * @throws IOException when the message cannot be read
     */
    public Optional<String> problemOf(Signable message, byte[] signature) throws IOException {
        try {
            return engine.verify(message, canonical(signature)) ? Optional.empty() : Optional.of("it does not match");
        } catch (SignatureFormatException e) {
            return Optional.of(e.problem());
        } catch (GeneralSecurityException | RuntimeException e) {
            // Whatever a provider throws over a signature: it has not accepted it.
            return Optional.of("the provider refuses it with " + e.getClass().getSimpleName());
        }
    }

    /** The signature as engines take it. */
    private byte[] canonical(byte[] signature) throws SignatureFormatException {
        switch (algorithm) {
            case ECDSA_P256_SHA256 -> {
                Curve curve = Objects.requireNonNull(key.kind().curve());
                return legacySchemes.contains(LegacyScheme.P1363)
                        ? EcdsaSignature.parseP1363(signature, curve).toDer()
                        : EcdsaSignature.parseDer(signature, curve).toDer();
            }
            case ED25519 -> {
                Edwards25519.checkSignature(signature);
                return signature;
            }
        }
        throw new IllegalStateException("no rule for " + algorithm);
    }
}
