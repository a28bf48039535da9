package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** One version of a key of {@link FakeVault}: it signs as Vault's transit engine does, with the JDK's own algorithms. */
final class VaultKeyPair {
    private static final int ED25519_BYTES = 32;

    private final String type;
    private final KeyPair pair;
    private final Instant created;

    private VaultKeyPair(String type, KeyPair pair, Instant created) {
        this.type = type;
        this.pair = pair;
        this.created = created;
    }

    /** What was asked for in a request to sign. */
    record Options(String hash, boolean prehashed, String padding, String salt, boolean jws) {}

    static VaultKeyPair generate(String type, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(jcaName(type));
            switch (type) {
                case "ecdsa-p256" -> generator.initialize(new ECGenParameterSpec("secp256r1"));
                case "ecdsa-p384" -> generator.initialize(new ECGenParameterSpec("secp384r1"));
                case "ecdsa-p521" -> generator.initialize(new ECGenParameterSpec("secp521r1"));
                case "rsa-2048", "rsa-3072", "rsa-4096" ->
                    generator.initialize(Integer.parseInt(type.substring("rsa-".length())));
                default -> {
                    // Ed25519 comes in one size.
                }
            }
            return new VaultKeyPair(type, generator.generateKeyPair(), now);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK makes no key of type " + type, e);
        }
    }

    private static String jcaName(String type) {
        return switch (type) {
            case "ecdsa-p256", "ecdsa-p384", "ecdsa-p521" -> "EC";
            case "ed25519" -> "Ed25519";
            case "rsa-2048", "rsa-3072", "rsa-4096" -> "RSA";
            default -> throw Refusal.invalid("unknown key type " + type);
        };
    }

    /** The version as Vault shows it: PEM, or of an Ed25519 key the bare 32 bytes in base64. */
    Json toJson() {
        Map<String, Json> version = new LinkedHashMap<>();
        version.put("certificate_chain", Json.of(""));
        version.put("creation_time", Json.of(created.toString()));
        version.put("name", Json.of(displayName()));
        version.put("public_key", Json.of(publicKey()));
        return Json.object(version);
    }

    private String displayName() {
        return type.startsWith("ecdsa-p") ? "P-" + type.substring("ecdsa-p".length()) : type;
    }

    private String publicKey() {
        byte[] spki = pair.getPublic().getEncoded();
        if (type.equals("ed25519")) {
            byte[] point = Arrays.copyOfRange(spki, spki.length - ED25519_BYTES, spki.length);
            return Base64.getEncoder().encodeToString(point);
        }
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(spki);
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    /** The signature, not in base64 yet. */
    byte[] sign(byte[] input, Options options) {
        try {
            if (type.equals("ed25519")) {
                return signEd25519(input, options);
            }
            byte[] hash = options.prehashed() ? input : digest(options).digest(input);
            return type.startsWith("rsa-") ? signRsa(hash, options) : signEcdsa(hash, options);
        } catch (GeneralSecurityException e) {
            throw Refusal.invalid("error signing: " + e.getMessage());
        }
    }

    private byte[] signEd25519(byte[] input, Options options) throws GeneralSecurityException {
        if (options.prehashed()) {
            throw Refusal.invalid("only Pure Ed25519 signatures supported, `prehashed` must be false");
        }
        return sign("Ed25519", input);
    }

    private byte[] signEcdsa(byte[] hash, Options options) throws GeneralSecurityException {
        return sign(options.jws() ? "NONEwithECDSAinP1363Format" : "NONEwithECDSA", hash);
    }

    private byte[] sign(String jcaName, byte[] message) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(jcaName);
        signature.initSign(pair.getPrivate());
        signature.update(message);
        return signature.sign();
    }

    private byte[] signRsa(byte[] hash, Options options) throws GeneralSecurityException {
        MessageDigest digest = digest(options);
        if (hash.length != digest.getDigestLength()) {
            throw Refusal.invalid("error signing: crypto/rsa: input must be hashed message");
        }
        RSAPrivateKey key = (RSAPrivateKey) pair.getPrivate();
        int bits = key.getModulus().bitLength();
        byte[] padded = switch (options.padding()) {
            case "pkcs1v15" -> RsaPadding.pkcs1(hash, options.hash(), bits / 8);
            case "", "pss" -> RsaPadding.pss(hash, digest, bits - 1, saltLength(options, digest, bits));
            default -> throw Refusal.of(RpcCode.INTERNAL, "unsupported rsa signature algorithm " + options.padding());
        };
        BigInteger signature = new BigInteger(1, padded).modPow(key.getPrivateExponent(), key.getModulus());
        return RsaPadding.fixedLength(signature, bits / 8);
    }

    /** As Go has it, {@code auto} is the longest that fits. */
    private static int saltLength(Options options, MessageDigest digest, int bits) {
        int longest = (bits + 6) / 8 - 2 - digest.getDigestLength();
        return switch (options.salt()) {
            case "", "auto" -> longest;
            case "hash" -> digest.getDigestLength();
            default -> throw Refusal.invalid("salt length neither 'auto', 'hash', nor an int: " + options.salt());
        };
    }

    private static MessageDigest digest(Options options) throws GeneralSecurityException {
        return switch (options.hash()) {
            case "sha2-256", "sha2-384", "sha2-512" ->
                MessageDigest.getInstance("SHA-" + options.hash().substring("sha2-".length()));
            default -> throw Refusal.invalid("invalid hash algorithm \"" + options.hash() + "\"");
        };
    }

    /** What is raised to the private exponent (RFC 8017, section 9). */
    private static final class RsaPadding {
        private static final Map<String, byte[]> DIGEST_INFO = Map.of(
                "sha2-256", hex("3031300d060960864801650304020105000420"),
                "sha2-384", hex("3041300d060960864801650304020205000430"),
                "sha2-512", hex("3051300d060960864801650304020305000440"));

        private RsaPadding() {}

        private static byte[] hex(String digits) {
            return HexFormat.of().parseHex(digits);
        }

        static byte[] pkcs1(byte[] hash, String algorithm, int length) {
            byte[] info = DIGEST_INFO.getOrDefault(algorithm, new byte[0]);
            byte[] padded = new byte[length];
            Arrays.fill(padded, (byte) 0xFF);
            padded[0] = 0;
            padded[1] = 1;
            int start = length - info.length - hash.length;
            padded[start - 1] = 0;
            System.arraycopy(info, 0, padded, start, info.length);
            System.arraycopy(hash, 0, padded, start + info.length, hash.length);
            return padded;
        }

        static byte[] pss(byte[] hash, MessageDigest digest, int bits, int saltLength) {
            byte[] salt = new byte[saltLength];
            new SecureRandom().nextBytes(salt);
            digest.update(new byte[8]);
            digest.update(hash);
            byte[] seed = digest.digest(salt);
            int length = (bits + 7) / 8;
            byte[] padded = new byte[length];
            int block = length - seed.length - 1;
            padded[block - salt.length - 1] = 1;
            System.arraycopy(salt, 0, padded, block - salt.length, salt.length);
            mask(padded, block, seed, digest);
            padded[0] &= (byte) (0xFF >> (8 * length - bits));
            System.arraycopy(seed, 0, padded, block, seed.length);
            padded[length - 1] = (byte) 0xBC;
            return padded;
        }

        /** MGF1 over the first bytes. */
        private static void mask(byte[] padded, int length, byte[] seed, MessageDigest digest) {
            for (int counter = 0, done = 0; done < length; counter++) {
                digest.update(seed);
                digest.update(new byte[] {0, 0, 0, (byte) counter});
                for (byte b : digest.digest()) {
                    if (done < length) {
                        padded[done++] ^= b;
                    }
                }
            }
        }

        static byte[] fixedLength(BigInteger value, int length) {
            byte[] signed = value.toByteArray();
            byte[] fixed = new byte[length];
            int n = Math.min(signed.length, length);
            System.arraycopy(signed, signed.length - n, fixed, length - n, n);
            return fixed;
        }
    }
}
