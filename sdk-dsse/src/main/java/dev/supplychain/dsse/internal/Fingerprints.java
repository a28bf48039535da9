package dev.supplychain.dsse.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The names that are computed from a public key. */
public final class Fingerprints {
    private Fingerprints() {}

    /** {@code SHA256:} and the unpadded base64 of the SHA-256 over the SSH wire form (RFC 4253, section 6.6). */
    public static String openSsh(CheckedPublicKey key) {
        byte[] wire = switch (key.kind()) {
            case EC_P256 -> Der.concat(sshString("ecdsa-sha2-nistp256"), sshString("nistp256"), sshString(key.bits()));
            case ED25519 -> Der.concat(sshString("ssh-ed25519"), sshString(key.bits()));
        };
        return "SHA256:".concat(Base64.getEncoder().withoutPadding().encodeToString(sha256(wire)));
    }

    /** {@code ni:///sha-256;} and the unpadded URL-safe base64 of the SHA-256 over the SubjectPublicKeyInfo. */
    public static String ni(CheckedPublicKey key) {
        return "ni:///sha-256;".concat(Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(key.spki())));
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

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK computes SHA-256", e);
        }
    }
}
