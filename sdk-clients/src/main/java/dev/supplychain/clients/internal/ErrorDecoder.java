package dev.supplychain.clients.internal;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.problem.ProblemDetail;
import dev.supplychain.model.rpc.Any;
import dev.supplychain.model.rpc.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an answer with an error status becomes: an {@link ApiException} of kind {@code ANSWERED}, with what the server says
 * in one of these forms.
 *
 * <ul>
 *   <li>Google: <code>{"error": {"code": 403, "message": "…", "status": "PERMISSION_DENIED", "details": [...]}}</code>
 *   <li>gRPC gateways (Grafeas 0.2, Endor): <code>{"code": 5, "message": "…", "details": []}</code>, older ones with a text
 *       {@code error} beside or instead of the message
 *   <li>OCI registries: <code>{"errors": [{"code": "MANIFEST_UNKNOWN", "message": "…", "detail": {…}}]}</code>
 *   <li>RFC 9457 (the Governor): <code>{"type": "…", "title": "…", "status": 404, "detail": "…"}</code>
 *   <li>Vault: <code>{"errors": ["permission denied"]}</code>; the list is empty when there is nothing to say
 * </ul>
 *
 * Anything else keeps the status and an excerpt of the body.
 */
final class ErrorDecoder {
    /** What is looked at for the excerpt. */
    private static final int MAX_TEXT_CHARS = 8192;

    private ErrorDecoder() {}

    /** The beginnings of the exception that an answer becomes. */
    static ApiException.Builder decode(ApiRequest request, Answer answer) {
        String text = answer.text();
        ApiException.Builder exception = ApiException.builder(Kind.ANSWERED, request.line())
                .httpStatus(answer.status())
                .requestId(answer.requestId())
                .mayHaveActed(mayHaveActed(request, answer))
                .body(answer.redactor().maskMembers(text.substring(0, Math.min(text.length(), MAX_TEXT_CHARS))));
        Optional<Json> json = json(answer, text);
        if (json.isPresent()
                && !(addRegistryError(exception, json.get())
                        || addProblem(exception, answer, json.get())
                        || addTexts(exception, json.get())
                        || addStatus(exception, json.get()))) {
            return exception.reason("JSON of no known form");
        }
        return json.isPresent() ? exception : exception.reason(withoutJson(answer));
    }

    /** A server that refuses has done nothing; one that fails may have begun. */
    private static boolean mayHaveActed(ApiRequest request, Answer answer) {
        return !request.endpoint().idempotent() && (answer.status() >= 500 || answer.status() == 408);
    }

    private static String withoutJson(Answer answer) {
        if (answer.status() >= 300 && answer.status() < 400) {
            return "redirects are not followed";
        }
        if (answer.body().length == 0) {
            return answer.cut() ? "unreadable body" : "empty body";
        }
        return "body of type " + answer.redactor().mask(answer.contentType().orElse("unknown"));
    }

    private static Optional<Json> json(Answer answer, String text) {
        if (answer.cut()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.parse(text)).filter(json -> json.kind() == Json.Kind.OBJECT);
        } catch (MalformedDataException e) {
            // The status says more than a body that cannot be read.
            return Optional.empty();
        }
    }

    private static boolean addTexts(ApiException.Builder exception, Json json) {
        Optional<List<Json>> texts = json.get("errors")
                .filter(errors -> errors.kind() == Json.Kind.ARRAY)
                .map(Json::elements)
                .filter(errors -> errors.stream().allMatch(error -> error.kind() == Json.Kind.STRING));
        texts.ifPresent(errors -> exception.reason(
                errors.isEmpty()
                        ? "no message"
                        : errors.stream().map(Json::string).collect(Collectors.joining("; "))));
        return texts.isPresent();
    }

    private static boolean addRegistryError(ApiException.Builder exception, Json json) {
        Optional<Json> first = json.get("errors")
                .filter(errors -> errors.kind() == Json.Kind.ARRAY)
                .flatMap(errors -> errors.elements().stream().findFirst())
                .filter(error ->
                        error.kind() == Json.Kind.OBJECT && text(error, "code").isPresent());
        first.ifPresent(error -> exception
                .code(text(error, "code").map(code -> Excerpt.of(code)))
                .reason(text(error, "message").orElse("no message")));
        return first.isPresent();
    }

    private static boolean addProblem(ApiException.Builder exception, Answer answer, Json json) {
        boolean isProblem = answer.mediaType().equals("application/problem+json")
                || (json.get("error").isEmpty()
                        && Stream.of("title", "detail")
                                .anyMatch(name -> json.get(name).isPresent()));
        if (!isProblem) {
            return false;
        }
        ProblemDetail problem = ModelJson.read(json, ProblemDetail.class);
        exception.problem(problem);
        exception.reason(join(problem.title(), problem.detail()));
        return true;
    }

    private static boolean addStatus(ApiException.Builder exception, Json json) {
        Optional<Status> status = json.get("error")
                .filter(error -> error.kind() == Json.Kind.OBJECT)
                .map(ErrorDecoder::google)
                .orElseGet(() -> gateway(json));
        status.ifPresent(s -> exception
                .status(s)
                .code(RpcCode.nameOf(s.code()))
                .reason(s.message().orElse("no message")));
        return status.isPresent();
    }

    /** Its code is the HTTP status; the code of the gRPC is the status. */
    private static Optional<Status> google(Json error) {
        Status.Builder status = Status.builder();
        text(error, "status").map(RpcCode::numberOf).ifPresent(status::code);
        text(error, "message").ifPresent(status::message);
        error.get("details")
                .filter(details -> details.kind() == Json.Kind.ARRAY)
                .map(Json::elements)
                .orElse(List.of())
                .forEach(detail -> any(detail).ifPresent(status::addDetails));
        return Optional.of(status.build());
    }

    private static Optional<Status> gateway(Json json) {
        Optional<String> message = text(json, "message").or(() -> text(json, "error"));
        if (message.isEmpty() && json.get("code").isEmpty()) {
            return Optional.empty();
        }
        try {
            Status status = ModelJson.read(json, Status.class);
            return Optional.of(Status.builder()
                    .from(status)
                    .message(message.map(HtmlEntities::decode))
                    .build());
        } catch (MalformedDataException e) {
            return message.map(text -> Status.builder().message(text).build());
        }
    }

    private static Optional<Any> any(Json detail) {
        try {
            return Optional.of(ModelJson.read(detail, Any.class));
        } catch (MalformedDataException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Json object, String name) {
        return object.get(name)
                .filter(value -> value.kind() == Json.Kind.STRING)
                .map(Json::string)
                .filter(text -> !text.isEmpty());
    }

    private static String join(Optional<String> title, Optional<String> detail) {
        return Stream.of(title, detail)
                .flatMap(Optional::stream)
                .filter(text -> !text.isEmpty())
                .distinct()
                .reduce((a, b) -> a + ": " + b)
                .orElse("no detail");
    }
}
