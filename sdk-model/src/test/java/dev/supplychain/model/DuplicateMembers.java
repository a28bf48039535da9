package dev.supplychain.model;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Documents in which one object has a member twice. */
public final class DuplicateMembers {
    private final StringBuilder text = new StringBuilder();
    private final int doubled;
    private final boolean escaped;
    private int written;

    private DuplicateMembers(int doubled, boolean escaped) {
        this.doubled = doubled;
        this.escaped = escaped;
    }

    /** The document with one member of any object in it repeated, perhaps through an escape; empty when it has none. */
    public static Optional<byte[]> of(Json document, long seed) {
        int members = count(document);
        if (members == 0) {
            return Optional.empty();
        }
        Random random = new Random(seed);
        DuplicateMembers writer = new DuplicateMembers(random.nextInt(members), random.nextBoolean());
        writer.write(document);
        return Optional.of(writer.text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static int count(Json json) {
        return switch (json.kind()) {
            case OBJECT ->
                json.members().size()
                        + json.members().values().stream()
                                .mapToInt(DuplicateMembers::count)
                                .sum();
            case ARRAY ->
                json.elements().stream().mapToInt(DuplicateMembers::count).sum();
            default -> 0;
        };
    }

    private void write(Json json) {
        switch (json.kind()) {
            case OBJECT -> {
                text.append('{');
                Iterator<Map.Entry<String, Json>> members =
                        json.members().entrySet().iterator();
                while (members.hasNext()) {
                    Map.Entry<String, Json> member = members.next();
                    boolean twice = written++ == doubled;
                    text.append(Json.of(member.getKey())).append(':');
                    write(member.getValue());
                    if (twice) {
                        text.append(',').append(repeated(member.getKey())).append(':');
                        text.append(member.getValue());
                    }
                    text.append(members.hasNext() ? "," : "");
                }
                text.append('}');
            }
            case ARRAY -> {
                String separator = "[";
                for (Json element : json.elements()) {
                    text.append(separator);
                    write(element);
                    separator = ",";
                }
                text.append(json.elements().isEmpty() ? "[]" : "]");
            }
            default -> text.append(json);
        }
    }

    private String repeated(String name) {
        return escaped && !name.isEmpty()
                ? "\"\\u%04x".formatted((int) name.charAt(0))
                        + Json.of(name.substring(1)).toString().substring(1)
                : Json.of(name).toString();
    }
}
