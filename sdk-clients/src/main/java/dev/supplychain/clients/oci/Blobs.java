package dev.supplychain.clients.oci;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.Streamed;
import dev.supplychain.model.Digest;
import dev.supplychain.model.oci.Descriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalLong;
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
        ApiRequest request = GET.with(repository.path(), digest.toString())
                .scope(repository.pull())
                .accept("*/*")
                .expecting(REDIRECTS);
        HttpUrl url = registry.resolve("/v2/" + repository.path() + "/blobs/" + digest);
        HttpUrl first = url;
        for (int hops = 0; ; hops++) {
            Streamed answer = registry.transport().open(request);
            if (answer.status() < 300) {
                return new VerifiedStream(request.line(), answer, digest, size);
            }
            answer.close();
            if (hops == MAX_REDIRECTS) {
                throw ApiException.builder(Kind.PROTOCOL, request.line())
                        .httpStatus(answer.status())
                        .reason("more than " + MAX_REDIRECTS + " redirects")
                        .build();
            }
            url = Locations.follow(request.line(), url, answer.header("Location"));
            request = request.at(url);
            // Whoever has sent us away has no more claim on our name.
            request = Locations.isSameOrigin(first, url) ? request : request.withoutCredentials();
        }
    }

    /**
     * Content in memory.
     *
     * @throws ApiException also when it is larger than an answer may be
     */
    byte[] read(Descriptor blob) {
        int most = registry.options().maxBodyBytes();
        String line = "GET /v2/" + repository.path() + "/blobs/" + blob.digest();
        if (blob.size() > most) {
            throw ApiException.builder(Kind.TOO_LARGE, line)
                    .reason("the blob has " + blob.size() + " bytes, more than " + most)
                    .attempts(0)
                    .build();
        }
        try (InputStream in = open(blob.digest(), OptionalLong.of(blob.size()))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw ApiException.builder(Kind.UNREACHABLE, line)
                    .reason("the blob cannot be read")
                    .cause(e)
                    .build();
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
