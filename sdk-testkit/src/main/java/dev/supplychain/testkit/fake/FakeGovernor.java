package dev.supplychain.testkit.fake;

import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.PolicyEvaluator;
import dev.supplychain.policy.PolicyScanReport;
import dev.supplychain.policy.PolicySet;
import dev.supplychain.testkit.TestKeys;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A Develocity Provenance Governor with one attestation store and a signing key of its own.
 *
 * <p>Publish makes and signs {@code build-tool/v1} and {@code java-toolchains/v1} attestations of the Build Scans that
 * were registered; evaluate runs sdk-policy on the attestations of the package, after verifying them; fetch returns one
 * attestation by the id that a result names. Requests are JSON, a form or multipart; answers are JSON, or NDJSON when
 * that is asked for. Errors are problems as the service writes them; a Build Scan that is not registered makes a partial
 * failure: status 500, or the last line of a stream, with what was published all the same. Instead of a password a request
 * may have a signature in its URL, see {@link #presignedUrl}. Where servers differ (shapes, spellings) the fake is told.
 *
 * <pre>{@code
 * try (FakeGovernor governor = FakeGovernor.start()) {
 *     governor.registerBuildScan(BuildScanData.of("bjvognekiphus", "gradle", "9.2.0", "4.2.2"));
 *     governor.policies(PolicySet.parse("policy.yaml", yaml));
 *     GovernorClient client = GovernorClient.create(ClientOptions.of(governor.url()));
 *     …
 * }
 * }</pre>
 *
 * @see <a href="https://docs.gradle.com/develocity/provenance-governor/">Develocity Provenance Governor</a>
 */
public final class FakeGovernor extends FakeServer {
    /** How the answer to a publish request looks; the documentation has two shapes, the GitHub action meets the third. */
    public enum PublishShape {
        /** An array of policy results, as the documentation says; the policy they name is invented. */
        RESULTS,
        /** A status and details, as the documentation's example shows. */
        ACCEPTED,
        /** The stored attestations, as the vendor's GitHub action expects. */
        STORED
    }

    /** How the answer to a fetch looks; the documentation has both. */
    public enum FetchShape {
        /** The envelope, as the documentation's example shows. */
        OBJECT,
        /** An array with the envelope, as the documentation says. */
        ARRAY
    }

    /** How the status of a policy result is spelt; servers differ. */
    public enum StatusSpelling {
        /** Such as {@code not-applicable}. */
        HYPHENS,
        /** Such as {@code not_applicable}. */
        UNDERSCORES,
        /** Such as {@code NOT_APPLICABLE}. */
        UPPER_CASE
    }

    /** How a problem is written; servers differ. */
    public enum ProblemShape {
        /** With all that it adds beside the members of RFC 9457. */
        PLAIN,
        /** With what it adds under {@code properties}, as Spring's older versions do. */
        PROPERTIES,
        /** Without a status of its own. */
        WITHOUT_STATUS
    }

    private final GovernorDialect dialect = new GovernorDialect();
    private final GovernorPresigner presigner = new GovernorPresigner();
    private final GovernorSigner signer = new GovernorSigner(TestKeys.ed25519());
    private final Map<String, BuildScanData> buildScans = new LinkedHashMap<>();
    private final Map<String, List<String>> queries = new LinkedHashMap<>();
    private final Map<String, GovernorAttestation> store = new LinkedHashMap<>();
    private Optional<PolicySet> policies = Optional.empty();

    private FakeGovernor() {}

    /**
     * Starts one that knows no Build Scan and no policy.
     *
     * @throws UncheckedIOException when no port is free
     */
    public static FakeGovernor start() {
        FakeGovernor fake = new FakeGovernor();
        fake.listen();
        return fake;
    }

    /** The key that verifies the attestations of this Governor; every fake has another. */
    public PublicKey publicKey() {
        return signer.publicKey();
    }

    /** Makes a Build Scan known, or replaces the one with the same id. */
    public void registerBuildScan(BuildScanData buildScan) {
        locked(() -> buildScans.put(buildScan.id(), buildScan));
    }

    /** Makes a search of Develocity find these Build Scans; any other search finds none. */
    public void registerBuildScanQuery(String query, String... buildScanIds) {
        locked(() -> queries.put(query, List.of(buildScanIds)));
    }

    /** The policies and scans for evaluate requests, in place of earlier ones. */
    public void policies(PolicySet policySet) {
        locked(() -> policies = Optional.of(policySet));
    }

    /** Answers publish requests in this shape from now on; {@link PublishShape#STORED} at first. */
    public void publishShape(PublishShape shape) {
        locked(() -> dialect.publishShape = shape);
    }

    /** Answers fetch requests in this shape from now on; {@link FetchShape#OBJECT} at first. */
    public void fetchShape(FetchShape shape) {
        locked(() -> dialect.fetchShape = shape);
    }

    /** Spells the status of results like this from now on; {@link StatusSpelling#HYPHENS} at first. */
    public void statusSpelling(StatusSpelling spelling) {
        locked(() -> dialect.statusSpelling = spelling);
    }

    /** Writes problems like this from now on; {@link ProblemShape#PLAIN} at first. */
    public void problemShape(ProblemShape shape) {
        locked(() -> dialect.problemShape = shape);
    }

    /**
     * A URL that needs no other credentials for a quarter of an hour by the clock of the fake.
     *
     * @param path a path of this server, such as that of an attestation
     */
    public String presignedUrl(String path) {
        return locked(() -> url() + presigner.sign(path, now()));
    }

    /** From now on answers 401 to requests without this name and password. */
    public void requireBasic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        requireAuthorization("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /**
     * Changes an attestation in the store, as somebody with access to it would; the next fetch shows it. Evaluate leaves
     * out what no longer verifies.
     *
     * @param attestationUri how a result names it
     * @throws IllegalArgumentException when there is no such attestation
     */
    public void tamper(String attestationUri, UnaryOperator<Envelope> change) {
        locked(() -> {
            GovernorAttestation now =
                    store.computeIfPresent(attestationUri, (uri, a) -> a.withEnvelope(change.apply(a.envelope())));
            if (now == null) {
                throw new IllegalArgumentException("there is no attestation " + attestationUri);
            }
            return now;
        });
    }

    @Override
    boolean admits(FakeRequest request) {
        return GovernorPresigner.isPresigned(request) || super.admits(request);
    }

    @Override
    FakeAnswer handle(FakeRequest request) {
        if (GovernorPresigner.isPresigned(request)) {
            presigner.check(request, now());
        }
        GovernorPath path = GovernorPath.parse(request.method(), request.segments())
                .orElseThrow(() -> Refusal.notFound("No static resource " + request.path() + "."));
        if (path instanceof GovernorPath.Publish publish) {
            return publish(publish, request);
        }
        if (path instanceof GovernorPath.Evaluate evaluate) {
            return evaluate(evaluate, request);
        }
        return fetch((GovernorPath.Fetch) path, request);
    }

    private FakeAnswer publish(GovernorPath.Publish path, FakeRequest request) {
        GovernorCriteria criteria = GovernorCriteria.parse(request);
        List<String> ids = new ArrayList<>(criteria.buildScanIds());
        criteria.buildScanQueries().forEach(query -> ids.addAll(queries.getOrDefault(query, List.of())));
        if (criteria.buildScanIds().isEmpty() && criteria.buildScanQueries().isEmpty()) {
            throw Refusal.invalid("Invalid request content. Bad criteria (buildScan).");
        }
        List<GovernorAttestation> made = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String id : ids) {
            BuildScanData scan = buildScans.get(id);
            if (scan == null) {
                unknown.add(id);
            } else {
                made.addAll(signer.attest(path.coordinates(), criteria, scan, now(), this::nextNumber));
            }
        }
        made.forEach(attestation -> store.put(attestation.uri(), attestation));
        Json stored =
                new GovernorPublication(url() + request.path(), path.coordinates(), criteria, made, unknown).toJson();
        if (!unknown.isEmpty()) {
            Refusal partial = Refusal.of(
                            RpcCode.INTERNAL, "Failed to publish some attestations, see errors for details")
                    .with(stored);
            // A stream has begun when the first attestation is made: the failure comes as its last line.
            return made.isEmpty() || !GovernorDialect.acceptsLines(request)
                    ? refusal(partial, request)
                    : dialect.brokenLines(dialect.published(made, stored), partial, request);
        }
        return GovernorDialect.answer(request, dialect.published(made, stored));
    }

    private String nextNumber() {
        return nextId().toString().substring(28);
    }

    private FakeAnswer evaluate(GovernorPath.Evaluate path, FakeRequest request) {
        GovernorCriteria criteria = GovernorCriteria.parse(request);
        PolicySet set = policies.filter(p -> p.scan(path.scan()).isPresent())
                .orElseThrow(() -> Refusal.notFound("Policy scan '" + path.scan() + "' not found"));
        List<Evidence> evidence = store.values().stream()
                .filter(a ->
                        a.coordinates().equals(path.coordinates()) && a.digest().equals(criteria.digest()))
                .flatMap(a -> signer.verify(a).stream())
                .toList();
        PolicyScanReport report =
                PolicyEvaluator.of(set, Clock.fixed(now(), ZoneOffset.UTC)).scan(path.scan(), evidence);
        return GovernorDialect.answer(request, dialect.results(Json.parse(report.toJson())));
    }

    private FakeAnswer fetch(GovernorPath.Fetch path, FakeRequest request) {
        Digest digest = digest(path.digest());
        String uri = path.coordinates().path() + "/" + digest + "/attestations/" + path.instance() + "/" + path.id();
        GovernorAttestation attestation = Optional.ofNullable(store.get(uri))
                .orElseThrow(() -> Refusal.notFound("No attestation found matching request."));
        return GovernorDialect.answer(request, dialect.fetched(attestation.envelope()));
    }

    private static Digest digest(String text) {
        try {
            return Digest.parse(text);
        } catch (MalformedDataException e) {
            throw Refusal.invalid("Invalid request content. " + e.getMessage());
        }
    }

    @Override
    Refusal malformed(MalformedDataException problem) {
        return Refusal.invalid("Failed to read request");
    }

    @Override
    Refusal unauthorized() {
        return Refusal.of(RpcCode.UNAUTHENTICATED, "Full authentication is required to access this resource");
    }

    @Override
    FakeAnswer refusal(Refusal refusal, FakeRequest request) {
        return dialect.refusal(refusal, request);
    }
}
