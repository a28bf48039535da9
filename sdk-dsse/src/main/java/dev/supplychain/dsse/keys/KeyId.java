package dev.supplychain.dsse.keys;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Fingerprints;
import dev.supplychain.model.internal.Excerpt;
import java.security.PublicKey;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The text by which a producer names a key. It helps to find the key, and proves nothing.
 *
 * @param text the text as it stands in an envelope; may be empty
 */
public record KeyId(String text) {
    private static final KeyId EMPTY = new KeyId("");
    private static final List<String> PREFIXES = List.of("//cloudkms.googleapis.com/v1/", "gcpkms://", "openpgp4fpr:");
    private static final Pattern KMS_NAME =
            Pattern.compile("projects/[^/]+/locations/[^/]+/keyRings/[^/]+/cryptoKeys/[^/]+/cryptoKeyVersions/[0-9]+");
    private static final Pattern PGP_FINGERPRINT = Pattern.compile("[0-9A-Fa-f]{40}");

    /** A key id in any other form, such as the resource name of a key in a cloud KMS. */
    public static KeyId of(String text) {
        return new KeyId(text);
    }

    /** No key id: what cosign writes. */
    public static KeyId empty() {
        return EMPTY;
    }

    /**
     * The OpenSSH fingerprint, such as {@code SHA256:jl3bwswu80PjjokCgh0o2w5c2U4LhQAE57gj9cz1kzA}: what npm and the
     * Develocity Provenance Governor write.
     *
     * @throws KeyException when the key is not of a kind that is allowed here
     */
    public static KeyId openSsh(PublicKey key) throws KeyException {
        return new KeyId(Fingerprints.openSsh(CheckedPublicKey.of(key)));
    }

    /**
     * The SHA-256 of the SubjectPublicKeyInfo as a URI (RFC 6920), such as {@code
     * ni:///sha-256;HpCKVUWf5t2sHMvBN-qGMe6DcDL-wqLMxSizjYHxcQg}: what Binary Authorization writes.
     *
     * @throws KeyException when the key is not of a kind that is allowed here
     */
    public static KeyId ni(PublicKey key) throws KeyException {
        return new KeyId(Fingerprints.ni(CheckedPublicKey.of(key)));
    }

    /**
     * The same hash in hex, such as {@code nih:///sha-256;1e90…}.
     *
     * @throws KeyException when the key is not of a kind that is allowed here
     */
    public static KeyId nih(PublicKey key) throws KeyException {
        return new KeyId(Fingerprints.nih(CheckedPublicKey.of(key)));
    }

    /**
     * The padded base64 of the SHA-256 of the SubjectPublicKeyInfo, such as {@code
     * HpCKVUWf5t2sHMvBN+qGMe6DcDL+wqLMxSizjYHxcQg=}: the hint of a public key in a Sigstore bundle.
     *
     * @throws KeyException when the key is not of a kind that is allowed here
     */
    public static KeyId sigstoreHint(PublicKey key) throws KeyException {
        return new KeyId(Fingerprints.sigstoreHint(CheckedPublicKey.of(key)));
    }

    /**
     * The SHA-256 of in-toto's JSON form of the key, in hex: its key type, scheme and public value.
     *
     * @throws KeyException when the key is not of a kind that is allowed here
     */
    public static KeyId inToto(PublicKey key) throws KeyException {
        return new KeyId(Fingerprints.inToto(CheckedPublicKey.of(key)));
    }

    /**
     * {@link #inToto} with the member {@code keyid_hash_algorithms}, as older releases of in-toto compute it.
     *
     * @throws KeyException when the key is not of a kind that is allowed here
     */
    public static KeyId inTotoWithHashAlgorithms(PublicKey key) throws KeyException {
        return new KeyId(Fingerprints.inTotoWithHashAlgorithms(CheckedPublicKey.of(key)));
    }

    /**
     * The resource name of a key version in Google Cloud KMS, {@code
     * projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1}; with or without the prefixes that tools put
     * before it, it is the same name to a {@link TrustedKey}.
     *
     * @throws IllegalArgumentException when it is no such name
     */
    public static KeyId cloudKms(String resourceName) {
        String name = withoutPrefix(resourceName);
        if (!KMS_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a key version in Cloud KMS: " + Excerpt.quoted(name));
        }
        return new KeyId(name);
    }

    /**
     * The fingerprint of an OpenPGP key of version 4 as Grafeas has it: 40 upper-case hex digits.
     *
     * @param fingerprint 40 hex digits in whatever case
     * @throws IllegalArgumentException when it is something else
     */
    public static KeyId openPgp(String fingerprint) {
        if (!PGP_FINGERPRINT.matcher(fingerprint).matches()) {
            throw new IllegalArgumentException("not 40 hex digits: " + Excerpt.quoted(fingerprint));
        }
        return new KeyId(fingerprint.toUpperCase(Locale.ROOT));
    }

    /** The one of several spellings by which ids are compared. */
    KeyId canonical() {
        String name = withoutPrefix(text);
        if (!name.equals(text) && KMS_NAME.matcher(name).matches()) {
            return new KeyId(name);
        }
        return PGP_FINGERPRINT.matcher(name).matches() ? openPgp(name) : this;
    }

    private static String withoutPrefix(String name) {
        for (String prefix : PREFIXES) {
            if (name.startsWith(prefix)) {
                return name.substring(prefix.length());
            }
        }
        return name;
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
