package dev.supplychain.policy.internal;

import dev.supplychain.policy.PolicyIssue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects the problems of one file. */
public final class Issues {
    /** More are not shown: nobody reads them, and a hostile file has one per byte. */
    private static final int MAX_ISSUES = 100;

    private final String file;
    private final SourceText source;
    private final List<PolicyIssue> issues = new ArrayList<>();

    /** Starts without problems. */
    public Issues(String file, String text) {
        this.file = file;
        this.source = new SourceText(text);
    }

    /** Starts with the problems of others, of the same file. */
    public Issues(Issues others) {
        this.file = others.file;
        this.source = others.source;
        this.issues.addAll(others.issues);
    }

    /** Notes a problem. */
    public void add(Place place, String message) {
        add(place, message, Optional.empty());
    }

    /** Notes a problem and the name that may have been meant. */
    public void add(Place place, String message, Optional<String> suggestion) {
        if (!isFull()) {
            add(place, message, source.snippet(place), suggestion);
        }
    }

    /** Notes a problem of a value that may be a secret: what follows the place is not shown. */
    public void addWithoutValue(Place place, String message) {
        if (!isFull()) {
            add(place, message, source.snippetUpTo(place), Optional.empty());
        }
    }

    /** True when no more problems are kept: a snippet or a suggestion would be in vain. */
    public boolean isFull() {
        return issues.size() >= MAX_ISSUES;
    }

    private void add(Place place, String message, String snippet, Optional<String> suggestion) {
        issues.add(new PolicyIssue(file, place.line(), place.column(), message, snippet, suggestion));
    }

    /** True when nothing was noted. */
    public boolean isEmpty() {
        return issues.isEmpty();
    }

    /** The problems from the top of the file to its end. */
    public List<PolicyIssue> inFileOrder() {
        return issues.stream()
                .sorted(Comparator.comparing(issue -> new Place(issue.line(), issue.column())))
                .toList();
    }

    /** The place of the character at that index of the text. */
    public Place placeOf(int index) {
        return source.placeOf(index);
    }

    /** Where something stands, such as {@code policies.yaml:3:1}. */
    public String describe(Place place) {
        return file + ":" + place.line() + ":" + place.column();
    }
}
