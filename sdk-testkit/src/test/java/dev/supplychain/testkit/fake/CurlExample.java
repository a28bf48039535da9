package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that a documentation shows as a curl command.
 *
 * @param method the HTTP method
 * @param uri where to
 * @param headers by lower-case name; a secret may be a row of asterisks
 * @param json the body, when it is JSON
 * @param fields the body, when it is a form
 */
record CurlExample(
        String method, URI uri, Map<String, String> headers, Optional<Json> json, Map<String, List<String>> fields) {
    /** A word, or a text in quotes, of a command line. */
    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|([^\\s\\\\]+)");

    private static final Pattern ENCODED_PAIR = Pattern.compile("\\$\\(echo -n '([^']*)' \\| base64\\)");

    /** All commands of a text. One that ends in JSON may lack the quote at its end, as in the documentation. */
    static List<CurlExample> all(String text) {
        List<CurlExample> examples = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        boolean inJson = false;
        for (String line : text.lines().toList()) {
            if (command.isEmpty() && !line.startsWith("curl ")) {
                continue;
            }
            command.append(line).append('\n');
            inJson = inJson || line.contains("--data '");
            boolean goesOn = inJson ? !line.startsWith("}") : line.endsWith("\\");
            if (!goesOn) {
                boolean open = inJson && !line.endsWith("'");
                examples.add(parse(open ? command.toString().stripTrailing() + "'" : command.toString()));
                command.setLength(0);
                inJson = false;
            }
        }
        return examples;
    }

    private static CurlExample parse(String command) {
        Iterator<String> words = words(command).iterator();
        words.next();
        String method = "GET";
        String url = "";
        Map<String, String> headers = new LinkedHashMap<>();
        Optional<Json> json = Optional.empty();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--verbose" -> {}
                case "--request" -> method = words.next();
                case "--url" -> url = words.next();
                case "--header" -> addHeader(words.next(), headers);
                case "--data" -> json = Optional.of(Json.parse(words.next()));
                case "--data-urlencode" -> addField(words.next(), fields);
                case "--form" -> {
                    headers.put("content-type", "multipart/form-data");
                    addField(words.next(), fields);
                }
                default -> url = word;
            }
        }
        return new CurlExample(method, URI.create(url), headers, json, fields);
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            words.add(Optional.ofNullable(matcher.group(1))
                    .or(() -> Optional.ofNullable(matcher.group(2)))
                    .orElse(matcher.group()));
        }
        return words;
    }

    private static void addHeader(String header, Map<String, String> headers) {
        int colon = header.indexOf(':');
        String value = ENCODED_PAIR
                .matcher(header.substring(colon + 1).strip())
                .replaceAll(m -> Base64.getEncoder().encodeToString(m.group(1).getBytes(StandardCharsets.UTF_8)));
        headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), value);
    }

    private static void addField(String field, Map<String, List<String>> fields) {
        int equals = field.indexOf('=');
        fields.computeIfAbsent(field.substring(0, equals), name -> new ArrayList<>())
                .add(field.substring(equals + 1));
    }

    /** The path as it stands in the command. */
    String path() {
        return uri.getRawPath();
    }

    /** The texts at a name such as {@code buildScan.ids}, in a form or in JSON. */
    List<String> texts(String name) {
        return json.map(body -> JsonPaths.get(body, name)
                        .map(value -> value.kind() == Json.Kind.ARRAY ? value.elements() : List.of(value))
                        .orElse(List.of())
                        .stream()
                        .map(Json::string)
                        .toList())
                .orElseGet(() -> fields.getOrDefault(name, List.of()));
    }

    @Override
    public String toString() {
        return method + " " + path() + " as " + headers.getOrDefault("content-type", "nothing");
    }
}
