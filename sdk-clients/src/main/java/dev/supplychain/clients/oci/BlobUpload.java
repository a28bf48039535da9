package dev.supplychain.clients.oci;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.Backoff;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Content;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.Received;
import dev.supplychain.model.Digest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Brings a blob into a repository: in one piece, or in parts when it is large.
 *
 * <p>An upload that breaks is begun again, as often as calls are repeated: nobody sees a blob before it is complete.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pushing-blobs">OCI distribution
 *     specification 1.1, pushing blobs</a>
 */
final class BlobUpload {
    private static final Endpoint START = Endpoint.post("/v2/{name}/blobs/uploads");
    private static final Endpoint PART = Endpoint.patch("/v2/{name}/blobs/uploads");
    /** Repeated from the start of the upload only. */
    private static final Endpoint END = new Endpoint("PUT", "/v2/{name}/blobs/uploads", false);

    private static final Set<Integer> PASSING = Set.of(408, 416, 429, 500, 502, 503, 504);
    private static final int CREATED = 201;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Content NOTHING = Content.of("application/octet-stream", new byte[0]);

    private final Repository repository;
    private final Registry registry;

    BlobUpload(Repository repository) {
        this.repository = repository;
        this.registry = repository.registry();
    }

    boolean mount(Repository from, Digest digest) {
        HttpUrl url = uploads()
                .newBuilder()
                .addQueryParameter("mount", digest.toString())
                .addQueryParameter("from", from.path())
                .build();
        ApiRequest request = START.with(repository.path())
                .scope(repository.push() + " " + from.pull())
                .at(url)
                .body(NOTHING);
        // Otherwise the registry has begun an upload, which it forgets when nobody goes on with it.
        return registry.transport().exchange(request).status() == CREATED;
    }

    void push(BlobSource blob) {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                upload(blob);
                return;
            } catch (ApiException e) {
                boolean timeLeft = registry.options().transferTimeout().toNanos() > System.nanoTime() - start;
                if (attempt >= registry.options().retry().maxAttempts() || !mayPass(e) || !timeLeft) {
                    throw e;
                }
                sleep(attempt, e);
            }
            // The answer may have got lost, and not the blob.
            if (repository.blobs().has(blob.digest())) {
                return;
            }
        }
    }

    private static boolean mayPass(ApiException e) {
        return e.kind() == Kind.UNREACHABLE
                || e.kind() == Kind.OUTCOME_UNKNOWN
                || e.httpStatus().stream().anyMatch(PASSING::contains);
    }

    private void sleep(int attempt, ApiException e) {
        Duration wait = Backoff.of(registry.options().retry())
                .delay(
                        attempt,
                        e.isStatus(TOO_MANY_REQUESTS),
                        e.retryAfter(),
                        registry.options().random().getAsDouble());
        if (wait.compareTo(registry.options().callTimeout()) > 0) {
            throw e;
        }
        registry.transport().pause(wait, e.request(), false);
    }

    private void upload(BlobSource blob) {
        ApiRequest request = START.with(repository.path())
                .scope(repository.push())
                .at(uploads())
                .body(NOTHING);
        Received started = registry.transport().exchange(request);
        HttpUrl location = follow(request, uploads(), started);
        long part = Math.max(registry.chunkBytes(), leastPart(started));
        if (blob.size() <= part) {
            end(location, blob, blob.part(0, blob.size()));
            return;
        }
        for (long from = 0; from < blob.size(); from += part) {
            location = sendPart(location, blob, from, Math.min(part, blob.size() - from));
        }
        end(location, blob, NOTHING);
    }

    private HttpUrl sendPart(HttpUrl location, BlobSource blob, long from, long length) {
        long last = from + length - 1;
        ApiRequest request = PART.with(repository.path())
                .scope(repository.push())
                .at(location)
                .header("Content-Range", from + "-" + last)
                .body(blob.part(from, length));
        Received answer = registry.transport().exchange(request);
        answer.header("Range").filter(range -> !range.endsWith("-" + last)).ifPresent(range -> {
            throw Repository.refused(request, answer, "the registry has not taken all bytes up to " + last);
        });
        return follow(request, location, answer);
    }

    private void end(HttpUrl location, BlobSource blob, Content content) {
        HttpUrl url = location.newBuilder()
                .addQueryParameter("digest", blob.digest().toString())
                .build();
        ApiRequest request =
                END.with(repository.path()).scope(repository.push()).at(url).body(content);
        Received answer = registry.transport().exchange(request);
        Optional<Digest> stored = Repository.contentDigest(request, answer);
        stored.filter(digest -> digest.algorithm().equals(blob.digest().algorithm()))
                .filter(digest -> !digest.equals(blob.digest()))
                .ifPresent(digest -> {
                    throw Repository.refused(
                            request, answer, "the registry has stored " + digest + ", not " + blob.digest());
                });
    }

    private static HttpUrl follow(ApiRequest request, HttpUrl asked, Received answer) {
        return Locations.follow(request.line(), asked, answer.header("Location"));
    }

    private static long leastPart(Received answer) {
        return answer.header("OCI-Chunk-Min-Length")
                .filter(text -> text.matches("\\d{1,12}"))
                .map(Long::valueOf)
                .orElse(0L);
    }

    private HttpUrl uploads() {
        return registry.resolve("/v2/" + repository.path() + "/blobs/uploads/");
    }
}
