package dev.supplychain.dsse.keys;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Fingerprints;
import java.security.PublicKey;
import java.util.List;

/** The names one key goes by. */
public final class KeyIds {
    private KeyIds() {}

    /**
     * Every key id that can be computed from the key: the OpenSSH fingerprint, the {@code ni} and {@code nih} URIs, the
     * hint of a Sigstore bundle, and the two forms of in-toto.
     *
     * @throws KeyException when the key is not of a kind that is allowed here
     */
    public static List<KeyId> allFor(PublicKey key) throws KeyException {
        return allFor(CheckedPublicKey.of(key));
    }

    static List<KeyId> allFor(CheckedPublicKey key) {
        return List.of(
                KeyId.of(Fingerprints.openSsh(key)),
                KeyId.of(Fingerprints.ni(key)),
                KeyId.of(Fingerprints.nih(key)),
                KeyId.of(Fingerprints.sigstoreHint(key)),
                KeyId.of(Fingerprints.inToto(key)),
                KeyId.of(Fingerprints.inTotoWithHashAlgorithms(key)));
    }
}
