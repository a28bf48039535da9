package dev.supplychain.clients.internal;

import dev.supplychain.clients.AuthHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A request to an endpoint, to be sent once or more often; {@code toString} shows neither query nor secrets.
 *
 * <p>It never changes: what adds to it returns another.
 */
public final class ApiRequest {
    private static final String JSON = "application/json";

    private final Endpoint endpoint;
    private final String path;
    private List<Parameter> query = List.of();
    private List<AuthHeader> headers = List.of();
    private String accept = JSON;
    private @Nullable Content content;
    private @Nullable AuthHeader credentials;
    private @Nullable HttpUrl url;
    private @Nullable String scope;
    private boolean anonymous;
    private boolean streamed;
    private IntPredicate expected = status -> false;

    /** A name and a value of the query, not encoded. */
    record Parameter(String name, String value) {}

    private ApiRequest(Endpoint endpoint, String path) {
        this.endpoint = endpoint;
        this.path = path;
    }

    static ApiRequest of(Endpoint endpoint, String path) {
        return new ApiRequest(endpoint, path);
    }

    private ApiRequest with(Consumer<ApiRequest> change) {
        ApiRequest other = new ApiRequest(endpoint, path);
        other.query = query;
        other.headers = headers;
        other.accept = accept;
        other.content = content;
        other.credentials = credentials;
        other.url = url;
        other.scope = scope;
        other.anonymous = anonymous;
        other.streamed = streamed;
        other.expected = expected;
        change.accept(other);
        return other;
    }

    private static <T> List<T> plus(List<T> list, T last) {
        List<T> more = new ArrayList<>(list);
        more.add(last);
        return List.copyOf(more);
    }

    /** This request with one more parameter in the query. */
    public ApiRequest query(String name, String value) {
        return with(other -> other.query = plus(query, new Parameter(name, value)));
    }

    /** This request with one more parameter, if there is a value. */
    public ApiRequest query(String name, Optional<String> value) {
        return value.map(text -> query(name, text)).orElse(this);
    }

    /**
     * This request with one more header, which is sent to whatever host the request goes to.
     *
     * @throws IllegalArgumentException when the value cannot travel in a header; it is not quoted
     */
    public ApiRequest header(String name, String value) {
        return with(other -> other.headers = plus(headers, new AuthHeader(name, value)));
    }

    /** This request, asking for other media types. */
    public ApiRequest accept(String mediaTypes) {
        return with(other -> other.accept = mediaTypes);
    }

    /** This request with a JSON body. */
    public ApiRequest json(byte[] body) {
        return body(Content.of(JSON, body));
    }

    /** This request with a body. */
    public ApiRequest body(Content body) {
        return with(other -> other.content = body);
    }

    /** This request, to which these statuses are answers as well as 2xx. */
    public ApiRequest expecting(int... statuses) {
        int[] copy = statuses.clone();
        return with(other -> other.expected = status -> Arrays.stream(copy).anyMatch(each -> each == status));
    }

    /**
     * This request, sent to this URL with its query instead of a path below the base URL. Credentials go with it only if
     * it has the scheme, host and port of the base URL.
     */
    public ApiRequest at(HttpUrl target) {
        return with(other -> other.url = target);
    }

    /** This request, which needs credentials that allow this; what it means is between the client and its server. */
    public ApiRequest scope(String needed) {
        return with(other -> other.scope = needed);
    }

    /** This request in nobody's name. */
    public ApiRequest withoutCredentials() {
        return with(other -> other.anonymous = true);
    }

    /** This request, whose answer is read as it comes. */
    ApiRequest streamed() {
        return with(other -> other.streamed = true);
    }

    /** This request with other credentials. */
    ApiRequest credentials(Optional<AuthHeader> header) {
        return with(other -> other.credentials = header.orElse(null));
    }

    /** The method and the path, without the query. */
    public String line() {
        return endpoint.method() + " " + (url == null ? path : url.encodedPath());
    }

    /** What the credentials have to allow; absent when they are the same for all requests. */
    public Optional<String> scope() {
        return Optional.ofNullable(scope);
    }

    /** The operation. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** The encoded path below the base URL. */
    String path() {
        return path;
    }

    /** Where to instead of the path below the base URL. */
    Optional<HttpUrl> url() {
        return Optional.ofNullable(url);
    }

    List<Parameter> query() {
        return query;
    }

    /** More headers. */
    List<AuthHeader> headers() {
        return headers;
    }

    /** The kind of answer that is understood. */
    String accept() {
        return accept;
    }

    /** The body; absent for none. */
    Optional<Content> content() {
        return Optional.ofNullable(content);
    }

    /** Who is asking; absent for nobody. */
    Optional<AuthHeader> credentials() {
        return Optional.ofNullable(credentials);
    }

    /** Whether nobody's name may go with it. */
    boolean isAnonymous() {
        return anonymous;
    }

    /** Whether the body of a success is left to whoever asked. */
    boolean isStreamed() {
        return streamed;
    }

    /** Whether more than a little goes over the network, so that the call has the time of a transfer. */
    boolean isTransfer() {
        return streamed || (content != null && !content.inMemory());
    }

    /** Whether this status is an answer and no error. */
    boolean expects(int status) {
        return (status >= 200 && status < 300) || expected.test(status);
    }

    @Override
    public String toString() {
        return line();
    }
}
