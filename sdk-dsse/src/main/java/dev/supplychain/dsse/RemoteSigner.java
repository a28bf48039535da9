package dev.supplychain.dsse;

import dev.supplychain.dsse.internal.AdaptiveEngine;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Fingerprints;
import dev.supplychain.dsse.internal.KeyVerifier;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.io.IOException;
import java.security.PublicKey;
import java.util.Optional;
import java.util.Set;

/** A key in a service, whose answers are not taken on trust. */
final class RemoteSigner implements Signer {
    private final CheckedPublicKey publicKey;
    private final SignatureAlgorithm algorithm;
    private final RemoteFunction function;
    private final KeyVerifier verifier;

    RemoteSigner(PublicKey publicKey, SignatureAlgorithm algorithm, RemoteFunction function) throws KeyException {
        this.publicKey = CheckedPublicKey.of(publicKey);
        this.algorithm = algorithm;
        this.function = function;
        if (!this.publicKey.algorithms().contains(algorithm)) {
            throw new IllegalArgumentException(
                    algorithm + " is not an algorithm of a key for " + this.publicKey.algorithms());
        }
        this.verifier = new KeyVerifier(algorithm, this.publicKey, Set.of(), new AdaptiveEngine());
    }

    @Override
    public PublicKey publicKey() {
        return publicKey.key();
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    @Override
    public String keyId() {
        return Fingerprints.openSsh(publicKey);
    }

    @Override
    public byte[] sign(byte[] message) throws SigningException {
        byte[] signature = ask(message);
        Optional<String> problem = problemOf(message, signature);
        if (problem.isPresent()) {
            throw new SigningException("what the service returned as signature of " + this + " is not one: "
                    + problem.get() + "; check that it signs with this key, " + algorithm);
        }
        return signature;
    }

    private byte[] ask(byte[] message) throws SigningException {
        try {
            return function.sign(message.clone()).clone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SigningException("asking for a signature of " + this + " was interrupted", e);
        } catch (Exception e) {
            throw new SigningException("asking for a signature of " + this + " failed: " + e.getMessage(), e);
        }
    }

    private Optional<String> problemOf(byte[] message, byte[] signature) throws SigningException {
        try {
            return verifier.problemOf(Signable.of(message), signature);
        } catch (IOException e) {
            throw new SigningException("a message in memory could not be read", e);
        }
    }

    /** The algorithm and the fingerprint. */
    @Override
    public String toString() {
        return "remote " + algorithm + " key " + keyId();
    }
}
