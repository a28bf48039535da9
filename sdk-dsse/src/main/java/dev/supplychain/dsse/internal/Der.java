package dev.supplychain.dsse.internal;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Strict DER, as far as keys and signatures need it: definite minimal lengths of at most two bytes, minimal integers,
 * nothing after the last element.
 *
 * <p>An instance is a cursor over the elements of one level.
 */
public final class Der {
    /** The tag of an INTEGER. */
    public static final int INTEGER = 0x02;
    /** The tag of a BIT STRING. */
    public static final int BIT_STRING = 0x03;
    /** The tag of an OCTET STRING. */
    public static final int OCTET_STRING = 0x04;
    /** The tag of a NULL. */
    public static final int NULL = 0x05;
    /** The tag of an OBJECT IDENTIFIER. */
    public static final int OID = 0x06;
    /** The tag of a SEQUENCE. */
    public static final int SEQUENCE = 0x30;

    private final byte[] bytes;
    private int at;

    private Der(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A cursor over these elements. */
    public static Der of(byte[] elements) {
        return new Der(elements);
    }

    /** A cursor over the content of the only element, a SEQUENCE. */
    public static Der readSequence(byte[] der) throws DerException {
        return new Der(onlyContent(der, SEQUENCE));
    }

    /** The content of the only element, which must have that tag. */
    public static byte[] onlyContent(byte[] der, int tag) throws DerException {
        Der outer = new Der(der);
        byte[] content = outer.content(tag);
        outer.end();
        return content;
    }

    /** The bytes in the content of a BIT STRING of whole bytes. */
    static byte[] wholeBits(byte[] content) throws DerException {
        if (content.length == 0 || content[0] != 0) {
            throw new DerException("bit string that is not made of whole bytes");
        }
        return Arrays.copyOfRange(content, 1, content.length);
    }

    /** True when the next element has that tag. */
    public boolean nextIs(int tag) {
        return at < bytes.length && (bytes[at] & 0xFF) == tag;
    }

    /** The content of the next element, which must have that tag. */
    public byte[] content(int tag) throws DerException {
        if (!nextIs(tag)) {
            throw new DerException("no element of tag " + tag + " at " + at);
        }
        int length = lengthAt(at + 1);
        int start = at + 1 + lengthBytes(length);
        if (length > bytes.length - start) {
            throw new DerException("element at " + at + " is longer than what follows");
        }
        at = start + length;
        return Arrays.copyOfRange(bytes, start, at);
    }

    /** The next element as it is, with tag and length; it must have that tag. */
    public byte[] element(int tag) throws DerException {
        int start = at;
        content(tag);
        return Arrays.copyOfRange(bytes, start, at);
    }

    /** The next element, an INTEGER without needless leading bytes. */
    public BigInteger integer() throws DerException {
        byte[] content = content(INTEGER);
        if (content.length == 0) {
            throw new DerException("integer without bytes");
        }
        if (content.length > 1 && ((content[0] == 0 && content[1] >= 0) || (content[0] == -1 && content[1] < 0))) {
            throw new DerException("integer with a needless leading byte");
        }
        return new BigInteger(content);
    }

    /** The next element, an INTEGER with nothing behind it. */
    BigInteger onlyInteger() throws DerException {
        BigInteger integer = integer();
        end();
        return integer;
    }

    /** The next element, a BIT STRING of whole bytes. */
    public byte[] wholeBits() throws DerException {
        return wholeBits(content(BIT_STRING));
    }

    /** The next element, an OBJECT IDENTIFIER, with dots. */
    public String oid() throws DerException {
        byte[] content = content(OID);
        StringBuilder oid = new StringBuilder();
        long arc = 0;
        for (byte b : content) {
            arc = arc << 7 | (b & 0x7F);
            if (b >= 0) {
                // The first two arcs share a number.
                long first = oid.isEmpty() ? Math.min(arc / 40, 2) : -1;
                oid.append(first < 0 ? "." + arc : first + "." + (arc - 40 * first));
                arc = 0;
            }
        }
        return oid.toString();
    }

    /** Refuses anything after the elements read so far. */
    public void end() throws DerException {
        if (at < bytes.length) {
            throw new DerException((bytes.length - at) + " bytes too many");
        }
    }

    private int lengthAt(int position) throws DerException {
        int first = byteAt(position);
        if (first < 0x80) {
            return first;
        }
        int length = switch (first) {
            case 0x81 -> byteAt(position + 1);
            case 0x82 -> byteAt(position + 1) << 8 | byteAt(position + 2);
            default -> throw new DerException("length at " + position + " is indefinite or too large");
        };
        if (lengthBytes(length) != (first & 0x7F) + 1) {
            throw new DerException("length at " + position + " is not in its shortest form");
        }
        return length;
    }

    private int byteAt(int position) throws DerException {
        if (position >= bytes.length) {
            throw new DerException("end within a length");
        }
        return bytes[position] & 0xFF;
    }

    private static int lengthBytes(int length) {
        return length < 0x80 ? 1 : length < 0x100 ? 2 : 3;
    }

    /** An element of that tag around these parts, of fewer than 65,536 bytes in all. */
    public static byte[] write(int tag, byte[]... parts) {
        byte[] content = concat(parts);
        int length = content.length;
        byte[] head = switch (lengthBytes(length)) {
            case 1 -> new byte[] {(byte) tag, (byte) length};
            case 2 -> new byte[] {(byte) tag, (byte) 0x81, (byte) length};
            default -> new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        };
        return concat(head, content);
    }

    /** An INTEGER. */
    public static byte[] write(BigInteger integer) {
        return write(INTEGER, integer.toByteArray());
    }

    /** A BIT STRING of whole bytes. */
    public static byte[] writeBits(byte[] bytes) {
        return write(BIT_STRING, new byte[1], bytes);
    }

    /** These arrays one after the other. */
    public static byte[] concat(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
