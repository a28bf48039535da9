package dev.supplychain.clients.oci;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.Cancellation;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.Pages;
import dev.supplychain.clients.internal.Authorization;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.cosign.Bundle;
import dev.supplychain.model.cosign.CosignAttestation;
import dev.supplychain.model.cosign.CosignSignature;
import dev.supplychain.model.cosign.Resigning;
import dev.supplychain.model.cosign.SignatureStore;
import dev.supplychain.model.cosign.SignatureSubject;
import dev.supplychain.model.oci.Descriptor;
import dev.supplychain.model.oci.ImageReference;
import dev.supplychain.model.oci.Index;
import dev.supplychain.model.oci.Manifest;
import dev.supplychain.model.oci.MediaTypes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Pushes to and fetches from a registry of images and other artifacts, and keeps signatures there.
 *
 * <pre>{@code
 * ImageReference image = ImageReference.parse("ghcr.io/team/app:1.0");
 * try (OciRegistryClient registry = OciRegistryClient.builder(ClientOptions.of(OciRegistryClient.url(image)))
 *         .credentials(DockerConfig.load())
 *         .build()) {
 *     ImageReference byDigest = image.withDigest(registry.resolve(image));
 *     SignatureSubject subject = SignatureSubject.image(byDigest);
 *     registry.attach(subject, CosignSigner.of(key).signImage(byDigest), Resigning.APPEND);
 *     List<CosignSignature> signatures = registry.signatures(subject);
 * }
 * }</pre>
 *
 * <p><b>Who is asking.</b> The registry says what it wants to see: user and password, or a token of a service that it names.
 * Tokens are fetched from the registry's own origin, from Docker Hub's and GitLab's known services and from what {@link
 * Builder#tokenHost} allows, over {@code https} or on this machine, and from nowhere else, not even anonymously.
 *
 * <p><b>Digests.</b> Whatever is fetched by a digest has it, and every {@code Docker-Content-Digest} has to be right.
 *
 * <p><b>Two who add at the same time.</b> Signatures lie in a manifest under a tag, and so do lists of referrers where the
 * registry has none of its own; both can only be overwritten as a whole. After a write this client waits {@link
 * Builder#settleTime} (longer when the registry is slow, up to 20 seconds) and looks again, until what it wrote is there
 * and complete. So nothing is lost among such writers as long as no write takes longer than that wait. Registries that
 * obey {@code If-Match} refuse late writers by themselves. Writers of another kind, such as cosign, may still overwrite what came between their
 * look and their write. Bundles in registries with a list of their own cannot be lost at all.
 *
 * <p>Nothing that is fetched here is verified by any key. Safe for concurrent use. Registry and network speak through
 * {@link ApiException}, with the registry's code, such as {@code MANIFEST_UNKNOWN}, as {@link ApiException#code()}; {@link
 * IOException} comes from local files only.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md">OCI distribution specification
 *     1.1</a>
 */
public final class OciRegistryClient implements SignatureStore, AutoCloseable {
    private static final String DOCKER_HUB = "docker.io";
    private static final String DOCKER_HUB_HOST = "registry-1.docker.io";
    private static final String TITLE = "org.opencontainers.image.title";
    private static final String OCTETS = "application/octet-stream";

    private final Registry registry;

    private OciRegistryClient(Registry registry) {
        this.registry = registry;
    }

    /**
     * The client of a registry; nothing is sent yet.
     *
     * <p>{@link ClientOptions#credentials()} of the kind {@code basic} answer the registry's challenges; all others go with
     * every request as they are.
     */
    public static OciRegistryClient create(ClientOptions options) {
        return builder(options).build();
    }

    /** Starts a client with the defaults. */
    public static Builder builder(ClientOptions options) {
        return new Builder(options);
    }

    /**
     * The base URL of an image's registry: {@code https}, on this machine {@code http}; {@code docker.io} is at {@code
     * registry-1.docker.io}.
     */
    public static String url(ImageReference image) {
        String domain = image.domain();
        if (domain.equals(DOCKER_HUB)) {
            return "https://" + DOCKER_HUB_HOST;
        }
        boolean local = domain.matches("(?i)localhost(:\\d+)?|127(\\.\\d{1,3}){3}(:\\d+)?|\\[::1](:\\d+)?");
        return (local ? "http://" : "https://") + domain;
    }

    /**
     * {@code HEAD /v2/{name}/manifests/{reference}}: the digest of the manifest that a reference names.
     *
     * @param image with a tag, a digest, or both, which then have to agree
     * @throws ApiException when the registry refuses or fails, or is not reached; 404 when there is none; 200 when the tag
     *     points at another digest than the reference has
     * @throws IllegalArgumentException when the reference is of another registry, or has neither tag nor digest
     */
    @Override
    public Digest resolve(ImageReference image) {
        Repository repository = registry.repository(image);
        String reference = image.tag().orElseGet(() -> tagOrDigest(image));
        // The error of a GET has the registry's words.
        Digest digest = repository
                .digest(reference)
                .orElseGet(() -> repository.get(reference).digest());
        image.digest().filter(expected -> !expected.equals(digest)).ifPresent(expected -> {
            throw ApiException.builder(Kind.ANSWERED, "HEAD /v2/" + image.path() + "/manifests/" + reference)
                    .httpStatus(200)
                    .reason("the tag points at " + digest + ", not at " + expected)
                    .build();
        });
        return digest;
    }

    /**
     * {@code GET /v2/{name}/manifests/{reference}}: a manifest or index.
     *
     * @param image by its digest if it has one, otherwise by its tag
     * @throws ApiException when the registry refuses or fails, is not reached, or answers with something else; 404 when
     *     there is none
     * @throws IllegalArgumentException when the reference is of another registry, or has neither tag nor digest
     */
    public RegistryManifest fetchManifest(ImageReference image) {
        return registry.repository(image).get(tagOrDigest(image));
    }

    /**
     * {@code PUT /v2/{name}/manifests/{reference}}: stores a manifest, whose config and layers have to be there.
     *
     * @param image by its tag if it has one; otherwise by the manifest's digest
     * @return the reference with the digest
     * @throws ApiException when the registry refuses or fails, or is not reached
     * @throws IllegalArgumentException when the reference is of another registry, or has another digest
     */
    public ImageReference pushManifest(ImageReference image, Manifest manifest) {
        return push(image, manifest.mediaType().orElse(MediaTypes.IMAGE_MANIFEST), manifest.toJson());
    }

    /**
     * {@code PUT /v2/{name}/manifests/{reference}}: stores an index, whose manifests have to be there.
     *
     * @param image by its tag if it has one; otherwise by the index's digest
     * @return the reference with the digest
     * @throws ApiException when the registry refuses or fails, or is not reached
     * @throws IllegalArgumentException when the reference is of another registry, or has another digest
     */
    public ImageReference pushIndex(ImageReference image, Index index) {
        return push(image, index.mediaType().orElse(MediaTypes.IMAGE_INDEX), index.toJson());
    }

    /**
     * {@code PUT /v2/{name}/manifests/{reference}}: stores a manifest or index as it is, byte for byte.
     *
     * @param image by its tag if it has one; otherwise by the manifest's digest
     * @return the reference with the digest
     * @throws ApiException when the registry refuses or fails, or is not reached
     * @throws IllegalArgumentException when the reference is of another registry
     */
    public ImageReference pushManifest(ImageReference image, RegistryManifest manifest) {
        return push(image, manifest.mediaType(), manifest.content().toByteArray());
    }

    private ImageReference push(ImageReference image, String mediaType, byte[] content) {
        Repository repository = registry.repository(image);
        String algorithm = image.digest().map(Digest::algorithm).orElse(Digest.SHA256);
        Digest digest = ContentDigest.of(algorithm, content);
        if (image.digest().isPresent() && !image.digest().get().equals(digest)) {
            throw new IllegalArgumentException(
                    "the manifest has the digest " + digest + ", but " + image + " is asked");
        }
        repository.put(image.tag().orElse(digest.toString()), mediaType, content);
        return image.withDigest(digest);
    }

    /**
     * {@code DELETE /v2/{name}/manifests/{reference}}: removes a manifest with all its tags, or a tag.
     *
     * @param image by its digest if it has one, otherwise by its tag, which not every registry removes alone
     * @throws ApiException when the registry refuses or fails, or is not reached; 404 when there is none, 405 when the
     *     registry removes nothing
     * @throws IllegalArgumentException when the reference is of another registry, or has neither tag nor digest
     */
    public void deleteManifest(ImageReference image) {
        registry.repository(image).delete(tagOrDigest(image));
    }

    /**
     * {@code GET /v2/{name}/tags/list}: the tags of a repository, fetched as they are walked.
     *
     * @param repository tag and digest are ignored
     * @throws IllegalArgumentException when it is in another registry
     */
    public Pages<String> tags(ImageReference repository) {
        return registry.repository(repository).tags();
    }

    /**
     * {@code HEAD /v2/{name}/blobs/{digest}}: whether a repository has a blob.
     *
     * @throws ApiException when the registry refuses or fails, or is not reached
     * @throws IllegalArgumentException when the repository is in another registry
     */
    public boolean hasBlob(ImageReference repository, Digest digest) {
        return blobs(repository).has(digest);
    }

    /**
     * {@code POST} and {@code PUT /v2/{name}/blobs/uploads/…}: brings content into a repository, unless it is there.
     *
     * @param mediaType what the descriptor says that it is; the registry does not want to know
     * @return points at the content
     * @throws ApiException when the registry refuses or fails, or is not reached
     * @throws IllegalArgumentException when the repository is in another registry
     */
    public Descriptor pushBlob(ImageReference repository, String mediaType, byte[] content) {
        blobs(repository).push(BlobSource.of(content));
        return Descriptor.of(mediaType, content);
    }

    /**
     * {@code POST}, {@code PATCH} and {@code PUT /v2/{name}/blobs/uploads/…}: brings a file into a repository, unless it is
     * there; above {@link Builder#chunkBytes} in parts. It is read twice, never kept in memory, and must not change
     * meanwhile.
     *
     * @param mediaType what the descriptor says that it is
     * @return points at the content
     * @throws IOException when the file cannot be read
     * @throws ApiException when the registry refuses or fails, or is not reached
     * @throws IllegalArgumentException when the repository is in another registry
     */
    public Descriptor pushBlob(ImageReference repository, String mediaType, Path file) throws IOException {
        BlobSource blob = BlobSource.of(file);
        blobs(repository).push(blob);
        return Descriptor.builder()
                .mediaType(mediaType)
                .digest(blob.digest())
                .size(blob.size())
                .build();
    }

    /**
     * {@code POST /v2/{name}/blobs/uploads/?mount=…&from=…}: makes a blob of one repository one of another, without moving
     * it.
     *
     * @return false when the registry does not, so that the blob has to be pushed
     * @throws ApiException when the registry refuses or fails, or is not reached
     * @throws IllegalArgumentException when one of the repositories is in another registry
     */
    public boolean mountBlob(ImageReference from, ImageReference to, Digest digest) {
        return blobs(to).mount(registry.repository(from), digest);
    }

    /**
     * {@code GET /v2/{name}/blobs/{digest}}: the content of a blob, read as it comes. The end of the stream is reported only
     * after size and digest have proved right; until then nothing in it can be relied on.
     *
     * <p>At most three redirects are followed, to {@code https} (or on this machine), without credentials when they lead
     * elsewhere.
     *
     * @return to be closed; reading throws {@link ApiException} when the network fails or the content is another
     * @throws ApiException when the registry refuses or fails, or is not reached
     * @throws IllegalArgumentException when the repository is in another registry
     */
    public InputStream openBlob(ImageReference repository, Descriptor blob) {
        return blobs(repository).open(blob.digest(), OptionalLong.of(blob.size()));
    }

    /**
     * {@code GET /v2/{name}/blobs/{digest}}: the content of a blob in memory, up to {@link ClientOptions#maxBodyBytes()}.
     *
     * @throws ApiException when the registry refuses or fails, is not reached, or has another content
     * @throws IllegalArgumentException when the repository is in another registry
     */
    public Bytes fetchBlob(ImageReference repository, Descriptor blob) {
        return Bytes.of(blobs(repository).read(blob));
    }

    /**
     * {@code GET /v2/{name}/blobs/{digest}}: the content of a blob into a file, which appears, or is replaced, only when all
     * of it has come and proved right.
     *
     * @throws IOException when the file cannot be written
     * @throws ApiException when the registry refuses or fails, is not reached, or has another content
     * @throws IllegalArgumentException when the repository is in another registry
     */
    public void fetchBlob(ImageReference repository, Descriptor blob, Path target) throws IOException {
        blobs(repository).fetch(blob, target);
    }

    /**
     * Stores a file as an artifact of its own: a manifest with the file as its only layer.
     *
     * @param target where; with a tag, or without one to be found by its digest alone
     * @param artifactType what it is, such as {@code application/vnd.example.chart}
     * @param mediaType what the file is, such as {@code application/gzip}
     * @return the reference with the digest of the manifest
     * @throws IOException when the file cannot be read
     * @throws ApiException when the registry refuses or fails, or is not reached
     * @throws IllegalArgumentException when the target is in another registry, or has a digest
     */
    public ImageReference pushFile(ImageReference target, Path file, String artifactType, String mediaType)
            throws IOException {
        if (target.digest().isPresent()) {
            throw new IllegalArgumentException(target + " has a digest, which the registry is to give");
        }
        Descriptor layer = Descriptor.builder()
                .from(pushBlob(target, mediaType, file))
                .putAnnotations(TITLE, String.valueOf(file.getFileName()))
                .build();
        Descriptor empty = Descriptor.empty();
        blobs(target).push(BlobSource.of("{}".getBytes(StandardCharsets.UTF_8)));
        return pushManifest(
                target,
                Manifest.builder()
                        .mediaType(MediaTypes.IMAGE_MANIFEST)
                        .artifactType(artifactType)
                        .config(empty)
                        .addLayers(layer)
                        .build());
    }

    /**
     * Fetches the file of an artifact with one layer.
     *
     * @return points at the file in the registry
     * @throws IOException when the file cannot be written
     * @throws ApiException when the registry refuses or fails, or is not reached
     * @throws MalformedDataException when the reference is that of an index, or of a manifest with more or no layers
     * @throws IllegalArgumentException when the reference is of another registry, or has neither tag nor digest
     */
    public Descriptor fetchFile(ImageReference artifact, Path target) throws IOException {
        Manifest manifest = fetchManifest(artifact).toManifest();
        if (manifest.layers().size() != 1) {
            throw new MalformedDataException(
                    artifact.toString(), "/layers", "has " + manifest.layers().size() + " layers instead of one");
        }
        Descriptor layer = manifest.layers().get(0);
        fetchBlob(artifact, layer, target);
        return layer;
    }

    /**
     * {@code GET /v2/{name}/referrers/{digest}}: what refers to an image or artifact. A registry without that list is asked
     * for the index under the tag {@code sha256-<hex>}, and then for each manifest in it, whose own artifact type counts.
     *
     * @param subject with a digest
     * @return points at the manifests, with their artifact types
     * @throws ApiException when the registry refuses or fails, or is not reached
     * @throws IllegalArgumentException when the subject is in another registry, or has no digest
     */
    public List<Descriptor> referrers(ImageReference subject) {
        return referrers(subject, Optional.empty());
    }

    /**
     * {@code GET /v2/{name}/referrers/{digest}?artifactType=…}: those of one artifact type, whether the registry looks at
     * the filter or not; see {@link #referrers(ImageReference)}.
     *
     * @param subject with a digest
     * @param artifactType such as {@code application/vnd.dev.sigstore.bundle.v0.3+json}
     * @return points at the manifests
     * @throws ApiException when the registry refuses or fails, or is not reached
     * @throws IllegalArgumentException when the subject is in another registry, or has no digest
     */
    public List<Descriptor> referrers(ImageReference subject, String artifactType) {
        return referrers(subject, Optional.of(artifactType));
    }

    private List<Descriptor> referrers(ImageReference subject, Optional<String> artifactType) {
        Digest digest = subject.digest().orElseThrow(() -> new IllegalArgumentException(subject + " has no digest"));
        return new Referrers(registry.repository(subject), digest).list(artifactType);
    }

    /**
     * Stores a manifest that refers to the {@code subject} in it, and enters it into the list of referrers.
     *
     * @param repository tag and digest are ignored
     * @throws ApiException when the registry refuses or fails, or is not reached
     * @throws IllegalArgumentException when the repository is in another registry, or the manifest has no subject
     */
    public void pushReferrer(ImageReference repository, Manifest manifest) {
        Descriptor subject =
                manifest.subject().orElseThrow(() -> new IllegalArgumentException("the manifest has no subject"));
        new Referrers(registry.repository(repository), subject.digest()).add(manifest, List.of());
    }

    /**
     * The signatures of a subject in the layers of its {@code .sig} manifest, in their order, then those in referrers of
     * the same shape; empty when it has none. Layers of other types are left out.
     *
     * @throws ApiException when the registry refuses or fails, is not reached, or has a layer that is no signature
     * @throws IllegalArgumentException when the subject is in another registry, or in none
     */
    @Override
    public List<CosignSignature> signatures(SignatureSubject subject) {
        return cosign(subject).signatures();
    }

    /**
     * The attestations of a subject in the layers of its {@code .att} manifest, in their order, then those in referrers of
     * the same shape; empty when it has none.
     *
     * @throws ApiException when the registry refuses or fails, is not reached, or has a layer that is no attestation
     * @throws IllegalArgumentException when the subject is in another registry, or in none
     */
    public List<CosignAttestation> attestations(SignatureSubject subject) {
        return cosign(subject).attestations();
    }

    /**
     * The Sigstore bundles that refer to a subject, by the dates in their manifests; empty when it has none.
     *
     * @throws ApiException when the registry refuses or fails, is not reached, or has a bundle that cannot be read
     * @throws IllegalArgumentException when the subject is in another registry, or in none
     */
    @Override
    public List<Bundle> bundles(SignatureSubject subject) {
        return new BundleReferrers(repository(subject), subject.digest()).list();
    }

    /**
     * Adds a signature to the {@code .sig} manifest of a subject; the class comment says what two can rely on who do so at
     * the same time.
     *
     * @param resigning {@code REPLACE} removes the signatures that are in that manifest when this begins
     * @throws ApiException when the registry refuses or fails, or is not reached
     * @throws IllegalArgumentException when the subject is in another registry, or in none
     */
    @Override
    public void attach(SignatureSubject subject, CosignSignature signature, Resigning resigning) {
        cosign(subject).addSignatures(List.of(signature), resigning);
    }

    /**
     * Adds an attestation to the {@code .att} manifest of a subject.
     *
     * @param resigning {@code REPLACE} removes those in that manifest whose annotation names the same predicate type
     * @throws ApiException when the registry refuses or fails, or is not reached
     * @throws IllegalArgumentException when the subject is in another registry, or in none
     */
    public void attach(SignatureSubject subject, CosignAttestation attestation, Resigning resigning) {
        cosign(subject).addAttestations(List.of(attestation), resigning);
    }

    /**
     * Adds a bundle that refers to a subject.
     *
     * @param resigning {@code REPLACE} removes the bundles with a signature over the subject that are there when this
     *     begins; attestations stay. In a registry with a list of referrers they are deleted, which it may refuse: the new
     *     bundle then stands beside them
     * @throws ApiException when the registry refuses or fails, or is not reached; 404 when there is no such image
     * @throws IllegalArgumentException when the subject is in another registry, or in none
     */
    @Override
    public void attach(SignatureSubject subject, Bundle bundle, Resigning resigning) {
        Repository repository = repository(subject);
        new BundleReferrers(repository, subject.digest()).add(bundle, descriptor(repository, subject), resigning);
    }

    private static Descriptor descriptor(Repository repository, SignatureSubject subject) {
        if (subject instanceof SignatureSubject.File file) {
            return Descriptor.builder()
                    .mediaType(OCTETS)
                    .digest(file.digest())
                    .size(file.size())
                    .build();
        }
        return repository.get(subject.digest().toString()).descriptor();
    }

    /**
     * Copies the signatures, attestations and bundles of an image to where the image was copied to; what is there stays.
     *
     * <p>They are copied as they are. A signature of cosign names the repository that it was made for, so that a verifier
     * which compares it with the image's ({@code signedIdentity}, skopeo's {@code matchRepository}) refuses the copy, unless
     * its policy maps one repository to the other.
     *
     * @param from with a digest
     * @param target the client of the other registry, or this one
     * @param to where the same image is; its digest, if it has one, has to be the same
     * @return how many were copied or were there already
     * @throws ApiException when one of the registries refuses or fails, or is not reached
     * @throws IllegalArgumentException when the references are of other registries or digests
     */
    public int copySignatures(ImageReference from, OciRegistryClient target, ImageReference to) {
        SignatureSubject source = SignatureSubject.image(from);
        if (to.digest().isPresent() && !to.digest().equals(from.digest())) {
            throw new IllegalArgumentException(to + " is another image than " + from);
        }
        SignatureSubject copy = SignatureSubject.image(to.withDigest(source.digest()));
        List<CosignSignature> signatures = signatures(source);
        List<CosignAttestation> attestations = attestations(source);
        List<Bundle> bundles = bundles(source);
        CosignTags tags = target.cosign(copy);
        tags.addSignatures(signatures, Resigning.APPEND);
        tags.addAttestations(attestations, Resigning.APPEND);
        List<Bundle> there = bundles.isEmpty() ? List.of() : target.bundles(copy);
        bundles.stream()
                .filter(bundle -> !there.contains(bundle))
                .forEach(bundle -> target.attach(copy, bundle, Resigning.APPEND));
        return signatures.size() + attestations.size() + bundles.size();
    }

    private CosignTags cosign(SignatureSubject subject) {
        return new CosignTags(repository(subject), subject.digest());
    }

    private Repository repository(SignatureSubject subject) {
        if (subject instanceof SignatureSubject.Image image) {
            return registry.repository(image.reference());
        }
        return ((SignatureSubject.File) subject)
                .repository()
                .map(registry::repository)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the file " + subject.digest() + " has no repository for its signatures"));
    }

    private Blobs blobs(ImageReference repository) {
        return registry.repository(repository).blobs();
    }

    private static String tagOrDigest(ImageReference image) {
        return image.digest()
                .map(Digest::toString)
                .or(image::tag)
                .orElseThrow(() -> new IllegalArgumentException(image + " has neither tag nor digest"));
    }

    /**
     * This client, whose calls can be cancelled by that handle. Both share their connections and tokens, and whoever closes
     * one closes the other.
     */
    public OciRegistryClient cancelledBy(Cancellation cancellation) {
        return new OciRegistryClient(registry.cancelledBy(cancellation));
    }

    /** Cancels what runs and frees threads and connections. */
    @Override
    public void close() {
        registry.close();
    }

    /** Builds an {@link OciRegistryClient}. */
    public static final class Builder {
        private static final Duration SETTLE_TIME = Duration.ofMillis(500);
        private static final Duration LONGEST_SETTLE_TIME = Duration.ofMinutes(1);
        private static final long CHUNK_BYTES = 64L << 20;
        private static final long LEAST_CHUNK_BYTES = 1L << 20;

        private final ClientOptions options;
        private final Set<String> tokenHosts = new HashSet<>();
        private Optional<RegistryCredentials> credentials = Optional.empty();
        private Optional<String> name = Optional.empty();
        private Duration settleTime = SETTLE_TIME;
        private long chunkBytes = CHUNK_BYTES;

        private Builder(ClientOptions options) {
            this.options = options;
        }

        /** Who is asking, in place of the options' credentials, which have to be none. */
        public Builder credentials(RegistryCredentials source) {
            this.credentials = Optional.of(source);
            return this;
        }

        /**
         * A host that may give tokens for this registry, and so sees its credentials.
         *
         * @param host with a port if it is not the usual one, such as {@code auth.example.com}
         */
        public Builder tokenHost(String host) {
            tokenHosts.add(TokenRealm.normalised(host));
            return this;
        }

        /**
         * How references call the registry, where that is not the host and port of the base URL, as behind a proxy.
         *
         * @param domain such as {@code registry.example.com}
         */
        public Builder name(String domain) {
            this.name = Optional.of(domain);
            return this;
        }

        /**
         * The least time between a write to what others may write too and the second look; half a second unless said. It is
         * longer when writing takes long, and never needed by who is alone: {@link Duration#ZERO}.
         *
         * @throws IllegalArgumentException when it is negative or more than a minute
         */
        public Builder settleTime(Duration least) {
            if (least.isNegative() || least.compareTo(LONGEST_SETTLE_TIME) > 0) {
                throw new IllegalArgumentException("settleTime is " + least + ", not between nothing and a minute");
            }
            this.settleTime = least;
            return this;
        }

        /**
         * The size above which a blob is pushed in parts, and that of the parts; 64 MiB unless said.
         *
         * @throws IllegalArgumentException when it is below a MiB
         */
        public Builder chunkBytes(long bytes) {
            if (bytes < LEAST_CHUNK_BYTES) {
                throw new IllegalArgumentException("chunkBytes is " + bytes + ", less than " + LEAST_CHUNK_BYTES);
            }
            this.chunkBytes = bytes;
            return this;
        }

        /**
         * The client; nothing is sent yet.
         *
         * @throws IllegalArgumentException when both the options and this builder have credentials
         */
        public OciRegistryClient build() {
            String domain = name.orElseGet(this::domain);
            boolean given = !options.credentials().equals(Credentials.none());
            if (credentials.isPresent() && given) {
                throw new IllegalArgumentException("there are credentials in the options and in the builder");
            }
            Authorization authorization = given
                    ? new GivenAuthorization(options, domain, tokenHosts)
                    : new RegistryAuthorization(
                            options, domain, credentials.orElse(RegistryCredentials.anonymous()), tokenHosts);
            Transport transport = Transport.create(options, authorization);
            return new OciRegistryClient(new Registry(transport, options, domain, settleTime, chunkBytes));
        }

        private String domain() {
            String host = TokenRealm.host(HttpUrl.get(options.baseUrl().toString()));
            return host.equals(DOCKER_HUB_HOST) ? DOCKER_HUB : host;
        }
    }
}
