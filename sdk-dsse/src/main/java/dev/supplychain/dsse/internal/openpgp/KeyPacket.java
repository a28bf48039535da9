package dev.supplychain.dsse.internal.openpgp;

import static dev.supplychain.dsse.internal.openpgp.PgpFormatException.malformed;

import dev.supplychain.dsse.internal.openpgp.PacketReader.Octets;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** A public key of version 4 (RFC 9580, section 5.5.2): when it was made, for which algorithm, with which numbers. */
public final class KeyPacket {
    static final int FINGERPRINT_BYTES = 20;

    private static final int VERSION = 4;
    private static final int MAX_BODY = 0xFFFF;

    private final byte[] body;
    private final Instant created;
    private final int algorithm;
    private final byte[] fingerprint;

    private KeyPacket(byte[] body, Instant created, int algorithm) {
        this.body = body;
        this.created = created;
        this.algorithm = algorithm;
        this.fingerprint = sha1(hashed());
    }

    /**
     * Reads the body of a packet.
     *
     * @throws PgpFormatException when it is not a key of version 4
     */
    static KeyPacket parse(byte[] body) throws PgpFormatException {
        Octets in = new Octets("public key", body);
        int version = in.octet();
        if (version != VERSION) {
            throw malformed("public key is of version " + version + ", not " + VERSION);
        }
        if (body.length > MAX_BODY) {
            throw malformed("public key has " + body.length + " bytes");
        }
        return new KeyPacket(body, Instant.ofEpochSecond(in.number(4)), in.octet());
    }

    /** The bytes of the packet; leave them alone. */
    public byte[] body() {
        return body;
    }

    /** When it says to have been made. */
    public Instant created() {
        return created;
    }

    /** The number of the algorithm. */
    public int algorithm() {
        return algorithm;
    }

    /** The fingerprint in 40 hexadecimal digits, upper case. */
    public String fingerprint() {
        return HexFormat.of().withUpperCase().formatHex(fingerprint);
    }

    byte[] fingerprintBytes() {
        return fingerprint;
    }

    long keyId() {
        return keyIdOf(fingerprint);
    }

    /** The key id at the end of a fingerprint. */
    static long keyIdOf(byte[] fingerprint) {
        return ByteBuffer.wrap(fingerprint).getLong(fingerprint.length - Long.BYTES);
    }

    /** What is hashed for a signature over it. */
    byte[] hashed() {
        return ByteBuffer.allocate(body.length + 3)
                .put((byte) 0x99)
                .putShort((short) body.length)
                .put(body)
                .array();
    }

    /** A name of the key and no more: two keys with one fingerprint would still be two. */
    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK computes SHA-1", e);
        }
    }

    /** The fingerprint. */
    @Override
    public String toString() {
        return fingerprint();
    }
}
