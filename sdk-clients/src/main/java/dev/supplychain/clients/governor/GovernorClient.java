package dev.supplychain.clients.governor;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.Cancellation;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.ItemStream;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.ItemReader;
import dev.supplychain.clients.internal.NdJson;
import dev.supplychain.clients.internal.PathParameter;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.governor.EvaluateRequest;
import dev.supplychain.model.governor.PackageCoordinates;
import dev.supplychain.model.governor.PolicyScanResult;
import dev.supplychain.model.governor.PublishRequest;
import dev.supplychain.model.governor.PublishResult;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
 * <p>Evaluating and fetching are repeated when the server is overloaded (429) or fails; publishing never is. The methods
 * that end in {@code Streaming} ask for the results one by one, as the server has them.
 *
 * <p>Safe for concurrent use. Errors are {@link ApiException}s with an {@link ApiException#problem()}.
 *
 * @see <a href="https://docs.gradle.com/develocity/provenance-governor/">Develocity Provenance Governor</a>
 */
public final class GovernorClient implements AutoCloseable {
    private static final Endpoint PUBLISH = Endpoint.post("{package}/attestations");
    private static final Endpoint EVALUATE = Endpoint.query("{package}/policy-scans/{scan}");
    private static final Endpoint FETCH = Endpoint.get("{attestationUri}");
    private static final Endpoint PUBLISH_AT = Endpoint.post("{path}");
    private static final Endpoint EVALUATE_AT = Endpoint.query("{path}");

    private static final PathParameter SCAN = new PathParameter("policy scan name", "-._", 253);
    private static final String JSON_OR_PROBLEM = "application/json, application/problem+json";
    private static final String LINES_OR_PROBLEM = "application/x-ndjson, application/problem+json";

    private static final ItemReader<PolicyScanResult> RESULTS = ItemReader.of(PolicyScanResult.class);
    private static final ItemReader<PublishResult> PUBLICATIONS = ItemReader.of(PublishResult::parseItem);

    private final Transport transport;
    private final int maxItemBytes;
    private final RequestFormat format;

    private GovernorClient(Transport transport, int maxItemBytes, RequestFormat format) {
        this.transport = transport;
        this.maxItemBytes = maxItemBytes;
        this.format = format;
    }

    /** The client of a server; nothing is sent yet. */
    public static GovernorClient create(ClientOptions options) {
        return new GovernorClient(Transport.create(options), options.maxBodyBytes(), RequestFormat.JSON);
    }

    /** This client, writing its requests in another format. Both have the same connections: closing one closes the other. */
    public GovernorClient sending(RequestFormat requestFormat) {
        return new GovernorClient(transport, maxItemBytes, requestFormat);
    }

    /**
     * {@code POST /packages/{type}/{namespace}/{name}/{version}/attestations}: makes attestations of a package from its
     * builds.
     *
     * <p>Never sent twice. When it fails with status 500 some attestations may exist: {@link #publishedBefore} finds them.
     *
     * @throws ApiException when the server refuses or fails, or is not reached
     */
    public PublishResult publish(PackageCoordinates coordinates, PublishRequest request) {
        return buffered(with(PUBLISH.with(coordinates.path()), request), PublishResult::parse);
    }

    /**
     * {@link #publish(PackageCoordinates, PublishRequest)} at a URL that the server has signed, without credentials.
     *
     * @throws ApiException when the server refuses or fails, or is not reached
     * @throws IllegalArgumentException when the URL is of another server, or not one to publish at
     */
    public PublishResult publish(PresignedUrl url, PublishRequest request) {
        return buffered(with(publishAt(url), request), PublishResult::parse);
    }

    /**
     * {@link #publish(PackageCoordinates, PublishRequest)}, answered in pieces: each has a part of the whole result.
     *
     * @throws ApiException when the server refuses or fails, or is not reached
     */
    public ItemStream<PublishResult> publishStreaming(PackageCoordinates coordinates, PublishRequest request) {
        return streamed(with(PUBLISH.with(coordinates.path()), request), PUBLICATIONS);
    }

    /**
     * {@link #publishStreaming(PackageCoordinates, PublishRequest)} at a URL that the server has signed, without
     * credentials.
     *
     * @throws ApiException when the server refuses or fails, or is not reached
     * @throws IllegalArgumentException when the URL is of another server, or not one to publish at
     */
    public ItemStream<PublishResult> publishStreaming(PresignedUrl url, PublishRequest request) {
        return streamed(with(publishAt(url), request), PUBLICATIONS);
    }

    /**
     * What a failed {@link #publish} had published before it failed; absent when the server says nothing about it.
     * Publishing again without looking there makes second attestations.
     *
     * @throws MalformedDataException when what the server says cannot be read
     */
    public static Optional<PublishResult.Stored> publishedBefore(ApiException failure) {
        return failure.problem().flatMap(PublishResult.Stored::of);
    }

    /**
     * {@code POST /packages/{type}/{namespace}/{name}/{version}/policy-scans/{scan}}: judges the attestations of a package.
     *
     * <p>The list decides nothing by itself: an empty one, or one that is not applicable throughout, has checked nothing.
     *
     * @param scanName the policy scan, as the server's operators named it
     * @throws ApiException when the server refuses or fails, or is not reached; 404 when there is no such scan
     */
    public List<PolicyScanResult> evaluate(PackageCoordinates coordinates, String scanName, EvaluateRequest request) {
        return buffered(with(evaluate(coordinates, scanName), request), PolicyScanResult::parseList);
    }

    /**
     * {@link #evaluate(PackageCoordinates, String, EvaluateRequest)} at a URL that the server has signed, without
     * credentials.
     *
     * @throws ApiException when the server refuses or fails, or is not reached
     * @throws IllegalArgumentException when the URL is of another server, or not one of a policy scan
     */
    public List<PolicyScanResult> evaluate(PresignedUrl url, EvaluateRequest request) {
        return buffered(with(evaluateAt(url), request), PolicyScanResult::parseList);
    }

    /**
     * {@link #evaluate(PackageCoordinates, String, EvaluateRequest)}, answered one result at a time.
     *
     * @throws ApiException when the server refuses or fails, or is not reached
     */
    public ItemStream<PolicyScanResult> evaluateStreaming(
            PackageCoordinates coordinates, String scanName, EvaluateRequest request) {
        return streamed(with(evaluate(coordinates, scanName), request), RESULTS);
    }

    /**
     * {@link #evaluateStreaming(PackageCoordinates, String, EvaluateRequest)} at a URL that the server has signed, without
     * credentials.
     *
     * @throws ApiException when the server refuses or fails, or is not reached
     * @throws IllegalArgumentException when the URL is of another server, or not one of a policy scan
     */
    public ItemStream<PolicyScanResult> evaluateStreaming(PresignedUrl url, EvaluateRequest request) {
        return streamed(with(evaluateAt(url), request), RESULTS);
    }

    /**
     * {@code GET /packages/…/{digestType}:{digest}/attestations/{instance}/{id}}: an attestation, not verified.
     *
     * @param attestationUri what {@link PolicyScanResult#attestationUri()} says, below the base URL of the options
     * @throws ApiException when the server refuses or fails, or is not reached
     * @throws IllegalArgumentException when it is not the path of an attestation, before anything is sent
     */
    public Envelope fetchAttestation(String attestationUri) {
        return buffered(FETCH.with(path(attestationUri)), GovernorClient::onlyEnvelope);
    }

    /**
     * {@link #fetchAttestation(String)} of an attestation that is known by its parts.
     *
     * @param instance the store, as {@code {s3|af}:{name}}
     * @param id the attestation in the store: a text without meaning, as the server gave it
     * @throws ApiException when the server refuses or fails, or is not reached
     * @throws IllegalArgumentException when a part cannot stand in the path, before anything is sent
     */
    public Envelope fetchAttestation(PackageCoordinates coordinates, Digest digest, String instance, String id) {
        return fetchAttestation(AttestationUri.path(coordinates, digest, instance, id));
    }

    /**
     * {@link #fetchAttestation(String)} from a URL that the server has signed, without credentials.
     *
     * @throws ApiException when the server refuses or fails, or is not reached
     * @throws IllegalArgumentException when the URL is of another server, or not that of an attestation
     */
    public Envelope fetchAttestation(PresignedUrl url) {
        String path = AttestationUri.path(url.path(transport.baseUrl()), "");
        return buffered(at(url, FETCH.with(path)), GovernorClient::onlyEnvelope);
    }

    /**
     * {@link #fetchAttestation(String)}, answered in lines; the same id has one attestation, but that is the server's word.
     *
     * @throws ApiException when the server refuses or fails, or is not reached
     * @throws IllegalArgumentException when it is not the path of an attestation, before anything is sent
     */
    public ItemStream<Envelope> fetchAttestationStreaming(String attestationUri) {
        return streamed(FETCH.with(path(attestationUri)), ItemReader.of(GovernorClient::envelope));
    }

    /**
     * The whole URL of an attestation, below the base URL with its path.
     *
     * @param attestationUri what {@link PolicyScanResult#attestationUri()} says
     * @throws IllegalArgumentException when it is not the path of an attestation
     */
    public URI resolve(String attestationUri) {
        return transport.baseUrl().resolve(path(attestationUri)).uri();
    }

    private String path(String attestationUri) {
        return AttestationUri.path(attestationUri, transport.baseUrl().path());
    }

    private static ApiRequest evaluate(PackageCoordinates coordinates, String scanName) {
        return EVALUATE.with(coordinates.path(), SCAN.require(scanName));
    }

    private ApiRequest publishAt(PresignedUrl url) {
        String path = url.path(transport.baseUrl());
        if (!path.endsWith("/attestations")) {
            throw new IllegalArgumentException("the presigned URL is not one to publish at");
        }
        return at(url, PUBLISH_AT.with(path));
    }

    private ApiRequest evaluateAt(PresignedUrl url) {
        String path = url.path(transport.baseUrl());
        if (!path.contains("/policy-scans/")) {
            throw new IllegalArgumentException("the presigned URL is not one of a policy scan");
        }
        return at(url, EVALUATE_AT.with(path));
    }

    private static ApiRequest at(PresignedUrl url, ApiRequest request) {
        return request.at(url.url()).withoutCredentials();
    }

    private ApiRequest with(ApiRequest request, Message body) {
        return switch (format) {
            case JSON -> request.json(ModelJson.write(body));
            case FORM -> request.body(FormFields.of(body).urlEncoded());
            case MULTIPART -> request.body(FormFields.of(body).multipart());
        };
    }

    private <T> T buffered(ApiRequest request, Function<Json, T> reader) {
        return transport.callJson(request.accept(JSON_OR_PROBLEM), reader);
    }

    private <T> ItemStream<T> streamed(ApiRequest request, ItemReader<T> reader) {
        ApiRequest call = request.accept(LINES_OR_PROBLEM);
        return NdJson.read(call, transport.open(call), maxItemBytes, reader);
    }

    /** The documentation shows an envelope and speaks of an array that contains it. */
    private static Envelope onlyEnvelope(Json answer) {
        List<Json> envelopes = answer.kind() == Json.Kind.ARRAY ? answer.elements() : List.of(answer);
        if (envelopes.size() != 1) {
            throw new MalformedDataException("attestation", "", envelopes.size() + " envelopes instead of one");
        }
        return envelope(envelopes.get(0));
    }

    private static Envelope envelope(Json item) {
        byte[] envelope = item.toUtf8();
        return Envelope.parse(envelope, envelope.length);
    }

    /** This client, whose calls can be cancelled besides; closing either closes both. */
    public GovernorClient cancelledBy(Cancellation cancellation) {
        return new GovernorClient(transport.cancelledBy(cancellation), maxItemBytes, format);
    }

    /** Cancels what runs and frees threads and connections. */
    @Override
    public void close() {
        transport.close();
    }
}
