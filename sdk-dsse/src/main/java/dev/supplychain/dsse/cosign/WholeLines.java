package dev.supplychain.dsse.cosign;

import dev.supplychain.model.MalformedDataException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The first bytes of a file, which have to end with a line: what follows the last line end was written by half. */
final class WholeLines extends InputStream {
    private final InputStream in;
    private final String name;
    private final long size;
    private long read;
    private long lines;
    private long lineStart;

    WholeLines(InputStream in, long size, String name) {
        this.in = in;
        this.size = size;
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] block, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, block.length);
        int n = in.read(block, from, (int) Math.min(length, size - read));
        if (n <= 0 && length > 0) {
            requireWholeLine();
            return -1;
        }
        for (int i = from; i < from + n; i++) {
            read++;
            if (block[i] == '\n') {
                lines++;
                lineStart = read;
            }
        }
        return n;
    }

    private void requireWholeLine() {
        if (read < size) {
            throw new MalformedDataException(
                    name,
                    "byte " + read,
                    "the file became shorter: it had " + size + " bytes; records are never removed");
        }
        if (lineStart < read) {
            throw torn(name, lines + 1, read - lineStart);
        }
    }

    static MalformedDataException torn(String name, long line, long bytes) {
        return new MalformedDataException(
                name,
                "line " + line,
                "the last line was written by half: " + bytes
                        + " bytes without line end; ChainOfCustody.repair() cuts them off and returns them");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
