package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.math.BigInteger;
import java.util.List;

/** The RSASSA-PSS-params that a key or a signature may carry (RFC 4055, section 3.1): they bind it to one algorithm. */
public final class PssParameters {
    private static final String PSS = "1.2.840.113549.1.1.10";
    private static final String MGF1 = "1.2.840.113549.1.1.8";
    private static final int HASH = 0xA0;
    private static final int MASK = 0xA1;
    private static final int SALT = 0xA2;
    private static final int TRAILER = 0xA3;

    private PssParameters() {}

    /** True when this AlgorithmIdentifier is one of RSASSA-PSS. */
    public static boolean belongTo(byte[] algorithmIdentifier) {
        try {
            return Der.readSequence(algorithmIdentifier).oid().equals(PSS);
        } catch (DerException e) {
            return false;
        }
    }

    /**
     * The algorithms that these parameters leave to the key; all of its kind when there are none.
     *
     * @throws KeyException when they are unreadable or name an algorithm that is not allowed
     */
    public static List<SignatureAlgorithm> algorithms(byte[] algorithmIdentifier) throws KeyException {
        try {
            Der identifier = Der.readSequence(algorithmIdentifier);
            identifier.oid();
            if (!identifier.nextIs(Der.SEQUENCE)) {
                identifier.end();
                return KeyKind.RSA_PSS.algorithms();
            }
            byte[] parameters = identifier.element(Der.SEQUENCE);
            identifier.end();
            return List.of(algorithm(Der.readSequence(parameters)));
        } catch (DerException e) {
            throw new KeyException("RSASSA-PSS parameters of the key are not in DER: " + e.getMessage(), e);
        }
    }

    private static SignatureAlgorithm algorithm(Der parameters) throws DerException, KeyException {
        // What is left out is SHA-1, in the hash and in the mask.
        String hash = parameters.nextIs(HASH) ? hash(parameters.content(HASH)) : "SHA-1";
        String mask = parameters.nextIs(MASK) ? maskHash(parameters.content(MASK)) : "SHA-1";
        BigInteger salt =
                parameters.nextIs(SALT) ? Der.of(parameters.content(SALT)).onlyInteger() : BigInteger.valueOf(20);
        if (parameters.nextIs(TRAILER)
                && !Der.of(parameters.content(TRAILER)).onlyInteger().equals(BigInteger.ONE)) {
            throw new KeyException("RSASSA-PSS parameters of the key have a trailer other than 1");
        }
        parameters.end();
        for (SignatureAlgorithm algorithm : KeyKind.RSA_PSS.algorithms()) {
            if (algorithm.hash().equals(hash)
                    && mask.equals(hash)
                    && salt.equals(BigInteger.valueOf(RsaSignature.hashLength(hash)))) {
                return algorithm;
            }
        }
        throw new KeyException(
                "RSASSA-PSS with " + hash + ", MGF1 with " + mask + " and a salt of " + salt
                        + " bytes is not allowed; hash and mask must be the same of SHA-256, SHA-384 and SHA-512, the salt as long");
    }

    private static String maskHash(byte[] content) throws DerException, KeyException {
        Der function = Der.readSequence(content);
        String oid = function.oid();
        if (!oid.equals(MGF1)) {
            throw new KeyException(
                    "RSASSA-PSS parameters of the key name the mask function " + oid + " instead of MGF1");
        }
        byte[] hash = function.element(Der.SEQUENCE);
        function.end();
        return hash(hash);
    }

    private static String hash(byte[] identifier) throws DerException {
        Der hash = Der.readSequence(identifier);
        String oid = hash.oid();
        if (hash.nextIs(Der.NULL) && hash.content(Der.NULL).length > 0) {
            throw new DerException("null with content");
        }
        hash.end();
        return switch (oid) {
            case "2.16.840.1.101.3.4.2.1" -> "SHA-256";
            case "2.16.840.1.101.3.4.2.2" -> "SHA-384";
            case "2.16.840.1.101.3.4.2.3" -> "SHA-512";
            default -> oid;
        };
    }
}
