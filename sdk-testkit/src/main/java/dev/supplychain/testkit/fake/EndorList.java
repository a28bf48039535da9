package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a list request asks for, and the page, count or groups that answer it. */
final class EndorList {
    private static final String PREFIX = "list_parameters.";
    private static final Set<String> KNOWN = Set.of(
            "filter",
            "mask",
            "page_size",
            "page_token",
            "page_id",
            "sort.path",
            "sort.order",
            "count",
            "traverse",
            "archive",
            "list_all",
            "ci_run_uuid",
            "from_date",
            "to_date",
            "group.aggregation_paths");
    private static final int DEFAULT_PAGE_SIZE = 100;
    private static final int MAX_PAGE_SIZE = 500;

    private final Map<String, String> parameters;
    private final Instant now;
    private final FakeEndor.PageCursor cursors;

    private EndorList(Map<String, String> parameters, Instant now, FakeEndor.PageCursor cursors) {
        this.parameters = parameters;
        this.now = now;
        this.cursors = cursors;
    }

    /**
     * Reads the query of a request.
     *
     * @throws Refusal when it has a parameter that there is not
     */
    static EndorList parse(FakeRequest request, Instant now, FakeEndor.PageCursor cursors) {
        Map<String, String> parameters = new TreeMap<>();
        request.query().forEach((name, values) -> {
            String parameter = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
            if (!name.startsWith(PREFIX) || !(KNOWN.contains(parameter) || parameter.startsWith("group_by_time."))) {
                throw Refusal.invalid("unknown parameter \"" + name + "\"");
            }
            parameters.put(parameter, values.get(0));
        });
        return new EndorList(parameters, now, cursors);
    }

    boolean traverses() {
        return isSet("traverse");
    }

    /** The answer about these signatures. */
    Json answer(Stream<Json> signatures) {
        Stream<Json> rows = signatures.filter(filter());
        List<Json> found = order().map(rows::sorted).orElse(rows).toList();
        if (isSet("count")) {
            // As proto3 writes a number: none for nothing.
            Map<String, Json> count = found.isEmpty() ? Map.of() : Map.of("count", Json.of(found.size()));
            return Json.object(Map.of("count_response", Json.object(count)));
        }
        Optional<String> groups = parameter("group.aggregation_paths");
        return groups.isPresent() ? groups(found, groups.get()) : page(found);
    }

    private Predicate<Json> filter() {
        Predicate<Json> filter =
                parameter("filter").map(text -> EndorFilter.parse(text, now)).orElse(row -> true);
        return filter.and(createdBetween());
    }

    private Predicate<Json> createdBetween() {
        Optional<Json> from = parameter("from_date").map(Json::of);
        Optional<Json> to = parameter("to_date").map(Json::of);
        return row -> {
            Json created = JsonPaths.get(row, "meta.create_time").orElse(Json.of(""));
            return (from.isEmpty() || EndorFilter.order(created, from.get()) >= 0)
                    && (to.isEmpty() || EndorFilter.order(created, to.get()) <= 0);
        };
    }

    /** Absent for the order of creation. */
    private Optional<Comparator<Json>> order() {
        boolean descending = parameter("sort.order").equals(Optional.of("SORT_ENTRY_ORDER_DESC"));
        return parameter("sort.path")
                .map(path -> Comparator.comparing(
                        (Json row) -> JsonPaths.get(row, path).orElse(Json.of("")), EndorFilter::order))
                .map(ascending -> descending ? ascending.reversed() : ascending);
    }

    private static Json groups(List<Json> found, String path) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Json row : found) {
            counts.merge(JsonPaths.get(row, path).map(Json::toString).orElse("null"), 1, Integer::sum);
        }
        Map<String, Json> groups = new LinkedHashMap<>();
        counts.forEach((key, count) -> groups.put(
                key, Json.object(Map.of("aggregation_count", Json.object(Map.of("count", Json.of(count)))))));
        return Json.object(Map.of("group_response", Json.object(Map.of("groups", Json.object(groups)))));
    }

    private Json page(List<Json> found) {
        int start = start(found);
        int end = isSet("list_all")
                ? found.size()
                : Math.min(found.size(), start + number("page_size", DEFAULT_PAGE_SIZE));
        List<Json> rows = found.subList(start, end).stream().map(this::masked).toList();
        Map<String, Json> list = new LinkedHashMap<>();
        list.put("objects", Json.array(rows));
        list.put("response", end < found.size() ? cursors.next(end, uuid(found.get(end - 1))) : cursors.end());
        return Json.object(Map.of("list", Json.object(list)));
    }

    private int start(List<Json> found) {
        Optional<String> behind = parameter("page_id");
        if (behind.isEmpty()) {
            return Math.min(number("page_token", 0), found.size());
        }
        for (int i = 0; i < found.size(); i++) {
            if (uuid(found.get(i)).equals(behind.get())) {
                return i + 1;
            }
        }
        throw Refusal.invalid("page_id \"" + behind.get() + "\" is not of this list");
    }

    private Json masked(Json row) {
        return parameter("mask")
                .map(mask -> JsonPaths.only(row, Arrays.asList(mask.split(",", -1))))
                .orElse(row);
    }

    private static String uuid(Json row) {
        return row.get("uuid").orElseThrow().string();
    }

    private int number(String name, int otherwise) {
        try {
            int number = parameter(name).map(Integer::parseInt).orElse(otherwise);
            if (number < 0 || (name.equals("page_size") && (number == 0 || number > MAX_PAGE_SIZE))) {
                throw Refusal.invalid(name + " is " + number);
            }
            return number;
        } catch (NumberFormatException e) {
            throw Refusal.invalid(name + " is no number");
        }
    }

    private boolean isSet(String name) {
        return parameter(name).equals(Optional.of("true"));
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }
}
