package dev.supplychain.dsse.jwt;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Engine;
import dev.supplychain.dsse.internal.KeyVerifier;
import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.TrustedKey;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A trusted key, ready to verify tokens in each of its algorithms. */
final class JwsKey {
    private final TrustedKey key;
    private final Map<SignatureAlgorithm, KeyVerifier> verifiers = new EnumMap<>(SignatureAlgorithm.class);

    JwsKey(TrustedKey key, Engine engine) {
        this.key = key;
        // JOSE has r and s side by side, and none of the other ways.
        if (!Set.of(LegacyScheme.P1363).containsAll(key.legacySchemes())) {
            throw new IllegalArgumentException(
                    key + " signs in unusual ways " + key.legacySchemes() + ", in which no token is signed");
        }
        CheckedPublicKey publicKey;
        try {
            publicKey = CheckedPublicKey.of(key.publicKey());
        } catch (KeyException e) {
            throw new IllegalStateException("a key that was accepted is refused", e);
        }
        boolean ecdsa = !publicKey.kind().isRsa() && publicKey.usualAlgorithm() != SignatureAlgorithm.ED25519;
        for (SignatureAlgorithm algorithm : key.algorithms()) {
            verifiers.put(
                    algorithm,
                    new KeyVerifier(algorithm, publicKey, ecdsa ? Set.of(LegacyScheme.P1363) : Set.of(), engine));
        }
    }

    TrustedKey key() {
        return key;
    }

    boolean signsWith(SignatureAlgorithm algorithm) {
        return verifiers.containsKey(algorithm);
    }

    /** Why the key did not sign this token with that algorithm, which is one of its own; absent when it did. */
    Optional<String> problemOf(CompactJws token, SignatureAlgorithm algorithm) {
        KeyVerifier verifier = verifiers.get(algorithm);
        if (verifier == null) {
            return Optional.of("it does not sign with " + algorithm);
        }
        try {
            return verifier.problemOf(Signable.of(token.signed()), token.signature());
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory are readable", e);
        }
    }
}
