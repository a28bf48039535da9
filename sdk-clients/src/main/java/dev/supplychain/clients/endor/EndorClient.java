package dev.supplychain.clients.endor;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.PathParameter;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.endor.ArtifactSignature;
import dev.supplychain.model.endor.TenantMeta;
import java.util.Optional;

/**
 * Keeps artifact signatures with Endor Labs.
 *
 * <pre>{@code
 * ClientOptions options = ClientOptions.builder()
 *         .baseUrl(EndorClient.CLOUD)
 *         .credentials(Credentials.bearer(token))
 *         .build();
 * try (EndorClient endor = EndorClient.create(options)) {
 *     ArtifactSignature stored = endor.createArtifactSignature("endor.prod.app", signature);
 * }
 * }</pre>
 *
 * <p>Safe for concurrent use. Errors are {@link ApiException}s with an {@link ApiException#status()}.
 */
public final class EndorClient implements AutoCloseable {
    /** Endor Labs' own server. */
    public static final String CLOUD = "https://api.endorlabs.com";

    private static final Endpoint CREATE = Endpoint.post("/v1/namespaces/{namespace}/artifact-signatures");
    private static final Endpoint GET = Endpoint.get("/v1/namespaces/{namespace}/artifact-signatures/{uuid}");

    private static final PathParameter NAMESPACE = new PathParameter("namespace", "-._", 255);
    private static final PathParameter UUID = new PathParameter("uuid", "-", 64);

    private final Transport transport;

    private EndorClient(Transport transport) {
        this.transport = transport;
    }

    /** The client of a server; nothing is sent yet. */
    public static EndorClient create(ClientOptions options) {
        return new EndorClient(Transport.create(options));
    }

    /**
     * {@code POST /v1/namespaces/{namespace}/artifact-signatures}: stores a signature.
     *
     * <p>Never sent twice. What only the service sets is left out; {@code tenant_meta} says the same namespace as the path.
     *
     * @param namespace the full name of the owner, such as {@code endor.prod.app}
     * @return the signature as stored, with its uuid
     * @throws ApiException when the server refuses or fails, or is not reached; 409 when it exists already
     * @throws IllegalArgumentException when the signature names another namespace, or the service would refuse a part of
     *     it; before anything is sent
     * @throws IllegalStateException when a required part is missing; before anything is sent
     */
    public ArtifactSignature createArtifactSignature(String namespace, ArtifactSignature signature) {
        Optional<String> owner = signature.tenantMeta().flatMap(TenantMeta::namespace);
        if (owner.isPresent() && !owner.get().equals(namespace)) {
            throw new IllegalArgumentException("the signature's tenant_meta names another namespace than the call");
        }
        String path = requireNamespace(namespace);
        ArtifactSignature owned = ArtifactSignature.builder()
                .from(signature)
                .tenantMeta(TenantMeta.of(namespace))
                .buildPartial()
                .forCreate();
        return transport.call(CREATE.with(path).json(ModelJson.write(owned)), ArtifactSignature.class);
    }

    /**
     * {@code GET /v1/namespaces/{namespace}/artifact-signatures/{uuid}}: a signature.
     *
     * @param namespace the one that owns it; any other is answered with 404
     * @throws ApiException when the server refuses or fails, or is not reached; 404 when there is none
     */
    public ArtifactSignature getArtifactSignature(String namespace, String uuid) {
        return transport.call(GET.with(requireNamespace(namespace), UUID.require(uuid)), ArtifactSignature.class);
    }

    private static String requireNamespace(String namespace) {
        NAMESPACE.require(namespace);
        if (namespace.startsWith(".") || namespace.endsWith(".") || namespace.contains("..")) {
            throw new IllegalArgumentException("the namespace has an empty label");
        }
        return namespace;
    }

    /** Cancels what runs and frees threads and connections. */
    @Override
    public void close() {
        transport.close();
    }
}
