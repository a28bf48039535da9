package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import org.jspecify.annotations.Nullable;

/** The providers of the JDK, or one that the caller handed in. */
public final class JcaEngine implements Engine {
    private final @Nullable Provider provider;

    private JcaEngine(@Nullable Provider provider) {
        this.provider = provider;
    }

    /** Whatever the JVM has installed; which provider it is may depend on the key. */
    public static JcaEngine installed() {
        return new JcaEngine(null);
    }

    /** That provider, which need not be installed. */
    public static JcaEngine of(Provider provider) {
        return new JcaEngine(provider);
    }

    @Override
    public Verification verification(SignatureAlgorithm algorithm, CheckedPublicKey key)
            throws GeneralSecurityException {
        signature(algorithm); // refuses an unknown algorithm here, not as a bad signature later
        PublicKey own = (PublicKey) translated(key.key(), key.kind());
        return new JcaVerification(algorithm, own);
    }

    @Override
    public Signing signing(SignatureAlgorithm algorithm, PrivateKey key, CheckedPublicKey publicKey)
            throws GeneralSecurityException {
        PrivateKey own = (PrivateKey) translated(key, publicKey.kind());
        signature(algorithm).initSign(own); // refuses a key that is not the provider's here
        return new JcaSigning(algorithm, own);
    }

    /** Providers translate foreign keys on each use otherwise. */
    private Key translated(Key key, KeyKind kind) {
        if (provider == null) {
            return key;
        }
        try {
            return KeyFactory.getInstance(kind.jcaName(), provider).translateKey(key);
        } catch (GeneralSecurityException | RuntimeException e) {
            return key; // a key in hardware, or a provider without a key factory: it may well take the key itself
        }
    }

    private Signature signature(SignatureAlgorithm algorithm) throws GeneralSecurityException {
        // Hashing is the JDK's business: BouncyCastle takes seven times as long for it.
        String name = switch (algorithm) {
            case ECDSA_P256_SHA256 -> "NONEwithECDSA";
            case ED25519 -> "Ed25519";
        };
        return provider == null ? Signature.getInstance(name) : Signature.getInstance(name, provider);
    }

    /** What the JCA's algorithm takes: the hash for ECDSA, the message itself for Ed25519. */
    static byte[] input(SignatureAlgorithm algorithm, Signable message) throws IOException {
        return switch (algorithm) {
            case ECDSA_P256_SHA256 -> message.digest("SHA-256");
            case ED25519 -> message.toByteArray();
        };
    }

    private final class JcaVerification implements Verification {
        private final SignatureAlgorithm algorithm;
        private final PublicKey key;

        JcaVerification(SignatureAlgorithm algorithm, PublicKey key) {
            this.algorithm = algorithm;
            this.key = key;
        }

        @Override
        public boolean verify(Signable message, byte[] signature) throws GeneralSecurityException, IOException {
            Signature operation = signature(algorithm);
            operation.initVerify(key);
            operation.update(input(algorithm, message));
            return operation.verify(signature);
        }
    }

    private final class JcaSigning implements Signing {
        private final SignatureAlgorithm algorithm;
        private final PrivateKey key;

        JcaSigning(SignatureAlgorithm algorithm, PrivateKey key) {
            this.algorithm = algorithm;
            this.key = key;
        }

        @Override
        public byte[] sign(Signable message) throws GeneralSecurityException, IOException {
            Signature operation = signature(algorithm);
            operation.initSign(key);
            operation.update(input(algorithm, message));
            return operation.sign();
        }
    }
}
