package dev.supplychain.testkit.fake;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A request with its secrets, taken apart. */
final class FakeRequest {
    private static final Set<String> SECRET_HEADERS = Set.of("authorization", "proxy-authorization", "cookie");

    /** What makes a URL a credential. */
    private static final Pattern SIGNATURE = Pattern.compile("([?&]signature=)[^&]*");

    private static final Pattern SECRET_FIELDS = Pattern.compile("\\b(refresh_token|password)=[^&]*");

    private final String method;
    private final String target;
    private final Map<String, String> headers;
    private final Bytes body;

    /**
     * Creates one.
     *
     * @param target path and query as sent
     * @param headers the headers by lower-case name
     */
    FakeRequest(String method, String target, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = Bytes.of(body);
    }

    boolean is(String wantedMethod) {
        return method.equals(wantedMethod);
    }

    String method() {
        return method;
    }

    /** The path as sent, without the query. */
    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The path, decoded as a whole: names of repositories have slashes. */
    String decodedPath() {
        return decodeSegment(path());
    }

    /** The decoded segments of the path. */
    List<String> segments() {
        return Arrays.stream(path().substring(1).split("/", -1))
                .map(FakeRequest::decodeSegment)
                .toList();
    }

    /** All values of a parameter of the query. */
    List<String> queries(String name) {
        return query().getOrDefault(name, List.of());
    }

    /** The parameters of the query: values by name, in order. */
    Map<String, List<String>> query() {
        int query = target.indexOf('?');
        return form(query < 0 ? "" : target.substring(query + 1));
    }

    /** A parameter of the query; absent when it is not there or empty. */
    Optional<String> query(String name) {
        return query().getOrDefault(name, List.of()).stream().findFirst().filter(v -> !v.isEmpty());
    }

    /** The body as {@code application/x-www-form-urlencoded}: values by name, in order. */
    Map<String, List<String>> form() {
        return form(body.utf8());
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    Bytes body() {
        return body;
    }

    Json json() {
        return Json.parse(body.toByteArray());
    }

    RecordedRequest withoutSecrets() {
        Map<String, String> shown = new TreeMap<>(headers);
        shown.replaceAll((name, value) -> isSecret(name) ? redacted(value) : value);
        boolean form = header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded");
        Bytes said = form ? Bytes.utf8(SECRET_FIELDS.matcher(body.utf8()).replaceAll("$1=***")) : body;
        return new RecordedRequest(method, SIGNATURE.matcher(target).replaceAll("$1***"), shown, said);
    }

    private static boolean isSecret(String header) {
        return SECRET_HEADERS.contains(header)
                || header.contains("api-key")
                || header.contains("token")
                || header.contains("secret");
    }

    private static String redacted(String value) {
        int space = value.indexOf(' ');
        return space < 0 ? "***" : value.substring(0, space) + " ***";
    }

    private static Map<String, List<String>> form(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            values.computeIfAbsent(name, k -> new ArrayList<>()).add(value);
        }
        return values;
    }

    /** A plus is a plus in a path. */
    private static String decodeSegment(String segment) {
        return decode(segment.replace("+", "%2B"));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("\"" + text + "\" is not percent-encoded");
        }
    }
}
