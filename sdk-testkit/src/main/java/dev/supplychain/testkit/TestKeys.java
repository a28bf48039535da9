package dev.supplychain.testkit;

import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;

/** Throw-away signing keys, another one with every call: nothing that they sign is worth anything. */
public final class TestKeys {
    private TestKeys() {}

    /** A new Ed25519 key. */
    public static SigningKey ed25519() {
        return SigningKey.generate(SignatureAlgorithm.ED25519);
    }

    /** A new ECDSA key on P-256, for signatures with SHA-256. */
    public static SigningKey ecdsaP256() {
        return SigningKey.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
    }
}
