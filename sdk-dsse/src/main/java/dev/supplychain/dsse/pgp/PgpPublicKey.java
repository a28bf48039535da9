package dev.supplychain.dsse.pgp;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.MissingComponentException;
import dev.supplychain.dsse.internal.openpgp.Armor;
import dev.supplychain.dsse.internal.openpgp.OpenPgpEngine;
import dev.supplychain.dsse.internal.openpgp.PgpFormatException;
import dev.supplychain.dsse.internal.openpgp.TransferableKey;
import dev.supplychain.dsse.keys.KeyId;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.internal.Excerpt;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An OpenPGP key that somebody decided to trust: a primary key with its subkeys, as {@code gpg --export} writes it.
 *
 * <pre>{@code
 * PgpPublicKey attestor = PgpPublicKey.parse(Files.readString(Path.of("attestor.asc")));
 * }</pre>
 *
 * <p>What the key says about itself (which part may sign, until when, what is revoked) is believed when its primary key
 * signed it with SHA-256, SHA-384 or SHA-512; a revocation counts with any hash. The newest such statement counts,
 * whatever time a verifier looks at. A part may sign only when a statement says so, and a subkey only when it has signed
 * in its turn that it belongs to the primary key. Allowed are keys of version 4 for RSA of 2048 to 4096 bits, ECDSA on
 * P-256, P-384 and P-521, and Ed25519; a subkey of another kind is kept and never verifies.
 */
public final class PgpPublicKey {
    /** Keys with thousands of signatures by strangers exist; larger ones are refused. */
    private static final int MAX_BYTES = 1 << 20;

    private static final String PURPOSE = "reading an OpenPGP key";

    private final TransferableKey key;

    PgpPublicKey(TransferableKey key) {
        this.key = key;
    }

    /**
     * Reads one key in ASCII armor.
     *
     * @throws KeyException when it is anything else, or its primary key is weak or of a kind that is not allowed
     * @throws MissingComponentException when {@code org.bouncycastle:bcpg-jdk18on} is absent
     */
    public static PgpPublicKey parse(String armored) throws KeyException {
        return parse(armored.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads one key, binary or in ASCII armor.
     *
     * @throws KeyException when it is anything else, or its primary key is weak or of a kind that is not allowed
     * @throws MissingComponentException when {@code org.bouncycastle:bcpg-jdk18on} is absent
     */
    public static PgpPublicKey parse(byte[] key) throws KeyException {
        List<PgpPublicKey> keys = parseAll(key);
        if (keys.size() != 1) {
            throw new KeyException("OpenPGP public key: expected one key instead of " + keys.size());
        }
        return keys.get(0);
    }

    /**
     * Reads a keyring: one key after another, binary or in one block of ASCII armor.
     *
     * @throws KeyException when it is anything else, a primary key is weak or of a kind that is not allowed, or there twice
     * @throws MissingComponentException when {@code org.bouncycastle:bcpg-jdk18on} is absent
     */
    public static List<PgpPublicKey> parseAll(byte[] keyring) throws KeyException {
        OpenPgpEngine engine = OpenPgpEngine.require(PURPOSE);
        if (keyring.length > MAX_BYTES) {
            throw new KeyException("OpenPGP public key has " + keyring.length + " bytes, more than the " + MAX_BYTES
                    + " that are read");
        }
        List<PgpPublicKey> keys;
        try {
            byte[] packets = Armor.unwrap(Armor.PUBLIC_KEY, keyring.clone());
            keys = TransferableKey.parse(packets, engine).stream()
                    .map(PgpPublicKey::new)
                    .toList();
        } catch (PgpFormatException e) {
            throw new KeyException("OpenPGP public key: " + e.problem(), e);
        }
        Optional<String> twice = givenTwice(keys);
        if (twice.isPresent()) {
            throw new KeyException("OpenPGP public key: " + twice.get());
        }
        return keys;
    }

    /** Of two copies one may be older than a revocation: which one counts is not to depend on their order. */
    static Optional<String> givenTwice(List<PgpPublicKey> keys) {
        Set<String> fingerprints = new HashSet<>();
        return keys.stream()
                .filter(key -> !fingerprints.add(key.fingerprint()))
                .findFirst()
                .map(key -> "key " + key + " is there twice: merge the copies with gpg --import and export it again");
    }

    TransferableKey key() {
        return key;
    }

    /** The fingerprint of the primary key: 40 hexadecimal digits, upper case. */
    public String fingerprint() {
        return key.primary().key().fingerprint();
    }

    /** The fingerprints of the subkeys, whatever they are for, in the order of the key. */
    public List<String> subkeyFingerprints() {
        return key.subkeys().stream().map(c -> c.key().fingerprint()).toList();
    }

    /** The names that the owner gives to the key and has not revoked; nobody else has vouched for them. */
    public List<String> userIds() {
        return key.userIds();
    }

    /** The primary key in the JDK's own form. */
    public PublicKey publicKey() {
        return key.primary().publicKey().key();
    }

    /** The texts by which an envelope may name it: the fingerprints of all its parts. */
    public Set<KeyId> keyIds() {
        Set<KeyId> ids = new LinkedHashSet<>();
        ids.add(KeyId.openPgp(fingerprint()));
        subkeyFingerprints().forEach(fingerprint -> ids.add(KeyId.openPgp(fingerprint)));
        return Collections.unmodifiableSet(ids);
    }

    /**
     * Trust in detached signatures by this key: over envelopes with {@link dev.supplychain.dsse.EnvelopeVerifier}, over files
     * with {@link dev.supplychain.dsse.BlobVerifier}.
     */
    public TrustedKey toTrustedKey() {
        try {
            return TrustedKey.builder().pgpKey(this).build();
        } catch (KeyException e) {
            throw new IllegalStateException("a key that was accepted is refused", e);
        }
    }

    /** The packets that it was read from. */
    public Bytes toBytes() {
        return Bytes.of(key.packets());
    }

    /** The key in ASCII armor, for {@code gpg --import}. */
    public String toArmor() {
        return Armor.write(Armor.PUBLIC_KEY, key.packets());
    }

    /** The fingerprint of the primary key and the first user id. */
    @Override
    public String toString() {
        return fingerprint()
                + (userIds().isEmpty() ? "" : " (" + Excerpt.of(userIds().get(0)) + ")");
    }
}
