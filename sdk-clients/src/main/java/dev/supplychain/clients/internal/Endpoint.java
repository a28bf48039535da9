package dev.supplychain.clients.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operation of a service, as its documentation has it.
 *
 * @param method the HTTP method
 * @param template the path, with {@code {names}} where a caller's values go; a value may have slashes
 * @param idempotent whether the request does no harm when it arrives twice
 */
public record Endpoint(String method, String template, boolean idempotent) {
    private static final Pattern PLACE = Pattern.compile("\\{[A-Za-z]+}");

    /** Reads something. */
    public static Endpoint get(String template) {
        return new Endpoint("GET", template, true);
    }

    /** Looks whether something is there. */
    public static Endpoint head(String template) {
        return new Endpoint("HEAD", template, true);
    }

    /** Puts something in a place of its own. */
    public static Endpoint put(String template) {
        return new Endpoint("PUT", template, true);
    }

    /** Removes something. */
    public static Endpoint delete(String template) {
        return new Endpoint("DELETE", template, true);
    }

    /** Changes a part of something: the request is never sent twice. */
    public static Endpoint patch(String template) {
        return new Endpoint("PATCH", template, false);
    }

    /** Makes something: the request is never sent twice. */
    public static Endpoint post(String template) {
        return new Endpoint("POST", template, false);
    }

    /** Asks something that needs a body: the request may be sent twice. */
    public static Endpoint query(String template) {
        return new Endpoint("POST", template, true);
    }

    /**
     * A request to this endpoint.
     *
     * @param values what goes into the template, in its order, already checked and encoded
     */
    public ApiRequest with(String... values) {
        Matcher places = PLACE.matcher(template);
        StringBuilder path = new StringBuilder();
        int next = 0;
        while (places.find()) {
            places.appendReplacement(path, Matcher.quoteReplacement(values[next++]));
        }
        if (next != values.length) {
            throw new IllegalArgumentException(template + " takes " + next + " values, not " + values.length);
        }
        places.appendTail(path);
        return ApiRequest.of(this, UrlPath.require("path", path.toString()));
    }
}
