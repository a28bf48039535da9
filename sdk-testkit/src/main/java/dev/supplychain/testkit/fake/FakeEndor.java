package dev.supplychain.testkit.fake;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An Endor Labs that keeps artifact signatures in memory.
 *
 * <p>Served below {@code /v1/namespaces/{namespace}/artifact-signatures} are create, get, list with its filters, masks,
 * counts and pages, update by {@code PATCH} to the collection, and delete; beside it {@code artifact-operations} with the
 * command to verify, and {@code /v1/auth}, which gives tokens for registered API keys. A signature is only found in the
 * namespace that owns it, lists that traverse excepted.
 *
 * <p>The required members of the OpenAPI document are required, read-only ones are ignored and assigned here ({@code uuid},
 * {@code create_time}, {@code kind}, …), unknown ones are refused, and so are tags, descriptions and annotations over the
 * documented limits. A name of more than 63 characters is taken, because the vendor's own programs send such. The groups
 * of a list are counted, in a form of this fake's own.
 *
 * @see <a href="https://docs.endorlabs.com/rest-api/">Endor Labs REST API</a>
 */
public final class FakeEndor extends FakeServer {
    /** How the pages of a list name their successors; servers differ. */
    public enum PageCursor {
        /** By the id of the last row, with the number of rows beside it; at the end both are {@code null}. */
        ID {
            @Override
            Json next(int rows, String lastUuid) {
                Map<String, Json> cursor = new LinkedHashMap<>();
                cursor.put("next_page_token", Json.of(rows));
                cursor.put("next_page_id", Json.of(lastUuid));
                return Json.object(cursor);
            }

            @Override
            Json end() {
                Map<String, Json> cursor = new LinkedHashMap<>();
                cursor.put("next_page_token", Json.ofNull());
                cursor.put("next_page_id", Json.ofNull());
                return Json.object(cursor);
            }
        },
        /** By the number of rows so far; at the end it is 0. */
        TOKEN {
            @Override
            Json next(int rows, String lastUuid) {
                return Json.object(Map.of("next_page_token", Json.of(rows)));
            }

            @Override
            Json end() {
                return Json.object(Map.of("next_page_token", Json.of(0)));
            }
        };

        abstract Json next(int rows, String lastUuid);

        abstract Json end();
    }

    /** How errors are written; the service has more than one way. */
    public enum ErrorShape {
        /** As {@code google.rpc.Status}. */
        STATUS,
        /** As {@code google.rpc.Status} with a message that is encoded for a web page. */
        STATUS_IN_HTML,
        /** As a text {@code error}, such as {@code not-found}. */
        TEXT
    }

    private static final String CREATED_BY = "fake@endor.ai@api-key";
    private static final String BODY = "ArtifactSignatureServiceCreateArtifactSignatureBody";

    private final WireSchema schema = WireSchema.load("endor.json");
    private final Map<Owned, Json> signatures = new LinkedHashMap<>();
    private final EndorAccounts accounts = new EndorAccounts();
    private PageCursor pageCursor = PageCursor.ID;
    private ErrorShape errorShape = ErrorShape.STATUS;
    private Optional<String> operationResult = Optional.empty();

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
     * Changes what is stored, as a store that cannot be trusted would; the next GET shows it.
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

    /**
     * Gives tokens for this API key, and from now on answers 401 to requests without one that is still good by the clock of
     * the fake.
     */
    public void registerApiKey(String key, String secret, Duration lifetimeOfTokens) {
        locked(() -> {
            accounts.register(key, secret, lifetimeOfTokens);
            return key;
        });
    }

    /** Takes no token any more that was given so far. */
    public void revokeTokens() {
        locked(() -> {
            accounts.forgetTokens();
            return true;
        });
    }

    /** Names the pages of lists like this from now on; {@link PageCursor#ID} at first. */
    public void pageCursor(PageCursor cursor) {
        locked(() -> pageCursor = cursor);
    }

    /** Writes errors like this from now on; {@link ErrorShape#STATUS} at first. */
    public void errorShape(ErrorShape shape) {
        locked(() -> errorShape = shape);
    }

    /** Answers operations with this code from now on, whatever is stored, such as {@code ARTIFACT_OPERATION_RESULT_SUCCESS}. */
    public void operationResult(String code) {
        locked(() -> operationResult = Optional.of(code));
    }

    private static boolean isLogin(FakeRequest request) {
        return request.is("POST") && request.path().equals("/v1/auth/api-key");
    }

    /** A login's body is nothing but secrets. */
    @Override
    RecordedRequest recorded(FakeRequest request) {
        RecordedRequest recorded = super.recorded(request);
        return isLogin(request)
                ? new RecordedRequest(recorded.method(), recorded.path(), recorded.headers(), Bytes.utf8("***"))
                : recorded;
    }

    @Override
    FakeAnswer handle(FakeRequest request) {
        if (isLogin(request)) {
            return accounts.exchange(request.json(), now());
        }
        if (accounts.isClosed()) {
            accounts.check(request, now());
        }
        if (request.is("GET") && request.path().equals("/v1/auth")) {
            return FakeAnswer.json(200, Json.object(Map.of()));
        }
        List<String> path = request.segments();
        if (path.size() < 4 || !path.get(0).equals("v1") || !path.get(1).equals("namespaces")) {
            throw Refusal.notFound("Not Found");
        }
        String namespace = path.get(2);
        EndorRules.checkNamespace(namespace);
        return path.size() == 4
                ? handleCollection(request, path.get(3), namespace)
                : handleOne(request, path, namespace);
    }

    private FakeAnswer handleCollection(FakeRequest request, String collection, String namespace) {
        return switch (request.method() + " " + collection) {
            case "POST artifact-operations" -> operate(namespace, request.json());
            case "POST artifact-signatures" -> create(namespace, request.json());
            case "PATCH artifact-signatures" -> update(namespace, request.json());
            case "GET artifact-signatures" -> list(namespace, request);
            default -> throw Refusal.notFound("Not Found");
        };
    }

    private FakeAnswer handleOne(FakeRequest request, List<String> path, String namespace) {
        if (path.size() != 5 || !path.get(3).equals("artifact-signatures")) {
            throw Refusal.notFound("Not Found");
        }
        return switch (request.method()) {
            case "GET" -> FakeAnswer.json(200, find(namespace, path.get(4)));
            case "DELETE" -> delete(namespace, path.get(4));
            default -> throw Refusal.notFound("Not Found");
        };
    }

    private FakeAnswer create(String namespace, Json body) {
        Json sent = schema.read(BODY, "artifact_signature", body);
        EndorRules.checkTenant(namespace, sent);
        EndorRules.check(sent);
        String uuid = nextId().toString().replace("-", "").substring(8);
        Json stored = signature(namespace, uuid, createdMeta(sent), sent);
        signatures.put(new Owned(namespace, uuid), stored);
        return FakeAnswer.json(200, stored);
    }

    private FakeAnswer update(String namespace, Json body) {
        EndorUpdate update = EndorUpdate.parse(body);
        EndorRules.checkTenant(namespace, update.object());
        Json stored = find(namespace, update.uuid());
        Json sent = schema.read(BODY, "artifact_signature", EndorUpdate.writable(update.applyTo(stored)));
        EndorRules.check(sent);
        Json changed = signature(namespace, update.uuid(), updatedMeta(stored, sent), sent);
        signatures.put(new Owned(namespace, update.uuid()), changed);
        return FakeAnswer.json(200, changed);
    }

    private FakeAnswer delete(String namespace, String uuid) {
        find(namespace, uuid);
        signatures.remove(new Owned(namespace, uuid));
        return FakeAnswer.json(200, Json.object(Map.of()));
    }

    private FakeAnswer list(String namespace, FakeRequest request) {
        EndorList list = EndorList.parse(request, now(), pageCursor);
        return FakeAnswer.json(200, list.answer(owned(namespace, list.traverses())));
    }

    private FakeAnswer operate(String namespace, Json body) {
        EndorRules.checkTenant(namespace, body);
        return EndorVerifications.answer(
                body, operationResult, owned(namespace, false).toList());
    }

    private Stream<Json> owned(String namespace, boolean andChildren) {
        return signatures.entrySet().stream()
                .filter(entry -> entry.getKey().namespace().equals(namespace)
                        || (andChildren && entry.getKey().namespace().startsWith(namespace + ".")))
                .map(Map.Entry::getValue);
    }

    private Json find(String namespace, String uuid) {
        return Optional.ofNullable(signatures.get(new Owned(namespace, uuid)))
                .orElseThrow(
                        () -> Refusal.notFound("artifact signature " + uuid + " not found in namespace " + namespace));
    }

    private static Json signature(String namespace, String uuid, Json meta, Json sent) {
        Map<String, Json> stored = new LinkedHashMap<>();
        stored.put("uuid", Json.of(uuid));
        stored.put("tenant_meta", Json.object(Map.of("namespace", Json.of(namespace))));
        stored.put("meta", meta);
        stored.put("spec", sent.get("spec").orElseThrow());
        return Json.object(stored);
    }

    private Json createdMeta(Json sent) {
        Json now = Json.of(now().toString());
        Map<String, Json> all =
                new LinkedHashMap<>(sent.get("meta").orElseThrow().members());
        all.put("create_time", now);
        all.put("update_time", now);
        all.put("upsert_time", now);
        all.put("created_by", Json.of(CREATED_BY));
        all.put("updated_by", Json.of(CREATED_BY));
        all.put("kind", Json.of("ArtifactSignature"));
        all.put("version", Json.of("v1"));
        return Json.object(all);
    }

    /** What was set at the creation stays. */
    private Json updatedMeta(Json stored, Json sent) {
        Map<String, Json> all = new LinkedHashMap<>(createdMeta(sent).members());
        for (String kept : List.of("create_time", "created_by", "upsert_time")) {
            all.put(kept, JsonPaths.get(stored, "meta." + kept).orElseThrow());
        }
        return Json.object(all);
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
        Map<String, Json> error = new LinkedHashMap<>();
        if (errorShape == ErrorShape.TEXT) {
            error.put("error", Json.of(refusal.code().textName()));
        } else {
            error.put("code", Json.of(refusal.code().number()));
            error.put("message", Json.of(errorShape == ErrorShape.STATUS ? refusal.reason() : html(refusal.reason())));
            error.put("details", Json.array(refusal.details()));
        }
        return FakeAnswer.json(refusal.code().httpStatus(), Json.object(error));
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&#34;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
