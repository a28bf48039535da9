package dev.supplychain.dsse.internal;

import java.math.BigInteger;
import java.util.Optional;

/**
 * The numbers of an RSA public key, and the rules for them.
 *
 * @param modulus n
 * @param exponent e
 */
public record RsaPublicKey(BigInteger modulus, BigInteger exponent) {
    /** The smallest modulus in bits. */
    public static final int MIN_BITS = 2048;
    /** The largest modulus in bits. */
    public static final int MAX_BITS = 4096;

    private static final BigInteger MIN_EXPONENT = BigInteger.valueOf(65537);
    private static final int MAX_EXPONENT_BITS = 256;

    /** Primes whose product bounds the form of the moduli of CVE-2017-15361 (ROCA). */
    private static final int[] ROCA_PRIMES = {11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157};

    /** Reads {@code SEQUENCE {n, e}} in strict DER (RFC 8017, appendix A.1.1). */
    static RsaPublicKey parse(byte[] der) throws DerException {
        Der sequence = Der.readSequence(der);
        RsaPublicKey key = new RsaPublicKey(sequence.integer(), sequence.integer());
        sequence.end();
        return key;
    }

    /** {@code SEQUENCE {n, e}}. */
    public byte[] encode() {
        return Der.write(Der.SEQUENCE, Der.write(modulus), Der.write(exponent));
    }

    /** The bytes of the modulus, and of every signature. */
    public int bytes() {
        return (modulus.bitLength() + 7) / 8;
    }

    /** What is wrong with the numbers; absent when they may be used. */
    Optional<String> problem() {
        int bits = modulus.bitLength();
        if (modulus.signum() <= 0 || bits < MIN_BITS || bits > MAX_BITS) {
            return Optional.of("the modulus has " + bits + " bits; allowed are " + MIN_BITS + " to " + MAX_BITS);
        }
        if (!modulus.testBit(0)) {
            return Optional.of("the modulus is even");
        }
        if (exponent.compareTo(MIN_EXPONENT) < 0 || exponent.bitLength() > MAX_EXPONENT_BITS) {
            return Optional.of("the exponent is not from " + MIN_EXPONENT + " to " + MAX_EXPONENT_BITS + " bits");
        }
        if (!exponent.testBit(0)) {
            return Optional.of("the exponent is even");
        }
        return isRoca() ? Optional.of("the modulus has the form of CVE-2017-15361 (ROCA)") : Optional.empty();
    }

    /** True when n is a power of 65537 modulo each of the primes, as one random modulus in 2^27 is. */
    private boolean isRoca() {
        for (int prime : ROCA_PRIMES) {
            int residue = modulus.mod(BigInteger.valueOf(prime)).intValue();
            if (!isPowerOf65537(residue, prime)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPowerOf65537(int residue, int prime) {
        int generator = 65537 % prime;
        int power = 1;
        do {
            if (power == residue) {
                return true;
            }
            power = power * generator % prime;
        } while (power != 1);
        return false;
    }
}
