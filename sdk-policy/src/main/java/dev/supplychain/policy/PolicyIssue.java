package dev.supplychain.policy;

import java.util.Optional;

/**
 * One problem of a policy file: where it is, what it is, and what may have been meant.
 *
 * <pre>{@code
 * policies.yaml:12:7: unknown field "toolVersion" in an entry of buildTools; did you mean "toolVersions"?
 *       toolVersion: "8.*"
 *       ^
 * }</pre>
 *
 * @param file the name the file was parsed under
 * @param line the line, from 1
 * @param column the column in characters (code points), from 1
 * @param message what is wrong, in one line
 * @param snippet the source line, or the part of a long one around the place, and below it a caret under the place
 * @param suggestion the name that may have been meant; absent when none is close
 */
public record PolicyIssue(
        String file, int line, int column, String message, String snippet, Optional<String> suggestion) {
    /** The issue as a compiler prints it: place, message and suggestion on one line, the snippet below. */
    @Override
    public String toString() {
        String question =
                suggestion.map(name -> "; did you mean \"" + name + "\"?").orElse("");
        return file + ":" + line + ":" + column + ": " + message + question + "\n" + snippet;
    }
}
