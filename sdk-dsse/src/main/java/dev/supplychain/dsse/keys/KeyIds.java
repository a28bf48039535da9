package dev.supplychain.dsse.keys;

import dev.supplychain.dsse.KeyException;
import java.security.PublicKey;
import java.util.List;

/** The names one key goes by. */
public final class KeyIds {
    private KeyIds() {}

    /**
     * Every key id that can be computed from the key: the OpenSSH fingerprint and the {@code ni} URI.
     *
     * @throws KeyException when the key is not of a kind that is allowed here
     */
    public static List<KeyId> allFor(PublicKey key) throws KeyException {
        return List.of(KeyId.openSsh(key), KeyId.ni(key));
    }
}
