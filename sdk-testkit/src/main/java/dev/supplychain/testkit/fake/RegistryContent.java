package dev.supplychain.testkit.fake;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.oci.Descriptor;
import dev.supplychain.model.oci.Index;
import dev.supplychain.model.oci.Manifest;
import dev.supplychain.model.oci.MediaTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a registry keeps: repositories with blobs, manifests and tags. */
final class RegistryContent {
    private static final Set<String> INDEXES = Set.of(MediaTypes.IMAGE_INDEX, MediaTypes.DOCKER_MANIFEST_LIST);
    private static final Set<String> MANIFESTS = Set.of(MediaTypes.IMAGE_MANIFEST, MediaTypes.DOCKER_MANIFEST);
    private static final int MAX_MANIFEST_BYTES = 4 << 20;

    private final Map<String, Repository> repositories = new TreeMap<>();

    /** A manifest as it was put. */
    record Stored(String mediaType, Bytes bytes, Digest digest) {
        Optional<Descriptor> subject() {
            return isIndex()
                    ? Index.parse(bytes.toByteArray()).subject()
                    : Manifest.parse(bytes.toByteArray()).subject();
        }

        boolean isIndex() {
            return INDEXES.contains(mediaType);
        }

        /** As the list of referrers has it. */
        Descriptor referrer() {
            Descriptor.Builder descriptor =
                    Descriptor.builder().mediaType(mediaType).digest(digest).size(bytes.size());
            if (isIndex()) {
                Index index = Index.parse(bytes.toByteArray());
                return descriptor
                        .artifactType(index.artifactType())
                        .annotations(index.annotations())
                        .build();
            }
            Manifest manifest = Manifest.parse(bytes.toByteArray());
            return descriptor
                    .artifactType(manifest.effectiveArtifactType())
                    .annotations(manifest.annotations())
                    .build();
        }
    }

    private static final class Repository {
        private final Map<Digest, Bytes> blobs = new LinkedHashMap<>();
        private final Map<Digest, Stored> manifests = new LinkedHashMap<>();
        private final NavigableMap<String, Digest> tags = new TreeMap<>();
    }

    private Repository repository(String name) {
        return repositories.computeIfAbsent(name, key -> new Repository());
    }

    private Repository existing(String name) {
        Repository repository = repositories.get(name);
        if (repository == null) {
            throw new RegistryError(404, "NAME_UNKNOWN", "repository name not known to registry: " + name);
        }
        return repository;
    }

    Optional<Bytes> blob(String name, Digest digest) {
        return Optional.ofNullable(repositories.get(name)).map(repository -> repository.blobs.get(digest));
    }

    void putBlob(String name, Digest digest, Bytes content) {
        repository(name).blobs.put(digest, content);
    }

    void deleteBlob(String name, Digest digest) {
        if (existing(name).blobs.remove(digest) == null) {
            throw RegistryError.unknownBlob(digest.toString());
        }
    }

    /** By digest or tag. */
    Optional<Stored> manifest(String name, String reference) {
        @Nullable Repository repository = repositories.get(name);
        if (repository == null) {
            return Optional.empty();
        }
        Digest digest = reference.indexOf(':') < 0 ? repository.tags.get(reference) : digest(reference);
        return Optional.ofNullable(digest).map(repository.manifests::get);
    }

    /** Stores a manifest whose parts are there, under a tag or its digest. */
    Stored putManifest(String name, String reference, String mediaType, Bytes bytes) {
        if (bytes.size() > MAX_MANIFEST_BYTES) {
            throw new RegistryError(413, "MANIFEST_INVALID", "manifest larger than " + MAX_MANIFEST_BYTES + " bytes");
        }
        Repository repository = repository(name);
        requireParts(repository, mediaType, bytes.toByteArray());
        boolean byDigest = reference.indexOf(':') >= 0;
        Digest digest = FakeOciRegistry.digestOf(byDigest ? digest(reference).algorithm() : Digest.SHA256, bytes);
        if (byDigest && !digest(reference).equals(digest)) {
            throw new RegistryError(400, "DIGEST_INVALID", "the manifest has the digest " + digest);
        }
        Stored stored = new Stored(mediaType, bytes, digest);
        repository.manifests.put(digest, stored);
        if (!byDigest) {
            repository.tags.put(reference, digest);
        }
        return stored;
    }

    private static void requireParts(Repository repository, String mediaType, byte[] json) {
        try {
            requireSameType(mediaType, json);
            if (INDEXES.contains(mediaType)) {
                Index.parse(json).manifests().forEach(entry -> requirePart(repository.manifests, entry));
            } else if (MANIFESTS.contains(mediaType)) {
                Manifest manifest = Manifest.parse(json);
                requirePart(repository.blobs, manifest.config());
                manifest.layers().forEach(layer -> requirePart(repository.blobs, layer));
            } else {
                throw new RegistryError(415, "MANIFEST_INVALID", "unknown media type " + mediaType);
            }
        } catch (MalformedDataException e) {
            throw new RegistryError(400, "MANIFEST_INVALID", String.valueOf(e.getMessage()));
        }
    }

    private static void requireSameType(String mediaType, byte[] json) {
        Json.parse(json)
                .get("mediaType")
                .filter(said -> !said.equals(Json.of(mediaType)))
                .ifPresent(said -> {
                    throw new RegistryError(400, "MANIFEST_INVALID", "mediaType is " + said + ", not " + mediaType);
                });
    }

    private static void requirePart(Map<Digest, ?> parts, Descriptor descriptor) {
        if (!parts.containsKey(descriptor.digest())) {
            throw new RegistryError(404, "MANIFEST_BLOB_UNKNOWN", "unknown to registry: " + descriptor.digest());
        }
    }

    /** A tag alone, or a manifest with all its tags. */
    void deleteManifest(String name, String reference) {
        Repository repository = existing(name);
        boolean gone;
        if (reference.indexOf(':') < 0) {
            gone = repository.tags.remove(reference) != null;
        } else {
            Digest digest = digest(reference);
            gone = repository.manifests.remove(digest) != null;
            repository.tags.values().removeIf(digest::equals);
        }
        if (!gone) {
            throw RegistryError.unknownManifest(reference);
        }
    }

    /** In lexical order. */
    List<String> tags(String name) {
        return List.copyOf(existing(name).tags.keySet());
    }

    List<Descriptor> referrers(String name, Digest subject) {
        List<Descriptor> referrers = new ArrayList<>();
        Repository repository = repositories.get(name);
        if (repository != null) {
            repository.manifests.values().stream()
                    .filter(stored -> stored.subject().map(Descriptor::digest).equals(Optional.of(subject)))
                    .map(Stored::referrer)
                    .forEach(referrers::add);
        }
        return referrers;
    }

    static Digest digest(String text) {
        try {
            return Descriptor.builder()
                    .mediaType(MediaTypes.EMPTY)
                    .digest(Digest.parse(text))
                    .size(0)
                    .build()
                    .digest();
        } catch (MalformedDataException | IllegalArgumentException e) {
            throw new RegistryError(400, "DIGEST_INVALID", String.valueOf(e.getMessage()));
        }
    }
}
