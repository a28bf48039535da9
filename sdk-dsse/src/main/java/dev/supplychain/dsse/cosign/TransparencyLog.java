package dev.supplychain.dsse.cosign;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import java.io.IOException;
import java.net.URI;
import java.security.PublicKey;

/**
 * Enters signatures into a transparency log, such as Rekor, for {@link ArtifactSigning}. Its client is the caller's: this
 * SDK talks to no log.
 */
@FunctionalInterface
public interface TransparencyLog {
    /**
     * Enters a signature, as Rekor's {@code hashedrekord} has it.
     *
     * @param signed the SHA-256 of the bytes that were signed: of an image's payload, or of a file
     * @param signature the signature over these bytes
     * @param key the key that made it
     * @return where the entry stands
     * @throws IOException when the log cannot be reached or refuses
     */
    URI enter(Digest signed, Bytes signature, PublicKey key) throws IOException;
}
