package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.governor.PolicyScanResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How a Governor says what it has to say, where servers and documentation differ. */
final class GovernorDialect {
    private static final String NDJSON = "application/x-ndjson";

    FakeGovernor.PublishShape publishShape = FakeGovernor.PublishShape.STORED;
    FakeGovernor.FetchShape fetchShape = FakeGovernor.FetchShape.OBJECT;
    FakeGovernor.StatusSpelling statusSpelling = FakeGovernor.StatusSpelling.HYPHENS;
    FakeGovernor.ProblemShape problemShape = FakeGovernor.ProblemShape.PLAIN;

    /** Whether a request asks for lines. */
    static boolean acceptsLines(FakeRequest request) {
        return request.header("Accept").orElse("").contains(NDJSON);
    }

    /** JSON, or one line per object when the request accepts lines. */
    static FakeAnswer answer(FakeRequest request, Json body) {
        return acceptsLines(request) ? FakeAnswer.text(200, NDJSON, lines(body)) : FakeAnswer.json(200, body);
    }

    private static String lines(Json body) {
        List<Json> objects = body.kind() == Json.Kind.ARRAY ? body.elements() : List.of(body);
        return objects.stream().map(object -> object + "\n").collect(Collectors.joining());
    }

    /** Lines, of which the last says that not all went well. */
    FakeAnswer brokenLines(Json body, Refusal last, FakeRequest request) {
        return FakeAnswer.text(200, NDJSON, lines(body) + problem(last, request) + "\n");
    }

    /**
     * What a publish request is answered.
     *
     * @param made the attestations
     * @param stored the answer that has it all
     */
    Json published(List<GovernorAttestation> made, Json stored) {
        return switch (publishShape) {
            case RESULTS ->
                Json.array(made.stream()
                        .map(attestation -> spelt(inventedResult(attestation)))
                        .toList());
            case ACCEPTED -> Json.parse("""
                    {"status": "SUCCESS", "details": {"store": "af:main"}}""");
            case STORED -> stored;
        };
    }

    private static Json inventedResult(GovernorAttestation attestation) {
        return ModelJson.toJson(PolicyScanResult.builder()
                .status(PolicyScanResult.Status.SATISFIED)
                .policyUri("/policies/AttestationsExist/published")
                .attestationUri(attestation.uri())
                .sourcedFromUri(attestation.sourcedFromUri())
                .putDetails("predicateType", Json.of(attestation.predicateType()))
                .build());
    }

    /** What an evaluate request is answered. */
    Json results(Json report) {
        return Json.array(report.elements().stream().map(this::spelt).toList());
    }

    private Json spelt(Json result) {
        String status = result.get("status").orElseThrow().string();
        return JsonPaths.with(
                result,
                "status",
                Json.of(
                        switch (statusSpelling) {
                            case HYPHENS -> status;
                            case UNDERSCORES -> status.replace('-', '_');
                            case UPPER_CASE -> status.toUpperCase(Locale.ROOT).replace('-', '_');
                        }));
    }

    /** What a fetch request is answered. */
    Json fetched(Envelope attestation) {
        Json envelope = Json.parse(attestation.toJson());
        return fetchShape == FakeGovernor.FetchShape.OBJECT ? envelope : Json.array(List.of(envelope));
    }

    /** A refusal as a problem. */
    FakeAnswer refusal(Refusal refusal, FakeRequest request) {
        return FakeAnswer.json(refusal.code().httpStatus(), problem(refusal, request))
                .withHeader("Content-Type", "application/problem+json");
    }

    /** With the members of the refusal's details as extensions. */
    private Json problem(Refusal refusal, FakeRequest request) {
        Map<String, Json> problem = new LinkedHashMap<>();
        problem.put("type", Json.of("about:blank"));
        problem.put("title", Json.of(refusal.code().reasonPhrase()));
        if (problemShape != FakeGovernor.ProblemShape.WITHOUT_STATUS) {
            problem.put("status", Json.of(refusal.code().httpStatus()));
        }
        problem.put("detail", Json.of(refusal.reason()));
        problem.put("instance", Json.of(request.path()));
        Map<String, Json> extensions = new LinkedHashMap<>();
        refusal.details().forEach(detail -> extensions.putAll(detail.members()));
        if (problemShape == FakeGovernor.ProblemShape.PROPERTIES && !extensions.isEmpty()) {
            problem.put("properties", Json.object(extensions));
        } else {
            problem.putAll(extensions);
        }
        return Json.object(problem);
    }
}
