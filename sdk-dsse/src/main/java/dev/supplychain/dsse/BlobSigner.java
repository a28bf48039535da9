package dev.supplychain.dsse;

import dev.supplychain.model.Bytes;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes detached signatures over the bytes themselves, without envelope or type, as {@code cosign sign-blob} and {@code
 * openssl dgst -sign} do.
 *
 * <p>Prefer {@link EnvelopeSigner} where you have the choice: such a signature does not say what was signed.
 */
public final class BlobSigner {
    private final Signer signer;

    private BlobSigner(Signer signer) {
        this.signer = signer;
    }

    /** Signs with that key. */
    public static BlobSigner of(Signer signer) {
        return new BlobSigner(signer);
    }

    /**
     * The signature over these bytes: DER for ECDSA, 64 bytes for Ed25519.
     *
     * @throws SigningException when the key does not sign
     */
    public Bytes sign(byte[] content) throws SigningException {
        return Bytes.of(signer.sign(content));
    }

    /**
     * The signature over that file, which is read in blocks for ECDSA, and into memory for Ed25519.
     *
     * @throws SigningException when the key does not sign
     * @throws IOException when the file cannot be read
     */
    public Bytes sign(Path file) throws SigningException, IOException {
        return Bytes.of(signer.sign(Signable.ofFile(file)));
    }
}
