package dev.supplychain.policy.internal;

import dev.supplychain.model.internal.Excerpt;
import java.util.List;

/** The text of a file, to find places in it and to show them. */
final class SourceText {
    private static final int CODE_POINTS_BEFORE = 60;
    private static final int CODE_POINTS_AFTER = 40;

    private final String text;
    private final List<String> lines;

    SourceText(String text) {
        this.text = text;
        this.lines = List.of(text.split("\r\n|\n|\r", -1));
    }

    /** The place of the character at that index. */
    Place placeOf(int index) {
        String[] before = text.substring(0, index).split("\r\n|\n|\r", -1);
        String last = before[before.length - 1];
        return new Place(before.length, last.codePointCount(0, last.length()) + 1);
    }

    /** The line of the place, or the part of a long one around it, with a caret below the place. */
    String snippet(Place place) {
        return snippet(place, CODE_POINTS_AFTER);
    }

    /** {@link #snippet} without what follows the place. */
    String snippetUpTo(Place place) {
        return snippet(place, 0);
    }

    private String snippet(Place place, int codePointsAfter) {
        // The end of the file may lie one line below the last.
        String line = place.line() <= lines.size() ? lines.get(place.line() - 1) : "";
        int length = line.codePointCount(0, line.length());
        int at = Math.min(place.column() - 1, length);
        int from = Math.max(0, at - CODE_POINTS_BEFORE);
        int to = Math.min(length, at + codePointsAfter);
        String before = (from == 0 ? "" : "…") + shown(part(line, from, at));
        String after = shown(part(line, at, to)) + (to == length ? "" : "…");
        return before + after + "\n" + " ".repeat(before.codePointCount(0, before.length())) + "^";
    }

    private static String part(String line, int fromCodePoint, int toCodePoint) {
        return line.substring(line.offsetByCodePoints(0, fromCodePoint), line.offsetByCodePoints(0, toCodePoint));
    }

    private static String shown(String part) {
        return Excerpt.of(part.replace('\t', ' '));
    }
}
