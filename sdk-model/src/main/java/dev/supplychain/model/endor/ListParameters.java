package dev.supplychain.model.endor;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Which resources a list has, and how it comes: the query parameters {@code list_parameters.*}.
 *
 * <pre>{@code
 * ListParameters.builder()
 *         .filter(ListFilter.equal("spec.artifact_type", ArtifactType.ARTIFACT_TYPE_CONTAINER))
 *         .addMask("uuid", "meta.name")
 *         .pageSize(100)
 *         .build()
 *         .query(); // {list_parameters.filter=spec.artifact_type==ARTIFACT_TYPE_CONTAINER, …}
 * }</pre>
 *
 * @see <a href="https://docs.endorlabs.com/rest-api/">Endor Labs REST API</a>
 */
@Value.Immutable
public interface ListParameters {
    /** In which order resources come. */
    enum SortOrder {
        /** The smallest or oldest first. */
        SORT_ENTRY_ORDER_ASC,
        /** The greatest or newest first. */
        SORT_ENTRY_ORDER_DESC
    }

    /** Which resources. */
    Optional<ListFilter> filter();

    /** The fields that each row has, such as {@code meta.name}; all when empty. Rows then lack what is else required. */
    List<String> mask();

    /** How many rows a page has. */
    OptionalInt pageSize();

    /** How many rows are passed over; prefer {@link #pageId()}. */
    OptionalInt pageToken();

    /** The row that the page begins behind. */
    Optional<String> pageId();

    /** The field that orders the rows. */
    Optional<String> sortPath();

    /** The direction of that order. */
    Optional<SortOrder> sortOrder();

    /** True to get the number of resources instead of them. */
    @Value.Default
    default boolean count() {
        return false;
    }

    /** True to include child namespaces. */
    @Value.Default
    default boolean traverse() {
        return false;
    }

    /** True to include what is archived. */
    @Value.Default
    default boolean archive() {
        return false;
    }

    /** True for all rows at once. */
    @Value.Default
    default boolean listAll() {
        return false;
    }

    /** The CI run that the resources come from. */
    Optional<String> ciRunUuid();

    /** The earliest time of creation. */
    Optional<Instant> fromDate();

    /** The latest time of creation. */
    Optional<Instant> toDate();

    /** The fields that group the resources, instead of a list of them. */
    List<String> groupAggregationPaths();

    /** Grouping by time: the parameters below {@code group_by_time.}, such as {@code interval}. */
    Map<String, String> groupByTime();

    /** The query parameters by name, not encoded, those that are not set left out. */
    default Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "filter", filter());
        put(query, "mask", joined(mask()));
        put(query, "page_size", boxed(pageSize()));
        put(query, "page_token", boxed(pageToken()));
        put(query, "page_id", pageId());
        put(query, "sort.path", sortPath());
        put(query, "sort.order", sortOrder());
        put(query, "count", flag(count()));
        put(query, "traverse", flag(traverse()));
        put(query, "archive", flag(archive()));
        put(query, "list_all", flag(listAll()));
        put(query, "ci_run_uuid", ciRunUuid());
        put(query, "from_date", fromDate());
        put(query, "to_date", toDate());
        put(query, "group.aggregation_paths", joined(groupAggregationPaths()));
        groupByTime().forEach((name, value) -> put(query, "group_by_time." + name, Optional.of(value)));
        return query;
    }

    /**
     * The parameters of the page after one; empty at the end, and when the server names the page just read again, which
     * would never end.
     */
    default Optional<ListParameters> next(ListResponse page) {
        Optional<String> id = page.nextPageId().filter(text -> !text.isEmpty());
        OptionalInt token = id.isPresent() || page.isLast() ? OptionalInt.empty() : page.nextPageToken();
        boolean isSame = id.equals(pageId()) && token.equals(pageToken());
        return page.isLast() || isSame
                ? Optional.empty()
                : Optional.of(builder().from(this).pageId(id).pageToken(token).build());
    }

    private static void put(Map<String, String> query, String name, Optional<?> value) {
        value.ifPresent(v -> query.put("list_parameters." + name, v.toString()));
    }

    private static Optional<String> joined(List<String> texts) {
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(",", texts));
    }

    private static Optional<Integer> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    private static Optional<Boolean> flag(boolean set) {
        return set ? Optional.of(true) : Optional.empty();
    }

    /** Starts one that asks for the first page of everything. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ListParameters}. */
    final class Builder extends ImmutableListParameters.Builder {
        Builder() {}
    }
}
