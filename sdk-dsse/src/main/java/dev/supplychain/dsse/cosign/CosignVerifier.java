package dev.supplychain.dsse.cosign;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.dsse.BlobVerifier;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.VerificationLimits;
import dev.supplychain.dsse.VerifiedBlob;
import dev.supplychain.dsse.VerifiedStatement;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.cosign.Bundle;
import dev.supplychain.model.cosign.CosignAttestation;
import dev.supplychain.model.cosign.CosignSignature;
import dev.supplychain.model.cosign.LegacyBundle;
import dev.supplychain.model.cosign.SimpleSigningPayload;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.intoto.PredicateTypes;
import dev.supplychain.model.intoto.ResourceDescriptor;
import dev.supplychain.model.oci.ImageReference;
import java.io.IOException;
import java.nio.file.Path;
import java.security.Provider;
import java.security.PublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells which images, files and attestations to trust: those that one of the given keys signed in cosign's way.
 *
 * <pre>{@code
 * CosignVerifier verifier = CosignVerifier.of(PemKeys.readPublicKey(Path.of("cosign.pub")));
 *
 * // cosign verify, verify-blob and verify-blob-attestation
 * VerifiedImageSignature image = verifier.verifyImage(reference, layers).get(0);
 * VerifiedBlobSignature blob = verifier.verifyBlob(jar, BlobSignature.parse(Files.readAllBytes(sig)));
 * VerifiedStatement provenance = verifier.verifyAttestation(bundle, SLSA_PROVENANCE_V1, Digest.sha256(jar)).statement();
 * }</pre>
 *
 * <p>Unlike cosign it reads payloads as strictly as containers/image does and compares the name an image is signed under,
 * unless {@link Builder#cosignCompat} is asked for. Transparency logs are not asked, and what a signature says about one is
 * {@link MaterialStatus#NOT_CHECKED}. A verifier is immutable and may be used by several threads.
 */
public final class CosignVerifier {
    private static final int PROBLEMS_IN_MESSAGE = 5;

    private final BlobVerifier blobs;
    private final EnvelopeVerifier envelopes;
    private final ImageRules rules;
    private final VerificationLimits limits;
    private final int trustedKeyCount;

    private CosignVerifier(Builder builder) {
        this.blobs = builder.blobs.build();
        this.envelopes = builder.envelopes.build();
        this.rules = new ImageRules(builder.likeCosign, builder.identity, builder.annotations);
        this.limits = builder.limits;
        this.trustedKeyCount = builder.fingerprints.size();
    }

    /**
     * Trusts each of these keys at any time.
     *
     * @throws KeyException when a key is weak or of a kind that is not allowed
     * @throws IllegalArgumentException when there is no key
     */
    public static CosignVerifier of(PublicKey... keys) throws KeyException {
        Builder builder = builder();
        for (PublicKey key : keys) {
            builder.trust(TrustedKey.of(key));
        }
        return builder.build();
    }

    /**
     * Trusts each of these keys on its terms.
     *
     * @throws IllegalArgumentException when there is no key
     */
    public static CosignVerifier of(TrustedKey... keys) {
        return builder().trust(keys).build();
    }

    /** Starts without keys. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The signature in a layer of a {@code .sig} manifest, verified for that image.
     *
     * @param image with the digest of its manifest or index
     * @throws VerificationException when no trusted key made it, or it is over another image or name
     * @throws IllegalArgumentException when the image has no digest
     */
    public VerifiedImageSignature verifyImage(ImageReference image, CosignSignature layer)
            throws VerificationException {
        return verifyImage(image, layer.payload(), layer.signature(), SignatureMaterial.of(layer.layer()));
    }

    /**
     * Those signatures in the layers of a {@code .sig} manifest that hold for that image, at least one. Each is a layer with
     * its own annotations: a signature counts for the payload beside it and no other.
     *
     * @param image with the digest of its manifest or index
     * @throws VerificationException when none holds, or there are more than {@link VerificationLimits#signatures()}
     * @throws IllegalArgumentException when the image has no digest
     */
    public List<VerifiedImageSignature> verifyImage(ImageReference image, List<CosignSignature> layers)
            throws VerificationException {
        return anyOf("signatures of " + image, layers, layer -> verifyImage(image, layer));
    }

    /**
     * A signature over a payload that came in no layer, such as {@code cosign sign --output-payload --output-signature}
     * writes and Harness hands out, verified for that image.
     *
     * @param image with the digest of its manifest or index
     * @param payload the bytes of a {@link SimpleSigningPayload}
     * @throws VerificationException when no trusted key made it, or it is over another image or name
     * @throws IllegalArgumentException when the image has no digest
     */
    public VerifiedImageSignature verifyImage(ImageReference image, Bytes payload, Bytes signature)
            throws VerificationException {
        return verifyImage(image, payload, signature, SignatureMaterial.none());
    }

    private VerifiedImageSignature verifyImage(
            ImageReference image, Bytes payload, Bytes signature, SignatureMaterial material)
            throws VerificationException {
        ImageRules.digestOf(image);
        byte[] bytes = bytesOf("payload", payload);
        requireLimit("payload bytes", bytes.length, limits.payloadBytes());
        AcceptedKey signer = signer(image, bytes, signature);
        SimpleSigningPayload signed = rules.read(image, bytes);
        rules.requireImage(image, signed);
        Map<String, Json> annotations = signed.optional().map(Json::members).orElse(Map.of());
        rules.requireAnnotations(image, annotations);
        return new VerifiedImageSignature(
                image, signed.digest(), Optional.of(signed.dockerReference()), annotations, signer, material);
    }

    private AcceptedKey signer(ImageReference image, byte[] payload, Bytes signature) throws VerificationException {
        try {
            return blobs.verify(payload, signature).signer();
        } catch (VerificationException e) {
            throw new VerificationException(e.reason(), "signature of " + image + ": " + e.getMessage(), e);
        }
    }

    /**
     * The bundle that cosign 3 stores for an image, a statement of type {@link PredicateTypes#COSIGN_SIGN_V1}, verified for
     * that image. It names no repository: only the digest is compared, and a {@link Builder#signedIdentity} that was set
     * refuses it.
     *
     * @param image with the digest of its manifest or index
     * @throws VerificationException when no trusted key signed it, or it is something else or about another image
     * @throws IllegalArgumentException when the image has no digest
     */
    public VerifiedImageSignature verifyImage(ImageReference image, Bundle bundle) throws VerificationException {
        Digest digest = ImageRules.digestOf(image);
        VerifiedStatement statement = statement(envelopeOf(bundle), PredicateTypes.COSIGN_SIGN_V1, digest);
        rules.requireNoName(image);
        List<ResourceDescriptor> subjects = statement.statement().subject().stream()
                .filter(subject -> subject.matches(digest))
                .toList();
        if (subjects.size() > 1) {
            // Their annotations may contradict one another.
            throw ImageRules.mismatch(image, subjects.size() + " subjects of the statement have its digest, not one");
        }
        Map<String, Json> annotations = subjects.get(0).annotations();
        rules.requireAnnotations(image, annotations);
        return new VerifiedImageSignature(
                image,
                digest,
                Optional.empty(),
                annotations,
                statement.signers().get(0),
                SignatureMaterial.of(bundle));
    }

    /**
     * These bytes, verified. When the signature's bundle has a hash of them, it must be right too.
     *
     * @throws VerificationException when no trusted key made the signature over them, or the bundle's hash is of others
     */
    public VerifiedBlobSignature verifyBlob(byte[] content, BlobSignature signature) throws VerificationException {
        byte[] copy = content.clone();
        try {
            VerifiedBlob blob = blobs.verify(copy, signature.signature());
            requireDigest(signature, blob, Signable.of(copy));
            return new VerifiedBlobSignature(blob, signature.material());
        } catch (IOException e) {
            throw new IllegalStateException("content in memory could not be read", e);
        }
    }

    /**
     * That file, verified. When the signature's bundle has a hash of it, it must be right too.
     *
     * @throws VerificationException when no trusted key made the signature over it, or the bundle's hash is of another file
     * @throws IOException when the file cannot be read
     */
    public VerifiedBlobSignature verifyBlob(Path file, BlobSignature signature)
            throws VerificationException, IOException {
        VerifiedBlob blob = blobs.verify(file, signature.signature());
        requireDigest(signature, blob, Signable.ofFile(file));
        return new VerifiedBlobSignature(blob, signature.material());
    }

    private static void requireDigest(BlobSignature signature, VerifiedBlob blob, Signable content)
            throws VerificationException, IOException {
        if (signature.digest().isEmpty()) {
            return;
        }
        Digest stated = signature.digest().get();
        Digest found = stated.algorithm().equals(Digest.SHA256) ? blob.sha256() : digest(stated.algorithm(), content);
        if (!stated.equals(found)) {
            throw new VerificationException(
                    Reason.SUBJECT_MISMATCH,
                    "signature holds, but its bundle says that it is over " + stated + ", and this is " + found);
        }
    }

    private static Digest digest(String algorithm, Signable content) throws IOException {
        String jcaName = algorithm.startsWith("sha3_")
                ? "SHA3-" + algorithm.substring(5)
                : algorithm.toUpperCase(Locale.ROOT).replace("SHA", "SHA-");
        return new Digest(algorithm, HexFormat.of().formatHex(content.digest(jcaName)));
    }

    /**
     * The statement in an envelope, verified, of that type and about that artifact.
     *
     * @throws VerificationException when no trusted key signed it, or it is of another type or about something else
     */
    public VerifiedAttestation verifyAttestation(Envelope envelope, String predicateType, Digest artifact)
            throws VerificationException {
        return new VerifiedAttestation(statement(envelope, predicateType, artifact), SignatureMaterial.none());
    }

    /**
     * The statement in a layer of an {@code .att} manifest, verified, of that type and about that artifact. What the
     * layer's annotation says about the type does not matter.
     *
     * @throws VerificationException when no trusted key signed it, or it is of another type or about something else
     */
    public VerifiedAttestation verifyAttestation(CosignAttestation layer, String predicateType, Digest artifact)
            throws VerificationException {
        requireLimit("bytes", layer.content().size(), limits.envelopeBytes());
        return new VerifiedAttestation(
                statement(parse(layer.content().toByteArray()), predicateType, artifact),
                SignatureMaterial.of(layer.layer()));
    }

    /**
     * Those statements in the layers of an {@code .att} manifest that are trusted, of that type and about that artifact; at
     * least one.
     *
     * @throws VerificationException when there is none, or there are more layers than {@link
     *     VerificationLimits#signatures()}
     */
    public List<VerifiedAttestation> verifyAttestations(
            List<CosignAttestation> layers, String predicateType, Digest artifact) throws VerificationException {
        return anyOf("attestations of " + artifact, layers, layer -> verifyAttestation(layer, predicateType, artifact));
    }

    /**
     * The statement in a bundle, verified, of that type and about that artifact.
     *
     * @throws VerificationException when no trusted key signed it, or it is of another type or about something else
     */
    public VerifiedAttestation verifyAttestation(Bundle bundle, String predicateType, Digest artifact)
            throws VerificationException {
        return new VerifiedAttestation(
                statement(envelopeOf(bundle), predicateType, artifact), SignatureMaterial.of(bundle));
    }

    /**
     * The statement in a file that {@code cosign attest-blob} wrote, verified, of that type and about that artifact: an
     * envelope ({@code --output-signature}), a bundle of cosign 1 and 2 ({@code --bundle}) or a Sigstore bundle ({@code
     * --new-bundle-format}).
     *
     * @throws VerificationException when it is none of these, no trusted key signed it, or it is of another type or about
     *     something else
     */
    public VerifiedAttestation verifyAttestation(byte[] file, String predicateType, Digest artifact)
            throws VerificationException {
        requireLimit("bytes", file.length, limits.envelopeBytes());
        try {
            Json document = Json.parse(file);
            if (document.get("mediaType").isPresent()) {
                return verifyAttestation(Bundle.parse(file), predicateType, artifact);
            }
            if (document.get("base64Signature").isPresent()) {
                LegacyBundle bundle = LegacyBundle.parse(file);
                Envelope envelope = Envelope.parse(bundle.signature().toByteArray());
                return new VerifiedAttestation(
                        statement(envelope, predicateType, artifact), SignatureMaterial.of(bundle));
            }
            return verifyAttestation(Envelope.parse(file), predicateType, artifact);
        } catch (MalformedDataException e) {
            throw malformed(e);
        }
    }

    /** The one way to a statement, whatever it came in. */
    private VerifiedStatement statement(Envelope envelope, String predicateType, Digest artifact)
            throws VerificationException {
        VerifiedStatement statement = envelopes.verifyStatement(envelope, predicateType);
        statement.requireSubject(artifact);
        return statement;
    }

    private static Envelope envelopeOf(Bundle bundle) throws VerificationException {
        return bundle.dsseEnvelope()
                .orElseThrow(() -> new VerificationException(
                        Reason.MALFORMED,
                        "bundle has no envelope but the signature over a file; see BlobSignature.of(bundle)"));
    }

    private static Envelope parse(byte[] json) throws VerificationException {
        try {
            return Envelope.parse(json);
        } catch (MalformedDataException e) {
            throw malformed(e);
        }
    }

    private static byte[] bytesOf(String what, Bytes bytes) throws VerificationException {
        try {
            return bytes.toByteArray();
        } catch (MalformedDataException e) {
            throw malformed(e.within(what, ""));
        }
    }

    private static VerificationException malformed(MalformedDataException e) {
        return new VerificationException(Reason.MALFORMED, e.getMessage() + "; nothing was verified", e);
    }

    private static void requireLimit(String what, int found, int limit) throws VerificationException {
        if (found > limit) {
            throw new VerificationException(
                    Reason.LIMIT,
                    found + " " + what + ", more than the " + limit
                            + " that this verifier looks at; raise its limits if that is expected");
        }
    }

    /** Looks at one of several layers. */
    @FunctionalInterface
    private interface Check<L, V> {
        V verify(L layer) throws VerificationException;
    }

    /** How many distinct keys are trusted. */
    int trustedKeyCount() {
        return trustedKeyCount;
    }

    void requireSignatureLimit(String what, int count) throws VerificationException {
        requireLimit(what, count, limits.signatures());
    }

    private <L, V> List<V> anyOf(String what, List<L> layers, Check<L, V> check) throws VerificationException {
        requireSignatureLimit("layers with " + what, layers.size());
        List<V> verified = new ArrayList<>();
        List<VerificationException> problems = new ArrayList<>();
        for (L layer : layers) {
            try {
                verified.add(check.verify(layer));
            } catch (VerificationException e) {
                problems.add(e);
            }
        }
        if (verified.isEmpty()) {
            throw noneOf(what, problems);
        }
        return List.copyOf(verified);
    }

    static VerificationException noneOf(String what, List<VerificationException> problems) {
        if (problems.size() == 1) {
            return problems.get(0);
        }
        StringBuilder message = new StringBuilder("none of " + problems.size() + " " + what + " is trusted");
        for (VerificationException problem : problems.subList(0, Math.min(problems.size(), PROBLEMS_IN_MESSAGE))) {
            message.append("; ").append(problem.getMessage());
        }
        if (problems.size() > PROBLEMS_IN_MESSAGE) {
            message.append("; and ")
                    .append(problems.size() - PROBLEMS_IN_MESSAGE)
                    .append(" more");
        }
        return new VerificationException(farthest(problems), message.toString());
    }

    /** Of several reasons, that of the layer which was closest to being accepted says most. */
    private static Reason farthest(List<VerificationException> problems) {
        return problems.stream()
                .map(VerificationException::reason)
                .max(Comparator.naturalOrder())
                .orElse(Reason.NO_TRUSTED_SIGNATURE);
    }

    /** Builds a {@link CosignVerifier}. */
    public static final class Builder {
        private final BlobVerifier.Builder blobs = BlobVerifier.builder();
        private final EnvelopeVerifier.Builder envelopes = EnvelopeVerifier.builder();
        private final Map<String, String> annotations = new TreeMap<>();
        private final Set<String> fingerprints = new HashSet<>();
        private VerificationLimits limits = VerificationLimits.defaults();
        private Optional<SignedIdentity> identity = Optional.empty();
        private boolean likeCosign;

        private Builder() {}

        /** Trusts these keys too, each on its terms. */
        public Builder trust(TrustedKey... trusted) {
            return trust(List.of(trusted));
        }

        /** Trusts these keys too, each on its terms. */
        public Builder trust(List<TrustedKey> trusted) {
            blobs.trust(trusted);
            envelopes.trust(trusted);
            trusted.forEach(key -> fingerprints.add(key.fingerprint()));
            return this;
        }

        /** Sets the name that images have to be signed under; {@link SignedIdentity#matchRepository} unless said otherwise. */
        public Builder signedIdentity(SignedIdentity identity) {
            this.identity = Optional.of(identity);
            return this;
        }

        /** Requires that value of an annotation that was signed with an image, as {@code cosign verify -a name=value} does. */
        public Builder requireAnnotation(String name, String value) {
            annotations.put(name, value);
            return this;
        }

        /**
         * Reads payloads of images as leniently as cosign 2, see {@link SimpleSigningPayload#parseCosignCompat}, and does not
         * compare the name that an image is signed under. For signatures that cosign accepts and others do not: who can get a
         * payload signed may then have it read differently here and elsewhere.
         */
        public Builder cosignCompat() {
            likeCosign = true;
            return this;
        }

        /** Sets how much to look at. */
        public Builder limits(VerificationLimits limits) {
            this.limits = limits;
            envelopes.limits(limits);
            return this;
        }

        /** Sets the clock that the validity of keys is held against; the system's unless said otherwise. */
        public Builder clock(Clock clock) {
            blobs.clock(clock);
            envelopes.clock(clock);
            return this;
        }

        /** Verifies with that provider, which need not be installed; see {@link EnvelopeVerifier.Builder#provider}. */
        public Builder provider(Provider provider) {
            blobs.provider(provider);
            envelopes.provider(provider);
            return this;
        }

        /**
         * Parses the keys.
         *
         * @throws IllegalArgumentException when there is none, or the provider does not know an algorithm
         */
        public CosignVerifier build() {
            return new CosignVerifier(this);
        }
    }
}
