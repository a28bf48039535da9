package dev.supplychain.testkit.fake;

import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * An Endor Labs that keeps artifact signatures in memory.
 *
 * <p>Served are {@code POST /v1/namespaces/{namespace}/artifact-signatures} and {@code GET} of one by its UUID, which
 * only the namespace that owns it finds. The required members of the OpenAPI document are required, read-only ones are
 * ignored and assigned here ({@code uuid}, {@code create_time}, {@code kind}, …), unknown ones are refused, and so are
 * tags, descriptions and annotations over the documented limits. A name of more than 63 characters is taken, because the
 * vendor's own programs send such.
 *
 * @see <a href="https://docs.endorlabs.com/rest-api/">Endor Labs REST API</a>
 */
public final class FakeEndor extends FakeServer {
    private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final Pattern ANNOTATION_KEY = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final int MAX_TAG_CHARS = 255;
    private static final int MAX_DESCRIPTION_BYTES = 1023;
    private static final int MAX_ANNOTATION_BYTES = 16384;
    private static final String CREATED_BY = "fake@endor.ai@api-key";

    private final WireSchema schema = WireSchema.load("endor.json");
    private final Map<Owned, Json> signatures = new LinkedHashMap<>();

    private FakeEndor() {}

    /** An object is only found in the namespace that owns it. */
    private record Owned(String namespace, String uuid) {}

    /**
     * Starts an empty one.
     *
     * @throws UncheckedIOException when no port is free
     */
    public static FakeEndor start() {
        FakeEndor fake = new FakeEndor();
        fake.listen();
        return fake;
    }

    /**
     * Changes what is stored, as a revocation or a store that cannot be trusted would; the next GET shows it.
     *
     * @param change from the stored artifact signature to the new one
     * @throws IllegalArgumentException when the namespace owns no artifact signature of that UUID
     */
    public void tamper(String namespace, String uuid, UnaryOperator<Json> change) {
        locked(() -> {
            Json now = signatures.computeIfPresent(new Owned(namespace, uuid), (key, stored) -> change.apply(stored));
            if (now == null) {
                throw new IllegalArgumentException("namespace " + namespace + " owns no artifact signature " + uuid);
            }
            return now;
        });
    }

    @Override
    FakeAnswer handle(FakeRequest request) {
        List<String> path = request.segments();
        boolean isOurs = path.size() >= 4
                && path.get(0).equals("v1")
                && path.get(1).equals("namespaces")
                && path.get(3).equals("artifact-signatures");
        if (isOurs && path.size() == 4 && request.is("POST")) {
            return create(path.get(2), request.json());
        }
        if (isOurs && path.size() == 5 && request.is("GET")) {
            return get(new Owned(path.get(2), path.get(4)));
        }
        throw Refusal.notFound("Not Found");
    }

    private FakeAnswer create(String namespace, Json body) {
        if (!NAMESPACE.matcher(namespace).matches()) {
            throw Refusal.invalid("invalid namespace \"" + namespace + "\"");
        }
        Json sent = schema.read("ArtifactSignatureServiceCreateArtifactSignatureBody", "artifact_signature", body);
        checkTenant(namespace, sent);
        Json meta = sent.get("meta").orElseThrow();
        Json spec = sent.get("spec").orElseThrow();
        checkMeta(meta);
        checkSpec(spec);
        String uuid = nextId().toString().replace("-", "").substring(8);
        Map<String, Json> stored = new LinkedHashMap<>();
        stored.put("uuid", Json.of(uuid));
        stored.put("tenant_meta", Json.object(Map.of("namespace", Json.of(namespace))));
        stored.put("meta", withServerFields(meta));
        stored.put("spec", spec);
        signatures.put(new Owned(namespace, uuid), Json.object(stored));
        return FakeAnswer.json(200, Json.object(stored));
    }

    private FakeAnswer get(Owned key) {
        Json stored = signatures.get(key);
        if (stored == null) {
            throw Refusal.notFound("artifact signature " + key.uuid() + " not found in namespace " + key.namespace());
        }
        return FakeAnswer.json(200, stored);
    }

    private static void checkTenant(String namespace, Json sent) {
        Optional<String> said =
                sent.get("tenant_meta").flatMap(t -> t.get("namespace")).map(Json::string);
        if (said.isPresent() && !said.get().equals(namespace)) {
            throw Refusal.invalid(
                    "tenant_meta.namespace \"" + said.get() + "\" is not that of the path, \"" + namespace + "\"");
        }
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

    private Json withServerFields(Json meta) {
        Json now = Json.of(now().toString());
        Map<String, Json> all = new LinkedHashMap<>(meta.members());
        all.put("create_time", now);
        all.put("update_time", now);
        all.put("upsert_time", now);
        all.put("created_by", Json.of(CREATED_BY));
        all.put("updated_by", Json.of(CREATED_BY));
        all.put("kind", Json.of("ArtifactSignature"));
        all.put("version", Json.of("v1"));
        return Json.object(all);
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    Refusal malformed(MalformedDataException problem) {
        return Refusal.invalid("invalid JSON: " + problem.getMessage());
    }

    @Override
    Refusal unauthorized() {
        return Refusal.of(RpcCode.UNAUTHENTICATED, "invalid or missing bearer token");
    }

    @Override
    FakeAnswer refusal(Refusal refusal, FakeRequest request) {
        Map<String, Json> status = new LinkedHashMap<>();
        status.put("code", Json.of(refusal.code().number()));
        status.put("message", Json.of(refusal.reason()));
        status.put("details", Json.array(refusal.details()));
        return FakeAnswer.json(refusal.code().httpStatus(), Json.object(status));
    }
}
