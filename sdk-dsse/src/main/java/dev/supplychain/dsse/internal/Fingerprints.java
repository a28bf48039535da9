package dev.supplychain.dsse.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/** The names that are computed from a public key. */
public final class Fingerprints {
    private Fingerprints() {}

    /** {@code SHA256:} and the unpadded base64 of the SHA-256 over the SSH wire form (RFC 4253, section 6.6). */
    public static String openSsh(CheckedPublicKey key) {
        byte[] wire = switch (key.kind()) {
            case EC_P256 -> sshEc("nistp256", key);
            case EC_P384 -> sshEc("nistp384", key);
            case EC_P521 -> sshEc("nistp521", key);
            case ED25519 -> Der.concat(sshString("ssh-ed25519"), sshString(key.bits()));
            case RSA, RSA_PSS ->
                Der.concat(
                        sshString("ssh-rsa"),
                        sshString(key.rsa().exponent().toByteArray()),
                        sshString(key.rsa().modulus().toByteArray()));
        };
        return "SHA256:".concat(Base64.getEncoder().withoutPadding().encodeToString(Hashes.sha256(wire)));
    }

    /** {@code ni:///sha-256;} and the unpadded URL-safe base64 of the SHA-256 over the SubjectPublicKeyInfo. */
    public static String ni(CheckedPublicKey key) {
        return "ni:///sha-256;"
                .concat(Base64.getUrlEncoder().withoutPadding().encodeToString(Hashes.sha256(key.spki())));
    }

    /** {@code nih:///sha-256;} and the hex of the SHA-256 over the SubjectPublicKeyInfo (RFC 6920, section 7). */
    public static String nih(CheckedPublicKey key) {
        return "nih:///sha-256;".concat(HexFormat.of().formatHex(Hashes.sha256(key.spki())));
    }

    /** The padded base64 of the SHA-256 over the SubjectPublicKeyInfo. */
    public static String sigstoreHint(CheckedPublicKey key) {
        return Base64.getEncoder().encodeToString(Hashes.sha256(key.spki()));
    }

    /** in-toto's name for the key: the SHA-256 of its canonical JSON. */
    public static String inToto(CheckedPublicKey key) {
        return inToto(key, "");
    }

    /** The same with the member that older releases add. */
    public static String inTotoWithHashAlgorithms(CheckedPublicKey key) {
        return inToto(key, "\"keyid_hash_algorithms\":[\"sha256\",\"sha512\"],");
    }

    /** Canonical JSON has no escape for a line feed: it stands as it is. */
    private static String inToto(CheckedPublicKey key, String hashAlgorithms) {
        String type;
        String scheme;
        switch (key.kind()) {
            case EC_P256, EC_P384, EC_P521 -> {
                type = "ecdsa";
                scheme = "ecdsa-sha2-nistp" + key.size();
            }
            case ED25519 -> {
                type = "ed25519";
                scheme = "ed25519";
            }
            default -> {
                type = "rsa";
                scheme = "rsassa-pss-sha256";
            }
        }
        String value = key.kind() == KeyKind.ED25519
                ? HexFormat.of().formatHex(key.bits())
                : Pem.write("PUBLIC KEY", key.spki()).strip();
        String json = "{" + hashAlgorithms + "\"keytype\":\"" + type + "\",\"keyval\":{\"public\":\"" + value
                + "\"},\"scheme\":\"" + scheme + "\"}";
        return HexFormat.of().formatHex(Hashes.sha256(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] sshEc(String curve, CheckedPublicKey key) {
        return Der.concat(sshString("ecdsa-sha2-".concat(curve)), sshString(curve), sshString(key.bits()));
    }

    private static byte[] sshString(String text) {
        return sshString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sshString(byte[] bytes) {
        return ByteBuffer.allocate(4 + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }
}
