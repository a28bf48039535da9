package dev.supplychain.clients.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to an endpoint, as often as it may be sent.
 *
 * @param endpoint the operation
 * @param path the encoded path, below the base URL
 * @param query names and values, not encoded
 * @param accept what kind of answer is understood
 * @param json the body; absent for none
 */
public record ApiRequest(Endpoint endpoint, String path, List<Parameter> query, String accept, Optional<byte[]> json) {
    private static final String JSON = "application/json";

    /** A name and a value of the query. */
    public record Parameter(String name, String value) {}

    /** Copies the list. */
    public ApiRequest {
        query = List.copyOf(query);
    }

    static ApiRequest of(Endpoint endpoint, String path) {
        return new ApiRequest(endpoint, path, List.of(), JSON, Optional.empty());
    }

    /** This request with one more parameter in the query. */
    public ApiRequest query(String name, String value) {
        List<Parameter> more = new ArrayList<>(query);
        more.add(new Parameter(name, value));
        return new ApiRequest(endpoint, path, more, accept, json);
    }

    /** This request with one more parameter, if there is a value. */
    public ApiRequest query(String name, Optional<String> value) {
        return value.map(text -> query(name, text)).orElse(this);
    }

    /** This request, asking for other media types. */
    public ApiRequest accept(String mediaTypes) {
        return new ApiRequest(endpoint, path, query, mediaTypes, json);
    }

    /** This request with a JSON body. */
    public ApiRequest json(byte[] body) {
        return new ApiRequest(endpoint, path, query, accept, Optional.of(body));
    }

    /** The method and the path, without the query. */
    public String line() {
        return endpoint.method() + " " + path;
    }

    /** The method and the path, without the query and the body. */
    @Override
    public String toString() {
        return line();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
