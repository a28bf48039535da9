package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.Signable;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The JDK for the first operations, a provider in native code or BouncyCastle after them: the JDK's curves are the cheapest
 * to load and the most expensive to use.
 *
 * <p>One belongs to one verifier or signing key, and counts its operations.
 */
public final class AdaptiveEngine implements Engine {
    /** So many operations on the JDK cost what loading BouncyCastle does (JDK 17; twice as many on JDK 25). */
    private static final int BREAK_EVEN = 270;

    /**
     * Above this size the JDK wins on Ed25519 again, where BouncyCastle hashes the message itself, several times as slowly.
     */
    private static final int LONG_MESSAGE = 128 << 10;

    private final int patience;
    private final Engine jdk = JcaEngine.installed();
    private final AtomicInteger operations = new AtomicInteger();
    private @Nullable List<Engine> fast;

    /** One that changes to BouncyCastle where that begins to pay. */
    public AdaptiveEngine() {
        this(BREAK_EVEN);
    }

    /** One that changes to BouncyCastle after that many operations. */
    public AdaptiveEngine(int patience) {
        this.patience = patience;
    }

    @Override
    public Verification verification(Scheme scheme, CheckedPublicKey key) throws GeneralSecurityException {
        return new AdaptiveVerification(scheme, key, jdk.verification(scheme, key));
    }

    @Override
    public Signing signing(Scheme scheme, PrivateKey key, CheckedPublicKey publicKey) throws GeneralSecurityException {
        Signing first = jdk.signing(scheme, key, publicKey);
        // The JDK is as fast with RSA as BouncyCastle.
        return publicKey.kind().isRsa() ? first : new AdaptiveSigning(scheme, key, publicKey, first);
    }

    private boolean isPatient() {
        return operations.get() < patience && operations.getAndIncrement() < patience;
    }

    private static boolean wantsMessage(Scheme scheme) {
        return scheme.family() == Scheme.Family.ED25519 && !scheme.prehashed();
    }

    /** The message in memory, where the algorithm wants it so. */
    private static Signable whole(Scheme scheme, Signable message) throws IOException {
        return wantsMessage(scheme) ? Signable.of(message.toByteArray()) : message;
    }

    private static boolean isLong(Scheme scheme, Signable whole) throws IOException {
        return wantsMessage(scheme) && whole.toByteArray().length > LONG_MESSAGE;
    }

    /** A provider in native code, BouncyCastle, the JDK again: the first of them that is there and takes the key. */
    private synchronized List<Engine> fast() {
        List<Engine> known = fast;
        if (known == null) {
            known = new ArrayList<>();
            for (Provider provider : NativeProviders.find()) {
                known.add(JcaEngine.of(provider));
            }
            BouncyCastle.find().ifPresent(known::add);
            fast = known;
        }
        return known;
    }

    private final class AdaptiveVerification implements Verification {
        private final Scheme scheme;
        private final CheckedPublicKey key;
        private final Verification first;
        private volatile @Nullable Verification second;

        AdaptiveVerification(Scheme scheme, CheckedPublicKey key, Verification first) {
            this.scheme = scheme;
            this.key = key;
            this.first = first;
        }

        @Override
        public boolean verify(Signable message, byte[] signature) throws GeneralSecurityException, IOException {
            if (!isPatient()) {
                Signable whole = whole(scheme, message);
                return (isLong(scheme, whole) ? first : second()).verify(whole, signature);
            }
            // JDK 17 refuses the few good signatures whose r is not the x-coordinate itself.
            return first.verify(message, signature) || (mayWrap(signature) && second().verify(message, signature));
        }

        private boolean mayWrap(byte[] signature) {
            Curve curve = key.kind().curve();
            try {
                return curve != null
                        && curve.wraps(EcdsaSignature.parseDer(signature, curve).r());
            } catch (SignatureFormatException e) {
                return false;
            }
        }

        private Verification second() {
            Verification known = second;
            if (known == null) {
                known = prepared();
                second = known;
            }
            return known;
        }

        private Verification prepared() {
            for (Engine engine : fast()) {
                try {
                    return engine.verification(scheme, key);
                } catch (GeneralSecurityException | RuntimeException e) {
                    // It does not know the algorithm: the next one.
                }
            }
            return first;
        }
    }

    private final class AdaptiveSigning implements Signing {
        private final Scheme scheme;
        private final PrivateKey key;
        private final CheckedPublicKey publicKey;
        private final Signing first;
        private volatile @Nullable Signing second;

        AdaptiveSigning(Scheme scheme, PrivateKey key, CheckedPublicKey publicKey, Signing first) {
            this.scheme = scheme;
            this.key = key;
            this.publicKey = publicKey;
            this.first = first;
        }

        @Override
        public byte[] sign(Signable message) throws GeneralSecurityException, IOException {
            if (isPatient()) {
                return first.sign(message);
            }
            Signable whole = whole(scheme, message);
            return (isLong(scheme, whole) ? first : second()).sign(whole);
        }

        private Signing second() {
            Signing known = second;
            if (known == null) {
                known = prepared();
                second = known;
            }
            return known;
        }

        private Signing prepared() {
            for (Engine engine : fast()) {
                try {
                    return engine.signing(scheme, key, publicKey);
                } catch (GeneralSecurityException | RuntimeException e) {
                    // It does not know the algorithm, or the key lies in hardware: the next one.
                }
            }
            return first;
        }
    }
}
