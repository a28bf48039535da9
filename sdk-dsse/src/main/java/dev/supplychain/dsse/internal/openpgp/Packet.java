package dev.supplychain.dsse.internal.openpgp;

import java.io.ByteArrayOutputStream;

/** One packet (RFC 9580, section 4.1): what it is, and its bytes without the header. */
public final class Packet {
    /** A signature. */
    public static final int SIGNATURE = 2;
    /** What precedes signed data, so that it can be hashed while it is read. */
    public static final int ONE_PASS_SIGNATURE = 4;
    /** A primary private key. */
    public static final int SECRET_KEY = 5;
    /** A primary public key. */
    public static final int PUBLIC_KEY = 6;
    /** A private subkey. */
    public static final int SECRET_SUBKEY = 7;
    /** Packets in compressed form. */
    public static final int COMPRESSED_DATA = 8;
    /** The data that a message is about. */
    public static final int LITERAL_DATA = 11;
    /** What a program notes in its own store of keys. */
    public static final int TRUST = 12;
    /** A name and address. */
    public static final int USER_ID = 13;
    /** A public subkey. */
    public static final int PUBLIC_SUBKEY = 14;
    /** A picture. */
    public static final int USER_ATTRIBUTE = 17;

    private final int tag;
    private final byte[] body;

    /** Takes the body as it is. */
    public Packet(int tag, byte[] body) {
        this.tag = tag;
        this.body = body;
    }

    /** What it is. */
    public int tag() {
        return tag;
    }

    /** Its bytes; leave them alone. */
    public byte[] body() {
        return body;
    }

    /** The packet with a header in the current format and a length of one, two or five bytes. */
    public byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 6);
        out.write(0xC0 | tag);
        int length = body.length;
        if (length < 192) {
            out.write(length);
        } else if (length < 8384) {
            out.write(192 + ((length - 192) >> 8));
            out.write(length - 192);
        } else {
            out.write(255);
            out.write(length >> 24);
            out.write(length >> 16);
            out.write(length >> 8);
            out.write(length);
        }
        out.writeBytes(body);
        return out.toByteArray();
    }

    /** What a packet with that tag is, for messages. */
    static String name(int tag) {
        return switch (tag) {
            case SIGNATURE -> "a signature";
            case ONE_PASS_SIGNATURE -> "a one-pass signature";
            case SECRET_KEY, SECRET_SUBKEY -> "a private key";
            case PUBLIC_KEY, PUBLIC_SUBKEY -> "a public key";
            case COMPRESSED_DATA -> "compressed data";
            case LITERAL_DATA -> "literal data";
            case USER_ID -> "a user id";
            case 1, 3, 9, 18, 20 -> "a part of an encrypted message";
            default -> "a packet with tag " + tag;
        };
    }
}
