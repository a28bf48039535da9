package dev.supplychain.clients.governor;

import dev.supplychain.clients.internal.Content;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.governor.PublishRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request as the fields of a form: the member {@code ids} of {@code buildScan} is {@code buildScan.ids}, once for each
 * element.
 *
 * @param fields the fields, in the order of the JSON
 */
record FormFields(List<Field> fields) {
    private static final int BOUNDARY_DIGITS = 32;

    /** A name and a value, not encoded. */
    record Field(String name, String value) {}

    /**
     * The fields of a request.
     *
     * @throws IllegalArgumentException when it has annotations, for which there is no documented field
     */
    static FormFields of(Message request) {
        if (request instanceof PublishRequest publish && !publish.annotations().isEmpty()) {
            throw new IllegalArgumentException("annotations travel in JSON only: forms have no field for them");
        }
        List<Field> fields = new ArrayList<>();
        add("", ModelJson.toJson(request), fields);
        return new FormFields(List.copyOf(fields));
    }

    private static void add(String name, Json value, List<Field> fields) {
        switch (value.kind()) {
            case OBJECT ->
                value.members().forEach((member, v) -> add(name.isEmpty() ? member : name + "." + member, v, fields));
            case ARRAY -> value.elements().forEach(element -> add(name, element, fields));
            case STRING -> fields.add(new Field(name, value.string()));
            case NULL -> {
                // A field that is not there says the same.
            }
            default -> fields.add(new Field(name, value.toString()));
        }
    }

    /** As {@code application/x-www-form-urlencoded}. */
    Content urlEncoded() {
        String body = fields.stream()
                .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
                .collect(Collectors.joining("&"));
        return Content.of("application/x-www-form-urlencoded", utf8(body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As {@code multipart/form-data}; the same fields have the same boundary. */
    Content multipart() {
        String boundary = boundary();
        StringBuilder body = new StringBuilder();
        for (Field field : fields) {
            body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"");
            body.append(field.name()).append("\"\r\n\r\n").append(field.value()).append("\r\n");
        }
        body.append("--").append(boundary).append("--\r\n");
        return Content.of("multipart/form-data; boundary=" + boundary, utf8(body.toString()));
    }

    /** A digest of the content does not occur in it. */
    private String boundary() {
        String digest = Digest.sha256(utf8(fields.toString())).hex();
        return "sdk-" + digest.substring(0, BOUNDARY_DIGITS);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
