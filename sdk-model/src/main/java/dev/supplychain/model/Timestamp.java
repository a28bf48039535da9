package dev.supplychain.model;

import dev.supplychain.model.internal.Excerpt;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A point in time as RFC 3339 text, such as {@code 2017-01-15T01:30:15.01Z}.
 *
 * <p>A time that was read keeps its text, so that it is written back unchanged; the instant is computed when it is
 * asked for. A time made here is written in UTC with 0, 3, 6 or 9 fraction digits, as the JSON mapping of proto3 says.
 * The range is {@code 0001-01-01T00:00:00Z} to {@code 9999-12-31T23:59:59.999999999Z}; some servers write the first to
 * say "never". Two are equal when their texts are: compare {@link #instant()} to compare times.
 */
public final class Timestamp {
    /** Loaded when a time is computed: whoever passes a text on pays for no parser of times. */
    private static final class Rfc3339 {
        static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}"
                + "(\\.[0-9]{1,9})?([Zz]|[-+][0-9]{2}:[0-9]{2})");
        static final Instant MIN = Instant.parse("0001-01-01T00:00:00Z");
        static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999999999Z");
    }

    private final String text;

    private Timestamp(String text) {
        this.text = text;
    }

    /**
     * This instant.
     *
     * @throws IllegalArgumentException when it lies before year 1 or after year 9999
     */
    public static Timestamp of(Instant instant) {
        if (instant.isBefore(Rfc3339.MIN) || instant.isAfter(Rfc3339.MAX)) {
            throw new IllegalArgumentException(
                    "timestamp " + instant + " is not within " + Rfc3339.MIN + " and " + Rfc3339.MAX);
        }
        return new Timestamp(DateTimeFormatter.ISO_INSTANT.format(instant));
    }

    /**
     * The time in this RFC 3339 text, with any offset and 0 to 9 fraction digits.
     *
     * @throws MalformedDataException when it is not one, or out of range
     */
    public static Timestamp parse(String text) {
        Timestamp timestamp = new Timestamp(text);
        timestamp.instant();
        return timestamp;
    }

    /** What a server sent, not looked at yet: {@link #instant()} tells whether it is a time. */
    public static Timestamp ofUnchecked(String text) {
        return new Timestamp(text);
    }

    /**
     * The point in time.
     *
     * @throws MalformedDataException when a server sent a text that is not an RFC 3339 time in range
     */
    public Instant instant() {
        try {
            if (Rfc3339.FORM.matcher(text).matches()) {
                Instant instant = OffsetDateTime.parse(text).toInstant();
                if (!instant.isBefore(Rfc3339.MIN) && !instant.isAfter(Rfc3339.MAX)) {
                    return instant;
                }
            }
        } catch (DateTimeException e) {
            throw malformed(e);
        }
        throw malformed(null);
    }

    private MalformedDataException malformed(@Nullable Exception cause) {
        return new MalformedDataException(
                "timestamp", "", Excerpt.quoted(text) + " is not an RFC 3339 time of the years 1 to 9999", cause);
    }

    /** The text as it stands on the wire. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Timestamp that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
