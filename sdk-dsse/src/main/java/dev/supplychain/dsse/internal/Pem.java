package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** One block of PEM (RFC 7468): its label, and base64 in lines. */
public final class Pem {
    private static final int MAX_CHARS = 65_536;
    private static final int LINE = 64;
    private static final String BEGIN = "-----BEGIN ";
    private static final String PRIVATE = "it is a private key: give its public one";
    private static final String COSIGN = "it is a key of cosign: read it with CosignKeys and its password";
    private static final Map<String, String> ADVICE = Map.of(
            "ENCRYPTED PRIVATE KEY", "it is encrypted: decrypt it with openssl pkcs8",
            "ENCRYPTED SIGSTORE PRIVATE KEY", COSIGN,
            "ENCRYPTED COSIGN PRIVATE KEY", COSIGN,
            "PRIVATE KEY", PRIVATE,
            "EC PRIVATE KEY", PRIVATE,
            "RSA PRIVATE KEY", PRIVATE,
            "CERTIFICATE", "it is a certificate, which has a public key only",
            "PUBLIC KEY", "it is a public key",
            "RSA PUBLIC KEY", "it is a public key");

    private final String label;
    private final byte[] der;

    private Pem(String label, byte[] der) {
        this.label = label;
        this.der = der;
    }

    /** What the block says it is. */
    public String label() {
        return label;
    }

    /** What is in the block. */
    public byte[] der() {
        return der.clone();
    }

    /**
     * The only block of this text, or of the text that it is the base64 of, as cosign writes certificates.
     *
     * @param labels what the block may be, the usual one first
     * @throws KeyException when there is a block of another label, more, or none
     */
    public static Pem read(List<String> labels, String text) throws KeyException {
        String expected = labels.get(0);
        if (text.length() > MAX_CHARS) {
            throw new KeyException("PEM " + expected + ": " + text.length() + " characters, more than a key needs");
        }
        String body = unwrapped(text.strip());
        int labelEnd = body.startsWith(BEGIN) ? body.indexOf("-----", BEGIN.length()) : -1;
        String label = labelEnd < 0 ? "" : body.substring(BEGIN.length(), labelEnd);
        if (!labels.contains(label)) {
            throw new KeyException("PEM " + expected + ": expected " + BEGIN + expected + "-----"
                    + (labelEnd < 0 ? " at the start of the text" : " instead of " + Excerpt.quoted(label))
                    + (ADVICE.containsKey(label) ? "; " + ADVICE.get(label) : ""));
        }
        int begin = labelEnd + "-----".length();
        String end = "-----END ".concat(label).concat("-----");
        if (!body.endsWith(end) || body.indexOf("-----", begin) != body.length() - end.length()) {
            throw new KeyException("PEM " + label + ": expected one block, and nothing after " + end);
        }
        return new Pem(label, decode(label, body.substring(begin, body.length() - end.length())));
    }

    /** Reads a text with one block of that label. */
    public static byte[] read(String label, String text) throws KeyException {
        return read(List.of(label), text).der();
    }

    private static String unwrapped(String body) {
        if (body.startsWith("-")) {
            return body;
        }
        try {
            return new String(decode("", body), StandardCharsets.ISO_8859_1).strip();
        } catch (KeyException e) {
            return body;
        }
    }

    private static byte[] decode(String label, String lines) throws KeyException {
        String base64Text = lines.replaceAll("[\r\n\t ]", "");
        // RFC 7468 knows the standard alphabet only; a key has one text.
        if (base64Text.indexOf('-') >= 0 || base64Text.indexOf('_') >= 0) {
            throw new KeyException(
                    "PEM " + label + ": what is between the lines is not in the standard base64 alphabet");
        }
        byte[] base64 = base64Text.getBytes(StandardCharsets.UTF_8);
        try {
            return Bytes.parseBase64(base64, 0, base64.length).toByteArray();
        } catch (MalformedDataException e) {
            // The text may be a secret: it is not quoted, nor is the exception kept that quotes it.
            throw new KeyException("PEM " + label + ": what is between the lines is not base64");
        }
    }

    /** The text of one block, with a line feed after each line. */
    public static String write(String label, byte[] der) {
        Base64.Encoder lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN " + label + "-----\n" + lines.encodeToString(der) + "\n-----END " + label + "-----\n";
    }
}
