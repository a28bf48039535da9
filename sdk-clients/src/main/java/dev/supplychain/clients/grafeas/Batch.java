package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.rpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Creates any number of notes or occurrences, in requests of 1,000 that are each sent once.
 *
 * <p>A request that is refused for what it holds does not keep the next from being sent. Any other failure ends the batch:
 * what ails the network, the server or the credentials ails the next request too.
 *
 * @param <T> the message
 */
final class Batch<T extends Message> {
    static final int MAX_ITEMS = 1000;

    /** Statuses that say something about the items: invalid, without a note, there already, unprocessable. */
    private static final Set<Integer> ABOUT_THE_ITEMS = Set.of(400, 404, 409, 413, 422);

    /** How the open-source server begins when it has stored a part and does not say which. */
    private static final String PARTLY_STORED = "errors encountered when batch creating";

    private final Transport transport;
    private final ResourceType<T> type;
    private final ApiRequest target;

    Batch(Transport transport, ResourceType<T> type, ApiRequest target) {
        this.transport = transport;
        this.type = type;
        this.target = target;
    }

    /** Items of one request, and the request. */
    private record Part<T>(List<T> items, ApiRequest request) {}

    BatchResult<T> create(List<T> items) {
        List<BatchOutcome<T>> outcomes = new ArrayList<>(items.size());
        boolean goesOn = true;
        for (Part<T> part : parts(List.copyOf(items))) {
            if (goesOn) {
                goesOn = send(part, outcomes);
            } else {
                part.items().forEach(item -> outcomes.add(BatchOutcome.notSent(item)));
            }
        }
        return new BatchResult<>(outcomes);
    }

    /** All of them, before the first is sent: an item that cannot be written must not be found out about in the middle. */
    private List<Part<T>> parts(List<T> items) {
        List<Part<T>> parts = new ArrayList<>();
        for (int from = 0; from < items.size(); from += MAX_ITEMS) {
            List<T> some = items.subList(from, Math.min(from + MAX_ITEMS, items.size()));
            parts.add(new Part<>(some, target.json(ModelJson.write(type.batch(some)))));
        }
        return parts;
    }

    /** Whether the next request can be sent. */
    private boolean send(Part<T> part, List<BatchOutcome<T>> outcomes) {
        try {
            List<T> stored = type.batchCreate(transport, part.request());
            outcomes.addAll(BatchAnswer.outcomes(type, target.line(), part.items(), stored));
            return true;
        } catch (ApiException e) {
            ApiException failure = isPartlyStored(e) ? outcomeUnknown(e) : e;
            part.items().forEach(item -> outcomes.add(BatchOutcome.failed(item, failure)));
            return ABOUT_THE_ITEMS.contains(e.httpStatus().orElse(0)) && e.kind() == ApiException.Kind.ANSWERED;
        }
    }

    private static boolean isPartlyStored(ApiException e) {
        return e.status().flatMap(Status::message).orElse("").contains(PARTLY_STORED);
    }

    /** The same failure, which for once is no refusal. */
    private static ApiException outcomeUnknown(ApiException e) {
        ApiException.Builder unknown = ApiException.builder(ApiException.Kind.OUTCOME_UNKNOWN, e.request())
                .reason(e.status().flatMap(Status::message).orElse(""))
                .code(e.code())
                .requestId(e.requestId())
                .attempts(e.attempts())
                .mayHaveActed(true)
                .cause(e);
        e.httpStatus().ifPresent(unknown::httpStatus);
        e.status().ifPresent(unknown::status);
        return unknown.build();
    }
}
