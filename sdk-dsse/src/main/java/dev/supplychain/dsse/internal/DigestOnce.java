package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.Signable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/** A message that several keys look at, hashed once; for one thread. */
public final class DigestOnce implements Signable {
    private final Signable message;
    private final Map<String, byte[]> digests = new HashMap<>();

    /** Remembers the hashes of that message. */
    public DigestOnce(Signable message) {
        this.message = message;
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
