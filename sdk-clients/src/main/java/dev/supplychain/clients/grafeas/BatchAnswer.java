package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.ApiException;
import dev.supplychain.model.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Tells which of the items that were sent are the ones that a server says it has stored. It may leave some out without a
 * word, answer in another order, and write the contents in its own way.
 *
 * @param <T> the message
 */
final class BatchAnswer<T extends Message> {
    private final String request;
    private final List<T> sent;
    private final List<T> stored;

    /** Indexes of items without an outcome, and of answers without an item. */
    private final SortedSet<Integer> open;

    private final SortedSet<Integer> rest;
    private final SortedMap<Integer, BatchOutcome<T>> outcomes = new TreeMap<>();

    private BatchAnswer(String request, List<T> sent, List<T> stored) {
        this.request = request;
        this.sent = sent;
        this.stored = stored;
        this.open = indexes(sent);
        this.rest = indexes(stored);
    }

    /**
     * The outcome of each item, in the order of the items.
     *
     * @param request what was asked, for messages
     */
    static <T extends Message> List<BatchOutcome<T>> outcomes(
            ResourceType<T> type, String request, List<T> sent, List<T> stored) {
        BatchAnswer<T> answer = new BatchAnswer<>(request, sent, stored);
        answer.pairEqual(type::identity);
        answer.pairKin(type::kinship);
        answer.pairRest();
        return List.copyOf(answer.outcomes.values());
    }

    private static SortedSet<Integer> indexes(List<?> list) {
        return new TreeSet<>(IntStream.range(0, list.size()).boxed().toList());
    }

    /** Of equal items it does not matter which one an answer is about. */
    private void pairEqual(Function<T, Object> identity) {
        Map<Object, List<Integer>> answers = group(rest, stored, identity);
        group(open, sent, identity).forEach((key, items) -> pair(items, answers.getOrDefault(key, List.of())));
    }

    /** Of others it does, unless all of them are answered. */
    private void pairKin(Function<T, Object> kinship) {
        Map<Object, List<Integer>> answers = group(rest, stored, kinship);
        group(open, sent, kinship).forEach((key, items) -> {
            List<Integer> kin = answers.getOrDefault(key, List.of());
            if (kin.size() == items.size()) {
                pair(items, kin);
            }
        });
    }

    /** What a server has rewritten so that nothing tells it apart is known by its place, when nothing is missing. */
    private void pairRest() {
        if (rest.size() == open.size()) {
            pair(List.copyOf(open), List.copyOf(rest));
        }
        for (int item : open) {
            outcomes.put(item, BatchOutcome.failed(sent.get(item), leftOut()));
        }
    }

    private void pair(List<Integer> items, List<Integer> answers) {
        for (int i = 0; i < Math.min(items.size(), answers.size()); i++) {
            int item = items.get(i);
            int answer = answers.get(i);
            outcomes.put(item, BatchOutcome.stored(sent.get(item), stored.get(answer)));
            open.remove(item);
            rest.remove(answer);
        }
    }

    private static <T> Map<Object, List<Integer>> group(
            SortedSet<Integer> indexes, List<T> resources, Function<T, Object> key) {
        Map<Object, List<Integer>> groups = new LinkedHashMap<>();
        for (int index : indexes) {
            groups.computeIfAbsent(key.apply(resources.get(index)), k -> new ArrayList<>())
                    .add(index);
        }
        return groups;
    }

    private ApiException leftOut() {
        boolean isAmbiguous = !rest.isEmpty();
        String reason = "the server answered with " + stored.size() + " of " + sent.size() + " items"
                + (isAmbiguous ? ", and not with which" : ", without this one");
        return ApiException.builder(ApiException.Kind.PROTOCOL, request)
                .reason(reason)
                .mayHaveActed(isAmbiguous)
                .build();
    }
}
