package dev.supplychain.dsse.cosign;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Signer;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.keys.KeyId;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.cosign.ArtifactKind;
import dev.supplychain.model.cosign.CosignSignature;
import dev.supplychain.model.cosign.Resigning;
import dev.supplychain.model.cosign.SignatureStore;
import dev.supplychain.model.cosign.SigningRecord;
import dev.supplychain.model.oci.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The signing step of a pipeline: signs container images and files, writes down that it did, and attaches the signature
 * where that is wanted.
 *
 * <pre>{@code
 * ArtifactSigning signing = ArtifactSigning.builder(CosignKeys.readPrivateKey(Path.of("cosign.key"), password))
 *         .store(registry)
 *         .attach(Resigning.REPLACE)
 *         .records(ChainOfCustody.at(Path.of("signings.ndjson")))
 *         .signedBy("release pipeline")
 *         .build();
 *
 * SignedImage image = signing.signImage(ImageReference.docker("my-org/app:1.0"));
 * SignedFile jar = signing.signFile(ArtifactFile.of(Path.of("target/app.jar")));
 * }</pre>
 *
 * <p>A tag is resolved once: what is signed, recorded, attached and returned is that digest. Signatures are attached
 * nowhere unless {@link Builder#attach} says so. The record is written before the signature is attached, so that none gets
 * out without one; when attaching fails, the record stays, for the signature was made.
 *
 * <p>It may be used by several threads where signer and store may be.
 */
public final class ArtifactSigning {
    private final Signer signer;
    private final CosignSigner cosign;
    private final String keyId;
    private final Optional<SignatureStore> store;
    private final Optional<Resigning> attach;
    private final Optional<ChainOfCustody> records;
    private final Optional<TransparencyLog> log;
    private final Optional<String> signedBy;
    private final Map<String, String> annotations;
    private final Clock clock;

    private ArtifactSigning(Builder builder) {
        this.signer = builder.signer;
        this.cosign = CosignSigner.of(signer);
        this.keyId = keyIdOf(signer);
        this.store = builder.store;
        this.attach = builder.attach;
        this.records = builder.records;
        this.log = builder.log;
        this.signedBy = builder.signedBy;
        this.annotations = new TreeMap<>(builder.annotations);
        this.clock = builder.clock;
    }

    private static String keyIdOf(Signer signer) {
        try {
            return KeyId.openSsh(signer.publicKey()).text();
        } catch (KeyException e) {
            throw new IllegalArgumentException("no key to sign with: " + e.getMessage(), e);
        }
    }

    /**
     * Starts with a key: one of this process, such as {@link dev.supplychain.dsse.keys.CosignKeys} reads, or one that lies
     * elsewhere, see {@link Signer#remote}.
     */
    public static Builder builder(Signer signer) {
        return new Builder(signer);
    }

    /**
     * Signs an image. Its repository and the digest of its manifest or index are signed; the tag is not.
     *
     * @param image with a tag, a digest, or both, which then have to agree; without a store only the digest counts
     * @throws VerificationException when the store has another digest under the tag than the one given; nothing was signed
     * @throws SigningException when the key does not sign
     * @throws IOException when the store does not have the image, or something cannot be written
     * @throws IllegalArgumentException when there is neither tag nor digest, or no digest and no store to ask
     */
    public SignedImage signImage(ImageReference image) throws SigningException, VerificationException, IOException {
        ImageReference resolved = resolve(image);
        CosignSignature signature = cosign.signImage(resolved, annotations);
        SigningRecord record = recordOf(
                SigningRecord.builder()
                        .artifact(nameOf(image))
                        .kind(ArtifactKind.IMAGE)
                        .digest(resolved.digest().orElseThrow())
                        .payload(signature.payload()),
                Digest.sha256(signature.payload().toByteArray()),
                signature.signature());
        SignedImage signed = new SignedImage(resolved, signature, record);
        if (attach.isPresent() && store.isPresent()) {
            store.get().attach(signed.subject(), signature, attach.get());
        }
        return signed;
    }

    /**
     * {@link #signImage(ImageReference)} of the image with that digest and no other, such as the build step before said.
     *
     * @throws VerificationException when the image is another one; nothing was signed
     * @throws SigningException when the key does not sign
     * @throws IOException when the store does not have the image, or something cannot be written
     */
    public SignedImage signImage(ImageReference image, Digest expected)
            throws SigningException, VerificationException, IOException {
        return signImage(ResolvedImage.expecting(image, expected));
    }

    private ImageReference resolve(ImageReference image) throws VerificationException, IOException {
        if (store.isPresent()) {
            return ResolvedImage.of(store.get(), image);
        }
        ImageRules.digestOf(image);
        return image;
    }

    private static String nameOf(ImageReference image) {
        return image.repository() + image.tag().map(tag -> ":" + tag).orElse("");
    }

    /**
     * Signs a file. It must not change meanwhile.
     *
     * @throws SigningException when the key does not sign, or the file changed
     * @throws IOException when the file cannot be read, or something cannot be written
     */
    public SignedFile signFile(ArtifactFile file) throws SigningException, IOException {
        long size = Files.size(file.path());
        Digest before = Digest.of(Digest.SHA256, file.path());
        BlobSignature signature = cosign.signBlob(file.path());
        Digest digest = signature.digest().orElseThrow();
        // Some keys read it once for the signature and once for its hash.
        if (!before.equals(digest) || !Digest.of(Digest.SHA256, file.path()).equals(digest)) {
            throw new SigningException("file " + file.path() + " changed while it was signed");
        }
        SigningRecord record = recordOf(
                SigningRecord.builder()
                        .artifact(file.name())
                        .version(file.version())
                        .kind(ArtifactKind.FILE)
                        .digest(digest),
                digest,
                signature.signature());
        SignedFile signed = new SignedFile(file, digest, size, signature, record);
        if (attach.isPresent() && store.isPresent()) {
            store.get().attach(signed.subject(), signature.bundle(), attach.get());
        }
        return signed;
    }

    /**
     * {@link #signFile(ArtifactFile)} of the file with that digest and no other.
     *
     * @param expected sha256, sha384 or sha512, or a SHA-3 digest
     * @throws VerificationException when the file is another one; nothing was signed
     * @throws SigningException when the key does not sign, or the file changed
     * @throws IOException when the file cannot be read, or something cannot be written
     * @throws IllegalArgumentException when this JDK does not compute such a digest
     */
    public SignedFile signFile(ArtifactFile file, Digest expected)
            throws SigningException, VerificationException, IOException {
        Digest found = Digest.of(expected.algorithm(), file.path());
        if (!found.equals(expected)) {
            throw new VerificationException(
                    Reason.SUBJECT_MISMATCH,
                    "file " + file.path() + " is not the one that is meant: it is " + found + ", and not " + expected);
        }
        return signFile(file);
    }

    /** The log comes first, so that its link is in the record; then the record, so that nothing gets out without one. */
    private SigningRecord recordOf(SigningRecord.Builder about, Digest signed, Bytes signature) throws IOException {
        about.keyId(keyId)
                .signedBy(signedBy)
                .time(Timestamp.of(clock.instant()))
                .signature(Bytes.of(signature.toByteArray()));
        if (log.isPresent()) {
            about.transparencyLog(
                    log.get().enter(signed, signature, signer.publicKey()).toString());
        }
        SigningRecord record = about.build();
        if (records.isPresent()) {
            records.get().append(record);
        }
        return record;
    }

    /** Verifies what this key signed, in the same store; for other keys and terms see {@link ArtifactVerification}. */
    public ArtifactVerification verification() {
        PublicKey key = signer.publicKey();
        try {
            TrustedKey trusted = TrustedKey.builder()
                    .publicKey(key)
                    .addAlgorithm(signer.algorithm())
                    .build();
            ArtifactVerification.Builder verification = ArtifactVerification.builder(CosignVerifier.of(trusted));
            store.ifPresent(verification::store);
            return verification.build();
        } catch (KeyException e) {
            throw new IllegalStateException("a key that was accepted is refused", e);
        }
    }

    /** Builds an {@link ArtifactSigning}. */
    public static final class Builder {
        private final Signer signer;
        private final Map<String, String> annotations = new TreeMap<>();
        private Optional<SignatureStore> store = Optional.empty();
        private Optional<Resigning> attach = Optional.empty();
        private Optional<ChainOfCustody> records = Optional.empty();
        private Optional<TransparencyLog> log = Optional.empty();
        private Optional<String> signedBy = Optional.empty();
        private Clock clock = Clock.systemUTC();

        private Builder(Signer signer) {
            this.signer = signer;
        }

        /** Sets where tags are resolved and, if {@link #attach} says so, signatures are kept. */
        public Builder store(SignatureStore store) {
            this.store = Optional.of(store);
            return this;
        }

        /**
         * Attaches every signature to the artifact in the store; not done unless said.
         *
         * @param resigning what becomes of signatures that the artifact has already
         */
        public Builder attach(Resigning resigning) {
            this.attach = Optional.of(resigning);
            return this;
        }

        /** Writes every record down there, beside returning it. */
        public Builder records(ChainOfCustody records) {
            this.records = Optional.of(records);
            return this;
        }

        /** Enters every signature into that log before anything else is done with it. */
        public Builder transparencyLog(TransparencyLog log) {
            this.log = Optional.of(log);
            return this;
        }

        /**
         * Says in every record who signs, in words: 1 to 255 characters without control characters.
         *
         * @throws IllegalArgumentException when it is something else
         */
        public Builder signedBy(String identity) {
            this.signedBy = Optional.of(RecordText.require("identity of the signer", identity));
            return this;
        }

        /** Signs that with every image, as {@code cosign sign -a name=value}; files have no such place. */
        public Builder annotation(String name, String value) {
            annotations.put(name, value);
            return this;
        }

        /** Sets the clock of the records; the system's unless said otherwise. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * The signing step.
         *
         * @throws IllegalArgumentException when the key is of a kind that is not allowed here
         * @throws IllegalStateException when signatures are to be attached and there is no store
         */
        public ArtifactSigning build() {
            if (attach.isPresent() && store.isEmpty()) {
                throw new IllegalStateException("signatures cannot be attached without a store");
            }
            return new ArtifactSigning(this);
        }
    }
}
