package dev.supplychain.dsse.internal;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The two numbers of an ECDSA signature, each from 1 to the group order less one.
 *
 * @param r the x-coordinate of a point, modulo the order
 * @param s the other number; both {@code s} and the order less {@code s} are valid
 */
public record EcdsaSignature(BigInteger r, BigInteger s) {
    /**
     * Reads {@code SEQUENCE {r, s}} in strict DER (RFC 3279, section 2.2.3).
     *
     * @throws SignatureFormatException when it is in another encoding or a number is out of range
     */
    public static EcdsaSignature parseDer(byte[] der, Curve curve) throws SignatureFormatException {
        // Two integers with a sign byte, three headers with a length of at most two bytes.
        if (der.length > 2 * (curve.bytes() + 1) + 3 * 3) {
            throw new SignatureFormatException("it has " + der.length + " bytes, too many for its curve");
        }
        try {
            Der sequence = Der.readSequence(der);
            EcdsaSignature signature = new EcdsaSignature(sequence.integer(), sequence.integer());
            sequence.end();
            return signature.inRange(curve);
        } catch (DerException e) {
            throw new SignatureFormatException("it is not in DER: " + e.getMessage());
        }
    }

    /**
     * Reads r and s in as many bytes each as the order has (IEEE P1363).
     *
     * @throws SignatureFormatException when the size is another or a number is out of range
     */
    public static EcdsaSignature parseP1363(byte[] bytes, Curve curve) throws SignatureFormatException {
        int size = curve.bytes();
        if (bytes.length != 2 * size) {
            throw new SignatureFormatException("it has " + bytes.length + " bytes instead of r and s in " + 2 * size);
        }
        return new EcdsaSignature(
                        new BigInteger(1, Arrays.copyOf(bytes, size)),
                        new BigInteger(1, Arrays.copyOfRange(bytes, size, 2 * size)))
                .inRange(curve);
    }

    /** In strict DER. */
    public byte[] toDer() {
        return Der.write(Der.SEQUENCE, Der.write(r), Der.write(s));
    }

    /** r and s in as many bytes each as the order of that curve has. */
    public byte[] toP1363(Curve curve) {
        return Der.concat(curve.fixed(r), curve.fixed(s));
    }

    private EcdsaSignature inRange(Curve curve) throws SignatureFormatException {
        // Zeros here are the psychic signatures of CVE-2022-21449.
        if (r.signum() <= 0 || s.signum() <= 0) {
            throw new SignatureFormatException("r or s is not positive");
        }
        if (r.compareTo(curve.order()) >= 0 || s.compareTo(curve.order()) >= 0) {
            throw new SignatureFormatException("r or s is not below the group order");
        }
        return this;
    }
}
