package dev.supplychain.dsse.cosign;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.oci.Descriptor;
import dev.supplychain.model.oci.Manifest;
import dev.supplychain.model.oci.MediaTypes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** As much of a registry, on a port of its own, as cosign needs to store and find signatures. */
final class InMemoryRegistry implements AutoCloseable {
    private static final Pattern PATH =
            Pattern.compile("/v2/(?<repository>.+)/(?<kind>manifests|blobs/uploads|blobs)/(?<reference>[^/]*)");

    private record Content(String mediaType, Bytes bytes) {}

    private final Map<String, Content> manifests = new ConcurrentHashMap<>();
    private final Map<String, Content> blobs = new ConcurrentHashMap<>();
    private final Map<String, byte[]> uploads = new ConcurrentHashMap<>();
    private final AtomicInteger uploadCount = new AtomicInteger();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final HttpServer server;

    InMemoryRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        // cosign tries TLS first: that connection must not keep the next one waiting.
        server.setExecutor(executor);
        server.createContext("/v2/", this::answer);
        server.start();
    }

    /** Where cosign finds a repository; it speaks plain HTTP to this address. */
    String repository(String name) {
        return "127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    /** Stores a manifest with these layers under that tag. */
    Digest push(String repository, String tag, List<Descriptor> layers, List<byte[]> contents) {
        byte[] config = "{}".getBytes(StandardCharsets.UTF_8);
        byte[] manifest = Manifest.builder()
                .mediaType(MediaTypes.IMAGE_MANIFEST)
                .config(Descriptor.of(MediaTypes.IMAGE_CONFIG, config))
                .layers(layers)
                .build()
                .toJson();
        putBlob(config);
        contents.forEach(this::putBlob);
        putManifest(repository, tag, new Content(MediaTypes.IMAGE_MANIFEST, Bytes.of(manifest)));
        return Digest.sha256(manifest);
    }

    /** The manifest under that tag. */
    Optional<Manifest> manifest(String repository, String tag) {
        return Optional.ofNullable(manifests.get(repository + "@" + tag))
                .map(found -> Manifest.parse(found.bytes.toByteArray()));
    }

    /** The content of a layer. */
    byte[] blob(Descriptor layer) {
        return Objects.requireNonNull(blobs.get(layer.digest().toString()))
                .bytes
                .toByteArray();
    }

    private void putBlob(byte[] content) {
        blobs.put(Digest.sha256(content).toString(), new Content("application/octet-stream", Bytes.of(content)));
    }

    private void putManifest(String repository, String reference, Content manifest) {
        manifests.put(repository + "@" + reference, manifest);
        manifests.put(repository + "@" + Digest.sha256(manifest.bytes.toByteArray()), manifest);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
            if (!path.matches()) {
                boolean root = exchange.getRequestURI().getPath().equals("/v2/");
                exchange.sendResponseHeaders(root ? 200 : 404, -1);
            } else if (path.group("kind").equals("blobs/uploads")) {
                upload(exchange, path.group("repository"), path.group("reference"), body);
            } else if (exchange.getRequestMethod().equals("PUT")) {
                String type = exchange.getRequestHeaders().getFirst("Content-Type");
                putManifest(path.group("repository"), path.group("reference"), new Content(type, Bytes.of(body)));
                exchange.sendResponseHeaders(201, -1);
            } else {
                send(
                        exchange,
                        path.group("kind").equals("blobs")
                                ? blobs.get(path.group("reference"))
                                : manifests.get(path.group("repository") + "@" + path.group("reference")));
            }
        }
    }

    private void upload(HttpExchange exchange, String repository, String id, byte[] body) throws IOException {
        String upload = id.isEmpty() ? Integer.toString(uploadCount.incrementAndGet()) : id;
        byte[] before = uploads.getOrDefault(upload, new byte[0]);
        byte[] all = Arrays.copyOf(before, before.length + body.length);
        System.arraycopy(body, 0, all, before.length, body.length);
        uploads.put(upload, all);
        boolean last = exchange.getRequestMethod().equals("PUT");
        if (last) {
            putBlob(all);
        }
        exchange.getResponseHeaders().add("Location", "/v2/" + repository + "/blobs/uploads/" + upload);
        exchange.sendResponseHeaders(last ? 201 : 202, -1);
    }

    private static void send(HttpExchange exchange, @Nullable Content content) throws IOException {
        if (content == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        byte[] bytes = content.bytes.toByteArray();
        exchange.getResponseHeaders().add("Content-Type", content.mediaType);
        exchange.getResponseHeaders()
                .add("Docker-Content-Digest", Digest.sha256(bytes).toString());
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().add("Content-Length", Integer.toString(bytes.length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
