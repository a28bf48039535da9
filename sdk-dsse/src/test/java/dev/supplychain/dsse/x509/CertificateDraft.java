package dev.supplychain.dsse.x509;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supplychain.dsse.internal.Der;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A certificate to be, with whatever flaw a test asks for. */
final class CertificateDraft {
    static final String BASIC_CONSTRAINTS = "551d13";
    static final String KEY_USAGE = "551d0f";
    static final String EXTENDED_KEY_USAGE = "551d25";
    static final String ALTERNATIVE_NAME = "551d11";
    static final String NAME_CONSTRAINTS = "551d1e";

    static final byte[] CODE_SIGNING = oid("2b06010505070303");
    static final byte[] SERVER_AUTHENTICATION = oid("2b06010505070301");

    static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    private static final KeyPair RSA = rsaKeys(2048);

    /** How an authority signs. */
    enum Scheme {
        ECDSA_SHA256("SHA256withECDSA", "300a06082a8648ce3d040302"),
        ECDSA_SHA384("SHA384withECDSA", "300a06082a8648ce3d040303"),
        ECDSA_SHA512("SHA512withECDSA", "300a06082a8648ce3d040304"),
        ECDSA_SHA1("SHA1withECDSA", "300906072a8648ce3d0401"),
        RSA_SHA1("SHA1withRSA", "300d06092a864886f70d0101050500"),
        RSA_MD5("MD5withRSA", "300d06092a864886f70d0101040500"),
        RSA_SHA256("SHA256withRSA", "300d06092a864886f70d01010b0500"),
        RSA_SHA384("SHA384withRSA", "300d06092a864886f70d01010c0500"),
        RSA_SHA512("SHA512withRSA", "300d06092a864886f70d01010d0500"),
        PSS_SHA256("RSASSA-PSS", pss("0201", 32)),
        PSS_SHA384("RSASSA-PSS", pss("0202", 48)),
        PSS_SHA512("RSASSA-PSS", pss("0203", 64)),
        ED25519("Ed25519", "300506032b6570");

        private final String jcaName;
        private final String identifier;

        Scheme(String jcaName, String identifier) {
            this.jcaName = jcaName;
            this.identifier = identifier;
        }

        byte[] identifier() {
            return HexFormat.of().parseHex(identifier);
        }

        byte[] sign(PrivateKey key, byte[] message) throws GeneralSecurityException {
            Signature signature = Signature.getInstance(jcaName);
            if (name().startsWith("PSS")) {
                String hash = "SHA-" + name().substring(7);
                signature.setParameter(new PSSParameterSpec(
                        hash, "MGF1", new MGF1ParameterSpec(hash), Integer.parseInt(name().substring(7)) / 8, 1));
            }
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        }

        /** As OpenSSL writes it, with NULL beside the hashes. */
        private static String pss(String hash, int salt) {
            byte[] digest = Der.write(
                    Der.SEQUENCE, oid("608648016503040" + hash.substring(1, 2) + hash.substring(2)), new byte[] {5, 0});
            byte[] mgf = Der.write(Der.SEQUENCE, oid("2a864886f70d010108"), digest);
            byte[] parameters = Der.write(
                    Der.SEQUENCE,
                    Der.write(0xA0, digest),
                    Der.write(0xA1, mgf),
                    Der.write(0xA2, Der.write(BigInteger.valueOf(salt))));
            return HexFormat.of().formatHex(Der.write(Der.SEQUENCE, oid("2a864886f70d01010a"), parameters));
        }
    }

    private final List<byte[]> extensions = new ArrayList<>();
    private byte[] subject = Der.write(Der.SEQUENCE);
    private Instant notBefore = START;
    private Instant notAfter = START.plusSeconds(300);
    private int version = 2;
    private byte[] innerAlgorithm = new byte[0];

    /** A signer's certificate for five minutes, as Fulcio makes them but for the names. */
    static CertificateDraft signer() {
        return new CertificateDraft().keyUsage(0x80).extendedKeyUsage(CODE_SIGNING);
    }

    /** An authority's certificate for a day. */
    static CertificateDraft authority(String name) {
        return new CertificateDraft()
                .subject(name)
                .valid(START.minusSeconds(43_200), START.plusSeconds(43_200))
                .extension(BASIC_CONSTRAINTS, true, Der.write(Der.SEQUENCE, bool()))
                .keyUsage(0x06);
    }

    CertificateDraft subject(String name) {
        subject = name(name);
        return this;
    }

    CertificateDraft valid(Instant from, Instant to) {
        notBefore = from;
        notAfter = to;
        return this;
    }

    CertificateDraft version(int number) {
        version = number;
        return this;
    }

    CertificateDraft innerAlgorithm(Scheme scheme) {
        innerAlgorithm = scheme.identifier();
        return this;
    }

    CertificateDraft extension(String id, boolean critical, byte[] value) {
        extensions.add(
                Der.write(Der.SEQUENCE, oid(id), critical ? bool() : new byte[0], Der.write(Der.OCTET_STRING, value)));
        return this;
    }

    CertificateDraft rawExtension(byte[] der) {
        extensions.add(der);
        return this;
    }

    CertificateDraft without(String id) {
        byte[] oid = oid(id);
        extensions.removeIf(
                e -> HexFormat.of().formatHex(e).contains(HexFormat.of().formatHex(oid)));
        return this;
    }

    /** The first byte of the bits: 0x80 digital signature, 0x08 key agreement, 0x06 certificates and lists. */
    CertificateDraft keyUsage(int bits) {
        int unused = Integer.numberOfTrailingZeros(bits);
        return without(KEY_USAGE).extension(KEY_USAGE, true, Der.write(Der.BIT_STRING, new byte[] {
            (byte) unused, (byte) bits
        }));
    }

    CertificateDraft extendedKeyUsage(byte[]... uses) {
        return without(EXTENDED_KEY_USAGE).extension(EXTENDED_KEY_USAGE, false, Der.write(Der.SEQUENCE, uses));
    }

    CertificateDraft pathLength(int length) {
        return without(BASIC_CONSTRAINTS)
                .extension(
                        BASIC_CONSTRAINTS,
                        true,
                        Der.write(Der.SEQUENCE, bool(), Der.write(BigInteger.valueOf(length))));
    }

    CertificateDraft names(byte[]... names) {
        return without(ALTERNATIVE_NAME).extension(ALTERNATIVE_NAME, true, Der.write(Der.SEQUENCE, names));
    }

    CertificateDraft uri(String uri) {
        return names(Der.write(0x86, uri.getBytes(US_ASCII)));
    }

    CertificateDraft email(String address) {
        return names(Der.write(0x81, address.getBytes(US_ASCII)));
    }

    CertificateDraft fulcio(FulcioExtension extension, String value) {
        byte[] text = value.getBytes(UTF_8);
        return extension(extension.id(), false, extension.number() <= 6 ? text : Der.write(0x0C, text));
    }

    /** The DER, signed by that key under that name. */
    byte[] sign(PublicKey key, byte[] issuerName, PrivateKey issuer, Scheme scheme) throws GeneralSecurityException {
        return sign(key.getEncoded(), issuerName, issuer, scheme);
    }

    byte[] sign(byte[] spki, byte[] issuerName, PrivateKey issuer, Scheme scheme) throws GeneralSecurityException {
        byte[] tbs = Der.write(
                Der.SEQUENCE,
                version == 0 ? new byte[0] : Der.write(0xA0, Der.write(BigInteger.valueOf(version))),
                Der.write(BigInteger.valueOf(subject.length + 4711)),
                innerAlgorithm.length == 0 ? scheme.identifier() : innerAlgorithm,
                issuerName,
                Der.write(Der.SEQUENCE, time(notBefore), time(notAfter)),
                subject,
                spki,
                extensions.isEmpty()
                        ? new byte[0]
                        : Der.write(0xA3, Der.write(Der.SEQUENCE, extensions.toArray(byte[][]::new))));
        return Der.write(Der.SEQUENCE, tbs, scheme.identifier(), Der.writeBits(scheme.sign(issuer, tbs)));
    }

    byte[] subject() {
        return subject;
    }

    static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    static byte[] oid(String hex) {
        return Der.write(Der.OID, HexFormat.of().parseHex(hex));
    }

    static byte[] name(String commonName) {
        byte[] attribute = Der.write(Der.SEQUENCE, oid("550403"), Der.write(0x0C, commonName.getBytes(UTF_8)));
        return Der.write(Der.SEQUENCE, Der.write(0x31, attribute));
    }

    static byte[] userName(String name) {
        return Der.write(0xA0, oid("2b0601040183bf300107"), Der.write(0xA0, Der.write(0x0C, name.getBytes(UTF_8))));
    }

    private static byte[] bool() {
        return new byte[] {1, 1, (byte) 0xFF};
    }

    private static byte[] time(Instant instant) {
        DateTimeFormatter form =
                DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
        String text = form.format(instant);
        return text.compareTo("2050") < 0
                ? Der.write(0x17, text.substring(2).getBytes(US_ASCII))
                : Der.write(0x18, text.getBytes(US_ASCII));
    }

    static KeyPair ecKeys(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve), new SecureRandom());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RSA keys have 2048 bits. */
    static KeyPair keys(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ECDSA_P256_SHA256 -> ecKeys("secp256r1");
            case ECDSA_P384_SHA384 -> ecKeys("secp384r1");
            case ECDSA_P521_SHA512 -> ecKeys("secp521r1");
            case ED25519 -> generate("Ed25519", 255);
            default -> RSA;
        };
    }

    static KeyPair rsaKeys(int bits) {
        return generate("RSA", bits);
    }

    private static KeyPair generate(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size, new SecureRandom());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
