package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** One block of PEM (RFC 7468): its label, and base64 in lines. */
public final class Pem {
    private static final int MAX_CHARS = 65_536;
    private static final int LINE = 64;
    private static final Map<String, String> ADVICE = Map.of(
            "EC PRIVATE KEY", "it is a SEC 1 key: convert it with openssl pkcs8 -topk8 -nocrypt",
            "RSA PRIVATE KEY", "RSA keys are not allowed; allowed are EC on P-256 and Ed25519",
            "ENCRYPTED PRIVATE KEY", "it is encrypted: decrypt it with openssl pkcs8",
            "CERTIFICATE", "it is a certificate: take its key with openssl x509 -pubkey -noout",
            "PRIVATE KEY", "it is a private key: give its public one",
            "PUBLIC KEY", "it is a public key");

    private Pem() {}

    /**
     * The DER in the only block of this text, which must have that label.
     *
     * @throws KeyException when there is another block, more, or none
     */
    public static byte[] read(String label, String text) throws KeyException {
        if (text.length() > MAX_CHARS) {
            throw new KeyException("PEM " + label + ": " + text.length() + " characters, more than a key needs");
        }
        String body = text.strip();
        String begin = "-----BEGIN ".concat(label).concat("-----");
        String end = "-----END ".concat(label).concat("-----");
        if (!body.startsWith(begin)) {
            throw new KeyException("PEM " + label + ": expected " + begin + problemOf(body));
        }
        if (!body.endsWith(end) || body.indexOf("-----", begin.length()) != body.length() - end.length()) {
            throw new KeyException("PEM " + label + ": expected one block, and nothing after " + end);
        }
        String base64Text =
                body.substring(begin.length(), body.length() - end.length()).replaceAll("[\r\n\t ]", "");
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

    /** Never quotes what may be a key. */
    private static String problemOf(String body) {
        if (!body.startsWith("-----BEGIN ")) {
            return " at the start of the text";
        }
        int end = body.indexOf("-----", 11);
        String label = end < 0 ? "" : body.substring(11, end);
        return " instead of " + Excerpt.quoted(label) + (ADVICE.containsKey(label) ? "; " + ADVICE.get(label) : "");
    }

    /** The text of one block, with a line feed after each line. */
    public static String write(String label, byte[] der) {
        Base64.Encoder lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN " + label + "-----\n" + lines.encodeToString(der) + "\n-----END " + label + "-----\n";
    }
}
