package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.ApiException;
import java.util.List;
import java.util.Optional;

/**
 * What became of a batch, item by item: a failure in the middle hides nothing of what was stored before it.
 *
 * <pre>{@code
 * BatchResult<Occurrence> result = grafeas.batchCreateOccurrences(project, occurrences);
 * List<Occurrence> again = result.items(BatchOutcome.Result.NOT_SENT);
 * }</pre>
 *
 * @param <T> a note or an occurrence
 * @param outcomes one for each item, in the order in which they were handed in
 */
public record BatchResult<T>(List<BatchOutcome<T>> outcomes) {
    /** Copies the list. */
    public BatchResult {
        outcomes = List.copyOf(outcomes);
    }

    /** Whether everything was stored. */
    public boolean isComplete() {
        return outcomes.stream().allMatch(outcome -> outcome.is(BatchOutcome.Result.STORED));
    }

    /** What was stored, as it was stored. */
    public List<T> stored() {
        return outcomes.stream()
                .map(BatchOutcome::stored)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The items, as handed in, of which that became. */
    public List<T> items(BatchOutcome.Result result) {
        return outcomes.stream()
                .filter(outcome -> outcome.is(result))
                .map(BatchOutcome::item)
                .toList();
    }

    /**
     * Everything, as it was stored, when everything was.
     *
     * @throws ApiException the first failure, otherwise
     */
    public List<T> orElseThrow() {
        for (BatchOutcome<T> outcome : outcomes) {
            if (outcome.failure().isPresent()) {
                throw outcome.failure().get();
            }
        }
        return stored();
    }
}
