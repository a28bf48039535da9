package dev.supplychain.dsse.internal.bc;

import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Curve;
import dev.supplychain.dsse.internal.DeterministicEngine;
import dev.supplychain.dsse.internal.EcdsaSignature;
import dev.supplychain.dsse.internal.KeyKind;
import dev.supplychain.dsse.internal.Scheme;
import dev.supplychain.dsse.internal.SignatureFormatException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.util.EnumMap;
import java.util.Map;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * BouncyCastle's own interface, not its JCA provider: no signed jar is checked and nothing is registered. It is there for
 * the curves; the JDK is as fast with RSA.
 *
 * <p>The JDK hashes for ECDSA, several times as fast.
 */
public final class BcEngine implements DeterministicEngine {
    private static final byte[] NO_CONTEXT = new byte[0];

    private final Map<KeyKind, ECDomainParameters> curves = new EnumMap<>(KeyKind.class);
    private final SecureRandom random = new SecureRandom();

    @Override
    public Verification verification(Scheme scheme, CheckedPublicKey key) throws InvalidKeyException {
        return switch (scheme.family()) {
            case ECDSA -> {
                ECDomainParameters curve = curve(key.kind());
                yield new EcdsaVerification(
                        scheme.hash(),
                        key.curve(),
                        new ECPublicKeyParameters(curve.getCurve().decodePoint(key.bits()), curve));
            }
            case ED25519 -> new Ed25519Verification(key.bits(), scheme.prehashed());
            case RSA_PKCS1, RSA_PSS -> throw notForRsa();
        };
    }

    @Override
    public Signing signing(Scheme scheme, PrivateKey key, CheckedPublicKey publicKey) throws InvalidKeyException {
        return switch (scheme.family()) {
            case ECDSA -> new EcdsaSigning(scheme.hash(), ecKey(key, publicKey.kind()), false);
            case ED25519 -> new Ed25519Signing(seed(key), publicKey.bits(), scheme.prehashed());
            case RSA_PKCS1, RSA_PSS -> throw notForRsa();
        };
    }

    @Override
    public Signing deterministicSigning(Scheme scheme, PrivateKey key, CheckedPublicKey publicKey)
            throws InvalidKeyException {
        return scheme.family() == Scheme.Family.ECDSA
                ? new EcdsaSigning(scheme.hash(), ecKey(key, publicKey.kind()), true)
                : signing(scheme, key, publicKey);
    }

    private static InvalidKeyException notForRsa() {
        return new InvalidKeyException("RSA keys are left to the JDK");
    }

    /** The domain parameters, with tables that fill as they are used. */
    private synchronized ECDomainParameters curve(KeyKind kind) throws InvalidKeyException {
        ECDomainParameters known = curves.get(kind);
        if (known == null) {
            String name = switch (kind) {
                case EC_P256 -> "secp256r1";
                case EC_P384 -> "secp384r1";
                case EC_P521 -> "secp521r1";
                default -> throw new InvalidKeyException(kind + " is no curve");
            };
            known = new ECDomainParameters(CustomNamedCurves.getByName(name));
            curves.put(kind, known);
        }
        return known;
    }

    private ECPrivateKeyParameters ecKey(PrivateKey key, KeyKind kind) throws InvalidKeyException {
        if (key instanceof ECPrivateKey ec) {
            return new ECPrivateKeyParameters(ec.getS(), curve(kind));
        }
        throw new InvalidKeyException("the private key does not leave its provider");
    }

    private static byte[] seed(PrivateKey key) throws InvalidKeyException {
        if (key instanceof EdECPrivateKey ed && ed.getBytes().isPresent()) {
            return ed.getBytes().get();
        }
        throw new InvalidKeyException("the private key does not leave its provider");
    }

    private static Digest digest(String hash) {
        return switch (hash) {
            case "SHA-256" -> new SHA256Digest();
            case "SHA-384" -> new SHA384Digest();
            case "SHA-512" -> new SHA512Digest();
            default -> throw new IllegalArgumentException("no signatures over " + hash);
        };
    }

    private record EcdsaVerification(String hash, Curve curve, ECPublicKeyParameters key) implements Verification {
        @Override
        public boolean verify(Signable message, byte[] signature) throws IOException {
            EcdsaSignature numbers;
            try {
                numbers = EcdsaSignature.parseDer(signature, curve);
            } catch (SignatureFormatException e) {
                return false;
            }
            ECDSASigner operation = new ECDSASigner();
            operation.init(false, key);
            return operation.verifySignature(message.digest(hash), numbers.r(), numbers.s());
        }
    }

    private static final class Ed25519Verification implements Verification {
        private final byte[] key;
        private final boolean prehashed;

        Ed25519Verification(byte[] key, boolean prehashed) {
            this.key = key;
            this.prehashed = prehashed;
        }

        @Override
        public boolean verify(Signable message, byte[] signature) throws IOException {
            return matches(message, signature)
                    // A nonce point outside the prime-order group is refused by the JDK, and here by chance only.
                    && Ed25519.validatePublicKeyFull(signature, 0);
        }

        private boolean matches(Signable message, byte[] signature) throws IOException {
            if (prehashed) {
                return Ed25519.verifyPrehash(signature, 0, key, 0, NO_CONTEXT, message.digest("SHA-512"), 0);
            }
            byte[] bytes = message.toByteArray();
            return Ed25519.verify(signature, 0, key, 0, bytes, 0, bytes.length);
        }
    }

    private final class EcdsaSigning implements Signing {
        private final String hash;
        private final ECPrivateKeyParameters key;
        private final boolean deterministic;

        EcdsaSigning(String hash, ECPrivateKeyParameters key, boolean deterministic) {
            this.hash = hash;
            this.key = key;
            this.deterministic = deterministic;
        }

        @Override
        public byte[] sign(Signable message) throws IOException {
            ECDSASigner operation =
                    deterministic ? new ECDSASigner(new HMacDSAKCalculator(digest(hash))) : new ECDSASigner();
            operation.init(true, deterministic ? key : new ParametersWithRandom(key, random));
            BigInteger[] numbers = operation.generateSignature(message.digest(hash));
            return new EcdsaSignature(numbers[0], numbers[1]).toDer();
        }
    }

    private static final class Ed25519Signing implements Signing {
        private final byte[] seed;
        private final byte[] key;
        private final boolean prehashed;

        Ed25519Signing(byte[] seed, byte[] key, boolean prehashed) {
            this.seed = seed;
            this.key = key;
            this.prehashed = prehashed;
        }

        @Override
        public byte[] sign(Signable message) throws IOException {
            byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
            if (prehashed) {
                Ed25519.signPrehash(seed, 0, key, 0, NO_CONTEXT, message.digest("SHA-512"), 0, signature, 0);
            } else {
                byte[] bytes = message.toByteArray();
                Ed25519.sign(seed, 0, key, 0, bytes, 0, bytes.length, signature, 0);
            }
            return signature;
        }
    }
}
