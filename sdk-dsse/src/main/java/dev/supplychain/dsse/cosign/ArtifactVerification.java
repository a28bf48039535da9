package dev.supplychain.dsse.cosign;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.cosign.Bundle;
import dev.supplychain.model.cosign.CosignSignature;
import dev.supplychain.model.cosign.SignatureStore;
import dev.supplychain.model.cosign.SignatureSubject;
import dev.supplychain.model.oci.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The verification step of a pipeline: tells which images and files are signed by enough trusted keys, with the signatures
 * that a store keeps or that the caller has.
 *
 * <pre>{@code
 * ArtifactVerification verification = ArtifactVerification.builder(CosignVerifier.of(publicKey))
 *         .store(registry)
 *         .build();
 *
 * ImageReference image = verification.verifyImage(ImageReference.docker("my-org/app:1.0")).get(0).image();
 * verification.verifyFile(ArtifactFile.of(Path.of("target/app.jar")));
 * }</pre>
 *
 * <p>What a single signature has to be is for the {@link CosignVerifier} to say. A tag is resolved once: go on with the
 * digest that is returned. Immutable; it may be used by several threads where the store may be.
 */
public final class ArtifactVerification {
    private final CosignVerifier verifier;
    private final Optional<SignatureStore> store;
    private final int threshold;

    private ArtifactVerification(Builder builder) {
        this.verifier = builder.verifier;
        this.store = builder.store;
        this.threshold = builder.threshold;
    }

    /** Starts with the rules that a signature is held to; one signature is enough. */
    public static Builder builder(CosignVerifier verifier) {
        return new Builder(verifier);
    }

    /**
     * Those signatures in the store that hold for that image, from layers of its {@code .sig} manifest and from bundles.
     *
     * @param image with a tag, a digest, or both, which then have to agree
     * @throws VerificationException when fewer trusted keys signed it than needed, or the store has another digest under
     *     the tag than the one given
     * @throws IOException when the store cannot be read, or does not have the image
     * @throws IllegalArgumentException when there is neither tag nor digest
     * @throws IllegalStateException when there is no store
     */
    public List<VerifiedImageSignature> verifyImage(ImageReference image) throws VerificationException, IOException {
        SignatureStore kept = requireStore();
        ImageReference resolved = ResolvedImage.of(kept, image);
        SignatureSubject subject = SignatureSubject.image(resolved);
        return verifyImage(resolved, kept.signatures(subject), kept.bundles(subject));
    }

    /**
     * {@link #verifyImage(ImageReference)} of the image with that digest and no other.
     *
     * @throws VerificationException when the image is another one, or fewer trusted keys signed it than needed
     * @throws IOException when the store cannot be read, or does not have the image
     */
    public List<VerifiedImageSignature> verifyImage(ImageReference image, Digest expected)
            throws VerificationException, IOException {
        return verifyImage(ResolvedImage.expecting(image, expected));
    }

    /**
     * Those of these signatures that hold for that image; the store is asked for the digest of a tag and nothing else.
     *
     * @param signatures such as records hold them, see {@link
     *     dev.supplychain.model.cosign.SigningRecord#cosignSignature()}
     * @throws VerificationException when fewer trusted keys signed it than needed, or the store has another digest under
     *     the tag than the one given
     * @throws IOException when the store does not have the image
     * @throws IllegalArgumentException when there is no digest and no store to ask
     */
    public List<VerifiedImageSignature> verifyImage(ImageReference image, List<CosignSignature> signatures)
            throws VerificationException, IOException {
        return verifyImage(resolve(image), signatures, List.of());
    }

    private ImageReference resolve(ImageReference image) throws VerificationException, IOException {
        if (store.isPresent() && image.tag().isPresent()) {
            return ResolvedImage.of(store.get(), image);
        }
        ImageRules.digestOf(image);
        return image;
    }

    private List<VerifiedImageSignature> verifyImage(
            ImageReference image, List<CosignSignature> layers, List<Bundle> bundles)
            throws VerificationException, IOException {
        List<Attempt<VerifiedImageSignature>> attempts = new ArrayList<>();
        layers.forEach(layer -> attempts.add(() -> verifier.verifyImage(image, layer)));
        bundles.forEach(bundle -> attempts.add(() -> verifier.verifyImage(image, bundle)));
        return enough("signatures of " + image, attempts, VerifiedImageSignature::signer);
    }

    /**
     * Those signatures in the store that hold for that file. The file is read once for its digest and once for each
     * signature, all of which have to be over the same bytes.
     *
     * @throws VerificationException when fewer trusted keys signed it than needed
     * @throws IOException when the file or the store cannot be read
     * @throws IllegalStateException when there is no store
     */
    public List<VerifiedBlobSignature> verifyFile(ArtifactFile file) throws VerificationException, IOException {
        SignatureStore kept = requireStore();
        Digest digest = Digest.sha256(file.path());
        SignatureSubject subject = SignedFile.subject(file, digest, Files.size(file.path()));
        List<Attempt<VerifiedBlobSignature>> attempts = new ArrayList<>();
        for (Bundle bundle : kept.bundles(subject)) {
            attempts.add(() -> verify(file, signatureIn(bundle), digest));
        }
        return enough("signatures of file " + file.path(), attempts, VerifiedBlobSignature::signer);
    }

    /**
     * Those of these signatures that hold for that file. The store is not asked.
     *
     * @throws VerificationException when fewer trusted keys signed it than needed
     * @throws IOException when the file cannot be read
     */
    public List<VerifiedBlobSignature> verifyFile(ArtifactFile file, List<BlobSignature> signatures)
            throws VerificationException, IOException {
        Digest digest = Digest.sha256(file.path());
        List<Attempt<VerifiedBlobSignature>> attempts = new ArrayList<>();
        signatures.forEach(signature -> attempts.add(() -> verify(file, signature, digest)));
        return enough("signatures of file " + file.path(), attempts, VerifiedBlobSignature::signer);
    }

    private static BlobSignature signatureIn(Bundle bundle) throws VerificationException {
        try {
            return BlobSignature.of(bundle);
        } catch (MalformedDataException e) {
            throw new VerificationException(Reason.MALFORMED, e.getMessage() + "; nothing was verified", e);
        }
    }

    private VerifiedBlobSignature verify(ArtifactFile file, BlobSignature signature, Digest digest)
            throws VerificationException, IOException {
        VerifiedBlobSignature verified = verifier.verifyBlob(file.path(), signature);
        if (!verified.sha256().equals(digest)) {
            throw new VerificationException(
                    Reason.SUBJECT_MISMATCH,
                    "file " + file.path() + " changed while it was verified: it was " + digest + ", then "
                            + verified.sha256());
        }
        return verified;
    }

    private SignatureStore requireStore() {
        return store.orElseThrow(() -> new IllegalStateException(
                "there is no store to look for signatures in: set one, or hand the signatures over"));
    }

    /** Looks at one signature. */
    @FunctionalInterface
    private interface Attempt<V> {
        V verify() throws VerificationException, IOException;
    }

    private <V> List<V> enough(String what, List<Attempt<V>> attempts, Function<V, AcceptedKey> signer)
            throws VerificationException, IOException {
        List<V> verified = anyOf(what, attempts);
        Set<String> keys = new HashSet<>();
        verified.forEach(signature -> keys.add(signer.apply(signature).keyId()));
        if (keys.size() < threshold) {
            throw new VerificationException(
                    Reason.THRESHOLD,
                    what + ": " + keys.size() + " trusted keys signed, fewer than the " + threshold + " that must");
        }
        return verified;
    }

    /** A file that cannot be read ends it all; a signature that does not hold is one fewer. */
    private <V> List<V> anyOf(String what, List<Attempt<V>> attempts) throws VerificationException, IOException {
        verifier.requireSignatureLimit(what, attempts.size());
        List<V> verified = new ArrayList<>();
        List<VerificationException> problems = new ArrayList<>();
        for (Attempt<V> attempt : attempts) {
            try {
                verified.add(attempt.verify());
            } catch (VerificationException e) {
                problems.add(e);
            }
        }
        if (verified.isEmpty()) {
            throw CosignVerifier.noneOf(what, problems);
        }
        return List.copyOf(verified);
    }

    /** Builds an {@link ArtifactVerification}. */
    public static final class Builder {
        private final CosignVerifier verifier;
        private Optional<SignatureStore> store = Optional.empty();
        private int threshold = 1;

        private Builder(CosignVerifier verifier) {
            this.verifier = verifier;
        }

        /** Sets where tags are resolved and signatures are looked for. */
        public Builder store(SignatureStore store) {
            this.store = Optional.of(store);
            return this;
        }

        /** Sets how many distinct trusted keys must have signed; one unless said otherwise. */
        public Builder threshold(int keys) {
            this.threshold = keys;
            return this;
        }

        /**
         * The verification step.
         *
         * @throws IllegalArgumentException when the threshold is below one or more than there are trusted keys
         */
        public ArtifactVerification build() {
            if (threshold < 1 || threshold > verifier.trustedKeyCount()) {
                throw new IllegalArgumentException("threshold " + threshold + " is not between 1 and the "
                        + verifier.trustedKeyCount() + " keys that are trusted");
            }
            return new ArtifactVerification(this);
        }
    }
}
