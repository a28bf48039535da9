package dev.supplychain.clients.oci;

import dev.supplychain.model.MalformedDataException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a server wants to see before it answers: one challenge of a {@code WWW-Authenticate} header.
 *
 * @param scheme in lower case, such as {@code bearer}
 * @param parameters by their names in lower case
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1">RFC 9110, section 11.6.1</a>
 */
record Challenge(String scheme, Map<String, String> parameters) {
    static final String BASIC = "basic";
    static final String BEARER = "bearer";

    Challenge {
        scheme = scheme.toLowerCase(Locale.ROOT);
        parameters = Collections.unmodifiableMap(parameters);
    }

    /**
     * The challenges of some headers, in their order.
     *
     * @throws MalformedDataException when one is not as the RFC has it, is ambiguous or too long; it is not quoted
     */
    static List<Challenge> parse(List<String> headers) {
        return headers.stream()
                .flatMap(header -> new ChallengeParser(header).parse().stream())
                .toList();
    }

    /** A parameter's value; absent when it is not there or empty. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    boolean is(String name) {
        return scheme.equals(name);
    }
}
