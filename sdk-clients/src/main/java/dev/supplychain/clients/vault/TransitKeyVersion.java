package dev.supplychain.clients.vault;

/**
 * One version of a key in the transit engine: a key pair of its own, whose private half stays there.
 *
 * @param key the name of the key
 * @param version counted from 1
 * @param type what kind of key it is
 * @param pem the public half, {@code -----BEGIN PUBLIC KEY-----}; also for Ed25519, of which Vault gives the 32 bytes alone
 */
public record TransitKeyVersion(String key, int version, TransitKeyType type, String pem) {
    /** How it signs unless said otherwise. */
    public TransitAlgorithm algorithm() {
        return type.algorithm();
    }

    /** Name, version and type. */
    @Override
    public String toString() {
        return "key " + key + " version " + version + " (" + type.text() + ")";
    }
}
