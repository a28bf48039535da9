package dev.supplychain.dsse.internal.openpgp;

import static dev.supplychain.dsse.internal.openpgp.PgpFormatException.limit;
import static dev.supplychain.dsse.internal.openpgp.PgpFormatException.malformed;
import static dev.supplychain.dsse.internal.openpgp.PgpFormatException.unsigned;

import dev.supplychain.dsse.internal.openpgp.PacketReader.Octets;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * An attached message of the one shape that is taken: a one-pass signature, literal data, a signature, and nothing else;
 * around them, at most once, compression.
 */
public final class SignedMessage {
    private static final int ONE_PASS_VERSION = 3;
    private static final int LAST = 1;
    private static final int BINARY = 'b';
    private static final int PACKET_OVERHEAD = 70_000;

    private final SignaturePacket signature;
    private final byte[] content;

    private SignedMessage(SignaturePacket signature, byte[] content) {
        this.signature = signature;
        this.content = content;
    }

    /** The signature, of which nothing is verified. */
    public SignaturePacket signature() {
        return signature;
    }

    /** What the signature is said to be over. */
    public byte[] content() {
        return content.clone();
    }

    /**
     * Takes a message apart.
     *
     * @param maxContent the most bytes of content
     * @throws PgpFormatException when it has another shape, or more content
     */
    public static SignedMessage parse(byte[] packets, int maxContent) throws PgpFormatException {
        PacketReader reader = new PacketReader(packets);
        Packet first = next(reader);
        if (first.tag() == Packet.COMPRESSED_DATA) {
            requireEnd(reader);
            // Room for the two packets around the content, at their largest.
            int max = (int) Math.min(Integer.MAX_VALUE - 8L, (long) maxContent + PACKET_OVERHEAD);
            reader = new PacketReader(CompressedData.inflate(first.body(), max));
            first = next(reader);
        }
        requireOnePassSignature(first.tag());
        byte[] content = literal(next(reader), maxContent);
        SignaturePacket signature = signature(next(reader));
        requireEnd(reader);
        requireSame(first.body(), signature);
        return new SignedMessage(signature, content);
    }

    private static Packet next(PacketReader reader) throws PgpFormatException {
        if (!reader.hasNext()) {
            throw malformed("message ends where a packet is expected");
        }
        return reader.next();
    }

    private static void requireEnd(PacketReader reader) throws PgpFormatException {
        if (reader.hasNext()) {
            throw malformed("message goes on with " + Packet.name(reader.next().tag()) + " after its end");
        }
    }

    private static void requireOnePassSignature(int tag) throws PgpFormatException {
        if (tag == Packet.LITERAL_DATA) {
            throw unsigned("message is not signed");
        }
        if (tag == Packet.SIGNATURE) {
            throw malformed("message begins with a signature: it is a detached one, or of an old form");
        }
        if (tag != Packet.ONE_PASS_SIGNATURE) {
            throw malformed("message has " + Packet.name(tag) + " where a one-pass signature is expected");
        }
    }

    private static byte[] literal(Packet packet, int max) throws PgpFormatException {
        if (packet.tag() == Packet.ONE_PASS_SIGNATURE) {
            throw malformed("message has more than one signature");
        }
        requireTag(Packet.LITERAL_DATA, packet.tag());
        Octets in = new Octets("literal data", packet.body());
        int format = in.octet();
        if (format != BINARY) {
            throw malformed("literal data is in format " + format + ", not binary");
        }
        // Name and date are not signed: nobody is told of them.
        in.take(in.octet());
        in.take(4);
        if (in.left() > max) {
            throw limit("content has " + in.left() + " bytes, more than " + max);
        }
        return in.take(in.left());
    }

    private static SignaturePacket signature(Packet packet) throws PgpFormatException {
        requireTag(Packet.SIGNATURE, packet.tag());
        return SignaturePacket.parse(packet.body());
    }

    private static void requireTag(int expected, int found) throws PgpFormatException {
        if (found != expected) {
            throw malformed("message has " + Packet.name(found) + " where " + Packet.name(expected) + " is expected");
        }
    }

    /** The announcement is not signed; it must not say anything else than what follows. */
    private static void requireSame(byte[] onePass, SignaturePacket signature) throws PgpFormatException {
        if (!Arrays.equals(onePass, onePassOf(signature))) {
            throw malformed("one-pass signature is not that of version 3 for the signature at the end");
        }
    }

    private static byte[] onePassOf(SignaturePacket signature) {
        return ByteBuffer.allocate(13)
                .put((byte) ONE_PASS_VERSION)
                .put((byte) signature.type())
                .put((byte) signature.hash())
                .put((byte) signature.algorithm())
                .putLong(signature.issuerKeyId())
                .put((byte) LAST)
                .array();
    }

    /** The packets of a message with that content, uncompressed. */
    public static byte[] write(SignaturePacket signature, byte[] content) {
        ByteArrayOutputStream literal = new ByteArrayOutputStream(content.length + 6);
        literal.write(BINARY);
        // No name, and the date that means none.
        literal.writeBytes(new byte[5]);
        literal.writeBytes(content);
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 1024);
        out.writeBytes(new Packet(Packet.ONE_PASS_SIGNATURE, onePassOf(signature)).encode());
        out.writeBytes(new Packet(Packet.LITERAL_DATA, literal.toByteArray()).encode());
        out.writeBytes(new Packet(Packet.SIGNATURE, signature.body()).encode());
        return out.toByteArray();
    }
}
