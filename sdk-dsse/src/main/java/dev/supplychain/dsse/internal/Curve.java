package dev.supplychain.dsse.internal;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** A NIST curve y² = x³ - 3x + b over the integers modulo p, with a base point of prime order n. */
public enum Curve {
    /** NIST P-256. */
    P256(
            "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
            "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b",
            "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
            "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
    /** NIST P-384. */
    P384(
            "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffff",
            "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef",
            "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973",
            "aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7"),
    /** NIST P-521. */
    P521(
            "01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
                    + "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            "0051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109"
                    + "e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00",
            "01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
                    + "fa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409",
            "00c6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3d"
                    + "baa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66");

    private static final BigInteger THREE = BigInteger.valueOf(3);

    private final BigInteger p;
    private final BigInteger b;
    private final BigInteger n;
    private final BigInteger baseX;

    Curve(String p, String b, String n, String baseX) {
        this.p = new BigInteger(p, 16);
        this.b = new BigInteger(b, 16);
        this.n = new BigInteger(n, 16);
        this.baseX = new BigInteger(baseX, 16);
    }

    /** The order of the base point. */
    public BigInteger order() {
        return n;
    }

    /** The x-coordinate of the base point. */
    BigInteger baseX() {
        return baseX;
    }

    /** The size of a coordinate, and of r and s, in bytes. */
    public int bytes() {
        return (n.bitLength() + 7) / 8;
    }

    /** True when x + n is a coordinate too: the one case in which r is not the x-coordinate of a point itself. */
    boolean wraps(BigInteger r) {
        return r.add(n).compareTo(p) < 0;
    }

    /** What is wrong with this uncompressed point; absent when it lies on the curve. */
    Optional<String> problemOf(byte[] point) {
        if (point.length == 0 || point[0] != 4) {
            return Optional.of("the point is not in uncompressed form");
        }
        if (point.length != 1 + 2 * bytes()) {
            return Optional.of("the point has " + point.length + " bytes instead of " + (1 + 2 * bytes()));
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + bytes()));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + bytes(), point.length));
        if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0) {
            return Optional.of("a coordinate is out of range");
        }
        boolean onCurve = y.multiply(y).mod(p).equals(ySquared(x));
        return onCurve ? Optional.empty() : Optional.of("the point is not on the curve");
    }

    /** The uncompressed point with this x-coordinate and an even or odd y. */
    byte[] point(BigInteger x, boolean odd) {
        // All NIST primes here are 3 modulo 4, where this power is a square root.
        BigInteger root = ySquared(x).modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        BigInteger y = root.testBit(0) == odd ? root : p.subtract(root);
        return Der.concat(new byte[] {4}, fixed(x), fixed(y));
    }

    /** The big-endian bytes of a coordinate or scalar, as many as {@link #bytes()}. */
    byte[] fixed(BigInteger value) {
        byte[] shortest = value.toByteArray();
        int spare = shortest.length - bytes();
        return spare >= 0
                ? Arrays.copyOfRange(shortest, spare, shortest.length)
                : Der.concat(new byte[-spare], shortest);
    }

    private BigInteger ySquared(BigInteger x) {
        return x.multiply(x).subtract(THREE).multiply(x).add(b).mod(p);
    }
}
