package dev.supplychain.testkit.fake;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.oci.Descriptor;
import dev.supplychain.model.oci.ImageReference;
import dev.supplychain.model.oci.Index;
import dev.supplychain.model.oci.Manifest;
import dev.supplychain.model.oci.MediaTypes;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A registry of OCI artifacts that keeps everything in memory.
 *
 * <p>Served is the distribution specification 1.1: manifests, indexes, tags, blobs with uploads in one piece or in parts,
 * cross-repository mounts, referrers and deletion. Digests, media types and ranges are checked, parts of a manifest have to
 * be there before it, and an upload goes on where the last answer said and nowhere else. There is no login at first, no
 * condition is looked at ({@link #conditionalWrites}), and everything can be deleted.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md">OCI distribution specification
 *     1.1</a>
 */
public final class FakeOciRegistry extends FakeServer {
    private static final Pattern PATH = Pattern.compile(
            "/v2/(?<name>.+?)/(?<kind>manifests|blobs/uploads|blobs|tags|referrers)/(?<reference>[^/]*)");
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
    private static final String CONTENT_DIGEST = "Docker-Content-Digest";

    private final RegistryContent content = new RegistryContent();
    private final RegistryUploads uploads = new RegistryUploads();
    private final RegistryTokens tokens = new RegistryTokens();
    private boolean referrersApi = true;
    private boolean conditionalWrites;
    private boolean digestHeaders = true;
    private boolean deletion = true;
    private int pageSize = Integer.MAX_VALUE;

    private FakeOciRegistry() {}

    /**
     * Starts an empty one.
     *
     * @throws UncheckedIOException when no port is free
     */
    public static FakeOciRegistry start() {
        FakeOciRegistry fake = new FakeOciRegistry();
        fake.listen();
        return fake;
    }

    /**
     * A repository of this registry, such as {@code 127.0.0.1:40123/team/app}.
     *
     * @throws MalformedDataException when that is no name
     */
    public ImageReference repository(String name) {
        return ImageReference.parse(URI.create(url()).getAuthority() + "/" + name);
    }

    /** Stores an image with one layer. */
    public ImageReference pushImage(String name, String tag) {
        return locked(() -> {
            Bytes config = Bytes.utf8("{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\"}}");
            Bytes layer = Bytes.utf8("layer of " + name + ":" + tag);
            content.putBlob(name, Digest.sha256(config.toByteArray()), config);
            content.putBlob(name, Digest.sha256(layer.toByteArray()), layer);
            Manifest manifest = Manifest.builder()
                    .mediaType(MediaTypes.IMAGE_MANIFEST)
                    .config(Descriptor.of(MediaTypes.IMAGE_CONFIG, config.toByteArray()))
                    .addLayers(Descriptor.of("application/vnd.oci.image.layer.v1.tar", layer.toByteArray()))
                    .build();
            RegistryContent.Stored stored =
                    content.putManifest(name, tag, MediaTypes.IMAGE_MANIFEST, Bytes.of(manifest.toJson()));
            return repository(name).withTag(tag).withDigest(stored.digest());
        });
    }

    /** Puts other bytes in the place of a blob, as a store that cannot be trusted would. */
    public void tamper(ImageReference repository, Digest blob, Bytes other) {
        locked(() -> {
            content.putBlob(repository.path(), blob, other);
            return other;
        });
    }

    /** Whether there is a list of referrers; without it clients keep an index under a tag. On at first. */
    public void referrersApi(boolean on) {
        referrersApi = locked(() -> on);
    }

    /** Whether {@code If-Match} and {@code If-None-Match} count for manifests. Off at first, as the specification has it. */
    public void conditionalWrites(boolean on) {
        conditionalWrites = locked(() -> on);
    }

    /** Whether answers have {@code Docker-Content-Digest}. On at first. */
    public void digestHeaders(boolean on) {
        digestHeaders = locked(() -> on);
    }

    /** Whether anything can be deleted. On at first. */
    public void deletion(boolean on) {
        deletion = locked(() -> on);
    }

    /** How many tags or referrers are listed at once; all at first. */
    public void pageSize(int items) {
        pageSize = locked(() -> items);
    }

    /** From now on asks for tokens, which its own {@code /token} gives to this user for what they ask. */
    public void requireToken(String user, String password) {
        locked(() -> {
            tokens.requireLogin(user, password, false);
            return user;
        });
    }

    /** From now on asks for user and password with every request. */
    public void requireBasic(String user, String password) {
        locked(() -> {
            tokens.requireLogin(user, password, true);
            return user;
        });
    }

    /** Takes this identity token, too, in exchange for others. */
    public void allowIdentityToken(String token) {
        locked(() -> {
            tokens.identityToken(token);
            return token;
        });
    }

    /** Gives tokens for pulling to everyone. */
    public void allowAnonymousPull() {
        locked(() -> {
            tokens.anonymousPull();
            return true;
        });
    }

    /** How long tokens live by the fake's clock; five minutes at first. */
    public void tokenLifetime(Duration lifetime) {
        locked(() -> {
            tokens.lifetime(lifetime);
            return lifetime;
        });
    }

    /** Names another place for tokens than its own. */
    public void tokenRealm(String url) {
        locked(() -> {
            tokens.realm(url);
            return url;
        });
    }

    static Digest digestOf(String algorithm, Bytes bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-" + algorithm.substring(3));
            return new Digest(algorithm, HexFormat.of().formatHex(digest.digest(bytes.toByteArray())));
        } catch (NoSuchAlgorithmException e) {
            throw new RegistryError(400, "DIGEST_INVALID", "unknown algorithm " + algorithm);
        }
    }

    @Override
    FakeAnswer handle(FakeRequest request) {
        try {
            return answer(request);
        } catch (RegistryError e) {
            return e.answer();
        }
    }

    private FakeAnswer answer(FakeRequest request) {
        if (request.path().equals("/token") && (request.is("GET") || request.is("POST"))) {
            return tokens.token(request, now(), nextId().toString());
        }
        if (request.path().equals("/v2/") && request.is("GET")) {
            tokens.check(request, List.of(), now(), url());
            return FakeAnswer.json(200, Json.object(Map.of()));
        }
        Matcher path = PATH.matcher(request.decodedPath());
        if (!path.matches()) {
            throw new RegistryError(404, "UNSUPPORTED", "there is nothing at " + request.path());
        }
        String name = path.group("name");
        if (!NAME.matcher(name).matches()) {
            throw new RegistryError(400, "NAME_INVALID", "invalid repository name " + name);
        }
        tokens.check(request, scopes(request, name), now(), url());
        String reference = path.group("reference");
        return switch (path.group("kind")) {
            case "manifests" -> manifests(request, name, requireReference(reference));
            case "blobs/uploads" -> uploads(request, name, reference);
            case "blobs" -> blobs(request, name, RegistryContent.digest(reference));
            case "tags" -> tags(request, name, reference);
            default -> referrers(request, name, RegistryContent.digest(reference));
        };
    }

    private static List<String> scopes(FakeRequest request, String name) {
        List<String> scopes = new ArrayList<>();
        String actions = request.is("GET") || request.is("HEAD")
                ? "pull"
                : request.is("DELETE") && !request.path().contains("/uploads/") ? "delete" : "pull,push";
        scopes.add("repository:" + name + ":" + actions);
        request.query("from").ifPresent(from -> scopes.add("repository:" + from + ":pull"));
        return scopes;
    }

    private static String requireReference(String reference) {
        if (reference.indexOf(':') >= 0) {
            return RegistryContent.digest(reference).toString();
        }
        if (!TAG.matcher(reference).matches()) {
            throw new RegistryError(400, "TAG_INVALID", "invalid tag " + reference);
        }
        return reference;
    }

    private FakeAnswer manifests(FakeRequest request, String name, String reference) {
        Optional<RegistryContent.Stored> stored = content.manifest(name, reference);
        switch (request.method()) {
            case "GET", "HEAD" -> {
                RegistryContent.Stored found = stored.orElseThrow(() -> RegistryError.unknownManifest(reference));
                FakeAnswer answer = new FakeAnswer(200, Map.of("Content-Type", found.mediaType()), found.bytes())
                        .withHeader("ETag", etag(found.digest()));
                return withDigest(answer, found.digest());
            }
            case "PUT" -> {
                requireConditions(request, stored);
                String type = request.header("Content-Type").orElse("");
                RegistryContent.Stored put = content.putManifest(name, reference, type, request.body());
                FakeAnswer answer = new FakeAnswer(201, Map.of(), Bytes.empty())
                        .withHeader("Location", "/v2/" + name + "/manifests/" + put.digest());
                Optional<Descriptor> subject = referrersApi ? put.subject() : Optional.empty();
                FakeAnswer noted = subject.map(descriptor -> answer.withHeader(
                                "OCI-Subject", descriptor.digest().toString()))
                        .orElse(answer);
                return withDigest(noted, put.digest());
            }
            case "DELETE" -> {
                requireDeletion();
                content.deleteManifest(name, reference);
                return new FakeAnswer(202, Map.of(), Bytes.empty());
            }
            default -> throw RegistryError.unsupported(request.method());
        }
    }

    private void requireConditions(FakeRequest request, Optional<RegistryContent.Stored> stored) {
        if (!conditionalWrites) {
            return;
        }
        String now = stored.map(found -> etag(found.digest())).orElse("");
        boolean changed =
                request.header("If-Match").filter(wanted -> !wanted.equals(now)).isPresent();
        boolean exists = request.header("If-None-Match").isPresent() && stored.isPresent();
        if (changed || exists) {
            throw new RegistryError(412, "DENIED", "the tag was changed meanwhile");
        }
    }

    private static String etag(Digest digest) {
        return "\"" + digest + "\"";
    }

    private void requireDeletion() {
        if (!deletion) {
            throw RegistryError.unsupported("DELETE");
        }
    }

    private FakeAnswer withDigest(FakeAnswer answer, Digest digest) {
        return digestHeaders ? answer.withHeader(CONTENT_DIGEST, digest.toString()) : answer;
    }

    private FakeAnswer blobs(FakeRequest request, String name, Digest digest) {
        switch (request.method()) {
            case "GET", "HEAD" -> {
                Bytes blob = content.blob(name, digest).orElseThrow(() -> RegistryError.unknownBlob(digest.toString()));
                return withDigest(
                        new FakeAnswer(200, Map.of("Content-Type", "application/octet-stream"), blob), digest);
            }
            case "DELETE" -> {
                requireDeletion();
                content.deleteBlob(name, digest);
                return new FakeAnswer(202, Map.of(), Bytes.empty());
            }
            default -> throw RegistryError.unsupported(request.method());
        }
    }

    private FakeAnswer uploads(FakeRequest request, String name, String id) {
        String state = request.query("_state").orElse("");
        return switch (request.method()) {
            case "POST" -> startUpload(request, name);
            case "PATCH" -> uploads.patch(name, request, id, state);
            case "PUT" -> endUpload(request, name, id, state);
            case "GET" -> uploads.status(name, id, state);
            case "DELETE" -> {
                uploads.cancel(name, id, state);
                yield new FakeAnswer(204, Map.of(), Bytes.empty());
            }
            default -> throw RegistryError.unsupported(request.method());
        };
    }

    private FakeAnswer startUpload(FakeRequest request, String name) {
        Optional<Digest> mount = request.query("mount").map(RegistryContent::digest);
        Optional<Bytes> there =
                mount.flatMap(digest -> request.query("from").flatMap(from -> content.blob(from, digest)));
        if (mount.isPresent() && there.isPresent()) {
            content.putBlob(name, mount.get(), there.get());
            return created(name, mount.get());
        }
        return new FakeAnswer(202, Map.of(), Bytes.empty())
                .withHeader("Location", uploads.start(name, nextId().toString()));
    }

    private FakeAnswer endUpload(FakeRequest request, String name, String id, String state) {
        Digest digest = RegistryContent.digest(request.query("digest").orElse(""));
        Bytes bytes = uploads.end(name, request, id, state);
        if (!digestOf(digest.algorithm(), bytes).equals(digest)) {
            throw new RegistryError(400, "DIGEST_INVALID", "the upload does not have the digest " + digest);
        }
        content.putBlob(name, digest, bytes);
        return created(name, digest);
    }

    private FakeAnswer created(String name, Digest digest) {
        return withDigest(
                new FakeAnswer(201, Map.of(), Bytes.empty()).withHeader("Location", "/v2/" + name + "/blobs/" + digest),
                digest);
    }

    private FakeAnswer tags(FakeRequest request, String name, String what) {
        if (!what.equals("list") || !request.is("GET")) {
            throw RegistryError.unsupported(request.method() + " of tags/" + what);
        }
        String last = request.query("last").orElse("");
        List<String> rest = content.tags(name).stream()
                .filter(tag -> tag.compareTo(last) > 0)
                .toList();
        int n = Math.min(pageSize, request.query("n").map(Integer::valueOf).orElse(pageSize));
        List<String> page = rest.stream().limit(n).toList();
        Map<String, Json> answer = new LinkedHashMap<>();
        answer.put("name", Json.of(name));
        answer.put("tags", Json.strings(page));
        FakeAnswer listed = FakeAnswer.json(200, Json.object(answer));
        return page.size() == rest.size()
                ? listed
                : listed.withHeader(
                        "Link",
                        "</v2/" + name + "/tags/list?last=" + page.get(page.size() - 1) + "&n=" + n
                                + ">; rel=\"next\"");
    }

    private FakeAnswer referrers(FakeRequest request, String name, Digest subject) {
        if (!referrersApi || !request.is("GET")) {
            throw new RegistryError(404, "UNSUPPORTED", "there is no list of referrers");
        }
        Optional<String> type = request.query("artifactType");
        int first = request.query("first").map(Integer::valueOf).orElse(0);
        List<Descriptor> rest = content.referrers(name, subject).stream()
                .filter(entry -> type.isEmpty() || entry.artifactType().equals(type))
                .skip(first)
                .collect(Collectors.toList());
        List<Descriptor> page = rest.stream().limit(pageSize).toList();
        Index index = Index.builder()
                .mediaType(MediaTypes.IMAGE_INDEX)
                .manifests(page)
                .build();
        FakeAnswer answer =
                new FakeAnswer(200, Map.of("Content-Type", MediaTypes.IMAGE_INDEX), Bytes.of(ModelJson.write(index)));
        FakeAnswer filtered = type.isPresent() ? answer.withHeader("OCI-Filters-Applied", "artifactType") : answer;
        return page.size() == rest.size()
                ? filtered
                : filtered.withHeader(
                        "Link",
                        "<" + url() + "/v2/" + name + "/referrers/" + subject + "?first=" + (first + page.size())
                                + type.map(text -> "&artifactType=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                                        .orElse("")
                                + ">; rel=\"next\"");
    }

    @Override
    Refusal malformed(MalformedDataException problem) {
        return Refusal.invalid(String.valueOf(problem.getMessage()));
    }

    @Override
    Refusal unauthorized() {
        return Refusal.of(RpcCode.UNAUTHENTICATED, "authentication required");
    }

    @Override
    FakeAnswer refusal(Refusal refusal, FakeRequest request) {
        return new RegistryError(
                        refusal.code().httpStatus(),
                        refusal.code() == RpcCode.UNAUTHENTICATED ? "UNAUTHORIZED" : "UNKNOWN",
                        refusal.reason())
                .answer();
    }
}
