package dev.supplychain.dsse.internal.bc.pgp;

import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.AsymmetricCipherKeyPairGenerator;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.PBESecretKeyEncryptor;
import org.bouncycastle.openpgp.operator.PGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.jspecify.annotations.Nullable;

/** Makes a secret key with one user id, which certifies and signs. */
final class BcKeyGenerator {
    private static final int RSA_BITS = 3072;
    private static final int CERTAINTY = 128;

    /** 16 MiB of SHA-256 for each guess of the passphrase. */
    private static final int ITERATIONS = 0xE0;

    private final int tag;
    private final AsymmetricCipherKeyPairGenerator generator;
    private final SecureRandom random = new SecureRandom();

    BcKeyGenerator(SignatureAlgorithm algorithm) {
        switch (algorithm) {
            case ECDSA_P256_SHA256 -> {
                tag = PublicKeyAlgorithmTags.ECDSA;
                generator = onCurve(SECObjectIdentifiers.secp256r1);
            }
            case ECDSA_P384_SHA384 -> {
                tag = PublicKeyAlgorithmTags.ECDSA;
                generator = onCurve(SECObjectIdentifiers.secp384r1);
            }
            case ECDSA_P521_SHA512 -> {
                tag = PublicKeyAlgorithmTags.ECDSA;
                generator = onCurve(SECObjectIdentifiers.secp521r1);
            }
            case ED25519 -> {
                // GnuPG before 2.5 knows no other number for it.
                tag = PublicKeyAlgorithmTags.EDDSA_LEGACY;
                generator = new Ed25519KeyPairGenerator();
                generator.init(new Ed25519KeyGenerationParameters(random));
            }
            case RSA_PKCS1_SHA256, RSA_PKCS1_SHA384, RSA_PKCS1_SHA512 -> {
                tag = PublicKeyAlgorithmTags.RSA_GENERAL;
                generator = new RSAKeyPairGenerator();
                generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(65537), random, RSA_BITS, CERTAINTY));
            }
            default -> throw new IllegalArgumentException("OpenPGP has no " + algorithm);
        }
    }

    private AsymmetricCipherKeyPairGenerator onCurve(ASN1ObjectIdentifier curve) {
        ECKeyPairGenerator ec = new ECKeyPairGenerator();
        ec.init(new ECKeyGenerationParameters(ECNamedDomainParameters.lookup(curve), random));
        return ec;
    }

    byte[] generate(String userId, Instant created, char[] passphrase) {
        PGPDigestCalculatorProvider digests = new BcPGPDigestCalculatorProvider();
        Date date = Date.from(created);
        try {
            PGPKeyPair pair = new BcPGPKeyPair(PublicKeyPacket.VERSION_4, tag, generator.generateKeyPair(), date);
            PGPSignatureSubpacketGenerator statement = new PGPSignatureSubpacketGenerator();
            statement.setIssuerFingerprint(false, pair.getPublicKey());
            statement.setSignatureCreationTime(false, date);
            statement.setKeyFlags(true, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
            return new PGPKeyRingGenerator(
                            PGPSignature.POSITIVE_CERTIFICATION,
                            pair,
                            userId,
                            // The checksum of a private key is a SHA-1 by definition.
                            digests.get(HashAlgorithmTags.SHA1),
                            statement.generate(),
                            null,
                            new BcPGPContentSignerBuilder(tag, BcSecretKey.hashFor(pair.getPublicKey())),
                            encryptor(digests, passphrase))
                    .generateSecretKeyRing()
                    .getEncoded();
        } catch (IOException | PGPException e) {
            throw new IllegalStateException("making an OpenPGP key failed", e);
        }
    }

    private @Nullable PBESecretKeyEncryptor encryptor(PGPDigestCalculatorProvider digests, char[] passphrase)
            throws PGPException {
        if (passphrase.length == 0) {
            return null;
        }
        return new BcPBESecretKeyEncryptorBuilder(
                        SymmetricKeyAlgorithmTags.AES_256, digests.get(HashAlgorithmTags.SHA256), ITERATIONS)
                .setSecureRandom(random)
                .build(passphrase);
    }
}
