package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.KeyException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Private keys in DER: PrivateKeyInfo (RFC 5208, RFC 5958) around an EC scalar (RFC 5915), an Ed25519 seed (RFC 8410) or
 * the numbers of an RSA key (RFC 8017), and the latter two without it.
 */
public final class Pkcs8 {
    private static final int ATTRIBUTES = 0xA0;
    private static final int PUBLIC_KEY = 0x81;
    private static final int EC_PARAMETERS = 0xA0;
    private static final int EC_PUBLIC_KEY = 0xA1;
    private static final int RSA_NUMBERS_AFTER_EXPONENT = 6;

    private Pkcs8() {}

    /** What reads the parts of a key. */
    private interface Reader {
        LocalSigner read() throws DerException, KeyException;
    }

    /**
     * Reads a PrivateKeyInfo and checks the key; a public key inside must belong to it.
     *
     * @throws KeyException when it is unreadable, of a kind that is not allowed, or out of range
     */
    public static LocalSigner read(byte[] der) throws KeyException {
        return guarded("PKCS#8", () -> {
            Der info = Der.readSequence(der);
            int version = info.integer().intValueExact();
            byte[] identifier = info.element(Der.SEQUENCE);
            KeyKind kind = KeyKind.of(identifier);
            byte[] wrapped = info.content(Der.OCTET_STRING);
            if (info.nextIs(ATTRIBUTES)) {
                info.content(ATTRIBUTES);
            }
            byte[] publicBits =
                    version == 1 && info.nextIs(PUBLIC_KEY) ? Der.wholeBits(info.content(PUBLIC_KEY)) : null;
            info.end();
            if (version != 0 && version != 1) {
                throw new KeyException("private key has PKCS#8 version " + version + " instead of 0 or 1");
            }
            return switch (kind) {
                case EC_P256, EC_P384, EC_P521 -> readEc(kind, wrapped, publicBits);
                case ED25519 -> pair(kind, Der.onlyContent(wrapped, Der.OCTET_STRING), publicBits);
                case RSA, RSA_PSS -> readRsa(kind, identifier, wrapped);
            };
        });
    }

    /**
     * Reads an ECPrivateKey that names its curve, and checks it.
     *
     * @throws KeyException when it is unreadable, on a curve that is not allowed, or out of range
     */
    public static LocalSigner readSec1(byte[] der) throws KeyException {
        return guarded("SEC 1", () -> {
            Der ec = Der.readSequence(der);
            ec.integer();
            ec.content(Der.OCTET_STRING);
            byte[] curve = ec.nextIs(EC_PARAMETERS) ? ec.content(EC_PARAMETERS) : new byte[0];
            byte[] identifier = KeyKind.EC_P256.algorithmIdentifier();
            byte[] ecPublicKey = Arrays.copyOfRange(identifier, 2, 11);
            return readEc(KeyKind.of(Der.write(Der.SEQUENCE, ecPublicKey, curve)), der, null);
        });
    }

    /**
     * Reads an RSAPrivateKey and checks it.
     *
     * @throws KeyException when it is unreadable or weak
     */
    public static LocalSigner readPkcs1(byte[] der) throws KeyException {
        return guarded("PKCS#1", () -> readRsa(KeyKind.RSA, KeyKind.RSA.algorithmIdentifier(), der));
    }

    /**
     * The Ed25519 key that grows from this seed.
     *
     * @throws KeyException when it does not have 32 bytes
     */
    public static LocalSigner ofEd25519(byte[] seed) throws KeyException {
        return pair(KeyKind.ED25519, seed, null);
    }

    private static LocalSigner guarded(String form, Reader reader) throws KeyException {
        try {
            return reader.read();
        } catch (DerException | ArithmeticException e) {
            // What a parser says could quote the key.
            throw new KeyException("private key is not " + form + " in DER");
        }
    }

    private static LocalSigner readEc(KeyKind kind, byte[] der, byte @Nullable [] outerBits)
            throws DerException, KeyException {
        Der ec = Der.readSequence(der);
        if (!ec.integer().equals(BigInteger.ONE)) {
            throw new KeyException("private EC key has a version other than 1");
        }
        byte[] scalar = ec.content(Der.OCTET_STRING);
        if (ec.nextIs(EC_PARAMETERS)) {
            requireSameCurve(kind, ec.content(EC_PARAMETERS));
        }
        byte[] bits = ec.nextIs(EC_PUBLIC_KEY)
                ? Der.wholeBits(Der.onlyContent(ec.content(EC_PUBLIC_KEY), Der.BIT_STRING))
                : outerBits;
        ec.end();
        return pair(kind, scalar, bits);
    }

    /** The curve may be named a second time, but not another one. */
    private static void requireSameCurve(KeyKind kind, byte[] parameters) throws DerException, KeyException {
        Der named = Der.readSequence(kind.algorithmIdentifier());
        named.oid();
        if (!Arrays.equals(named.element(Der.OID), parameters)) {
            throw new KeyException("private EC key names two curves");
        }
    }

    private static LocalSigner pair(KeyKind kind, byte[] secret, byte @Nullable [] publicBits) throws KeyException {
        PrivateKey privateKey = KeyPairs.privateKey(kind, secret);
        CheckedPublicKey publicKey = publicBits == null
                ? KeyPairs.publicKeyOf(kind, privateKey, secret)
                : CheckedPublicKey.of(kind, publicBits);
        return LocalSigner.of(privateKey, publicKey);
    }

    private static LocalSigner readRsa(KeyKind kind, byte[] identifier, byte[] pkcs1)
            throws DerException, KeyException {
        Der numbers = Der.readSequence(pkcs1);
        if (numbers.integer().signum() != 0) {
            throw new KeyException("private RSA key has a version other than 0");
        }
        RsaPublicKey publicNumbers = new RsaPublicKey(numbers.integer(), numbers.integer());
        for (int i = 0; i < RSA_NUMBERS_AFTER_EXPONENT; i++) {
            numbers.integer();
        }
        numbers.end();
        // First, so that a weak key is named as such.
        CheckedPublicKey publicKey =
                CheckedPublicKey.parse(Der.write(Der.SEQUENCE, identifier, Der.writeBits(publicNumbers.encode())));
        return LocalSigner.of(KeyPairs.rsaPrivateKey(kind, wrap(identifier, pkcs1)), publicKey);
    }

    /**
     * Version 0, with the public key inside where the form has a place for it.
     *
     * @throws KeyException when the private key does not leave its provider
     */
    static byte[] write(CheckedPublicKey publicKey, PrivateKey privateKey) throws KeyException {
        KeyKind kind = publicKey.kind();
        if (!kind.isRsa()) {
            return write(kind, KeyPairs.secretOf(kind, privateKey), publicKey.bits());
        }
        byte[] encoded = "PKCS#8".equals(privateKey.getFormat()) ? privateKey.getEncoded() : null;
        if (encoded == null) {
            throw new KeyException("the private key does not leave its provider");
        }
        return encoded;
    }

    /** {@link #write(CheckedPublicKey, PrivateKey)} of an EC scalar or an Ed25519 seed. */
    static byte[] write(KeyKind kind, byte[] secret, byte @Nullable [] publicBits) {
        return wrap(
                kind.algorithmIdentifier(),
                kind.curve() == null ? Der.write(Der.OCTET_STRING, secret) : writeEc(secret, publicBits));
    }

    private static byte[] wrap(byte[] identifier, byte[] inner) {
        return Der.write(Der.SEQUENCE, Der.write(BigInteger.ZERO), identifier, Der.write(Der.OCTET_STRING, inner));
    }

    private static byte[] writeEc(byte[] scalar, byte @Nullable [] publicBits) {
        byte[] publicKey = publicBits == null ? new byte[0] : Der.write(EC_PUBLIC_KEY, Der.writeBits(publicBits));
        return Der.write(Der.SEQUENCE, Der.write(BigInteger.ONE), Der.write(Der.OCTET_STRING, scalar), publicKey);
    }
}
