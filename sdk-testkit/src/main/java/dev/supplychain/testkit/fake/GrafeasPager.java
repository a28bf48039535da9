package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One page of a list.
 *
 * @param size how many at most
 * @param from how many came on earlier pages
 * @param filter the filter, which must be the same on all pages
 */
record GrafeasPager(int size, int from, String filter) {
    private static final int DEFAULT_SIZE = 20;
    private static final int MAX_SIZE = 1000;

    /**
     * The page a request asks for.
     *
     * @throws Refusal when the size is not within 1 and 1000, or the token is not one of this list
     */
    static GrafeasPager of(FakeRequest request) {
        String filter = request.query("filter").orElse("");
        return new GrafeasPager(
                request.query("pageSize").map(GrafeasPager::size).orElse(DEFAULT_SIZE),
                request.query("pageToken").map(token -> from(token, filter)).orElse(0),
                filter);
    }

    private static int size(String text) {
        try {
            int size = Integer.parseInt(text);
            // Zero is what a proto3 client sends for "not specified".
            if (size >= 0 && size <= MAX_SIZE) {
                return size == 0 ? DEFAULT_SIZE : size;
            }
        } catch (NumberFormatException e) {
            throw Refusal.invalid("Invalid value at 'page_size' (TYPE_INT32), \"" + text + "\"");
        }
        throw Refusal.invalid("page_size " + text + " is not within 1 and " + MAX_SIZE);
    }

    private static int from(String token, String filter) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            if (colon > 0 && text.substring(colon + 1).equals(filter)) {
                return Integer.parseInt(text.substring(0, colon));
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("page_token is not one that this service gave");
        }
        throw Refusal.invalid("page_token belongs to a list with another filter");
    }

    /** The answer with this page of all that was found. */
    Json page(String collection, List<Json> found) {
        List<Json> rest = found.subList(Math.min(from, found.size()), found.size());
        List<Json> page = rest.subList(0, Math.min(size, rest.size()));
        Map<String, Json> answer = new LinkedHashMap<>();
        if (!page.isEmpty()) {
            answer.put(collection, Json.array(page));
        }
        if (page.size() < rest.size()) {
            answer.put("nextPageToken", Json.of(token(from + page.size())));
        }
        return Json.object(answer);
    }

    private String token(int next) {
        byte[] text = (next + ":" + filter).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }
}
