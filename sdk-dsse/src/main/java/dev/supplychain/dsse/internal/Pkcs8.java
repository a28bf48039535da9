package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.KeyException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** PrivateKeyInfo (RFC 5208, RFC 5958) around an EC scalar (RFC 5915) or an Ed25519 seed (RFC 8410). */
public final class Pkcs8 {
    private static final int ATTRIBUTES = 0xA0;
    private static final int PUBLIC_KEY = 0x81;
    private static final int EC_PARAMETERS = 0xA0;
    private static final int EC_PUBLIC_KEY = 0xA1;

    private Pkcs8() {}

    /**
     * Reads a key and checks it; a public key inside must belong to it.
     *
     * @throws KeyException when it is unreadable, of a kind that is not allowed, or out of range
     */
    public static LocalSigner read(byte[] der) throws KeyException {
        try {
            Der info = Der.readSequence(der);
            int version = info.integer().intValueExact();
            KeyKind kind = KeyKind.of(info.element(Der.SEQUENCE));
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
            return kind.curve() == null
                    ? pair(kind, Der.onlyContent(wrapped, Der.OCTET_STRING), publicBits)
                    : readEc(kind, wrapped, publicBits);
        } catch (DerException | ArithmeticException e) {
            // What a parser says could quote the key.
            throw new KeyException("private key is not PKCS#8 in DER");
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

    /** Version 0, with the public key inside where the form has a place for it. */
    static byte[] write(KeyKind kind, byte[] secret, byte @Nullable [] publicBits) {
        byte[] inner = kind.curve() == null ? Der.write(Der.OCTET_STRING, secret) : writeEc(secret, publicBits);
        return Der.write(
                Der.SEQUENCE,
                Der.write(BigInteger.ZERO),
                kind.algorithmIdentifier(),
                Der.write(Der.OCTET_STRING, inner));
    }

    private static byte[] writeEc(byte[] scalar, byte @Nullable [] publicBits) {
        byte[] publicKey = publicBits == null ? new byte[0] : Der.write(EC_PUBLIC_KEY, Der.writeBits(publicBits));
        return Der.write(Der.SEQUENCE, Der.write(BigInteger.ONE), Der.write(Der.OCTET_STRING, scalar), publicKey);
    }
}
