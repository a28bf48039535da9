package dev.supplychain.dsse.internal.openpgp;

import static dev.supplychain.dsse.internal.openpgp.PgpFormatException.limit;
import static dev.supplychain.dsse.internal.openpgp.PgpFormatException.malformed;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The packets in compressed data (RFC 9580, section 5.6), up to a limit. */
final class CompressedData {
    private static final int ZIP = 1;
    private static final int ZLIB = 2;
    private static final int BLOCK = 8192;

    private CompressedData() {}

    /**
     * What was compressed.
     *
     * @param max the most bytes to inflate
     * @throws PgpFormatException when it is more, or the data is cut, in another algorithm or followed by something
     */
    static byte[] inflate(byte[] body, int max) throws PgpFormatException {
        int algorithm = body.length == 0 ? 0 : body[0];
        if (algorithm != ZIP && algorithm != ZLIB) {
            throw malformed("compression algorithm " + algorithm + " is not accepted; accepted are ZIP and ZLIB");
        }
        Inflater inflater = new Inflater(algorithm == ZIP);
        try {
            inflater.setInput(body, 1, body.length - 1);
            return inflate(inflater, max);
        } catch (DataFormatException e) {
            throw malformed("compressed data is damaged: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflate(Inflater inflater, int max) throws DataFormatException, PgpFormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        while (!inflater.finished()) {
            int length = inflater.inflate(block);
            if (length == 0 && !inflater.finished()) {
                throw malformed("compressed data ends early");
            }
            if (length > max - out.size()) {
                throw limit("compressed data holds more than " + max + " bytes");
            }
            out.write(block, 0, length);
        }
        if (inflater.getRemaining() > 0) {
            throw malformed("something follows the end of the compressed data");
        }
        return out.toByteArray();
    }
}
