package dev.supplychain.dsse.x509;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.MalformedDataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Reads certificates in strict DER and in PEM, and writes PEM.
 *
 * <p>Reading says nothing about trust: a {@link CertificateVerifier} does.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 */
public final class X509Certificates {
    private static final int MAX_CERTIFICATES = 16;
    private static final int MAX_CHARS = MAX_CERTIFICATES * 2 * StrictCertificate.MAX_BYTES;
    private static final int LINE = 64;
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    private X509Certificates() {}

    /**
     * The certificates in a text, in its order: PEM blocks with nothing but white space around them, or, as cosign and
     * Endor write single ones, the base64 of such a text or of DER. At most 16.
     *
     * @throws MalformedDataException when it is anything else; it names the place
     */
    public static List<X509Certificate> parse(String text) {
        return StrictCertificate.certificates(parseStrictly(text));
    }

    /**
     * {@link #parse(String)} of a file in ASCII.
     *
     * @throws IOException when the file cannot be read
     * @throws MalformedDataException when it holds anything else
     */
    public static List<X509Certificate> parse(Path file) throws IOException {
        return parse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }

    /**
     * The certificate in these bytes of DER, as a Sigstore bundle holds it.
     *
     * @throws MalformedDataException when they are not one in strict DER, or more than 16 KiB
     */
    public static X509Certificate parseDer(byte[] der) {
        return StrictCertificate.parse(der).certificate();
    }

    /**
     * The certificates as PEM, in that order.
     *
     * @throws IllegalArgumentException when one has no encoding
     */
    public static String toPem(List<X509Certificate> certificates) {
        Base64.Encoder lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
        StringBuilder pem = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            try {
                pem.append(BEGIN)
                        .append('\n')
                        .append(lines.encodeToString(certificate.getEncoded()))
                        .append('\n')
                        .append(END)
                        .append('\n');
            } catch (CertificateEncodingException e) {
                throw new IllegalArgumentException("a certificate without encoding", e);
            }
        }
        return pem.toString();
    }

    static List<StrictCertificate> parseStrictly(String text) {
        if (text.length() > MAX_CHARS) {
            throw malformed(text.length() + " characters are more than the limit of " + MAX_CHARS);
        }
        String body = text.strip();
        if (body.startsWith(BEGIN)) {
            return blocks(body);
        }
        byte[] decoded = decode(body, "it is neither PEM of certificates nor base64");
        // DER begins with the tag of a SEQUENCE, PEM with a dash.
        return decoded.length > 0 && decoded[0] == 0x30
                ? List.of(StrictCertificate.parse(decoded))
                : blocks(new String(decoded, StandardCharsets.ISO_8859_1).strip());
    }

    private static List<StrictCertificate> blocks(String body) {
        List<StrictCertificate> certificates = new ArrayList<>();
        String rest = body;
        while (!rest.isEmpty()) {
            int end = rest.indexOf(END, BEGIN.length());
            if (!rest.startsWith(BEGIN) || end < 0) {
                throw malformed("certificate " + certificates.size() + ": expected " + BEGIN + " and " + END
                        + ", and white space between certificates");
            }
            if (certificates.size() == MAX_CERTIFICATES) {
                throw malformed("more than " + MAX_CERTIFICATES + " certificates");
            }
            certificates.add(StrictCertificate.parse(decode(
                    rest.substring(BEGIN.length(), end),
                    "what is between the lines of certificate " + certificates.size() + " is not base64")));
            rest = rest.substring(end + END.length()).strip();
        }
        if (certificates.isEmpty()) {
            throw malformed("there is no certificate");
        }
        return certificates;
    }

    private static byte[] decode(String base64, String problem) {
        String oneLine = base64.replaceAll("[\r\n\t ]", "");
        // RFC 7468 knows the standard alphabet only.
        if (oneLine.indexOf('-') >= 0 || oneLine.indexOf('_') >= 0) {
            throw malformed(problem);
        }
        try {
            return Bytes.parseBase64(oneLine).toByteArray();
        } catch (MalformedDataException e) {
            throw malformed(problem);
        }
    }

    private static MalformedDataException malformed(String problem) {
        return new MalformedDataException("certificates", "", problem);
    }
}
