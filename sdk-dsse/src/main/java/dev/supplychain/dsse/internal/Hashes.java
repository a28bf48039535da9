package dev.supplychain.dsse.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The JDK's hashes; which of them are asked for is decided elsewhere. */
public final class Hashes {
    private Hashes() {}

    /** A hash that has got nothing yet, such as {@code SHA-256}; every JDK has those that this library asks for. */
    public static MessageDigest start(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK computes " + algorithm, e);
        }
    }

    /** The SHA-256 of these bytes. */
    public static byte[] sha256(byte[] bytes) {
        return start("SHA-256").digest(bytes);
    }
}
