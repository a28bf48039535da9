package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.Signable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A message that several keys look at, hashed once; for one thread. */
public final class DigestOnce implements Signable {
    private final Signable message;
    private final Map<String, byte[]> digests = new HashMap<>();

    /** Remembers the hashes of that message. */
    public DigestOnce(Signable message) {
        this.message = message;
    }

    /**
     * Computes all these hashes while the message is read once, so that they are of the same bytes even when a file changes.
     *
     * @throws IOException when it cannot be read
     */
    public static DigestOnce read(Signable message, Set<String> algorithms) throws IOException {
        Map<String, MessageDigest> running = new HashMap<>();
        for (String algorithm : algorithms) {
            running.put(algorithm, Hashes.start(algorithm));
        }
        message.writeTo(new OutputStream() {
            @Override
            public void write(int b) {
                running.values().forEach(digest -> digest.update((byte) b));
            }

            @Override
            public void write(byte[] block, int from, int length) {
                running.values().forEach(digest -> digest.update(block, from, length));
            }
        });
        DigestOnce once = new DigestOnce(message);
        running.forEach((algorithm, digest) -> once.digests.put(algorithm, digest.digest()));
        return once;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        message.writeTo(out);
    }

    @Override
    public byte[] toByteArray() throws IOException {
        return message.toByteArray();
    }

    @Override
    public byte[] digest(String algorithm) throws IOException {
        byte[] known = digests.get(algorithm);
        if (known == null) {
            known = message.digest(algorithm);
            digests.put(algorithm, known);
        }
        return known;
    }
}
