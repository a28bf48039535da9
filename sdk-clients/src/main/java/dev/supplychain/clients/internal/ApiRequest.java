package dev.supplychain.clients.internal;

import dev.supplychain.clients.AuthHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request to an endpoint, to be sent once or more often; {@code toString} shows neither query nor secrets. */
public final class ApiRequest {
    private static final String JSON = "application/json";

    private final Endpoint endpoint;
    private final String path;
    private final List<Parameter> query;
    private final String accept;
    private final Optional<byte[]> json;
    private final Optional<AuthHeader> credentials;

    /** A name and a value of the query, not encoded. */
    record Parameter(String name, String value) {}

    private ApiRequest(
            Endpoint endpoint,
            String path,
            List<Parameter> query,
            String accept,
            Optional<byte[]> json,
            Optional<AuthHeader> credentials) {
        this.endpoint = endpoint;
        this.path = path;
        this.query = query;
        this.accept = accept;
        this.json = json;
        this.credentials = credentials;
    }

    static ApiRequest of(Endpoint endpoint, String path) {
        return new ApiRequest(endpoint, path, List.of(), JSON, Optional.empty(), Optional.empty());
    }

    /** This request with one more parameter in the query. */
    public ApiRequest query(String name, String value) {
        List<Parameter> more = new ArrayList<>(query);
        more.add(new Parameter(name, value));
        return new ApiRequest(endpoint, path, List.copyOf(more), accept, json, credentials);
    }

    /** This request with one more parameter, if there is a value. */
    public ApiRequest query(String name, Optional<String> value) {
        return value.map(text -> query(name, text)).orElse(this);
    }

    /** This request, asking for other media types. */
    public ApiRequest accept(String mediaTypes) {
        return new ApiRequest(endpoint, path, query, mediaTypes, json, credentials);
    }

    /** This request with a JSON body. */
    public ApiRequest json(byte[] body) {
        return new ApiRequest(endpoint, path, query, accept, Optional.of(body), credentials);
    }

    /** This request with other credentials. */
    ApiRequest credentials(Optional<AuthHeader> header) {
        return new ApiRequest(endpoint, path, query, accept, json, header);
    }

    /** The method and the path, without the query. */
    public String line() {
        return endpoint.method() + " " + path;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** The encoded path below the base URL. */
    String path() {
        return path;
    }

    List<Parameter> query() {
        return query;
    }

    /** The kind of answer that is understood. */
    String accept() {
        return accept;
    }

    /** The body; absent for none. */
    Optional<byte[]> json() {
        return json;
    }

    /** Who is asking; absent for nobody. */
    Optional<AuthHeader> credentials() {
        return credentials;
    }

    @Override
    public String toString() {
        return line();
    }
}
