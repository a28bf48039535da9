package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The policies of notes and occurrences. Whoever asks has every permission there is. */
final class GrafeasIam {
    private static final Set<Integer> VERSIONS = Set.of(0, 1, 3);
    private static final int VERSION_WITH_CONDITIONS = 3;
    private static final Pattern MEMBER = Pattern.compile("(user|serviceAccount|group|domain):.+|principal(Set)?://.+"
            + "|deleted:.+|allUsers|allAuthenticatedUsers");
    private static final Pattern PERMISSION = Pattern.compile("containeranalysis\\.(notes|occurrences)\\.[A-Za-z]+");
    /** What Google's service gives for a policy that nobody has set. */
    private static final String FIRST_ETAG = "ACAB";

    private final WireSchema schema;
    private final Map<String, Json> policies = new HashMap<>();
    private int changes;

    GrafeasIam(WireSchema schema) {
        this.schema = schema;
    }

    Json get(GrafeasPath path, Json sent) {
        Json request = schema.read("GetIamPolicyRequest", "request", sent);
        int requested = GrafeasJson.at(request, List.of("options", "requestedPolicyVersion"))
                .map(GrafeasIam::version)
                .orElse(0);
        Json policy = current(path);
        return requested < VERSION_WITH_CONDITIONS ? withoutConditions(policy) : policy;
    }

    Json set(GrafeasPath path, Json sent) {
        Json policy = schema.read("SetIamPolicyRequest", "request", sent)
                .get("policy")
                .orElseThrow(() -> Refusal.invalid("policy is required"));
        String etag = GrafeasJson.text(policy, "etag");
        if (!etag.isEmpty() && !etag.equals(GrafeasJson.text(current(path), "etag"))) {
            throw Refusal.of(
                    RpcCode.ABORTED,
                    "There were concurrent policy changes. Please retry the whole "
                            + "read-modify-write with exponential backoff.");
        }
        requireBindings(policy);
        Map<String, Json> stored = new LinkedHashMap<>(policy.members());
        stored.put("etag", Json.of(nextEtag()));
        policies.put(path.name(), Json.object(stored));
        return Json.object(stored);
    }

    Json test(GrafeasPath path, Json sent) {
        Json request = schema.read("TestIamPermissionsRequest", "request", sent);
        List<Json> permissions = GrafeasJson.elements(request, "permissions");
        for (Json permission : permissions) {
            var known = PERMISSION.matcher(permission.string());
            if (!known.matches() || !known.group(1).equals(path.collection())) {
                throw Refusal.invalid("Permission " + permission.string() + " is not valid for this resource.");
            }
        }
        return permissions.isEmpty()
                ? Json.object(Map.of())
                : Json.object(Map.of("permissions", Json.array(permissions)));
    }

    /** Policies go with what they are about. */
    void forget(GrafeasPath path) {
        policies.remove(path.name());
    }

    private Json current(GrafeasPath path) {
        return policies.getOrDefault(path.name(), Json.object(Map.of("etag", Json.of(FIRST_ETAG))));
    }

    private static void requireBindings(Json policy) {
        int version = policy.get("version").map(GrafeasIam::version).orElse(0);
        for (Json binding : GrafeasJson.elements(policy, "bindings")) {
            GrafeasJson.requireText(binding, "policy.bindings", List.of("role"));
            if (binding.get("condition").isPresent() && version != VERSION_WITH_CONDITIONS) {
                throw Refusal.invalid("Conditions need policy version " + VERSION_WITH_CONDITIONS);
            }
            for (Json member : GrafeasJson.elements(binding, "members")) {
                if (!MEMBER.matcher(member.string()).matches()) {
                    throw Refusal.invalid("Invalid member: \"" + member.string() + "\"");
                }
            }
        }
    }

    private static int version(Json number) {
        int version = number.decimal().intValueExact();
        if (!VERSIONS.contains(version)) {
            throw Refusal.invalid("Invalid policy version " + version + ": it is one of " + VERSIONS);
        }
        return version;
    }

    /** As older callers get it: the role says that there is a condition, and nothing says which. */
    private static Json withoutConditions(Json policy) {
        List<Json> bindings = GrafeasJson.elements(policy, "bindings").stream()
                .map(GrafeasIam::withoutCondition)
                .toList();
        Map<String, Json> members = new LinkedHashMap<>(policy.members());
        members.replace("version", Json.of(1));
        members.replace("bindings", Json.array(bindings));
        return Json.object(members);
    }

    private static Json withoutCondition(Json binding) {
        if (binding.get("condition").isEmpty()) {
            return binding;
        }
        Map<String, Json> members = new LinkedHashMap<>(binding.members());
        members.remove("condition");
        members.put("role", Json.of(GrafeasJson.text(binding, "role") + "_withcond_00000000000000000000"));
        return Json.object(members);
    }

    private String nextEtag() {
        changes++;
        return Base64.getEncoder().encodeToString(("etag" + changes).getBytes(StandardCharsets.US_ASCII));
    }
}
