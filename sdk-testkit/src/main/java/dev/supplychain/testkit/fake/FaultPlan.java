package dev.supplychain.testkit.fake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which request meets which fault: first those of the queue, then what the rules say, in the order they were given. */
final class FaultPlan {
    private final Deque<Fault> queue = new ArrayDeque<>();
    private final List<Function<RecordedRequest, Optional<Fault>>> rules = new ArrayList<>();
    private final List<InjectedFault> injected = new ArrayList<>();

    void add(List<Fault> faults) {
        queue.addAll(faults);
    }

    void addRule(Predicate<RecordedRequest> requests, Fault fault) {
        rules.add(request -> requests.test(request) ? Optional.of(fault) : Optional.empty());
    }

    void addChance(double probability, long seed, List<Fault> faults) {
        if (!(probability >= 0 && probability <= 1) || faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "a probability of " + probability + " for " + faults.size() + " faults makes no sense");
        }
        Random random = new Random(seed);
        rules.add(request -> random.nextDouble() < probability
                ? Optional.of(faults.get(random.nextInt(faults.size())))
                : Optional.empty());
    }

    void clear() {
        queue.clear();
        rules.clear();
    }

    /** The fault that a request meets; absent when all goes well. */
    Optional<Fault> next(RecordedRequest request) {
        Optional<Fault> fault = Optional.ofNullable(queue.poll())
                .or(() -> rules.stream()
                        .flatMap(rule -> rule.apply(request).stream())
                        .findFirst());
        fault.ifPresent(f -> injected.add(new InjectedFault(request, f)));
        return fault;
    }

    List<InjectedFault> injected() {
        return List.copyOf(injected);
    }
}
