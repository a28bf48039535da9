package dev.supplychain.clients.governor;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.PathParameter;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.governor.EvaluateRequest;
import dev.supplychain.model.governor.PackageCoordinates;
import dev.supplychain.model.governor.PolicyScanResult;
import dev.supplychain.model.governor.PublishRequest;
import dev.supplychain.model.governor.PublishResult;
import java.util.List;

/**
 * Makes, fetches and judges attestations with a Provenance Governor.
 *
 * <pre>{@code
 * try (GovernorClient governor = GovernorClient.create(options)) {
 *     PackageCoordinates app = PackageCoordinates.maven("com.example", "app", "1.0.0");
 *     governor.publish(app, request);
 *     List<PolicyScanResult> results = governor.evaluate(app, "release", evaluateRequest);
 * }
 * }</pre>
 *
 * <p>Safe for concurrent use. Errors are {@link ApiException}s with an {@link ApiException#problem()}.
 */
public final class GovernorClient implements AutoCloseable {
    private static final Endpoint PUBLISH = Endpoint.post("{package}/attestations");
    private static final Endpoint EVALUATE = Endpoint.query("{package}/policy-scans/{scan}");
    private static final Endpoint FETCH = Endpoint.get("{attestationUri}");

    private static final PathParameter SCAN = new PathParameter("policy scan name", "-._", 253);
    private static final String JSON_OR_PROBLEM = "application/json, application/problem+json";

    private final Transport transport;

    private GovernorClient(Transport transport) {
        this.transport = transport;
    }

    /** The client of a server; nothing is sent yet. */
    public static GovernorClient create(ClientOptions options) {
        return new GovernorClient(Transport.create(options));
    }

    /**
     * {@code POST /packages/{type}/{namespace}/{name}/{version}/attestations}: makes attestations of a package from its
     * builds.
     *
     * <p>Never sent twice. When it fails with status 500 some attestations may exist: {@link PublishResult.Stored#of} finds
     * them in the {@link ApiException#problem()}.
     *
     * @throws ApiException when the server refuses or fails, or is not reached
     */
    public PublishResult publish(PackageCoordinates coordinates, PublishRequest request) {
        ApiRequest call = PUBLISH.with(coordinates.path()).json(ModelJson.write(request));
        return transport.callJson(call.accept(JSON_OR_PROBLEM), PublishResult::parse);
    }

    /**
     * {@code POST /packages/{type}/{namespace}/{name}/{version}/policy-scans/{scan}}: judges the attestations of a package.
     *
     * <p>The list decides nothing by itself: an empty one, or one that is not applicable throughout, has checked nothing.
     *
     * @param scanName the policy scan, as the server's operators named it
     * @throws ApiException when the server refuses or fails, or is not reached
     */
    public List<PolicyScanResult> evaluate(PackageCoordinates coordinates, String scanName, EvaluateRequest request) {
        ApiRequest call =
                EVALUATE.with(coordinates.path(), SCAN.require(scanName)).json(ModelJson.write(request));
        return transport.callJson(call.accept(JSON_OR_PROBLEM), PolicyScanResult::parseList);
    }

    /**
     * {@code GET /packages/…/attestations/{instance}/{id}}: an attestation, not verified.
     *
     * @param attestationUri what {@link PolicyScanResult#attestationUri()} says, below the base URL of the options
     * @throws ApiException when the server refuses or fails, or is not reached
     * @throws IllegalArgumentException when it is not a path below {@code /packages/}, before anything is sent
     */
    public Envelope fetchAttestation(String attestationUri) {
        String path = AttestationUri.path(attestationUri, transport.baseUrl().path());
        return transport.callJson(FETCH.with(path).accept(JSON_OR_PROBLEM), GovernorClient::envelope);
    }

    /** The documentation shows an envelope and speaks of an array that contains it. */
    private static Envelope envelope(Json answer) {
        List<Json> envelopes = answer.kind() == Json.Kind.ARRAY ? answer.elements() : List.of(answer);
        if (envelopes.size() != 1) {
            throw new MalformedDataException("attestation", "", envelopes.size() + " envelopes instead of one");
        }
        byte[] envelope = envelopes.get(0).toUtf8();
        return Envelope.parse(envelope, envelope.length);
    }

    /** Cancels what runs and frees threads and connections. */
    @Override
    public void close() {
        transport.close();
    }
}
