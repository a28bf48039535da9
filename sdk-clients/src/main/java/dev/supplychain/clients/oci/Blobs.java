package dev.supplychain.clients.oci;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.Received;
import dev.supplychain.clients.internal.Streamed;
import dev.supplychain.model.Digest;
import dev.supplychain.model.oci.Descriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.HttpUrl;

/** The blobs of a repository. */
final class Blobs {
    private static final String BLOB = "/v2/{name}/blobs/{digest}";
    private static final Endpoint HEAD = Endpoint.head(BLOB);
    private static final Endpoint GET = Endpoint.get(BLOB);
    private static final int[] REDIRECTS = {301, 302, 303, 307, 308};
    private static final int MAX_REDIRECTS = 3;
    private static final int NOT_FOUND = 404;

    private final Repository repository;
    private final Registry registry;

    Blobs(Repository repository) {
        this.repository = repository;
        this.registry = repository.registry();
    }

    boolean has(Digest digest) {
        ApiRequest request = HEAD.with(repository.path(), digest.toString())
                .scope(repository.pull())
                .accept("*/*")
                .expecting(301, 302, 303, 307, 308, NOT_FOUND);
        // Where the content lies elsewhere, the redirect says that there is some.
        return registry.transport().exchange(request).status() != NOT_FOUND;
    }

    /** Pushes content, unless it is there. */
    void push(BlobSource blob) {
        if (!has(blob.digest())) {
            new BlobUpload(repository).push(blob);
        }
    }

    /**
     * Makes a blob of another repository one of this.
     *
     * @return false when the registry does not do that
     */
    boolean mount(Repository from, Digest digest) {
        return new BlobUpload(repository).mount(from, digest);
    }

    /** Content that is checked while it is read. */
    InputStream open(Digest digest, OptionalLong size) {
        return follow(digest, request -> {
            Streamed answer = registry.transport().open(request);
            return new Hop<>(
                    answer.status(),
                    answer.header("Location"),
                    () -> new VerifiedStream(request.line(), answer, digest, size));
        });
    }

    /**
     * Content in memory.
     *
     * @throws ApiException also when it is larger than an answer may be
     */
    byte[] read(Descriptor blob) {
        int most = registry.options().maxBodyBytes();
        if (blob.size() > most) {
            throw ApiException.builder(Kind.TOO_LARGE, get(blob.digest()).line())
                    .reason("the blob has " + blob.size() + " bytes, more than " + most)
                    .attempts(0)
                    .build();
        }
        return follow(blob.digest(), request -> {
            Received answer = registry.transport().exchange(request);
            return new Hop<>(answer.status(), answer.header("Location"), () -> verified(request, answer, blob));
        });
    }

    private static byte[] verified(ApiRequest request, Received answer, Descriptor blob) {
        Digest actual = ContentDigest.of(blob.digest().algorithm(), answer.body());
        if (!blob.describes(answer.body())) {
            throw Repository.refused(
                    request,
                    answer,
                    "the body has " + answer.body().length + " bytes and the digest " + actual + ", not " + blob.size()
                            + " and " + blob.digest());
        }
        return answer.body();
    }

    /**
     * What came of a request.
     *
     * @param status its status
     * @param location where it sends us, if it does
     * @param answer what it brought, if it brought something
     */
    private record Hop<T>(int status, Optional<String> location, Supplier<T> answer) {}

    private ApiRequest get(Digest digest) {
        return GET.with(repository.path(), digest.toString())
                .scope(repository.pull())
                .accept("*/*")
                .expecting(REDIRECTS);
    }

    private <T> T follow(Digest digest, Function<ApiRequest, Hop<T>> send) {
        ApiRequest request = get(digest);
        HttpUrl first = registry.resolve("/v2/" + repository.path() + "/blobs/" + digest);
        HttpUrl url = first;
        for (int hops = 0; ; hops++) {
            Hop<T> hop = send.apply(request);
            if (hop.status() < 300) {
                return hop.answer().get();
            }
            if (hops == MAX_REDIRECTS) {
                throw ApiException.builder(Kind.PROTOCOL, request.line())
                        .httpStatus(hop.status())
                        .reason("more than " + MAX_REDIRECTS + " redirects")
                        .build();
            }
            url = Locations.follow(request.line(), url, hop.location());
            request = request.at(url);
            // Whoever has sent us away has no more claim on our name.
            request = Locations.isSameOrigin(first, url) ? request : request.withoutCredentials();
        }
    }

    /** Content into a file, which appears only when all of it has proved right. */
    void fetch(Descriptor blob, Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(target + " is not a file in a folder");
        }
        Path part = Files.createTempFile(folder, ".", ".part");
        try {
            try (InputStream in = open(blob.digest(), OptionalLong.of(blob.size()))) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
