package dev.supplychain.policy.internal;

import dev.supplychain.model.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A part of a YAML document and its place. */
public sealed interface YamlNode {
    /** Where it begins. */
    Place place();

    /** What it is, for messages. */
    String description();

    /**
     * A scalar.
     *
     * @param text the value as written, without quotes: an unquoted {@code 8.10} is never the number 8.1
     * @param plain true when it was written without quotes
     */
    record Scalar(Place place, String text, boolean plain) implements YamlNode {
        private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
        /** At most eighteen digits: what has more is a text. */
        private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

        /** True for the value that YAML takes as missing. */
        boolean isNull() {
            return plain && NULLS.contains(text);
        }

        @Override
        public String description() {
            return isNull() ? "nothing" : "a text";
        }

        @Override
        public Json toJson() {
            if (isNull()) {
                return Json.ofNull();
            }
            if (plain && WHOLE_NUMBER.matcher(text).matches()) {
                return Json.of(Long.parseLong(text));
            }
            return plain && (text.equals("true") || text.equals("false"))
                    ? Json.of(Boolean.parseBoolean(text))
                    : Json.of(text);
        }
    }

    /** The same as JSON: unquoted whole numbers and truth values as such, every other scalar as text. */
    Json toJson();

    /** A list. */
    record Sequence(Place place, List<YamlNode> elements) implements YamlNode {
        @Override
        public String description() {
            return "a list";
        }

        @Override
        public Json toJson() {
            return Json.array(elements.stream().map(YamlNode::toJson).toList());
        }
    }

    /** A mapping; in the order of the file. */
    record Mapping(Place place, Map<String, Field> fields) implements YamlNode {
        @Override
        public String description() {
            return "a mapping";
        }

        @Override
        public Json toJson() {
            return toJson(Set.of());
        }

        /** {@link #toJson()} without some fields. */
        Json toJson(Set<String> except) {
            Map<String, Json> members = new LinkedHashMap<>();
            fields.forEach((name, field) -> {
                if (!except.contains(name)) {
                    members.put(name, field.value().toJson());
                }
            });
            return Json.object(members);
        }

        /** The value of a field; absent when there is no such field. */
        public Optional<YamlNode> field(String name) {
            return Optional.ofNullable(fields.get(name)).map(Field::value);
        }

        /** True when a field has that text. */
        public boolean hasText(String name, String text) {
            return field(name)
                    .filter(node ->
                            node instanceof Scalar scalar && scalar.text().equals(text))
                    .isPresent();
        }
    }

    /**
     * A field of a mapping.
     *
     * @param place where its key stands
     */
    record Field(Place place, YamlNode value) {}
}
