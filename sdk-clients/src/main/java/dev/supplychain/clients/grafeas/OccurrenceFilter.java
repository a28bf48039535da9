package dev.supplychain.clients.grafeas;

import dev.supplychain.model.NoteName;
import dev.supplychain.model.grafeas.v1.NoteKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which occurrences to list; values are quoted, so that none can change the question.
 *
 * <p>There are methods for what Google's service is known to take: most other fields are refused with a 400 that gives no
 * reason. The open-source server ignores every filter.
 *
 * <pre>{@code
 * OccurrenceFilter.kind(NoteKind.ATTESTATION).and(OccurrenceFilter.resource("https://host/image@sha256:…"))
 * // kind="ATTESTATION" AND resourceUrl="https://host/image@sha256:…"
 * }</pre>
 *
 * @param text the filter as the service reads it; empty for all
 * @see <a href="https://google.aip.dev/160">AIP-160</a>
 */
public record OccurrenceFilter(String text) {
    /** The field of a resource's URI, in both versions, whatever the messages call it. */
    private static final String RESOURCE = "resourceUrl";

    private static final String EQUALS = "=";

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException when it has a control character; it is not quoted
     */
    public OccurrenceFilter {
        FilterText.require(text);
    }

    /** Every occurrence. */
    public static OccurrenceFilter all() {
        return new OccurrenceFilter("");
    }

    /** Those of a kind. */
    public static OccurrenceFilter kind(NoteKind kind) {
        return equal("kind", kind.name());
    }

    /** Those of a kind that version 1beta1 knows. */
    public static OccurrenceFilter kind(dev.supplychain.model.grafeas.v1beta1.NoteKind kind) {
        return equal("kind", kind.name());
    }

    /** Those about a resource, by its URI as it is stored: with the scheme if it was created so. */
    public static OccurrenceFilter resource(String resourceUri) {
        return equal(RESOURCE, resourceUri);
    }

    /** Those about any resource whose URI begins so, such as {@code https://us-docker.pkg.dev/my-project/}. */
    public static OccurrenceFilter resourcePrefix(String prefix) {
        return new OccurrenceFilter(FilterText.call("has_prefix", RESOURCE, prefix));
    }

    /** Those about any resource whose URI ends so, such as {@code sha256:…}, with or without scheme and registry. */
    public static OccurrenceFilter resourceSuffix(String suffix) {
        return new OccurrenceFilter(FilterText.call("has_suffix", RESOURCE, suffix));
    }

    /** Those under a note. */
    public static OccurrenceFilter note(NoteName note) {
        return equal("noteProjectId", note.project().project()).and(equal("noteId", note.note()));
    }

    /** Those that at least one of the filters lets through. */
    public static OccurrenceFilter anyOf(OccurrenceFilter first, OccurrenceFilter... more) {
        List<String> texts = Stream.concat(Stream.of(first), Arrays.stream(more))
                .map(OccurrenceFilter::text)
                .toList();
        return new OccurrenceFilter(FilterText.anyOf(texts));
    }

    /** Those that this and the other filter let through. */
    public OccurrenceFilter and(OccurrenceFilter other) {
        return new OccurrenceFilter(FilterText.and(text, other.text));
    }

    private static OccurrenceFilter equal(String field, String value) {
        return new OccurrenceFilter(FilterText.compare(field, EQUALS, value));
    }

    /** The filter as the service reads it. */
    @Override
    public String toString() {
        return text;
    }
}
