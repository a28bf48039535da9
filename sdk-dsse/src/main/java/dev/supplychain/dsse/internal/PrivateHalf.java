package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.SigningException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.DestroyFailedException;
import org.jspecify.annotations.Nullable;

/** A private key and the ways in which it signs, all of which end when it is destroyed. */
final class PrivateHalf {
    private final List<Engine.Signing> ways = new ArrayList<>();
    private final Engine engine;
    private @Nullable PrivateKey key;

    PrivateHalf(PrivateKey key, Engine engine) {
        this.key = key;
        this.engine = engine;
    }

    /** The number of a way to sign. */
    synchronized int prepare(Scheme scheme, CheckedPublicKey publicKey, boolean deterministic)
            throws GeneralSecurityException {
        PrivateKey present = key();
        ways.add(
                deterministic
                        ? BouncyCastle.require("signing without randomness (RFC 6979)")
                                .deterministicSigning(scheme, present, publicKey)
                        : engine.signing(scheme, present, publicKey));
        return ways.size() - 1;
    }

    byte[] sign(int way, Signable message) throws SigningException, GeneralSecurityException, IOException {
        Engine.Signing signing;
        synchronized (this) {
            if (key == null) {
                throw new SigningException("the private key has been destroyed");
            }
            signing = ways.get(way);
        }
        return signing.sign(message);
    }

    /**
     * The key.
     *
     * @throws IllegalStateException when it has been destroyed
     */
    synchronized PrivateKey key() {
        if (key == null) {
            throw new IllegalStateException("the private key has been destroyed");
        }
        return key;
    }

    synchronized boolean isDestroyed() {
        return key == null;
    }

    synchronized void destroy() {
        PrivateKey present = key;
        key = null;
        ways.clear();
        if (present != null) {
            try {
                present.destroy();
            } catch (DestroyFailedException e) {
                // The JDK's own keys always refuse; nothing here refers to it any more.
            }
        }
    }
}
