package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a fake Endor says when it is asked to verify an artifact: always with status 200. */
final class EndorVerifications {
    private static final String RESULT = "ARTIFACT_OPERATION_RESULT_";

    private EndorVerifications() {}

    /**
     * The answer to an operation.
     *
     * @param forced what to say whatever is stored; absent to look
     * @param signatures the signatures of the namespace
     */
    static FakeAnswer answer(Json operation, Optional<String> forced, List<Json> signatures) {
        Json spec = operation.get("spec").orElseThrow(() -> Refusal.invalid("spec is required"));
        if (!text(spec, "command").equals("ARTIFACT_OPERATION_COMMAND_VERIFY")) {
            throw Refusal.invalid("spec.command is not known");
        }
        String issuer = JsonPaths.get(spec, "extensions.certificate_oidc_issuer")
                .map(Json::string)
                .orElseThrow(() -> Refusal.invalid("certificate_oidc_issuer is required"));
        String name = text(spec, "artifact_name");
        if (!name.contains("@sha256:")) {
            throw Refusal.invalid("spec.artifact_name has no digest");
        }
        List<Json> ofArtifact = signatures.stream()
                .map(signature -> signature.get("spec").orElseThrow())
                .filter(signature -> text(signature, "artifact_name").equals(name))
                .toList();
        Map<String, Json> answer = new LinkedHashMap<>(operation.members());
        String result = forced.orElseGet(() -> RESULT + judge(ofArtifact, issuer));
        answer.put("response", Json.object(Map.of("result", Json.of(result))));
        return FakeAnswer.json(200, Json.object(answer));
    }

    private static String judge(List<Json> signatures, String issuer) {
        if (signatures.isEmpty()) {
            return "NO_SIGNATURE";
        }
        List<Json> valid = signatures.stream()
                .filter(signature -> !signature.get("revoked").equals(Optional.of(Json.of(true))))
                .toList();
        if (valid.isEmpty()) {
            return "REVOKED_SIGNATURE";
        }
        boolean matches = valid.stream()
                .anyMatch(signature -> JsonPaths.get(signature, "provenance.certificate_oidc_issuer")
                        .equals(Optional.of(Json.of(issuer))));
        return matches ? "SUCCESS" : "CLAIMS_MISMATCH";
    }

    private static String text(Json object, String name) {
        return object.get(name).map(Json::string).orElse("");
    }
}
