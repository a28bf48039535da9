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

    private final EndorStore store = new EndorStore(this::now, () -> nextId().toString());
    private final EndorAccounts accounts = new EndorAccounts();
    private PageCursor pageCursor = PageCursor.ID;
    private ErrorShape errorShape = ErrorShape.STATUS;
    private Optional<String> operationResult = Optional.empty();

    private FakeEndor() {}

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
        locked(() -> store.tamper(namespace, uuid, change));
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
            case "POST artifact-signatures" -> FakeAnswer.json(200, store.create(namespace, request.json()));
            case "PATCH artifact-signatures" -> FakeAnswer.json(200, store.update(namespace, request.json()));
            case "GET artifact-signatures" -> list(namespace, request);
            default -> throw Refusal.notFound("Not Found");
        };
    }

    private FakeAnswer handleOne(FakeRequest request, List<String> path, String namespace) {
        if (path.size() != 5 || !path.get(3).equals("artifact-signatures")) {
            throw Refusal.notFound("Not Found");
        }
        return switch (request.method()) {
            case "GET" -> FakeAnswer.json(200, store.find(namespace, path.get(4)));
            case "DELETE" -> FakeAnswer.json(200, store.delete(namespace, path.get(4)));
            default -> throw Refusal.notFound("Not Found");
        };
    }

    private FakeAnswer list(String namespace, FakeRequest request) {
        EndorList list = EndorList.parse(request, now(), pageCursor);
        return FakeAnswer.json(200, list.answer(store.owned(namespace, list.traverses())));
    }

    private FakeAnswer operate(String namespace, Json body) {
        EndorRules.checkTenant(namespace, body);
        return EndorVerifications.answer(
                body, operationResult, store.owned(namespace, false).toList());
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
