package dev.supplychain.model;

import dev.supplychain.model.internal.Excerpt;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Data that cannot be what it claims to be: not JSON, not base64, a wrong type, a limit exceeded.
 *
 * <p>The message names the input, the place in it and, where one was exceeded, the limit, such as {@code envelope at
 * /signatures/0/sig: "a=b" is not base64}.
 */
public final class MalformedDataException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String input;
    private final String place;
    private final String problem;

    /**
     * Creates one.
     *
     * @param input what was read, such as {@code envelope}
     * @param place where in it: a JSON pointer, a line and column, or empty for the whole
     * @param problem what is wrong there
     */
    public MalformedDataException(String input, String place, String problem) {
        this(input, place, problem, null);
    }

    /**
     * Creates one with a cause.
     *
     * @param input what was read, such as {@code envelope}
     * @param place where in it: a JSON pointer, a line and column, or empty for the whole
     * @param problem what is wrong there
     * @param cause what the parser said, or null
     */
    public MalformedDataException(String input, String place, String problem, @Nullable Throwable cause) {
        super(place.isEmpty() ? input + ": " + problem : input + " at " + Excerpt.of(place) + ": " + problem, cause);
        this.input = input;
        this.place = place;
        this.problem = problem;
    }

    /** The same problem as part of a larger input, such as the base64 of a signature within an envelope. */
    public MalformedDataException within(String largerInput, String placeInIt) {
        return new MalformedDataException(largerInput, placeInIt, problem, this);
    }

    /** What is wrong, without the input and the place. */
    public String problem() {
        return problem;
    }

    /** What was read, such as {@code envelope} or {@code Occurrence}. */
    public String input() {
        return input;
    }

    /** Where in the input: a JSON pointer such as {@code /signatures/0/sig}, a line and column, or empty. */
    public String place() {
        return place;
    }
}
