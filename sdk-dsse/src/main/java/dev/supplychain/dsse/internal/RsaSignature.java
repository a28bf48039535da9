package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.Signable;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Verifies RSA signatures (RFC 8017, section 8): the public operation, then the padding, compared as a whole.
 *
 * <p>Providers differ in what they forgive in the padding, and take the message where its hash is at hand; with public
 * numbers only there is nothing to hide, so that this is done here, for all engines alike.
 */
public final class RsaSignature {
    private RsaSignature() {}

    /**
     * Refuses what is no signature whatever the message.
     *
     * @throws SignatureFormatException when it is not as long as the modulus, or not below it
     */
    static void check(byte[] signature, RsaPublicKey key) throws SignatureFormatException {
        if (signature.length != key.bytes()) {
            throw new SignatureFormatException("it has " + signature.length + " bytes instead of " + key.bytes());
        }
        if (new BigInteger(1, signature).compareTo(key.modulus()) >= 0) {
            throw new SignatureFormatException("its number is not below the modulus");
        }
    }

    /** True when the key made this signature, which {@link #check} let through. */
    static boolean verify(Scheme scheme, RsaPublicKey key, Signable message, byte[] signature) throws IOException {
        BigInteger representative = new BigInteger(1, signature).modPow(key.exponent(), key.modulus());
        byte[] hash = message.digest(scheme.hash());
        return scheme.family() == Scheme.Family.RSA_PKCS1
                ? MessageDigest.isEqual(fixed(representative, key.bytes()), pkcs1(scheme.hash(), hash, key.bytes()))
                : isPss(scheme, hash, representative, key.modulus().bitLength() - 1);
    }

    /** EMSA-PKCS1-v1_5 (RFC 8017, section 9.2): the only encoding of this hash. */
    private static byte[] pkcs1(String hashName, byte[] hash, int length) {
        byte[] digestInfo = Der.concat(HexFormat.of().parseHex(digestInfoHead(hashName)), hash);
        byte[] encoded = new byte[length];
        Arrays.fill(encoded, (byte) 0xFF);
        encoded[0] = 0;
        encoded[1] = 1;
        encoded[length - digestInfo.length - 1] = 0;
        System.arraycopy(digestInfo, 0, encoded, length - digestInfo.length, digestInfo.length);
        return encoded;
    }

    /** What stands before the hash in DER (RFC 8017, section 9.2, note 1). */
    private static String digestInfoHead(String hashName) {
        return switch (hashName) {
            case "SHA-256" -> "3031300d060960864801650304020105000420";
            case "SHA-384" -> "3041300d060960864801650304020205000430";
            case "SHA-512" -> "3051300d060960864801650304020305000440";
            default -> throw new IllegalArgumentException("no RSA signatures over " + hashName);
        };
    }

    /** EMSA-PSS-VERIFY (RFC 8017, section 9.1.2) with MGF1 over the same hash. */
    private static boolean isPss(Scheme scheme, byte[] hash, BigInteger representative, int bits) {
        int length = (bits + 7) / 8;
        int dbLength = length - hash.length - 1;
        if (representative.bitLength() > 8 * length || dbLength < scheme.saltLength() + 1) {
            return false;
        }
        byte[] encoded = fixed(representative, length);
        int unusedBits = 8 * length - bits;
        if (encoded[length - 1] != (byte) 0xBC || (encoded[0] & 0xFF) >> (8 - unusedBits) != 0) {
            return false;
        }
        byte[] h = Arrays.copyOfRange(encoded, dbLength, length - 1);
        byte[] db = mgf1(scheme.hash(), h, dbLength);
        for (int i = 0; i < dbLength; i++) {
            db[i] ^= encoded[i];
        }
        db[0] &= (byte) (0xFF >> unusedBits);
        int saltAt = dbLength - scheme.saltLength();
        for (int i = 0; i < saltAt - 1; i++) {
            if (db[i] != 0) {
                return false;
            }
        }
        MessageDigest digest = Hashes.start(scheme.hash());
        digest.update(new byte[8]);
        digest.update(hash);
        digest.update(db, saltAt, scheme.saltLength());
        return db[saltAt - 1] == 1 && MessageDigest.isEqual(h, digest.digest());
    }

    /** RFC 8017, appendix B.2.1. */
    private static byte[] mgf1(String hashName, byte[] seed, int length) {
        MessageDigest digest = Hashes.start(hashName);
        byte[] mask = new byte[length];
        int at = 0;
        for (int counter = 0; at < length; counter++) {
            digest.update(seed);
            digest.update(new byte[] {0, 0, (byte) (counter >> 8), (byte) counter});
            byte[] block = digest.digest();
            int taken = Math.min(block.length, length - at);
            System.arraycopy(block, 0, mask, at, taken);
            at += taken;
        }
        return mask;
    }

    /** The bytes of that hash. */
    static int hashLength(String hashName) {
        return Hashes.start(hashName).getDigestLength();
    }

    /** The bytes of salt that fill a signature. */
    static int longestSalt(RsaPublicKey key, int hashLength) {
        return (key.modulus().bitLength() + 6) / 8 - hashLength - 2;
    }

    private static byte[] fixed(BigInteger number, int length) {
        byte[] shortest = number.toByteArray();
        byte[] fixed = new byte[length];
        int taken = Math.min(length, shortest.length);
        System.arraycopy(shortest, shortest.length - taken, fixed, length - taken, taken);
        return fixed;
    }
}
