package dev.supplychain.model.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Looks for single bytes, eight at a time; through a buffer, because a first VarHandle costs a cold JVM milliseconds. */
public final class ByteScan {
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private ByteScan() {}

    /** Where that ASCII character first stands from {@code from} (inclusive) to {@code to} (exclusive), or {@code to}. */
    public static int indexOf(char ascii, byte[] bytes, int from, int to) {
        ByteBuffer longs = littleEndian(bytes);
        long wanted = LOW_BITS * ascii;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long found = zeroBytes(longs.getLong(i) ^ wanted);
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / 8;
            }
        }
        while (i < to && bytes[i] != ascii) {
            i++;
        }
        return i;
    }

    /** Where either ASCII character first stands from {@code from} to {@code to}, or {@code to}. */
    public static int indexOfEither(char ascii, char other, byte[] bytes, int from, int to) {
        ByteBuffer longs = littleEndian(bytes);
        long wanted = LOW_BITS * ascii;
        long alsoWanted = LOW_BITS * other;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long eight = longs.getLong(i);
            long found = zeroBytes(eight ^ wanted) | zeroBytes(eight ^ alsoWanted);
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / 8;
            }
        }
        while (i < to && bytes[i] != ascii && bytes[i] != other) {
            i++;
        }
        return i;
    }

    /** How many bytes at the beginning are ASCII. */
    public static int asciiPrefix(byte[] bytes) {
        ByteBuffer longs = littleEndian(bytes);
        int i = 0;
        while (i + 8 <= bytes.length && (longs.getLong(i) & HIGH_BITS) == 0) {
            i += 8;
        }
        while (i < bytes.length && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The high bit of each byte that is zero; above the first one it may err, below never. */
    private static long zeroBytes(long eight) {
        return (eight - LOW_BITS) & ~eight & HIGH_BITS;
    }
}
