package dev.supplychain.clients.oci;

import dev.supplychain.clients.Page;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.Received;
import dev.supplychain.model.Digest;
import dev.supplychain.model.oci.Descriptor;
import dev.supplychain.model.oci.Index;
import dev.supplychain.model.oci.Manifest;
import dev.supplychain.model.oci.MediaTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import okhttp3.HttpUrl;

/**
 * What refers to a subject in a repository: from the registry's own list, or, where it has none, from an index under a tag
 * that the clients keep.
 */
final class Referrers {
    private static final Endpoint LIST = Endpoint.get("/v2/{name}/referrers/{digest}");
    private static final Set<String> MANIFESTS = Set.of(MediaTypes.IMAGE_MANIFEST, MediaTypes.DOCKER_MANIFEST);
    private static final int NOT_FOUND = 404;

    private final Repository repository;
    private final Digest subject;

    Referrers(Repository repository, Digest subject) {
        this.repository = repository;
        this.subject = subject;
    }

    /**
     * A manifest that refers to the subject.
     *
     * @param descriptor points at it, with its own artifact type
     * @param manifest what it says
     */
    record Referrer(Descriptor descriptor, Manifest manifest) {}

    /**
     * What refers to the subject, each with the artifact type of its own manifest.
     *
     * @param artifactType what is wanted; absent for everything
     */
    List<Descriptor> list(Optional<String> artifactType) {
        Predicate<Descriptor> wanted =
                entry -> artifactType.isEmpty() || entry.artifactType().equals(artifactType);
        return fromRegistry(artifactType)
                .orElseGet(() -> manifests(fallback().entries()).stream()
                        .map(Referrer::descriptor)
                        .toList())
                .stream()
                .filter(wanted)
                .toList();
    }

    /**
     * The manifests that refer to the subject.
     *
     * @param mayBe whether the artifact type in the registry's list is a reason to look; the manifest's own is what counts
     */
    List<Referrer> manifests(Predicate<String> mayBe) {
        Optional<List<Descriptor>> listed = fromRegistry(Optional.empty());
        List<Descriptor> candidates = listed.map(entries -> entries.stream()
                        .filter(entry -> entry.artifactType()
                                .filter(type -> !type.isEmpty() && !type.equals(MediaTypes.EMPTY))
                                .map(mayBe::test)
                                .orElse(true))
                        .toList())
                // Some writers put a wrong type into the index.
                .orElseGet(() -> fallback().entries());
        return manifests(candidates).stream()
                .filter(referrer -> mayBe.test(referrer.manifest().effectiveArtifactType()))
                .toList();
    }

    /** Entries that lead nowhere, to an index or to something about another subject are left out. */
    private List<Referrer> manifests(List<Descriptor> entries) {
        return entries.stream()
                .filter(entry -> MANIFESTS.contains(entry.mediaType()))
                .flatMap(entry -> repository.find(entry.digest().toString()).stream()
                        .map(found -> referrer(entry, found.manifest())))
                .filter(referrer ->
                        referrer.manifest().subject().map(Descriptor::digest).equals(Optional.of(subject)))
                .toList();
    }

    private Referrer referrer(Descriptor entry, RegistryManifest found) {
        Manifest manifest = repository.parse("GET", found.digest().toString(), found::toManifest);
        Descriptor own = Descriptor.builder()
                .from(entry)
                .artifactType(manifest.effectiveArtifactType())
                .build();
        return new Referrer(own, manifest);
    }

    /** The registry's own list; absent when it keeps none. */
    private Optional<List<Descriptor>> fromRegistry(Optional<String> artifactType) {
        HttpUrl first = repository.registry().resolve("/v2/" + repository.path() + "/referrers/" + subject);
        ApiRequest request = LIST.with(repository.path(), subject.toString())
                .scope(repository.pull())
                .accept(MediaTypes.IMAGE_INDEX)
                .expecting(NOT_FOUND);
        HttpUrl filtered = artifactType
                .map(type -> first.newBuilder()
                        .addQueryParameter("artifactType", type)
                        .build())
                .orElse(first);
        Received answer = repository.registry().transport().exchange(request.at(filtered));
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        List<Descriptor> all = new ArrayList<>();
        repository
                .registry()
                .transport()
                .pages(
                        request.line(),
                        query -> query.map(next -> {
                                    HttpUrl url = first.newBuilder()
                                            .encodedQuery(next)
                                            .build();
                                    return page(
                                            request,
                                            url,
                                            repository.registry().transport().exchange(request.at(url)));
                                })
                                .orElseGet(() -> page(request, filtered, answer)))
                .forEach(all::add);
        return Optional.of(List.copyOf(all));
    }

    private static Page<Descriptor> page(ApiRequest request, HttpUrl url, Received answer) {
        Index index = Repository.parse(request, answer, () -> Index.parse(answer.body()));
        return new Page<>(index.manifests(), LinkHeader.nextQuery(answer.header("Link"), url));
    }

    /**
     * Stores a manifest that refers to the subject.
     *
     * @param manifest with the subject
     * @param replaced the referrers whose place it takes
     */
    void add(Manifest manifest, List<Referrer> replaced) {
        byte[] content = manifest.toJson();
        Descriptor entry = Descriptor.builder()
                .from(Descriptor.of(MediaTypes.IMAGE_MANIFEST, content))
                .artifactType(manifest.artifactType())
                .annotations(manifest.annotations())
                .build();
        Optional<String> noted = repository.put(entry.digest().toString(), MediaTypes.IMAGE_MANIFEST, content);
        List<Digest> gone = replaced.stream()
                .map(referrer -> referrer.descriptor().digest())
                .filter(digest -> !digest.equals(entry.digest()))
                .toList();
        if (noted.isPresent()) {
            gone.forEach(digest -> repository.delete(digest.toString()));
        } else {
            fallback().change(entries -> replace(entries, gone, entry));
        }
    }

    private static List<Descriptor> replace(List<Descriptor> entries, List<Digest> gone, Descriptor added) {
        List<Descriptor> next = new ArrayList<>(entries);
        next.removeIf(entry -> gone.contains(entry.digest()));
        if (next.stream().noneMatch(entry -> entry.digest().equals(added.digest()))) {
            next.add(added);
        }
        return next;
    }

    private SharedTag fallback() {
        return new SharedTag(repository, Index.referrersTag(subject), new EntryList());
    }
}
