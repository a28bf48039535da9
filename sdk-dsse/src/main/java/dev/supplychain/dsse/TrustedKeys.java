package dev.supplychain.dsse;

import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Engine;
import dev.supplychain.dsse.internal.KeyVerifier;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.TrustedKey;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys of a verifier, parsed once and ready to verify. */
final class TrustedKeys {
    private final List<Candidate> candidates = new ArrayList<>();

    TrustedKeys(List<TrustedKey> keys, Engine engine) {
        for (TrustedKey key : keys) {
            candidates.add(
                    key.pgpKey().isPresent()
                            ? new PgpCandidate(key, key.pgpKey().get())
                            : new PlainCandidate(key, engine));
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
        return candidates.stream().anyMatch(Candidate::needsMessage);
    }

    /** The hashes that the keys sign. */
    Set<String> hashes() {
        Set<String> hashes = new HashSet<>();
        candidates.forEach(candidate -> hashes.addAll(candidate.hashes()));
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
    abstract static class Candidate {
        private final TrustedKey key;

        Candidate(TrustedKey key) {
            this.key = key;
        }

        TrustedKey key() {
            return key;
        }

        boolean goesBy(String keyid) {
            return key.goesBy(keyid);
        }

        /** True when it takes the message itself instead of its hash. */
        abstract boolean needsMessage();

        /** The hashes that it signs; one may be empty. */
        abstract Set<String> hashes();

        /** Whether the key made this signature, and whether it counts at that time. */
        abstract Attempt attempt(Signable message, byte[] signature, Instant now) throws IOException;

        /** One that made the signature: on the terms of the trust it counts, or not at that time. */
        Attempt made(Set<String> makers, Instant now) {
            return new Attempt(
                    Optional.empty(), key.isValidAt(now) ? Optional.empty() : Optional.of(validity(now)), makers);
        }

        private String validity(Instant now) {
            return "it is " + now + ", and the key is valid"
                    + key.notBefore().map(from -> " from " + from).orElse("")
                    + key.notAfter().map(to -> " until " + to).orElse("");
        }
    }

    /**
     * What became of a signature under one key.
     *
     * @param problem why the key did not make it; absent when it did
     * @param outsideValidity why it does not count at that time although the key made it; absent when it counts
     * @param makers the fingerprints of the key and of the part of it that signed: none of them may count twice
     */
    record Attempt(Optional<String> problem, Optional<String> outsideValidity, Set<String> makers) {
        static Attempt failed(String problem) {
            return new Attempt(Optional.of(problem), Optional.empty(), Set.of());
        }

        boolean counts() {
            return problem.isEmpty() && outsideValidity.isEmpty();
        }
    }

    /** A key that signs the message as it is, in one of its algorithms. */
    private static final class PlainCandidate extends Candidate {
        private final List<KeyVerifier> verifiers = new ArrayList<>();

        PlainCandidate(TrustedKey key, Engine engine) {
            super(key);
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

        @Override
        boolean needsMessage() {
            return verifiers.stream().anyMatch(KeyVerifier::needsMessage);
        }

        @Override
        Set<String> hashes() {
            return verifiers.stream().map(KeyVerifier::hash).collect(Collectors.toSet());
        }

        @Override
        Attempt attempt(Signable message, byte[] signature, Instant now) throws IOException {
            Optional<String> problem = Optional.of("it is for no algorithm");
            for (KeyVerifier verifier : verifiers) {
                problem = verifier.problemOf(message, signature);
                if (problem.isEmpty()) {
                    return made(Set.of(key().fingerprint()), now);
                }
            }
            return Attempt.failed(problem.get());
        }
    }
}
