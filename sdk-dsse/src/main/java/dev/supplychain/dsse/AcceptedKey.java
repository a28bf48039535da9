package dev.supplychain.dsse;

import dev.supplychain.dsse.keys.TrustedKey;

/**
 * A trusted key that signed what was verified.
 *
 * @param key the key, with the terms of the trust in it
 */
public record AcceptedKey(TrustedKey key) {
    /** The key's OpenSSH fingerprint, whatever the envelope calls it. */
    public String keyId() {
        return key.fingerprint();
    }

    /** What people call the key. */
    public String name() {
        return key.name();
    }

    /** The name and the fingerprint. */
    @Override
    public String toString() {
        return key.toString();
    }
}
