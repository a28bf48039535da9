package dev.supplychain.model.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/** Looks for single bytes, eight or more at a time; through a buffer, because a first VarHandle costs a cold JVM milliseconds. */
public final class ByteScan {
    /** How many bytes {@link #skipPlainBlocks} looks at together; the compiler makes wide instructions of it. */
    static final int BLOCK = 1 << 12;

    /** How far {@link #indexOfEither} looks before it takes blocks. */
    static final int NEAR = 512;

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
        int i = scan(longs, wanted, alsoWanted, from, Math.min(to, from + NEAR));
        // Blocks are for what is long: most strings end before the first one.
        if (i < to && bytes[i] != ascii && bytes[i] != other) {
            i = skipBlocksWithout(wanted, alsoWanted, bytes, i, to);
            i = scan(longs, wanted, alsoWanted, i, to);
        }
        while (i < to && bytes[i] != ascii && bytes[i] != other) {
            i++;
        }
        return i;
    }

    /** Where either stands, or else the first place that no eight bytes begin at any more. */
    private static int scan(ByteBuffer longs, long wanted, long alsoWanted, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long eight = longs.getLong(i);
            long found = zeroBytes(eight ^ wanted) | zeroBytes(eight ^ alsoWanted);
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / 8;
            }
        }
        return i;
    }

    /** Where, in steps of {@link #BLOCK} bytes from {@code from} on, the first block begins that may have either. */
    private static int skipBlocksWithout(long wanted, long alsoWanted, byte[] bytes, int from, int to) {
        int i = from;
        if (to - from >= BLOCK) {
            LongBuffer longs = ByteBuffer.wrap(bytes, from, to - from)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asLongBuffer();
            long[] block = new long[BLOCK / 8];
            while (longs.remaining() >= block.length && hasNeither(wanted, alsoWanted, next(longs, block))) {
                i += BLOCK;
            }
        }
        return i;
    }

    /**
     * Where, in steps of {@link #BLOCK} bytes from {@code from} on, the first block begins that holds a backslash or a
     * byte beyond ASCII, or else the rest that is no whole block.
     */
    public static int skipPlainBlocks(byte[] bytes, int from) {
        int i = from;
        if (bytes.length - from >= BLOCK) {
            LongBuffer longs = ByteBuffer.wrap(bytes, from, bytes.length - from)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asLongBuffer();
            long[] block = new long[BLOCK / 8];
            while (longs.remaining() >= block.length && isPlain(next(longs, block))) {
                i += BLOCK;
            }
        }
        return i;
    }

    /** Where a backslash or a byte beyond ASCII first stands from {@code from} to {@code to}, or {@code to}. */
    public static int indexOfEscapeOrNonAscii(byte[] bytes, int from, int to) {
        ByteBuffer longs = littleEndian(bytes);
        int i = from;
        while (i + 8 <= to && escapesOrNonAscii(longs.getLong(i)) == 0) {
            i += 8;
        }
        while (i < to && bytes[i] >= 0 && bytes[i] != '\\') {
            i++;
        }
        return i;
    }

    private static long[] next(LongBuffer longs, long[] block) {
        longs.get(block);
        return block;
    }

    private static boolean hasNeither(long wanted, long alsoWanted, long[] block) {
        long found = 0;
        for (long eight : block) {
            found |= zeroBytes(eight ^ wanted) | zeroBytes(eight ^ alsoWanted);
        }
        return found == 0;
    }

    private static boolean isPlain(long[] block) {
        long found = 0;
        for (long eight : block) {
            found |= escapesOrNonAscii(eight);
        }
        return found == 0;
    }

    private static long escapesOrNonAscii(long eight) {
        // Where no byte has its high bit, one subtraction finds the zero ones.
        return ((eight ^ LOW_BITS * '\\') - LOW_BITS | eight) & HIGH_BITS;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The high bit of each byte that is zero; above the first one it may err, below never. */
    private static long zeroBytes(long eight) {
        return (eight - LOW_BITS) & ~eight & HIGH_BITS;
    }
}
