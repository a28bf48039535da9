package dev.supplychain.dsse.keys;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Fingerprints;
import dev.supplychain.dsse.internal.Scheme;
import dev.supplychain.dsse.pgp.PgpPublicKey;
import dev.supplychain.model.Bytes;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A public key that somebody decided to trust, with the terms of that trust: for which algorithms, from when until when.
 *
 * <p>To a verifier that counts signers, two trusted keys with the same {@link #spki()} are one key, and so are two RSA keys
 * with the same modulus and exponent.
 *
 * <pre>{@code
 * TrustedKey release = TrustedKey.builder()
 *         .publicKey(PemKeys.readPublicKey(Path.of("release.pub")))
 *         .name("release 2026")
 *         .notAfter(Instant.parse("2027-01-01T00:00:00Z"))
 *         .build();
 * }</pre>
 */
public final class TrustedKey {
    private final CheckedPublicKey key;
    private final String fingerprint;
    private final String name;
    private final @Nullable Instant notBefore;
    private final @Nullable Instant notAfter;
    private final Set<SignatureAlgorithm> algorithms;
    private final Set<LegacyScheme> legacySchemes;
    private final Set<String> givenIds;
    private final @Nullable PgpPublicKey pgpKey;
    private volatile @Nullable Set<KeyId> keyIds;

    private TrustedKey(Builder builder, CheckedPublicKey key) {
        this.key = key;
        this.fingerprint = Fingerprints.openSsh(key);
        this.name = builder.name == null ? fingerprint : builder.name;
        this.notBefore = builder.notBefore;
        this.notAfter = builder.notAfter;
        this.algorithms = builder.algorithms(key);
        this.pgpKey = builder.pgpKey;
        this.legacySchemes = Set.copyOf(builder.legacySchemes);
        this.givenIds = Set.copyOf(builder.keyIds);
    }

    private static Set<SignatureAlgorithm> ordered(Collection<SignatureAlgorithm> algorithms) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(algorithms));
    }

    /**
     * Trust in that key at any time, for the algorithms of its kind.
     *
     * @throws KeyException when the key is weak or of a kind that is not allowed
     */
    public static TrustedKey of(PublicKey key) throws KeyException {
        return builder().publicKey(key).build();
    }

    /** Starts without terms; {@link Builder#publicKey} is required. */
    public static Builder builder() {
        return new Builder();
    }

    /** The key, in the JDK's own form. */
    public PublicKey publicKey() {
        return key.key();
    }

    /** The SubjectPublicKeyInfo in strict DER. */
    public Bytes spki() {
        return Bytes.of(key.spki());
    }

    /** The OpenSSH fingerprint, such as {@code SHA256:f4AuBLdH4Lj/dIuwAUXXebzoI9B/cJ4iSQ3/qByIl4M}. */
    public String fingerprint() {
        return fingerprint;
    }

    /** What people call the key; its fingerprint unless said otherwise. */
    public String name() {
        return name;
    }

    /** The first instant at which its signatures count; absent when they always did. */
    public Optional<Instant> notBefore() {
        return Optional.ofNullable(notBefore);
    }

    /** The last instant at which its signatures count; absent when they count for ever. */
    public Optional<Instant> notAfter() {
        return Optional.ofNullable(notAfter);
    }

    /** True when its signatures count at that instant. */
    public boolean isValidAt(Instant instant) {
        return (notBefore == null || !instant.isBefore(notBefore)) && (notAfter == null || !instant.isAfter(notAfter));
    }

    /** The algorithms its signatures may be made with; empty for an OpenPGP key, whose signatures are of that format. */
    public Set<SignatureAlgorithm> algorithms() {
        return algorithms;
    }

    /** The unusual ways in which it signs; empty for most keys. */
    public Set<LegacyScheme> legacySchemes() {
        return legacySchemes;
    }

    /** The OpenPGP key whose detached signatures count; absent for other keys. */
    public Optional<PgpPublicKey> pgpKey() {
        return Optional.ofNullable(pgpKey);
    }

    /** The texts by which an envelope may name it; they save tries and decide nothing. */
    public Set<KeyId> keyIds() {
        Set<KeyId> known = keyIds;
        if (known == null) {
            Set<KeyId> ids = new LinkedHashSet<>();
            for (String keyId : givenIds) {
                ids.add(KeyId.of(keyId).canonical());
            }
            ids.addAll(KeyIds.allFor(key));
            known = Collections.unmodifiableSet(ids);
            keyIds = known;
        }
        return known;
    }

    /** True when that is one of the texts by which an envelope may name it. */
    public boolean goesBy(String keyid) {
        return keyid.equals(fingerprint)
                || givenIds.contains(keyid)
                || (!keyid.isEmpty() && keyIds().contains(KeyId.of(keyid).canonical()));
    }

    /** The name and the fingerprint. */
    @Override
    public String toString() {
        return name.equals(fingerprint) ? fingerprint : name + " (" + fingerprint + ")";
    }

    /** Builds a {@link TrustedKey}. */
    public static final class Builder {
        private @Nullable PublicKey publicKey;
        private @Nullable String name;
        private @Nullable Instant notBefore;
        private @Nullable Instant notAfter;
        private final Set<SignatureAlgorithm> algorithms = new LinkedHashSet<>();
        private final Set<LegacyScheme> legacySchemes = new LinkedHashSet<>();
        private final Set<String> keyIds = new LinkedHashSet<>();
        private @Nullable PgpPublicKey pgpKey;

        private Builder() {}

        /** Sets the key. */
        public Builder publicKey(PublicKey publicKey) {
            this.publicKey = publicKey;
            return this;
        }

        /**
         * Sets an OpenPGP key instead: what counts are detached OpenPGP signatures by its primary key or a subkey, binary or
         * in ASCII armor. To a verifier that counts signers, all its parts are one key. Its own expiry and revocation hold
         * beside the terms given here.
         */
        public Builder pgpKey(PgpPublicKey pgpKey) {
            this.pgpKey = pgpKey;
            pgpKey.keyIds().forEach(this::addKeyId);
            return name == null ? name(pgpKey.toString()) : this;
        }

        /** Sets what people call it, for messages. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** Sets the first instant at which its signatures count. */
        public Builder notBefore(Instant notBefore) {
            this.notBefore = notBefore;
            return this;
        }

        /** Sets the last instant at which its signatures count. */
        public Builder notAfter(Instant notAfter) {
            this.notAfter = notAfter;
            return this;
        }

        /** Allows that algorithm and those named before, instead of all of the key's kind. */
        public Builder addAlgorithm(SignatureAlgorithm algorithm) {
            algorithms.add(algorithm);
            return this;
        }

        /**
         * Lets the key sign in that unusual way, and only in that way.
         *
         * <p>Several may be named; all of them apply to each signature. A key that signs in the usual way too is trusted a
         * second time, without them, and still counts once.
         */
        public Builder legacyScheme(LegacyScheme scheme) {
            legacySchemes.add(scheme);
            return this;
        }

        /** Adds a text by which producers name it, beside those that {@link KeyIds#allFor} computes. */
        public Builder addKeyId(KeyId keyId) {
            keyIds.add(keyId.text());
            return this;
        }

        /**
         * Checks the key and its terms.
         *
         * @throws KeyException when the key is weak or of a kind that is not allowed
         * @throws IllegalArgumentException when an algorithm or scheme is not one of the key's kind, the validity ends
         *     before it begins, or there are two keys
         * @throws IllegalStateException when there is no key
         */
        public TrustedKey build() throws KeyException {
            CheckedPublicKey key = CheckedPublicKey.of(onlyKey());
            if (notBefore != null && notAfter != null && notAfter.isBefore(notBefore)) {
                throw new IllegalArgumentException("validity ends at " + notAfter + ", before " + notBefore);
            }
            if (!key.algorithms().containsAll(algorithms)) {
                throw new IllegalArgumentException(
                        "allowed algorithms " + algorithms + " are not all of a key for " + key.algorithms());
            }
            if (pgpKey != null && !(algorithms.isEmpty() && legacySchemes.isEmpty())) {
                throw new IllegalArgumentException(
                        "an OpenPGP key has neither algorithms nor legacy schemes to choose");
            }
            Set<SignatureAlgorithm> allowed = algorithms.isEmpty() ? Set.copyOf(key.algorithms()) : algorithms;
            for (LegacyScheme scheme : legacySchemes) {
                Scheme.requireFits(scheme, key, allowed);
            }
            return new TrustedKey(this, key);
        }

        private PublicKey onlyKey() {
            if (publicKey != null && pgpKey != null) {
                throw new IllegalArgumentException("a trusted key is either publicKey(...) or pgpKey(...)");
            }
            if (pgpKey != null) {
                return pgpKey.publicKey();
            }
            if (publicKey == null) {
                throw new IllegalStateException("a trusted key needs publicKey(...) or pgpKey(...)");
            }
            return publicKey;
        }

        private Set<SignatureAlgorithm> algorithms(CheckedPublicKey key) {
            if (pgpKey != null) {
                return Set.of();
            }
            return ordered(algorithms.isEmpty() ? key.algorithms() : algorithms);
        }
    }
}
