package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.Signable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdDSAParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
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
    public Verification verification(Scheme scheme, CheckedPublicKey key) throws GeneralSecurityException {
        signature(scheme); // refuses an unknown algorithm here, not as a bad signature later
        PublicKey own = (PublicKey) translated(key.key(), key.kind());
        return new JcaVerification(scheme, own);
    }

    @Override
    public Signing signing(Scheme scheme, PrivateKey key, CheckedPublicKey publicKey) throws GeneralSecurityException {
        PrivateKey own = (PrivateKey) translated(key, publicKey.kind());
        signature(scheme).initSign(own); // refuses a key that is not the provider's here
        return new JcaSigning(scheme, own);
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

    private Signature signature(Scheme scheme) throws GeneralSecurityException {
        // Hashing for ECDSA is the JDK's business: BouncyCastle takes seven times as long for it.
        String name = switch (scheme.family()) {
            case ECDSA -> "NONEwithECDSA";
            case ED25519 -> "Ed25519";
            case RSA_PKCS1 -> scheme.hash().replace("-", "").concat("withRSA");
            case RSA_PSS -> "RSASSA-PSS";
        };
        Signature signature = provider == null ? Signature.getInstance(name) : Signature.getInstance(name, provider);
        if (scheme.family() == Scheme.Family.RSA_PSS) {
            signature.setParameter(new PSSParameterSpec(
                    scheme.hash(), "MGF1", new MGF1ParameterSpec(scheme.hash()), scheme.saltLength(), 1));
        } else if (scheme.prehashed()) {
            signature.setParameter(new EdDSAParameterSpec(true));
        }
        return signature;
    }

    /** Feeds what the JCA's algorithm takes: the hash for ECDSA, the message itself for the others. */
    private static void feed(Signature operation, Scheme scheme, Signable message)
            throws GeneralSecurityException, IOException {
        switch (scheme.family()) {
            case ECDSA -> operation.update(message.digest(scheme.hash()));
            // The JDK collects the message of Ed25519 in memory anyway.
            case ED25519 -> operation.update(message.toByteArray());
            case RSA_PKCS1, RSA_PSS -> message.writeTo(new SignatureStream(operation));
        }
    }

    private final class JcaVerification implements Verification {
        private final Scheme scheme;
        private final PublicKey key;

        JcaVerification(Scheme scheme, PublicKey key) {
            this.scheme = scheme;
            this.key = key;
        }

        @Override
        public boolean verify(Signable message, byte[] signature) throws GeneralSecurityException, IOException {
            Signature operation = signature(scheme);
            operation.initVerify(key);
            feed(operation, scheme, message);
            return operation.verify(signature);
        }
    }

    /** Gives to the operation what is written. */
    private static final class SignatureStream extends OutputStream {
        private final Signature operation;

        SignatureStream(Signature operation) {
            this.operation = operation;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] block, int from, int length) throws IOException {
            try {
                operation.update(block, from, length);
            } catch (SignatureException e) {
                throw new IllegalStateException("an operation that was begun takes no bytes", e);
            }
        }
    }

    private final class JcaSigning implements Signing {
        private final Scheme scheme;
        private final PrivateKey key;

        JcaSigning(Scheme scheme, PrivateKey key) {
            this.scheme = scheme;
            this.key = key;
        }

        @Override
        public byte[] sign(Signable message) throws GeneralSecurityException, IOException {
            Signature operation = signature(scheme);
            operation.initSign(key);
            feed(operation, scheme, message);
            return operation.sign();
        }
    }
}
