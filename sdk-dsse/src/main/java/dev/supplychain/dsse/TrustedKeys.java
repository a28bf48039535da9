package dev.supplychain.dsse;

import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Engine;
import dev.supplychain.dsse.internal.KeyVerifier;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.TrustedKey;
import java.io.IOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys of a verifier, parsed once and ready to verify. */
final class TrustedKeys {
    private final List<Candidate> candidates = new ArrayList<>();

    TrustedKeys(List<TrustedKey> keys, Engine engine) {
        for (TrustedKey key : keys) {
            candidates.add(new Candidate(key, engine));
        }
    }

    static List<TrustedKey> of(PublicKey... keys) throws KeyException {
        List<TrustedKey> trusted = new ArrayList<>();
        for (PublicKey key : keys) {
            trusted.add(TrustedKey.of(key));
        }
        return trusted;
    }

    /** All keys, those that go by that name first: a name may save tries, and a wrong one must not cost the verdict. */
    List<Candidate> inOrderFor(String keyid) {
        List<Candidate> ordered = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            if (candidate.goesBy(keyid)) {
                ordered.add(candidate);
            }
        }
        for (Candidate candidate : candidates) {
            if (!candidate.goesBy(keyid)) {
                ordered.add(candidate);
            }
        }
        return ordered;
    }

    /** True when one of the keys takes the message itself instead of its hash. */
    boolean needMessage() {
        for (Candidate candidate : candidates) {
            for (KeyVerifier verifier : candidate.verifiers) {
                if (verifier.needsMessage()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The hashes that the keys sign. */
    Set<String> hashes() {
        Set<String> hashes = new HashSet<>();
        for (Candidate candidate : candidates) {
            candidate.verifiers.forEach(verifier -> hashes.add(verifier.hash()));
        }
        hashes.remove("");
        return hashes;
    }

    /** The number of keys, not of their names or terms. */
    static int distinct(List<TrustedKey> keys) {
        Set<String> fingerprints = new HashSet<>();
        for (TrustedKey key : keys) {
            fingerprints.add(key.fingerprint());
        }
        return fingerprints.size();
    }

    /** A trusted key with what verifies its signatures. */
    static final class Candidate {
        private final TrustedKey key;
        private final List<KeyVerifier> verifiers = new ArrayList<>();

        private Candidate(TrustedKey key, Engine engine) {
            this.key = key;
            CheckedPublicKey publicKey;
            try {
                publicKey = CheckedPublicKey.of(key.publicKey());
            } catch (KeyException e) {
                throw new IllegalStateException("a key that was accepted is refused", e);
            }
            for (SignatureAlgorithm algorithm : key.algorithms()) {
                verifiers.add(new KeyVerifier(algorithm, publicKey, key.legacySchemes(), engine));
            }
        }

        TrustedKey key() {
            return key;
        }

        boolean goesBy(String keyid) {
            return key.goesBy(keyid);
        }

        /** Why the key did not make this signature; absent when it did. */
        Optional<String> problemOf(Signable message, byte[] signature) throws IOException {
            Optional<String> problem = Optional.empty();
            for (KeyVerifier verifier : verifiers) {
                problem = verifier.problemOf(message, signature);
                if (problem.isEmpty()) {
                    break;
                }
            }
            return problem;
        }
    }
}
