package dev.supplychain.dsse.internal.bc;

import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Curve;
import dev.supplychain.dsse.internal.DeterministicEngine;
import dev.supplychain.dsse.internal.EcdsaSignature;
import dev.supplychain.dsse.internal.SignatureFormatException;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.io.IOException;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * BouncyCastle's own interface, not its JCA provider: no signed jar is checked and nothing is registered.
 *
 * <p>The JDK hashes for ECDSA, several times as fast.
 */
public final class BcEngine implements DeterministicEngine {
    private static final String P256_HASH = "SHA-256";

    private final ECDomainParameters p256;
    private final SecureRandom random = new SecureRandom();

    /** One with its tables for the curve still empty. */
    public BcEngine() {
        X9ECParameters curve = CustomNamedCurves.getByName("secp256r1");
        p256 = new ECDomainParameters(curve);
    }

    @Override
    public Verification verification(SignatureAlgorithm algorithm, CheckedPublicKey key) {
        return switch (algorithm) {
            case ECDSA_P256_SHA256 ->
                new EcdsaVerification(new ECPublicKeyParameters(p256.getCurve().decodePoint(key.bits()), p256));
            case ED25519 -> new Ed25519Verification(key.bits());
        };
    }

    @Override
    public Signing signing(SignatureAlgorithm algorithm, PrivateKey key, CheckedPublicKey publicKey)
            throws InvalidKeyException {
        return switch (algorithm) {
            case ECDSA_P256_SHA256 -> new EcdsaSigning(ecKey(key), false);
            case ED25519 -> new Ed25519Signing(seed(key), publicKey.bits());
        };
    }

    @Override
    public Signing deterministicSigning(SignatureAlgorithm algorithm, PrivateKey key, CheckedPublicKey publicKey)
            throws InvalidKeyException {
        return algorithm == SignatureAlgorithm.ECDSA_P256_SHA256
                ? new EcdsaSigning(ecKey(key), true)
                : signing(algorithm, key, publicKey);
    }

    private ECPrivateKeyParameters ecKey(PrivateKey key) throws InvalidKeyException {
        if (key instanceof ECPrivateKey ec) {
            return new ECPrivateKeyParameters(ec.getS(), p256);
        }
        throw new InvalidKeyException("the private key does not leave its provider");
    }

    private static byte[] seed(PrivateKey key) throws InvalidKeyException {
        if (key instanceof EdECPrivateKey ed && ed.getBytes().isPresent()) {
            return ed.getBytes().get();
        }
        throw new InvalidKeyException("the private key does not leave its provider");
    }

    private record EcdsaVerification(ECPublicKeyParameters key) implements Verification {
        @Override
        public boolean verify(Signable message, byte[] signature) throws IOException {
            EcdsaSignature numbers;
            try {
                numbers = EcdsaSignature.parseDer(signature, Curve.P256);
            } catch (SignatureFormatException e) {
                return false;
            }
            ECDSASigner operation = new ECDSASigner();
            operation.init(false, key);
            return operation.verifySignature(message.digest(P256_HASH), numbers.r(), numbers.s());
        }
    }

    private static final class Ed25519Verification implements Verification {
        private final byte[] key;

        Ed25519Verification(byte[] key) {
            this.key = key;
        }

        @Override
        public boolean verify(Signable message, byte[] signature) throws IOException {
            byte[] bytes = message.toByteArray();
            return Ed25519.verify(signature, 0, key, 0, bytes, 0, bytes.length)
                    // A nonce point outside the prime-order group is refused by the JDK, and here by chance only.
                    && Ed25519.validatePublicKeyFull(signature, 0);
        }
    }

    private final class EcdsaSigning implements Signing {
        private final ECPrivateKeyParameters key;
        private final boolean deterministic;

        EcdsaSigning(ECPrivateKeyParameters key, boolean deterministic) {
            this.key = key;
            this.deterministic = deterministic;
        }

        @Override
        public byte[] sign(Signable message) throws IOException {
            ECDSASigner operation =
                    deterministic ? new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest())) : new ECDSASigner();
            operation.init(true, deterministic ? key : new ParametersWithRandom(key, random));
            BigInteger[] numbers = operation.generateSignature(message.digest(P256_HASH));
            return new EcdsaSignature(numbers[0], numbers[1]).toDer();
        }
    }

    private static final class Ed25519Signing implements Signing {
        private final byte[] seed;
        private final byte[] key;

        Ed25519Signing(byte[] seed, byte[] key) {
            this.seed = seed;
            this.key = key;
        }

        @Override
        public byte[] sign(Signable message) throws IOException {
            byte[] bytes = message.toByteArray();
            byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
            Ed25519.sign(seed, 0, key, 0, bytes, 0, bytes.length, signature, 0);
            return signature;
        }
    }
}
