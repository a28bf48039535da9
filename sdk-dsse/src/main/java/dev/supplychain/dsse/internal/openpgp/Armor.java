package dev.supplychain.dsse.internal.openpgp;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * OpenPGP in text: one block of base64 between two lines, with a checksum (RFC 9580, section 6).
 *
 * <p>Readers of mail look for a block in whatever surrounds it, which is how unsigned text came to be shown as signed.
 * Here a block is the whole input.
 */
public final class Armor {
    /** The label of an attached message. */
    public static final String MESSAGE = "PGP MESSAGE";
    /** The label of a detached signature. */
    public static final String SIGNATURE = "PGP SIGNATURE";
    /** The label of a public key. */
    public static final String PUBLIC_KEY = "PGP PUBLIC KEY BLOCK";
    /** The label of a private key. */
    public static final String PRIVATE_KEY = "PGP PRIVATE KEY BLOCK";

    private static final String CLEARTEXT = "PGP SIGNED MESSAGE";
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,31}:(?: .*)?");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");
    private static final int MAX_HEADERS = 16;
    private static final int LINE = 64;
    private static final int CHECKSUM_BYTES = 3;

    private final String label;
    private final List<String> lines;
    private int next;

    private Armor(String label, List<String> lines) {
        this.label = label;
        this.lines = lines;
    }

    /**
     * The packets in these bytes: as they are, or in a block with that label.
     *
     * @throws PgpFormatException when they are neither
     */
    public static byte[] unwrap(String label, byte[] data) throws PgpFormatException {
        // The first bit of a packet is set, that of a character of a block is not.
        return data.length > 0 && data[0] < 0 ? data : read(label, data);
    }

    private static byte[] read(String label, byte[] text) throws PgpFormatException {
        // One character for each byte: a comment in a header may be in any charset.
        List<String> lines = new String(text, StandardCharsets.ISO_8859_1)
                .lines()
                .map(String::stripTrailing)
                .toList();
        return new Armor(label, lines).read();
    }

    private byte[] read() throws PgpFormatException {
        skipEmptyLines();
        String begin = "-----BEGIN " + label + "-----";
        if (!line().equals(begin)) {
            throw problem("expected " + begin + instead(line()));
        }
        next++;
        skipHeaders();
        byte[] data = body();
        if (line().startsWith("=")) {
            requireChecksum(line(), data);
            next++;
        }
        String end = "-----END " + label + "-----";
        if (!line().equals(end)) {
            throw problem("expected " + end + " in line " + (next + 1));
        }
        next++;
        skipEmptyLines();
        if (next < lines.size()) {
            throw problem("something follows in line " + (next + 1));
        }
        return data;
    }

    private String line() {
        return next < lines.size() ? lines.get(next) : "";
    }

    private void skipEmptyLines() {
        while (next < lines.size() && line().isEmpty()) {
            next++;
        }
    }

    /** They are not signed, and are not looked at. */
    private void skipHeaders() throws PgpFormatException {
        int first = next;
        while (HEADER.matcher(line()).matches() && next - first < MAX_HEADERS) {
            next++;
        }
        if (next >= lines.size() || !line().isEmpty()) {
            throw problem("expected a header or an empty line in line " + (next + 1));
        }
        next++;
    }

    private byte[] body() throws PgpFormatException {
        StringBuilder base64 = new StringBuilder();
        while (BASE64.matcher(line()).matches()) {
            base64.append(line());
            next++;
        }
        try {
            return Bytes.parseBase64(base64.toString()).toByteArray();
        } catch (MalformedDataException e) {
            // The text may be a private key: it is not quoted.
            throw problem("what is between the lines is not base64");
        }
    }

    private void requireChecksum(String line, byte[] data) throws PgpFormatException {
        if (!line.equals(checksum(data))) {
            throw problem("the checksum in line " + (next + 1) + " does not match");
        }
    }

    private static String instead(String found) {
        if (!found.startsWith("-----BEGIN ")) {
            return " at the start, or binary OpenPGP";
        }
        int end = found.indexOf("-----", 11);
        String label = end < 0 ? found.substring(11) : found.substring(11, end);
        String advice = label.equals(CLEARTEXT) ? "; a signature around readable text is not accepted" : "";
        return " instead of " + Excerpt.quoted(label) + advice;
    }

    private PgpFormatException problem(String message) {
        return PgpFormatException.malformed(label + ": " + message);
    }

    /** A block with that label, with a line feed after each line. */
    public static String write(String label, byte[] data) {
        Base64.Encoder encoder = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        String lines = data.length == 0 ? "" : encoder.encodeToString(data) + "\n";
        return "-----BEGIN " + label + "-----\n\n" + lines + checksum(data) + "\n-----END " + label + "-----\n";
    }

    /** The line with the CRC-24 (RFC 9580, section 6.1.1). */
    private static String checksum(byte[] data) {
        int crc = 0xB704CE;
        for (byte b : data) {
            crc ^= (b & 0xFF) << 16;
            for (int bit = 0; bit < 8; bit++) {
                crc <<= 1;
                if ((crc & 0x1000000) != 0) {
                    crc ^= 0x1864CFB;
                }
            }
        }
        byte[] bytes = new byte[CHECKSUM_BYTES];
        bytes[0] = (byte) (crc >> 16);
        bytes[1] = (byte) (crc >> 8);
        bytes[2] = (byte) crc;
        return "=" + Base64.getEncoder().encodeToString(bytes);
    }
}
