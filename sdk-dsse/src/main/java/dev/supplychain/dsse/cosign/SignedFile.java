package dev.supplychain.dsse.cosign;

import dev.supplychain.model.Digest;
import dev.supplychain.model.cosign.SignatureSubject;
import dev.supplychain.model.cosign.SigningRecord;

/**
 * What came of signing a file.
 *
 * @param file what was signed; it may change later, so go on with the digest
 * @param digest the SHA-256 of the bytes that were signed
 * @param size how many bytes these were
 * @param signature the signature in all forms that cosign reads
 * @param record what was written down
 */
public record SignedFile(ArtifactFile file, Digest digest, long size, BlobSignature signature, SigningRecord record) {
    /** What a store keeps the signature for. */
    public SignatureSubject subject() {
        return subject(file, digest, size);
    }

    static SignatureSubject subject(ArtifactFile file, Digest digest, long size) {
        return file.repository()
                .map(repository -> SignatureSubject.file(digest, size, repository))
                .orElseGet(() -> SignatureSubject.file(digest, size));
    }
}
