package dev.supplychain.clients.grafeas;

import dev.supplychain.model.NoteName;
import dev.supplychain.model.grafeas.v1.NoteKind;
import java.util.Locale;

/**
 * Which occurrences to list; values are quoted, so that none can change the question.
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
    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException when it has a control character; it is not quoted
     */
    public OccurrenceFilter {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "the filter has the control character U+%04X", (int) text.charAt(i)));
            }
        }
    }

    /** Every occurrence. */
    public static OccurrenceFilter all() {
        return new OccurrenceFilter("");
    }

    /** Those of a kind. */
    public static OccurrenceFilter kind(NoteKind kind) {
        return equal("kind", kind.name());
    }

    /** Those about a resource, by its URI as it is stored. */
    public static OccurrenceFilter resource(String resourceUri) {
        return equal("resourceUrl", resourceUri);
    }

    /** Those about any resource whose URI ends so, such as {@code sha256:…}, with or without scheme and registry. */
    public static OccurrenceFilter resourceSuffix(String suffix) {
        return new OccurrenceFilter("has_suffix(resourceUrl," + quoted(suffix) + ")");
    }

    /** Those under a note. */
    public static OccurrenceFilter note(NoteName note) {
        return equal("noteProjectId", note.project().project()).and(equal("noteId", note.note()));
    }

    /** Those that this and the other filter let through. */
    public OccurrenceFilter and(OccurrenceFilter other) {
        if (text.isEmpty() || other.text.isEmpty()) {
            return text.isEmpty() ? other : this;
        }
        return new OccurrenceFilter(text + " AND " + other.text);
    }

    private static OccurrenceFilter equal(String field, String value) {
        return new OccurrenceFilter(field + "=" + quoted(value));
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The filter as the service reads it. */
    @Override
    public String toString() {
        return text;
    }
}
