package dev.supplychain.clients.endor;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.Cancellation;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Page;
import dev.supplychain.clients.Pages;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.PathParameter;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.endor.ArtifactSignature;
import dev.supplychain.model.endor.ArtifactSignatureList;
import dev.supplychain.model.endor.CountResponse;
import dev.supplychain.model.endor.GroupResponse;
import dev.supplychain.model.endor.ListArtifactSignaturesResponse;
import dev.supplychain.model.endor.ListFilter;
import dev.supplychain.model.endor.ListParameters;
import dev.supplychain.model.endor.TenantMeta;
import dev.supplychain.model.endor.UpdateArtifactSignatureRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps artifact signatures with Endor Labs.
 *
 * <pre>{@code
 * try (EndorClient endor = EndorClient.withApiKey(ClientOptions.of(EndorClient.CLOUD), key, secret)) {
 *     ArtifactSignature stored = endor.createArtifactSignature("endor.prod.app", signature);
 *
 *     // What was built from a branch is not to be trusted any more.
 *     ListFilter branch = ListFilter.equal("spec.source_repository_ref", "refs/heads/leaked");
 *     for (ArtifactSignature each : endor.listArtifactSignatures("endor.prod.app", branch)) {
 *         endor.revokeArtifactSignature("endor.prod.app", each.uuid().orElseThrow());
 *     }
 * }
 * }</pre>
 *
 * <p>A namespace is that of the owner, such as {@code endor.prod.app}: from any other, even a parent, the service answers
 * 404, except to lists that {@link ListParameters#traverse()}.
 *
 * <p>Safe for concurrent use. Errors are {@link ApiException}s with an {@link ApiException#status()}, whose code says more
 * than the HTTP status.
 *
 * @see <a href="https://docs.endorlabs.com/rest-api/">Endor Labs REST API, ArtifactSignatureService</a>
 */
public final class EndorClient implements AutoCloseable {
    /** Endor Labs' own server. */
    public static final String CLOUD = "https://api.endorlabs.com";

    private static final String COLLECTION = "/v1/namespaces/{namespace}/artifact-signatures";
    private static final Endpoint CREATE = Endpoint.post(COLLECTION);
    private static final Endpoint LIST = Endpoint.get(COLLECTION);
    private static final Endpoint GET = Endpoint.get(COLLECTION + "/{uuid}");
    private static final Endpoint DELETE = Endpoint.delete(COLLECTION + "/{uuid}");
    private static final Endpoint UPDATE = Endpoint.patch(COLLECTION);
    /** What is revoked twice is revoked. */
    private static final Endpoint REVOKE = new Endpoint("PATCH", COLLECTION, true);

    private static final Endpoint AUTHENTICATION = Endpoint.get("/v1/auth");

    private static final PathParameter UUID = new PathParameter("uuid", "-", 64);

    private final Transport transport;
    private final Runnable logout;

    private EndorClient(Transport transport, Runnable logout) {
        this.transport = transport;
        this.logout = logout;
    }

    /** The client of a server, with the credentials of the options; nothing is sent yet. */
    public static EndorClient create(ClientOptions options) {
        return new EndorClient(Transport.create(options), () -> {});
    }

    /**
     * The client of a server that takes an API key, as {@link EndorCredentials#ofApiKey} does; nothing is sent yet.
     *
     * @param server where the service is and how patient the client is; its {@link ClientOptions#credentials()} do not count
     */
    public static EndorClient withApiKey(ClientOptions server, String key, String secret) {
        EndorCredentials account = EndorCredentials.ofApiKey(server, key, secret);
        ClientOptions options =
                ClientOptions.builder().from(server).credentials(account).build();
        return new EndorClient(Transport.create(options), account::close);
    }

    /**
     * {@code GET /v1/auth}: asks whether the credentials are good.
     *
     * @throws ApiException when they are not, or the server is not reached
     */
    public void requireAuthentication() {
        transport.run(AUTHENTICATION.with());
    }

    /**
     * {@code POST /v1/namespaces/{namespace}/artifact-signatures}: stores a signature.
     *
     * <p>Never sent twice. What only the service sets is left out; {@code tenant_meta} says the same namespace as the path.
     *
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
        String path = Namespace.require(namespace);
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
     * @throws ApiException when the server refuses or fails, or is not reached; 404 when there is none
     */
    public ArtifactSignature getArtifactSignature(String namespace, String uuid) {
        return transport.call(GET.with(Namespace.require(namespace), UUID.require(uuid)), ArtifactSignature.class);
    }

    /**
     * {@link #listArtifactSignatures(String, ListParameters)} of all that a filter lets through.
     *
     * @throws ApiException while walking, when the server refuses or fails, or is not reached
     */
    public Pages<ArtifactSignature> listArtifactSignatures(String namespace, ListFilter filter) {
        return listArtifactSignatures(
                namespace, ListParameters.builder().filter(filter).build());
    }

    /**
     * {@code GET /v1/namespaces/{namespace}/artifact-signatures?list_parameters.…}: signatures, fetched as they are walked.
     *
     * <p>With a {@link ListParameters#mask()} each has only what the mask names.
     *
     * @throws ApiException while walking, when the server refuses or fails, is not reached, or gives a page twice
     * @throws IllegalArgumentException when the parameters ask for a count or for groups
     */
    public Pages<ArtifactSignature> listArtifactSignatures(String namespace, ListParameters parameters) {
        if (parameters.count() || !parameters.groupAggregationPaths().isEmpty()) {
            throw new IllegalArgumentException(
                    "the parameters ask for a count or groups: countArtifactSignatures and groupArtifactSignatures");
        }
        ApiRequest first = LIST.with(Namespace.require(namespace));
        return transport.pages(first.line(), cursor -> {
            ListParameters page =
                    cursor.map(text -> Cursor.behind(parameters, text)).orElse(parameters);
            return page(transport.call(withQuery(first, page), ListArtifactSignaturesResponse.class));
        });
    }

    private static Page<ArtifactSignature> page(ListArtifactSignaturesResponse answer) {
        Optional<ArtifactSignatureList> list = answer.list();
        return new Page<>(
                list.map(ArtifactSignatureList::objects).orElse(List.of()),
                list.flatMap(ArtifactSignatureList::response).flatMap(Cursor::next));
    }

    /**
     * {@code GET /v1/namespaces/{namespace}/artifact-signatures?list_parameters.count=true…}: how many signatures a list
     * has.
     *
     * @throws ApiException when the server refuses or fails, or is not reached
     */
    public int countArtifactSignatures(String namespace, ListParameters parameters) {
        ListParameters counting =
                ListParameters.builder().from(parameters).count(true).build();
        return transport.callJson(
                withQuery(LIST.with(Namespace.require(namespace)), counting),
                // Nothing is counted as an absent number.
                answer -> ModelJson.read(answer, ListArtifactSignaturesResponse.class)
                        .countResponse()
                        .map(CountResponse::count)
                        .orElseThrow(() -> new MalformedDataException("count", "", "has no count_response"))
                        .orElse(0));
    }

    /**
     * {@code GET /v1/namespaces/{namespace}/artifact-signatures?list_parameters.group.aggregation_paths=…}: signatures in
     * groups, as the service forms them.
     *
     * @param parameters with at least one of {@link ListParameters#groupAggregationPaths()}
     * @throws ApiException when the server refuses or fails, or is not reached
     * @throws IllegalArgumentException when the parameters name nothing to group by
     */
    public GroupResponse groupArtifactSignatures(String namespace, ListParameters parameters) {
        if (parameters.groupAggregationPaths().isEmpty()) {
            throw new IllegalArgumentException("the parameters name no group.aggregation_paths");
        }
        return transport.callJson(
                withQuery(LIST.with(Namespace.require(namespace)), parameters),
                answer -> ModelJson.read(answer, ListArtifactSignaturesResponse.class)
                        .groupResponse()
                        .orElseThrow(() -> new MalformedDataException("groups", "", "has no group_response")));
    }

    private static ApiRequest withQuery(ApiRequest request, ListParameters parameters) {
        ApiRequest all = request;
        for (Map.Entry<String, String> each : parameters.query().entrySet()) {
            all = all.query(each.getKey(), each.getValue());
        }
        return all;
    }

    /**
     * {@code PATCH /v1/namespaces/{namespace}/artifact-signatures}: makes some fields what they are in the given signature.
     *
     * <p>Never sent twice.
     *
     * @param signature what it should be, with its uuid; nothing but the uuid and what the paths name is sent
     * @param paths the fields to change, such as {@code meta.tags}; what the signature lacks of them is cleared
     * @return the signature as stored
     * @throws ApiException when the server refuses or fails, or is not reached
     * @throws IllegalStateException when the uuid is missing; before anything is sent
     * @throws IllegalArgumentException when there is no path, or one is no path, or the service alone sets what it names;
     *     before anything is sent
     */
    public ArtifactSignature updateArtifactSignature(String namespace, ArtifactSignature signature, String... paths) {
        return updateArtifactSignature(namespace, UpdateArtifactSignatureRequest.of(signature, paths));
    }

    /**
     * {@code PATCH /v1/namespaces/{namespace}/artifact-signatures}: {@link #updateArtifactSignature(String,
     * ArtifactSignature, String...)} for requests that say more, such as {@code force}.
     *
     * @return the signature as stored
     * @throws ApiException when the server refuses or fails, or is not reached
     */
    public ArtifactSignature updateArtifactSignature(String namespace, UpdateArtifactSignatureRequest update) {
        return patch(UPDATE, namespace, update);
    }

    /**
     * {@code PATCH /v1/namespaces/{namespace}/artifact-signatures}: says that a signature is not to be trusted any more, by
     * setting {@code spec.revoked}. A signature that is revoked already stays so.
     *
     * @return the signature as stored
     * @throws ApiException when the server refuses or fails, or is not reached; 404 when there is none
     */
    public ArtifactSignature revokeArtifactSignature(String namespace, String uuid) {
        return patch(REVOKE, namespace, UpdateArtifactSignatureRequest.revoke(UUID.require(uuid)));
    }

    private ArtifactSignature patch(Endpoint endpoint, String namespace, UpdateArtifactSignatureRequest update) {
        ApiRequest request = endpoint.with(Namespace.require(namespace)).json(ModelJson.write(update));
        return transport.call(request, ArtifactSignature.class);
    }

    /**
     * {@code DELETE /v1/namespaces/{namespace}/artifact-signatures/{uuid}}: forgets a signature. Whoever trusts it already
     * learns nothing of that: {@link #revokeArtifactSignature} tells them.
     *
     * @throws ApiException when the server refuses or fails, or is not reached; 404 when there is none, or no longer after
     *     an earlier attempt whose answer was lost
     */
    public void deleteArtifactSignature(String namespace, String uuid) {
        transport.run(DELETE.with(Namespace.require(namespace), UUID.require(uuid)));
    }

    /** Operations that the published API does not have; they may change or go with any version. */
    public ExperimentalArtifactOperations experimentalArtifactOperations() {
        return new ExperimentalArtifactOperations(transport);
    }

    /** This client, whose calls can be cancelled besides; closing either closes both. */
    public EndorClient cancelledBy(Cancellation cancellation) {
        return new EndorClient(transport.cancelledBy(cancellation), logout);
    }

    /** Cancels what runs and frees threads and connections. */
    @Override
    public void close() {
        transport.close();
        logout.run();
    }
}
