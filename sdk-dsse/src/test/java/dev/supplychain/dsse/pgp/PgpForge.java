package dev.supplychain.dsse.pgp;

import dev.supplychain.dsse.internal.openpgp.Packet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.operator.PGPContentSigner;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyConverter;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/**
 * A key pair that signs whatever it is told to, in whatever form: what a verifier has to refuse is made here. The packets
 * are put together anew, from RFC 9580, and not with the code under test.
 */
final class PgpForge {
    /** When most keys in these tests are made. */
    static final Instant BIRTH = Instant.parse("2026-01-01T00:00:00Z");

    static final int CERTIFY_AND_SIGN = 0x03;
    static final int CERTIFY = 0x01;
    static final int SIGN = 0x02;
    static final int ENCRYPT = 0x0C;

    static final int SHA1 = HashAlgorithmTags.SHA1;
    static final int SHA256 = HashAlgorithmTags.SHA256;
    static final int SHA512 = HashAlgorithmTags.SHA512;

    private final PGPKeyPair pair;

    private PgpForge(int algorithm, AsymmetricCipherKeyPair pair, Instant created) {
        try {
            this.pair = new BcPGPKeyPair(PublicKeyPacket.VERSION_4, algorithm, pair, Date.from(created));
        } catch (PGPException e) {
            throw new AssertionError(e);
        }
    }

    static PgpForge ed25519() {
        return ed25519(BIRTH);
    }

    static PgpForge ed25519(Instant created) {
        return new PgpForge(PublicKeyAlgorithmTags.EDDSA_LEGACY, ed25519Pair(), created);
    }

    /** With the number that RFC 9580 gives to the algorithm. */
    static PgpForge newEd25519() {
        return new PgpForge(PublicKeyAlgorithmTags.Ed25519, ed25519Pair(), BIRTH);
    }

    private static AsymmetricCipherKeyPair ed25519Pair() {
        Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
        generator.init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        return generator.generateKeyPair();
    }

    static PgpForge ec(String curve) {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(
                ECNamedDomainParameters.lookup(new ASN1ObjectIdentifier(curve)), new SecureRandom()));
        return new PgpForge(PublicKeyAlgorithmTags.ECDSA, generator.generateKeyPair(), BIRTH);
    }

    static PgpForge rsa(int bits, long exponent) {
        return rsa(PublicKeyAlgorithmTags.RSA_GENERAL, bits, exponent);
    }

    static PgpForge rsa(int algorithm, int bits, long exponent) {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(exponent), new SecureRandom(), bits, 20));
        return new PgpForge(algorithm, generator.generateKeyPair(), BIRTH);
    }

    byte[] body() {
        try {
            return pair.getPublicKey().getPublicKeyPacket().getEncodedContents();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    String fingerprint() {
        return HexFormat.of().withUpperCase().formatHex(fingerprintBytes());
    }

    byte[] fingerprintBytes() {
        return pair.getPublicKey().getFingerprint();
    }

    Packet primary() {
        return new Packet(Packet.PUBLIC_KEY, body());
    }

    Packet subkey() {
        return new Packet(Packet.PUBLIC_SUBKEY, body());
    }

    static Packet userId(String text) {
        return new Packet(Packet.USER_ID, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is hashed of a key. */
    byte[] hashed() {
        byte[] body = body();
        return concat(new byte[] {(byte) 0x99, (byte) (body.length >> 8), (byte) body.length}, body);
    }

    /** What a signature over that user id of this key covers. */
    byte[] hashedWith(String userId) {
        byte[] text = userId.getBytes(StandardCharsets.UTF_8);
        return concat(
                hashed(),
                ByteBuffer.allocate(5).put((byte) 0xB4).putInt(text.length).array(),
                text);
    }

    /** What a signature over that subkey of this key covers. */
    byte[] hashedWith(PgpForge subkey) {
        return concat(hashed(), subkey.hashed());
    }

    /** The usual key: one user id, which says that the key certifies and signs. */
    byte[] key(String userId) {
        return join(
                primary(),
                userId(userId),
                certification(userId).flags(CERTIFY_AND_SIGN).packet());
    }

    /** The usual key with a subkey for signing. */
    byte[] key(String userId, PgpForge subkey) {
        return join(
                primary(),
                userId(userId),
                certification(userId).flags(CERTIFY).packet(),
                subkey.subkey(),
                binding(subkey).flags(SIGN).embedded(subkey.back(this).body()).packet());
    }

    /** This key's statement over its own user id. */
    Forgery certification(String userId) {
        return new Forgery(0x13, hashedWith(userId));
    }

    /** This key's statement over that subkey. */
    Forgery binding(PgpForge subkey) {
        return new Forgery(0x18, hashedWith(subkey));
    }

    /** This subkey's word that it belongs to that primary key. */
    Forgery back(PgpForge primary) {
        return new Forgery(0x19, primary.hashedWith(this));
    }

    /** A signature of that type over whatever. */
    Forgery signature(int type, byte[] content) {
        return new Forgery(type, content);
    }

    /** A signature over a document. */
    Forgery document(byte[] content) {
        return new Forgery(0x00, content);
    }

    /** A message of the accepted shape around that signature. */
    static byte[] message(byte[] content, byte[] signature) {
        return join(onePass(signature), literal(content), new Packet(Packet.SIGNATURE, signature));
    }

    /** The one-pass signature that announces that signature, of which the last subpacket is the key id. */
    static Packet onePass(byte[] signature) {
        int hashedLength = ((signature[4] & 0xFF) << 8) | (signature[5] & 0xFF);
        int unhashedAt = 6 + hashedLength + 2;
        byte[] body = ByteBuffer.allocate(13)
                .put((byte) 3)
                .put(signature[1])
                .put(signature[3])
                .put(signature[2])
                .put(signature, unhashedAt + 2, 8)
                .put((byte) 1)
                .array();
        return new Packet(Packet.ONE_PASS_SIGNATURE, body);
    }

    static Packet literal(byte[] content) {
        return literal('b', content);
    }

    static Packet literal(char format, byte[] content) {
        return new Packet(Packet.LITERAL_DATA, concat(new byte[] {(byte) format, 0, 0, 0, 0, 0}, content));
    }

    static byte[] join(Packet... packets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Packet packet : packets) {
            out.writeBytes(packet.encode());
        }
        return out.toByteArray();
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** A signature that is being made up; by default of this key, a day after its birth, over SHA-512. */
    final class Forgery {
        private final int type;
        private final byte[] content;
        private final List<byte[]> hashed = new ArrayList<>();
        private final List<byte[]> unhashed = new ArrayList<>();
        private Instant created = BIRTH;
        private int hash = SHA512;
        private int version = 4;
        private int algorithm = pair.getPublicKey().getAlgorithm();
        private boolean time = true;
        private boolean issuer = true;
        private boolean paddedWithoutNull;

        Forgery(int type, byte[] content) {
            this.type = type;
            this.content = content;
        }

        Forgery at(Instant instant) {
            created = instant;
            return this;
        }

        Forgery hash(int number) {
            hash = number;
            return this;
        }

        Forgery version(int number) {
            version = number;
            return this;
        }

        Forgery algorithm(int number) {
            algorithm = number;
            return this;
        }

        Forgery withoutTime() {
            time = false;
            return this;
        }

        Forgery withoutIssuer() {
            issuer = false;
            return this;
        }

        /** RSA with the hash in the padding as some libraries forgive it: without the NULL of its algorithm. */
        Forgery paddedWithoutNull() {
            paddedWithoutNull = true;
            return this;
        }

        Forgery flags(int flags) {
            return says(27, false, (byte) flags);
        }

        Forgery keyEndsAfter(int seconds) {
            return says(9, false, number(seconds));
        }

        Forgery endsAfter(int seconds) {
            return says(3, true, number(seconds));
        }

        Forgery reason(int reason) {
            return says(29, false, (byte) reason);
        }

        Forgery embedded(byte[] signature) {
            return adds(32, false, signature);
        }

        /** One subpacket more of those that are signed. */
        Forgery says(int subpacket, boolean critical, byte... data) {
            hashed.add(subpacket(subpacket, critical, data));
            return this;
        }

        /** One subpacket more of those that are not signed. */
        Forgery adds(int subpacket, boolean critical, byte... data) {
            unhashed.add(subpacket(subpacket, critical, data));
            return this;
        }

        Packet packet() {
            return new Packet(Packet.SIGNATURE, body());
        }

        /** A message of the accepted shape. */
        byte[] message() {
            return PgpForge.message(content, body());
        }

        byte[] body() {
            byte[] says = concat(
                    time ? subpacket(2, false, number((int) created.getEpochSecond())) : new byte[0],
                    concat(hashed.toArray(byte[][]::new)));
            byte[] head = concat(
                    new byte[] {
                        (byte) version,
                        (byte) type,
                        (byte) algorithm,
                        (byte) hash,
                        (byte) (says.length >> 8),
                        (byte) says.length
                    },
                    says);
            byte[] adds = concat(
                    issuer ? subpacket(16, false, Arrays.copyOfRange(fingerprintBytes(), 12, 20)) : new byte[0],
                    concat(unhashed.toArray(byte[][]::new)));
            byte[] trailer = ByteBuffer.allocate(6)
                    .put((byte) 4)
                    .put((byte) 0xFF)
                    .putInt(head.length)
                    .array();
            return concat(
                    head,
                    new byte[] {(byte) (adds.length >> 8), (byte) adds.length},
                    adds,
                    sign(concat(content, head, trailer)));
        }

        /** The first bytes of the hash, and the numbers. */
        private byte[] sign(byte[] message) {
            try {
                PGPContentSigner signer = new BcPGPContentSignerBuilder(
                                pair.getPublicKey().getAlgorithm(), hash)
                        .build(type, pair.getPrivateKey());
                try (OutputStream out = signer.getOutputStream()) {
                    out.write(message);
                }
                byte[] start = Arrays.copyOf(signer.getDigest(), 2);
                return concat(
                        start,
                        paddedWithoutNull
                                ? number(rsaWithoutNull(signer.getDigest()))
                                : numbers(signer.getSignature()));
            } catch (PGPException | IOException e) {
                throw new AssertionError(e);
            }
        }

        private byte[] numbers(byte[] signature) {
            switch (pair.getPublicKey().getAlgorithm()) {
                case PublicKeyAlgorithmTags.Ed25519 -> {
                    return signature;
                }
                case PublicKeyAlgorithmTags.EDDSA_LEGACY -> {
                    return concat(
                            number(new BigInteger(1, Arrays.copyOf(signature, 32))),
                            number(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64))));
                }
                case PublicKeyAlgorithmTags.ECDSA -> {
                    ASN1Sequence sequence = ASN1Sequence.getInstance(signature);
                    return concat(
                            number(ASN1Integer.getInstance(sequence.getObjectAt(0))
                                    .getValue()),
                            number(ASN1Integer.getInstance(sequence.getObjectAt(1))
                                    .getValue()));
                }
                default -> {
                    return number(new BigInteger(1, signature));
                }
            }
        }
    }

    private BigInteger rsaWithoutNull(byte[] sha512) throws PGPException {
        RSAKeyParameters key = (RSAKeyParameters) new BcPGPKeyConverter().getPrivateKey(pair.getPrivateKey());
        byte[] digestInfo = concat(HexFormat.of().parseHex("304f300b0609608648016503040203" + "0440"), sha512);
        byte[] padded = new byte[key.getModulus().bitLength() / 8];
        Arrays.fill(padded, (byte) 0xFF);
        padded[0] = 0;
        padded[1] = 1;
        padded[padded.length - digestInfo.length - 1] = 0;
        System.arraycopy(digestInfo, 0, padded, padded.length - digestInfo.length, digestInfo.length);
        return new BigInteger(1, padded).modPow(key.getExponent(), key.getModulus());
    }

    static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static byte[] number(BigInteger value) {
        int bits = value.bitLength();
        byte[] bytes = value.toByteArray();
        int length = (bits + 7) / 8;
        return concat(
                new byte[] {(byte) (bits >> 8), (byte) bits},
                Arrays.copyOfRange(bytes, bytes.length - length, bytes.length));
    }

    private static byte[] subpacket(int type, boolean critical, byte... data) {
        int length = data.length + 1;
        byte[] head = length < 192
                ? new byte[] {(byte) length}
                : ByteBuffer.allocate(5).put((byte) 255).putInt(length).array();
        return concat(head, new byte[] {(byte) (type | (critical ? 0x80 : 0))}, data);
    }
}
