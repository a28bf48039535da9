package dev.supplychain.dsse.internal;

import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules for Ed25519 keys and signatures that providers disagree on (RFC 8032, section 5.1).
 *
 * <p>Public values only: nothing here takes the same time for all inputs.
 */
public final class Edwards25519 {
    private static final BigInteger P = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger ORDER =
            BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P))
            .mod(P);
    private static final BigInteger ROOT_OF_MINUS_ONE =
            BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);

    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;

    private Edwards25519() {}

    /**
     * What is wrong with this encoded public key; absent when it is a point of the prime-order group.
     *
     * <p>Under any other point, providers that multiply by the cofactor and those that do not come to different verdicts.
     */
    public static Optional<String> problemOfKey(byte[] encoded) {
        if (encoded.length != KEY_BYTES) {
            return Optional.of("the key has " + encoded.length + " bytes instead of " + KEY_BYTES);
        }
        Point point = Point.decode(encoded);
        if (point == null) {
            return Optional.of("the key is not the encoding of a point");
        }
        if (point.isNeutral() || !point.times(ORDER).isNeutral()) {
            return Optional.of("the point is not in the prime-order group");
        }
        return Optional.empty();
    }

    /**
     * Refuses what is no signature whatever the key and the message.
     *
     * @throws SignatureFormatException when the size is another or one of its halves is out of range
     */
    public static void checkSignature(byte[] signature) throws SignatureFormatException {
        if (signature.length != SIGNATURE_BYTES) {
            throw new SignatureFormatException("it has " + signature.length + " bytes instead of " + SIGNATURE_BYTES);
        }
        BigInteger y = littleEndian(signature, 0).clearBit(255);
        if (y.compareTo(P) >= 0 || y.equals(BigInteger.ONE)) {
            throw new SignatureFormatException("R is not the canonical encoding of a point, or neutral");
        }
        if (littleEndian(signature, KEY_BYTES).compareTo(ORDER) >= 0) {
            throw new SignatureFormatException("S is not below the group order");
        }
    }

    private static BigInteger littleEndian(byte[] bytes, int from) {
        byte[] bigEndian = new byte[KEY_BYTES];
        for (int i = 0; i < KEY_BYTES; i++) {
            bigEndian[i] = bytes[from + KEY_BYTES - 1 - i];
        }
        return new BigInteger(1, bigEndian);
    }

    /** A point in extended coordinates: x = X/Z, y = Y/Z, xy = T/Z. */
    record Point(BigInteger x, BigInteger y, BigInteger z, BigInteger t) {
        static final Point NEUTRAL = new Point(BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);

        static Point ofAffine(BigInteger x, BigInteger y) {
            return new Point(x, y, BigInteger.ONE, x.multiply(y).mod(P));
        }

        /** RFC 8032, section 5.1.3; null when no point has this encoding, or it is not the canonical one. */
        static @Nullable Point decode(byte[] encoded) {
            BigInteger number = littleEndian(encoded, 0);
            boolean odd = number.testBit(255);
            BigInteger y = number.clearBit(255);
            if (y.compareTo(P) >= 0) {
                return null;
            }
            BigInteger y2 = y.multiply(y).mod(P);
            BigInteger x2 = y2.subtract(BigInteger.ONE)
                    .multiply(D.multiply(y2).add(BigInteger.ONE).modInverse(P))
                    .mod(P);
            // P is 5 modulo 8: this is a root of x2 or of -x2, if there is one.
            BigInteger x = x2.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
            if (!x.multiply(x).mod(P).equals(x2)) {
                x = x.multiply(ROOT_OF_MINUS_ONE).mod(P);
            }
            if (!x.multiply(x).mod(P).equals(x2) || (x.signum() == 0 && odd)) {
                return null;
            }
            return ofAffine(x.testBit(0) == odd ? x : P.subtract(x), y);
        }

        /** RFC 8032, section 5.1.2. */
        byte[] encode() {
            BigInteger inverse = z.modInverse(P);
            BigInteger affineY = y.multiply(inverse).mod(P);
            boolean odd = x.multiply(inverse).mod(P).testBit(0);
            byte[] bigEndian = (odd ? affineY.setBit(255) : affineY).toByteArray();
            byte[] encoded = new byte[KEY_BYTES];
            for (int i = 0; i < Math.min(KEY_BYTES, bigEndian.length); i++) {
                encoded[i] = bigEndian[bigEndian.length - 1 - i];
            }
            return encoded;
        }

        boolean isNeutral() {
            return x.signum() == 0 && y.equals(z);
        }

        /** RFC 8032, section 5.1.4; right for equal points too. */
        Point plus(Point other) {
            BigInteger a = y.subtract(x).multiply(other.y.subtract(other.x));
            BigInteger b = y.add(x).multiply(other.y.add(other.x));
            BigInteger c = t.multiply(other.t).mod(P).multiply(D).shiftLeft(1);
            BigInteger d = z.multiply(other.z).shiftLeft(1);
            BigInteger e = b.subtract(a).mod(P);
            BigInteger f = d.subtract(c).mod(P);
            BigInteger g = d.add(c).mod(P);
            BigInteger h = b.add(a).mod(P);
            return new Point(
                    e.multiply(f).mod(P),
                    g.multiply(h).mod(P),
                    f.multiply(g).mod(P),
                    e.multiply(h).mod(P));
        }

        Point times(BigInteger scalar) {
            Point product = NEUTRAL;
            for (int bit = scalar.bitLength() - 1; bit >= 0; bit--) {
                product = product.plus(product);
                if (scalar.testBit(bit)) {
                    product = product.plus(this);
                }
            }
            return product;
        }
    }
}
