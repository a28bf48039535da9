package dev.supplychain.policy.kinds;

import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A repository, or many, without scheme: a segment {@code **} stands for any number of segments, also none; {@code *}
 * within a segment for any characters of it. {@code repo.example.com/*} fits {@code repo.example.com/libs} but not {@code
 * repo.example.com/libs/v1}; {@code repo.example.com/**} fits both. The case of the host does not matter, nor do slashes
 * at the end.
 *
 * <p>Matching takes at most as many steps as there are pairs of segments.
 */
public final class RepositoryPattern {
    private static final int MAX_CHARS = 1000;
    private static final String ANY_DEPTH = "**";

    private final String text;
    /** One per segment; null for any depth. */
    private final List<@Nullable WildcardPattern> segments;

    private RepositoryPattern(String text, List<@Nullable WildcardPattern> segments) {
        this.text = text;
        this.segments = segments;
    }

    /**
     * The pattern of this text.
     *
     * @throws MalformedDataException when it has a scheme, an empty segment, {@code **} beside something else in a segment,
     *     white space or more than 1000 characters
     */
    public static RepositoryPattern parse(String text) {
        if (RepositoryUri.hasScheme(text)) {
            throw malformed(text, "has a scheme: write it as " + Excerpt.of(RepositoryUri.withoutScheme(text)));
        }
        if (text.length() > MAX_CHARS || text.chars().anyMatch(Character::isWhitespace)) {
            throw malformed(text, "has white space, or more than " + MAX_CHARS + " characters");
        }
        List<@Nullable WildcardPattern> segments = new ArrayList<>();
        for (String segment : segmentsOf(text)) {
            if (segment.isEmpty()) {
                throw malformed(text, "has an empty segment");
            }
            if (segment.contains(ANY_DEPTH) && !segment.equals(ANY_DEPTH)) {
                throw malformed(text, "has ** beside other characters: it stands for whole segments");
            }
            segments.add(segment.equals(ANY_DEPTH) ? null : WildcardPattern.parse(segment));
        }
        return new RepositoryPattern(text, segments);
    }

    private static MalformedDataException malformed(String text, String problem) {
        return new MalformedDataException("repository pattern", "", Excerpt.quoted(text) + " " + problem);
    }

    /** The segments, with the host in lower case. */
    private static List<String> segmentsOf(String uri) {
        String[] parts = RepositoryUri.withoutSlashesAtEnd(uri).split("/", -1);
        parts[0] = parts[0].toLowerCase(Locale.ROOT);
        return List.of(parts);
    }

    /** Whether a repository fits; a scheme is passed over. */
    public boolean fits(String uri) {
        List<String> candidate = segmentsOf(RepositoryUri.withoutScheme(uri.strip()));
        int at = 0;
        int pattern = 0;
        int lastAnyDepth = -1;
        int resume = 0;
        while (at < candidate.size()) {
            if (pattern < segments.size() && segments.get(pattern) == null) {
                lastAnyDepth = pattern++;
                resume = at;
            } else if (pattern < segments.size() && fits(segments.get(pattern), candidate.get(at))) {
                pattern++;
                at++;
            } else if (lastAnyDepth >= 0) {
                pattern = lastAnyDepth + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (pattern < segments.size() && segments.get(pattern) == null) {
            pattern++;
        }
        return pattern == segments.size();
    }

    private static boolean fits(@Nullable WildcardPattern pattern, String segment) {
        return pattern != null && pattern.fits(segment);
    }

    /** The pattern as written. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RepositoryPattern that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The pattern as written. */
    @Override
    public String toString() {
        return text;
    }
}
