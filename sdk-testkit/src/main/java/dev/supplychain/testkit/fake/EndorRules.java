package dev.supplychain.testkit.fake;

import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Endor Labs refuses in an artifact signature, beyond what its schema says. */
final class EndorRules {
    private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final Pattern ANNOTATION_KEY = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final int MAX_TAG_CHARS = 255;
    private static final int MAX_DESCRIPTION_BYTES = 1023;
    private static final int MAX_ANNOTATION_BYTES = 16384;

    private EndorRules() {}

    static void checkNamespace(String namespace) {
        if (!NAMESPACE.matcher(namespace).matches()) {
            throw Refusal.invalid("invalid namespace \"" + namespace + "\"");
        }
    }

    /** The namespace may be said twice, and has to be the same then. */
    static void checkTenant(String namespace, Json sent) {
        Optional<String> said = JsonPaths.get(sent, "tenant_meta.namespace").map(Json::string);
        if (said.isPresent() && !said.get().equals(namespace)) {
            throw Refusal.invalid(
                    "tenant_meta.namespace \"" + said.get() + "\" is not that of the path, \"" + namespace + "\"");
        }
    }

    static void check(Json signature) {
        checkMeta(signature.get("meta").orElseThrow());
        checkSpec(signature.get("spec").orElseThrow());
    }

    private static void checkMeta(Json meta) {
        String description = meta.get("description").map(Json::string).orElse("");
        if (utf8Length(description) > MAX_DESCRIPTION_BYTES) {
            throw Refusal.invalid("meta.description must be less than 1024 bytes");
        }
        for (Json tag : meta.get("tags").map(Json::elements).orElse(List.of())) {
            if (tag.string().codePointCount(0, tag.string().length()) > MAX_TAG_CHARS) {
                throw Refusal.invalid("a tag of meta.tags must be " + MAX_TAG_CHARS + " characters or less");
            }
        }
        meta.get("annotations").map(Json::members).orElse(Map.of()).forEach((key, value) -> {
            if (!ANNOTATION_KEY.matcher(key).matches()) {
                throw Refusal.invalid("meta.annotations has the key \"" + key + "\"");
            }
            if (utf8Length(value.string()) > MAX_ANNOTATION_BYTES) {
                throw Refusal.invalid(
                        "meta.annotations[" + key + "] must be " + MAX_ANNOTATION_BYTES + " bytes or smaller");
            }
        });
    }

    private static void checkSpec(Json spec) {
        if (spec.get("artifact_type").equals(Optional.of(Json.of("ARTIFACT_TYPE_UNSPECIFIED")))) {
            throw Refusal.invalid("spec.artifact_type must be specified");
        }
        String digest = spec.get("artifact_digest").orElseThrow().string();
        try {
            Digest.parse(digest);
        } catch (MalformedDataException e) {
            throw Refusal.invalid("spec.artifact_digest: " + e.getMessage());
        }
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
