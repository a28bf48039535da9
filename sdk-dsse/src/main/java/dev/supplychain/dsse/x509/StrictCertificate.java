package dev.supplychain.dsse.x509;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Der;
import dev.supplychain.dsse.internal.DerException;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in strict DER. What trust depends on is read here, so that no two readers disagree about it; the JDK's
 * reading of the same bytes serves for the rest.
 */
final class StrictCertificate {
    /** The largest certificate in bytes; those of Fulcio have about a thousand. */
    static final int MAX_BYTES = 16_384;

    private static final int VERSION = 0xA0;
    private static final byte[] VERSION_3 = Der.write(BigInteger.TWO);
    private static final int EXTENSIONS = 0xA3;
    private static final int BOOLEAN = 0x01;
    private static final byte TRUE = (byte) 0xFF;

    private final X509Certificate certificate;
    private final byte[] signed;
    private final byte[] signatureAlgorithm;
    private final byte[] signature;
    private final byte[] issuer;
    private final byte[] subject;
    private final byte[] spki;
    private final Map<String, byte[]> extensions;

    private StrictCertificate(X509Certificate certificate, byte[] der) throws DerException {
        this.certificate = certificate;
        Der outer = Der.readSequence(der);
        this.signed = outer.element(Der.SEQUENCE);
        this.signatureAlgorithm = outer.element(Der.SEQUENCE);
        this.signature = outer.wholeBits();
        outer.end();
        Der inner = Der.readSequence(signed);
        requireVersion3(inner);
        inner.integer(); // the serial number
        if (!Arrays.equals(inner.element(Der.SEQUENCE), signatureAlgorithm)) {
            throw new DerException("it names two signature algorithms");
        }
        this.issuer = inner.element(Der.SEQUENCE);
        inner.element(Der.SEQUENCE); // the validity
        this.subject = inner.element(Der.SEQUENCE);
        this.spki = inner.element(Der.SEQUENCE);
        this.extensions = inner.nextIs(EXTENSIONS) ? readExtensions(inner.content(EXTENSIONS)) : Map.of();
        inner.end();
    }

    private static void requireVersion3(Der inner) throws DerException {
        if (!inner.nextIs(VERSION) || !Arrays.equals(inner.content(VERSION), VERSION_3)) {
            throw new DerException("it is not of X.509 version 3");
        }
    }

    /** Values by the hexadecimal bytes of their identifier: a number beyond a long must not look like another. */
    private static Map<String, byte[]> readExtensions(byte[] der) throws DerException {
        Map<String, byte[]> extensions = new LinkedHashMap<>();
        Der list = Der.readSequence(der);
        while (list.nextIs(Der.SEQUENCE)) {
            Der extension = Der.readSequence(list.element(Der.SEQUENCE));
            String id = HexFormat.of().formatHex(extension.content(Der.OID));
            if (extension.nextIs(BOOLEAN) && !Arrays.equals(extension.content(BOOLEAN), new byte[] {TRUE})) {
                throw new DerException("extension " + id + " has a flag that is not written as in DER");
            }
            byte[] value = extension.content(Der.OCTET_STRING);
            extension.end();
            if (extensions.put(id, value) != null) {
                throw new DerException("extension " + id + " is there twice");
            }
        }
        list.end();
        return Collections.unmodifiableMap(extensions);
    }

    /**
     * Reads one certificate.
     *
     * @throws MalformedDataException when it is not one in strict DER, or over the limit
     */
    static StrictCertificate parse(byte[] der) {
        if (der.length > MAX_BYTES) {
            throw malformed(der.length + " bytes are more than the limit of " + MAX_BYTES, null);
        }
        try {
            StrictCertificate parsed = new StrictCertificate(readByJdk(der), der);
            if (!Arrays.equals(parsed.certificate.getEncoded(), der)) {
                throw malformed("it is not in the encoding that the JDK writes", null);
            }
            return parsed;
        } catch (DerException e) {
            throw malformed("it is not a certificate in DER: " + e.getMessage(), e);
        } catch (CertificateEncodingException e) {
            throw malformed("the JDK does not write it again", e);
        }
    }

    /**
     * Reads one that some provider made.
     *
     * @throws MalformedDataException when it is not one in strict DER, or over the limit
     */
    static StrictCertificate of(X509Certificate certificate) {
        byte[] der;
        try {
            der = certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw malformed("it has no encoding", e);
        }
        return parse(der);
    }

    static List<X509Certificate> certificates(List<StrictCertificate> certificates) {
        return certificates.stream().map(StrictCertificate::certificate).toList();
    }

    private static X509Certificate readByJdk(byte[] der) {
        try {
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            if (certificate == null) {
                throw malformed("there is no certificate", null); // some providers answer null for no certificate
            }
            return certificate;
        } catch (MalformedDataException e) {
            throw e;
        } catch (CertificateException | RuntimeException e) {
            throw malformed("the JDK does not read it: " + Excerpt.of(String.valueOf(e.getMessage())), e);
        }
    }

    private static MalformedDataException malformed(String problem, @Nullable Exception cause) {
        return new MalformedDataException("certificate", "", problem, cause);
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** What the issuer signed. */
    byte[] signed() {
        return signed;
    }

    /** The DER of the AlgorithmIdentifier of the issuer's signature. */
    byte[] signatureAlgorithm() {
        return signatureAlgorithm;
    }

    /** The issuer's signature. */
    byte[] signature() {
        return signature;
    }

    /**
     * The key, checked.
     *
     * @throws KeyException when it is weak or of a kind that is not allowed
     */
    CheckedPublicKey key() throws KeyException {
        return CheckedPublicKey.parse(spki);
    }

    /** The value of the extension with that identifier, given as the hexadecimal bytes of its DER content. */
    Optional<byte[]> extension(String id) {
        return Optional.ofNullable(extensions.get(id));
    }

    /** True when that certificate has the name of the issuer, byte for byte. */
    boolean names(StrictCertificate possibleIssuer) {
        return Arrays.equals(issuer, possibleIssuer.subject);
    }

    /** What the certificate calls its issuer, for messages. */
    String issuerName() {
        return Excerpt.quoted(certificate.getIssuerX500Principal().getName());
    }

    Instant notBefore() {
        return certificate.getNotBefore().toInstant();
    }

    Instant notAfter() {
        return certificate.getNotAfter().toInstant();
    }

    boolean isValidAt(Instant time) {
        return !time.isBefore(notBefore()) && !time.isAfter(notAfter());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StrictCertificate that && certificate.equals(that.certificate);
    }

    @Override
    public int hashCode() {
        return certificate.hashCode();
    }

    /** The subject, or the serial number where there is none. */
    @Override
    public String toString() {
        String name = certificate.getSubjectX500Principal().getName();
        return name.isEmpty()
                ? "certificate with serial number "
                        + Excerpt.of(certificate.getSerialNumber().toString(16))
                : "certificate of " + Excerpt.quoted(name);
    }
}
