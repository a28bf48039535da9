package dev.supplychain.policy.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;

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

        /** True for the value that YAML takes as missing. */
        boolean isNull() {
            return plain && NULLS.contains(text);
        }

        @Override
        public String description() {
            return isNull() ? "nothing" : "a text";
        }
    }

    /** A list. */
    record Sequence(Place place, List<YamlNode> elements) implements YamlNode {
        @Override
        public String description() {
            return "a list";
        }
    }

    /** A mapping; in the order of the file. */
    record Mapping(Place place, Map<String, Field> fields) implements YamlNode {
        @Override
        public String description() {
            return "a mapping";
        }
    }

    /**
     * A field of a mapping.
     *
     * @param place where its key stands
     */
    record Field(Place place, YamlNode value) {}
}
