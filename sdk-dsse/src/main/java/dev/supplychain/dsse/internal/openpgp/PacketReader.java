package dev.supplychain.dsse.internal.openpgp;

import static dev.supplychain.dsse.internal.openpgp.PgpFormatException.malformed;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Set;

/** Cuts bytes into packets (RFC 9580, section 4.2), none of which reaches beyond them. */
public final class PacketReader {
    /** The packets whose length need not be known when their writing begins. */
    private static final Set<Integer> IN_PARTS = Set.of(Packet.COMPRESSED_DATA, Packet.LITERAL_DATA);

    private static final int SMALLEST_FIRST_PART = 512;

    private final Octets in;

    /** Starts at the first byte. */
    public PacketReader(byte[] data) {
        this.in = new Octets("packets", data);
    }

    /** True when bytes are left. */
    public boolean hasNext() {
        return in.left() > 0;
    }

    /**
     * The next packet.
     *
     * @throws PgpFormatException when the bytes that are left do not begin with one
     */
    public Packet next() throws PgpFormatException {
        int start = in.position();
        int header = in.octet();
        if ((header & 0x80) == 0) {
            throw malformed("at byte " + start + " there is no packet");
        }
        boolean current = (header & 0x40) != 0;
        int tag = current ? header & 0x3F : (header >> 2) & 0xF;
        if (tag == 0) {
            throw malformed("at byte " + start + " there is a packet with tag 0");
        }
        return new Packet(tag, current ? body(tag) : legacyBody(tag, header & 3));
    }

    private byte[] body(int tag) throws PgpFormatException {
        int first = in.octet();
        return isPart(first) ? parts(tag, first) : in.take(length(first));
    }

    private static boolean isPart(int first) {
        return first >= 224 && first < 255;
    }

    private long length(int first) throws PgpFormatException {
        if (first < 192) {
            return first;
        }
        return first == 255 ? in.number(4) : ((first - 192L) << 8) + in.octet() + 192;
    }

    private byte[] parts(int tag, int first) throws PgpFormatException {
        if (!IN_PARTS.contains(tag)) {
            throw malformed(Packet.name(tag) + " is in parts");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int octet = first;
        while (isPart(octet)) {
            long length = 1L << (octet & 0x1F);
            if (body.size() == 0 && length < SMALLEST_FIRST_PART) {
                throw malformed("the first part of " + Packet.name(tag) + " has " + length + " bytes, fewer than "
                        + SMALLEST_FIRST_PART);
            }
            body.writeBytes(in.take(length));
            octet = in.octet();
        }
        body.writeBytes(in.take(length(octet)));
        return body.toByteArray();
    }

    private byte[] legacyBody(int tag, int lengthType) throws PgpFormatException {
        if (lengthType < 3) {
            return in.take(in.number(1 << lengthType));
        }
        // GnuPG writes compressed data so: up to the end, whatever its length.
        if (tag != Packet.COMPRESSED_DATA) {
            throw malformed(Packet.name(tag) + " has no length");
        }
        return in.take(in.left());
    }

    /** Big-endian numbers and runs of bytes, none of them longer than what is there. */
    static final class Octets {
        private final String what;
        private final byte[] data;
        private int position;

        Octets(String what, byte[] data) {
            this.what = what;
            this.data = data;
        }

        int position() {
            return position;
        }

        int left() {
            return data.length - position;
        }

        int octet() throws PgpFormatException {
            require(1);
            return data[position++] & 0xFF;
        }

        long number(int octets) throws PgpFormatException {
            long number = 0;
            for (int i = 0; i < octets; i++) {
                number = number << 8 | octet();
            }
            return number;
        }

        byte[] take(long length) throws PgpFormatException {
            require(length);
            position += (int) length;
            return Arrays.copyOfRange(data, position - (int) length, position);
        }

        private void require(long length) throws PgpFormatException {
            if (length > left()) {
                throw malformed(what + " end early: " + length + " bytes are announced at byte " + position + ", "
                        + left() + " are left");
            }
        }
    }
}
