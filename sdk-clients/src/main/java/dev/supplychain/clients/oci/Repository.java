package dev.supplychain.clients.oci;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.Page;
import dev.supplychain.clients.Pages;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Content;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.Received;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.oci.ImageReference;
import dev.supplychain.model.oci.MediaTypes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import okhttp3.HttpUrl;

/** A repository of a registry: its manifests and tags. */
final class Repository {
    static final String CONTENT_DIGEST = "Docker-Content-Digest";

    private static final Set<String> ALGORITHMS = Set.of(Digest.SHA256, Digest.SHA384, Digest.SHA512);
    private static final List<String> MANIFEST_TYPES = List.of(
            MediaTypes.IMAGE_MANIFEST,
            MediaTypes.IMAGE_INDEX,
            MediaTypes.DOCKER_MANIFEST,
            MediaTypes.DOCKER_MANIFEST_LIST);
    private static final String MANIFESTS = "/v2/{name}/manifests/{reference}";
    private static final Endpoint HEAD = Endpoint.head(MANIFESTS);
    private static final Endpoint GET = Endpoint.get(MANIFESTS);
    private static final Endpoint PUT = Endpoint.put(MANIFESTS);
    /** What was read before may be old by the time of a repetition. */
    private static final Endpoint PUT_ONCE = new Endpoint("PUT", MANIFESTS, false);

    private static final Endpoint DELETE = Endpoint.delete(MANIFESTS);
    private static final Endpoint TAGS = Endpoint.get("/v2/{name}/tags/list");

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    private final Registry registry;
    private final ImageReference name;

    Repository(Registry registry, ImageReference name) {
        this.registry = registry;
        this.name = name;
    }

    /**
     * A manifest that was found.
     *
     * @param manifest what was found
     * @param etag says which version it is, for conditional writes
     */
    record Found(RegistryManifest manifest, Optional<String> etag) {}

    Registry registry() {
        return registry;
    }

    /** Such as {@code team/app}. */
    String path() {
        return name.path();
    }

    Blobs blobs() {
        return new Blobs(this);
    }

    ImageReference reference(Digest digest) {
        return new ImageReference(name.domain(), name.path(), Optional.empty(), Optional.of(digest));
    }

    /** What a token has to allow for reading. */
    String pull() {
        return "repository:" + path() + ":pull";
    }

    String push() {
        return "repository:" + path() + ":pull,push";
    }

    String delete() {
        return "repository:" + path() + ":delete";
    }

    /**
     * The digest that a tag or digest stands for; absent when there is no such manifest.
     *
     * @throws ApiException when the registry refuses or fails, or is not reached
     */
    Optional<Digest> digest(String reference) {
        ApiRequest request =
                manifest(HEAD, reference).scope(pull()).accept(accept()).expecting(NOT_FOUND);
        Received answer = registry.transport().exchange(request);
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        Optional<Digest> said = contentDigest(request, answer);
        boolean otherAlgorithm = said.isPresent()
                && asDigest(reference)
                        .filter(asked -> !asked.algorithm().equals(said.get().algorithm()))
                        .isPresent();
        // Only the body tells then.
        if (said.isEmpty() || otherAlgorithm) {
            return find(reference).map(found -> found.manifest().digest());
        }
        requireAsked(request, reference, said.get());
        return said;
    }

    /**
     * A manifest or index; absent when there is none.
     *
     * @throws ApiException when the registry refuses or fails, is not reached, or gives something else
     */
    Optional<Found> find(String reference) {
        ApiRequest request =
                manifest(GET, reference).scope(pull()).accept(accept()).expecting(NOT_FOUND);
        Received answer = registry.transport().exchange(request);
        return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(read(request, reference, answer));
    }

    /** The same, where a missing one is the registry's error. */
    RegistryManifest get(String reference) {
        ApiRequest request = manifest(GET, reference).scope(pull()).accept(accept());
        return read(request, reference, registry.transport().exchange(request)).manifest();
    }

    private Found read(ApiRequest request, String reference, Received answer) {
        Optional<Digest> asked = asDigest(reference);
        Optional<Digest> said = contentDigest(request, answer);
        String algorithm = asked.or(() -> said).map(Digest::algorithm).orElse(Digest.SHA256);
        Digest actual = ContentDigest.of(algorithm, answer.body());
        requireAsked(request, reference, actual);
        said.filter(digest -> !digest.equals(ContentDigest.of(digest.algorithm(), answer.body())))
                .ifPresent(digest -> {
                    throw refused(
                            request,
                            answer,
                            "the body has the digest " + actual + ", but " + CONTENT_DIGEST + " says " + digest);
                });
        String mediaType = parse(request, answer, () -> mediaType(request, answer));
        return new Found(
                new RegistryManifest(reference(actual), mediaType, Bytes.of(answer.body())), answer.header("ETag"));
    }

    /** Header and member have to agree: whoever goes by one must see the same as whoever goes by the other. */
    private static String mediaType(ApiRequest request, Received answer) {
        String header = essence(answer.header("Content-Type").orElse(""));
        Optional<String> member = Json.parse(answer.body())
                .get("mediaType")
                .filter(json -> json.kind() == Json.Kind.STRING)
                .map(Json::string);
        String type = member.orElse(header);
        boolean agree = header.isEmpty() || header.equals(type) || header.equals("application/json");
        if (!agree || !MANIFEST_TYPES.contains(type)) {
            throw refused(request, answer, "the manifest is of type " + type + ", its Content-Type is " + header);
        }
        return type;
    }

    private static String essence(String contentType) {
        int parameters = contentType.indexOf(';');
        return (parameters < 0 ? contentType : contentType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Stores a manifest or index under a tag or its digest.
     *
     * @return the digest of the subject that the registry has taken note of; absent when it keeps no list of referrers
     */
    Optional<String> put(String reference, String mediaType, byte[] content) {
        ApiRequest request = manifest(PUT, reference).scope(push()).body(Content.of(mediaType, content));
        Received answer = registry.transport().exchange(request);
        requireStored(request, content, answer);
        return answer.header("OCI-Subject");
    }

    /**
     * Stores a manifest or index under a tag, if the tag still points at what it did: a registry that does not look at
     * conditions stores it in any case.
     *
     * @param before what the tag pointed at
     * @return false when the registry says that it was changed meanwhile
     * @throws ApiException when it says otherwise, or is not reached
     */
    boolean replace(String tag, Optional<Found> before, String mediaType, byte[] content) {
        ApiRequest plain = manifest(PUT_ONCE, tag).scope(push()).body(Content.of(mediaType, content));
        ApiRequest request = (before.isEmpty()
                        ? plain.header("If-None-Match", "*")
                        : before.flatMap(Found::etag)
                                .map(etag -> plain.header("If-Match", etag))
                                .orElse(plain))
                .expecting(CONFLICT, PRECONDITION_FAILED);
        Received answer = registry.transport().exchange(request);
        if (answer.status() == CONFLICT || answer.status() == PRECONDITION_FAILED) {
            return false;
        }
        requireStored(request, content, answer);
        return true;
    }

    /** The same without a condition: what the registry has against it is its error. */
    void overwrite(String tag, String mediaType, byte[] content) {
        ApiRequest request = manifest(PUT_ONCE, tag).scope(push()).body(Content.of(mediaType, content));
        requireStored(request, content, registry.transport().exchange(request));
    }

    private static void requireStored(ApiRequest request, byte[] content, Received answer) {
        contentDigest(request, answer)
                .filter(digest -> !digest.equals(ContentDigest.of(digest.algorithm(), content)))
                .ifPresent(digest -> {
                    throw refused(request, answer, "the registry has stored " + digest + ", which was not sent");
                });
    }

    void delete(String reference) {
        registry.transport().run(manifest(DELETE, reference).scope(delete()));
    }

    Pages<String> tags() {
        ApiRequest request = TAGS.with(path()).scope(pull());
        HttpUrl first = registry.resolve("/v2/" + path() + "/tags/list");
        return registry.transport().pages(request.line(), query -> tagPage(request, first, query));
    }

    private Page<String> tagPage(ApiRequest request, HttpUrl first, Optional<String> query) {
        HttpUrl url = query.map(q -> first.newBuilder().encodedQuery(q).build()).orElse(first);
        Received answer = registry.transport().exchange(request.at(url));
        List<String> tags = parse(
                request,
                answer,
                () -> Json.parse(answer.body())
                        .get("tags")
                        // Some registries have null there when the last tag was deleted.
                        .filter(json -> !json.isNull())
                        .map(json -> json.elements().stream().map(Json::string).toList())
                        .orElse(List.of()));
        return new Page<>(tags, LinkHeader.nextQuery(answer.header("Link"), url));
    }

    private ApiRequest manifest(Endpoint endpoint, String reference) {
        return endpoint.with(path(), reference);
    }

    private static String accept() {
        return String.join(", ", MANIFEST_TYPES);
    }

    private static Optional<Digest> asDigest(String reference) {
        return reference.indexOf(':') < 0 ? Optional.empty() : Optional.of(Digest.parse(reference));
    }

    private static void requireAsked(ApiRequest request, String reference, Digest actual) {
        asDigest(reference).filter(asked -> !asked.equals(actual)).ifPresent(asked -> {
            throw ApiException.builder(Kind.PROTOCOL, request.line())
                    .reason("the answer has the digest " + actual)
                    .build();
        });
    }

    static Optional<Digest> contentDigest(ApiRequest request, Received answer) {
        return answer.header(CONTENT_DIGEST).map(text -> parse(request, answer, () -> registered(text)));
    }

    private static Digest registered(String text) {
        Digest digest = Digest.parse(text);
        if (!ALGORITHMS.contains(digest.algorithm())) {
            throw new MalformedDataException(CONTENT_DIGEST, "", digest + " is none that registries know");
        }
        return digest;
    }

    /** What a parser says against an answer is the registry's fault. */
    static <T> T parse(ApiRequest request, Received answer, Supplier<T> parser) {
        try {
            return parser.get();
        } catch (MalformedDataException e) {
            throw ApiException.builder(Kind.PROTOCOL, request.line())
                    .httpStatus(answer.status())
                    .reason(String.valueOf(e.getMessage()))
                    .cause(e)
                    .build();
        }
    }

    /** The same for what was read before from a manifest or blob. */
    <T> T parse(String method, String reference, Supplier<T> parser) {
        try {
            return parser.get();
        } catch (MalformedDataException e) {
            throw ApiException.builder(Kind.PROTOCOL, method + " /v2/" + path() + "/manifests/" + reference)
                    .reason(String.valueOf(e.getMessage()))
                    .cause(e)
                    .build();
        }
    }

    static ApiException refused(ApiRequest request, Received answer, String reason) {
        return ApiException.builder(Kind.PROTOCOL, request.line())
                .httpStatus(answer.status())
                .reason(reason)
                .build();
    }
}
