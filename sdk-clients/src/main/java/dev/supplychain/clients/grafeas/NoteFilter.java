package dev.supplychain.clients.grafeas;

import dev.supplychain.model.grafeas.v1.NoteKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which notes to list, by the three fields that the reference names for this.
 *
 * <pre>{@code
 * NoteFilter.kind(NoteKind.ATTESTATION).and(NoteFilter.createdAfter(yesterday))
 * // kind="ATTESTATION" AND createTime>"2026-11-20T12:00:00Z"
 * }</pre>
 *
 * @param text the filter as the service reads it; empty for all
 * @see <a href="https://google.aip.dev/160">AIP-160</a>
 */
public record NoteFilter(String text) {
    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException when it has a control character; it is not quoted
     */
    public NoteFilter {
        FilterText.require(text);
    }

    /** Every note. */
    public static NoteFilter all() {
        return new NoteFilter("");
    }

    /** Those of a kind. */
    public static NoteFilter kind(NoteKind kind) {
        return compare("kind", "=", kind.name());
    }

    /** Those of a kind that version 1beta1 knows. */
    public static NoteFilter kind(dev.supplychain.model.grafeas.v1beta1.NoteKind kind) {
        return compare("kind", "=", kind.name());
    }

    /** Those that were stored after a time. */
    public static NoteFilter createdAfter(Instant time) {
        return compare("createTime", ">", time.toString());
    }

    /** Those that were changed after a time. */
    public static NoteFilter updatedAfter(Instant time) {
        return compare("updateTime", ">", time.toString());
    }

    /** Those that at least one of the filters lets through. */
    public static NoteFilter anyOf(NoteFilter first, NoteFilter... more) {
        List<String> texts = Stream.concat(Stream.of(first), Arrays.stream(more))
                .map(NoteFilter::text)
                .toList();
        return new NoteFilter(FilterText.anyOf(texts));
    }

    /** Those that this and the other filter let through. */
    public NoteFilter and(NoteFilter other) {
        return new NoteFilter(FilterText.and(text, other.text));
    }

    private static NoteFilter compare(String field, String operator, String value) {
        return new NoteFilter(FilterText.compare(field, operator, value));
    }

    /** The filter as the service reads it. */
    @Override
    public String toString() {
        return text;
    }
}
