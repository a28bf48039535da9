package dev.supplychain.policy.internal;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The fields of a YAML mapping, by name and type.
 *
 * <p>Reading goes on after a problem: the accessors note it and answer with something empty, so that one pass finds all
 * problems of a file. What was read counts only when no problem was noted.
 */
public final class YamlObject {
    private final String what;
    private final YamlNode.Mapping mapping;
    private final Issues issues;
    private final Set<String> known = new LinkedHashSet<>();
    private boolean othersAllowed;

    private YamlObject(String what, YamlNode.Mapping mapping, Issues issues) {
        this.what = what;
        this.mapping = mapping;
        this.issues = issues;
    }

    /**
     * Reads a mapping; the fields that the reader does not ask for are problems.
     *
     * @param what what the mapping is, for messages
     * @return what the reader made of it; absent when it is not a mapping
     */
    public static <T> Optional<T> read(String what, YamlNode node, Issues issues, Function<YamlObject, T> reader) {
        if (!(node instanceof YamlNode.Mapping fields)) {
            issues.add(node.place(), what + " is " + node.description() + ", not a mapping");
            return Optional.empty();
        }
        YamlObject object = new YamlObject(what, fields, issues);
        T value = reader.apply(object);
        object.refuseOthers();
        return Optional.of(value);
    }

    /** {@link #read} of a reader that makes nothing. */
    public static void visit(String what, YamlNode node, Issues issues, Consumer<YamlObject> reader) {
        read(what, node, issues, object -> {
            reader.accept(object);
            return object;
        });
    }

    /** Where the value of a field stands, such as {@code policies.yaml:3:9}. */
    public String describe(String field) {
        return issues.describe(valuePlace(field));
    }

    /** Whether there is such a field. */
    public boolean has(String field) {
        known.add(field);
        return mapping.fields().containsKey(field);
    }

    /** The text of a field; absent when there is no such field. */
    public Optional<String> text(String field) {
        return value(field).flatMap(node -> text(Excerpt.quoted(field), node));
    }

    /**
     * The text of a field, parsed; absent when there is no such field.
     *
     * @param parser may throw {@link MalformedDataException}
     */
    public <T> Optional<T> text(String field, Function<String, T> parser) {
        return value(field)
                .flatMap(node -> text(Excerpt.quoted(field), node).flatMap(text -> parsed(node, text, parser)));
    }

    /** The mappings of a mapping by name, each read; empty when there is no such field. */
    public <T> Map<String, T> objectMap(String field, BiFunction<String, YamlObject, Optional<T>> reader) {
        return has(field) ? requiredObjectMap(field, reader) : Map.of();
    }

    /** The text of a field; empty after a problem. */
    public String requiredText(String field) {
        return required(field)
                .flatMap(node -> text(Excerpt.quoted(field), node))
                .orElse("");
    }

    /** The constant that a field names; the first one after a problem. */
    public <E extends Enum<E>> E requiredConstant(String field, Class<E> type, Function<E, String> name) {
        return required(field)
                .flatMap(node -> constant(Excerpt.quoted(field), node, type, name))
                .orElse(type.getEnumConstants()[0]);
    }

    /** The constant that a field names; absent when there is no such field. */
    public <E extends Enum<E>> Optional<E> constant(String field, Class<E> type, Function<E, String> name) {
        return value(field).flatMap(node -> constant(Excerpt.quoted(field), node, type, name));
    }

    /** The constants that a list names; empty when there is no such field. An empty list is a problem. */
    public <E extends Enum<E>> List<E> constants(String field, Class<E> type, Function<E, String> name) {
        return value(field)
                .map(node -> elements(field, node, element -> constant("an entry of " + field, element, type, name)))
                .orElse(List.of());
    }

    private <E extends Enum<E>> Optional<E> constant(
            String label, YamlNode node, Class<E> type, Function<E, String> name) {
        Map<String, E> constants = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            constants.put(name.apply(constant), constant);
        }
        return text(label, node).flatMap(text -> {
            Optional<E> constant = Optional.ofNullable(constants.get(text));
            if (constant.isEmpty()) {
                issues.add(
                        node.place(),
                        Excerpt.quoted(text) + " is not one of " + String.join(", ", constants.keySet()),
                        Suggestion.of(text, constants.keySet()));
            }
            return constant;
        });
    }

    /** The instant of a field, such as {@code 2027-01-01T00:00:00Z}; absent when there is no such field. */
    public Optional<Instant> instant(String field) {
        return value(field).flatMap(node -> instant(field, node));
    }

    /** The instant of a field; absent after a problem. */
    public Optional<Instant> requiredInstant(String field) {
        return required(field).flatMap(node -> instant(field, node));
    }

    private Optional<Instant> instant(String field, YamlNode node) {
        return text(Excerpt.quoted(field), node).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                issues.add(node.place(), Excerpt.quoted(text) + " is not a time such as 2027-01-01T00:00:00Z");
                return Optional.empty();
            }
        });
    }

    /** The whole number of a field; absent when there is no such field. */
    public Optional<Integer> integer(String field, int min, int max) {
        return value(field).flatMap(node -> integer(Excerpt.quoted(field), node, min, max));
    }

    /** The whole number of a field; the least after a problem. */
    public int requiredInteger(String field, int min, int max) {
        return required(field)
                .flatMap(node -> integer(Excerpt.quoted(field), node, min, max))
                .orElse(min);
    }

    private Optional<Integer> integer(String label, YamlNode node, int min, int max) {
        return text(label, node).flatMap(text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= min && number <= max) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            String range = max == Integer.MAX_VALUE ? "at least " + min : "from " + min + " to " + max;
            issues.add(node.place(), Excerpt.quoted(text) + " is not a whole number " + range);
            return Optional.empty();
        });
    }

    /**
     * The texts of a list, each parsed; empty when there is no such field. An empty list is a problem.
     *
     * @param parser may throw {@link MalformedDataException}
     */
    public <T> List<T> texts(String field, Function<String, T> parser) {
        String entry = "an entry of " + field;
        return value(field)
                .map(node -> elements(
                        field, node, element -> text(entry, element).flatMap(text -> parsed(element, text, parser))))
                .orElse(List.of());
    }

    /**
     * The texts of a list, each parsed; a missing or empty list is a problem.
     *
     * @param parser may throw {@link MalformedDataException}
     */
    public <T> List<T> requiredTexts(String field, Function<String, T> parser) {
        required(field);
        return has(field) ? texts(field, parser) : List.of();
    }

    /** The text of a field that may be empty, which is the same as absent. */
    public Optional<String> textOrBlank(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        YamlNode node = Objects.requireNonNull(mapping.fields().get(field)).value();
        return isNull(node)
                ? Optional.empty()
                : textOrEmpty(Excerpt.quoted(field), node).filter(text -> !text.isBlank());
    }

    /** The texts of a list that may be empty, which is the same as absent. */
    public List<String> textsOrEmpty(String field) {
        boolean empty = has(field)
                && Objects.requireNonNull(mapping.fields().get(field)).value() instanceof YamlNode.Sequence list
                && list.elements().isEmpty();
        return empty ? List.of() : texts(field, text -> text);
    }

    /** The fields that were not asked for and hold a list, in the order of the file. */
    public List<String> otherLists() {
        return mapping.fields().entrySet().stream()
                .filter(field -> !known.contains(field.getKey()))
                .filter(field -> field.getValue().value() instanceof YamlNode.Sequence)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The mappings of a list, each read; empty when there is no such field. */
    public <T> List<T> objects(String field, Function<YamlObject, T> reader) {
        return value(field)
                .map(node -> elements(field, node, element -> read("an entry of " + field, element, issues, reader)))
                .orElse(List.of());
    }

    /** What the reader makes of a mapping; absent when there is no such field, or after a problem. */
    public <T> Optional<T> object(String field, Function<YamlObject, T> reader) {
        return value(field).flatMap(node -> read(field, node, issues, reader));
    }

    /**
     * What a reader makes of the fields that were not asked for; absent after a problem.
     *
     * @param reader may throw {@link MalformedDataException} with a JSON pointer
     */
    public <T> Optional<T> readJson(Function<Json, T> reader) {
        try {
            return Optional.of(reader.apply(mapping.toJson(known)));
        } catch (MalformedDataException e) {
            issues.add(placeOf(e.place()), Excerpt.of(e.problem(), 300));
            return Optional.empty();
        }
    }

    /** The place that a JSON pointer leads to, as far as it can be followed. */
    private Place placeOf(String pointer) {
        YamlNode node = mapping;
        for (String step : pointer.split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            if (node instanceof YamlNode.Mapping fields && fields.field(name).isPresent()) {
                node = fields.field(name).get();
            } else if (node instanceof YamlNode.Sequence list && isIndex(name, list)) {
                node = list.elements().get(Integer.parseInt(name));
            }
        }
        return node.place();
    }

    private static boolean isIndex(String text, YamlNode.Sequence list) {
        return text.matches("[0-9]{1,9}")
                && Integer.parseInt(text) < list.elements().size();
    }

    /** The mappings of a list, each read; a missing or empty list is a problem. */
    public <T> List<T> requiredObjects(String field, Function<YamlObject, T> reader) {
        return required(field)
                .map(node -> elements(field, node, element -> read("an entry of " + field, element, issues, reader)))
                .orElse(List.of());
    }

    /** What the reader makes of a mapping; absent after a problem. */
    public <T> Optional<T> requiredObject(String field, Function<YamlObject, T> reader) {
        return required(field).flatMap(node -> read(field, node, issues, reader));
    }

    /** The labels in a mapping; empty when there is no such field. */
    public Map<String, String> labels(String field) {
        return value(field).map(node -> map(field, node, this::labelValue)).orElse(Map.of());
    }

    /**
     * The mappings of a mapping by name, each read; a missing or empty one is a problem.
     *
     * @param reader gets the name and the mapping; answers with nothing after a problem
     */
    public <T> Map<String, T> requiredObjectMap(String field, BiFunction<String, YamlObject, Optional<T>> reader) {
        FieldReader<T> entry =
                (name, value) -> read(Excerpt.quoted(name), value, issues, object -> reader.apply(name, object))
                        .flatMap(Function.identity());
        return requiredNotEmpty(field).map(node -> map(field, node, entry)).orElse(Map.of());
    }

    /** The labels in a mapping; a missing or empty one is a problem. */
    public Map<String, String> requiredLabels(String field) {
        return requiredNotEmpty(field)
                .map(node -> map(field, node, this::labelValue))
                .orElse(Map.of());
    }

    /** Lets the fields pass that nobody asked for: what they should be is not known. */
    public void allowOthers() {
        othersAllowed = true;
    }

    /** Notes a problem when the mapping has none of the fields. */
    public void requireAnyOf(String... fields) {
        if (Arrays.stream(fields).noneMatch(this::has)) {
            issues.add(mapping.place(), what + " needs one of " + String.join(", ", fields));
        }
    }

    /** True when no more problems of the file are kept. */
    public boolean hasEnoughProblems() {
        return issues.isFull();
    }

    /** Notes a problem of the value of a field. */
    public void problem(String field, String message, Optional<String> suggestion) {
        issues.add(valuePlace(field), message, suggestion);
    }

    /** Notes a problem of the value of a field that may be a secret: the value is not shown. */
    public void problemWithoutValue(String field, String message) {
        issues.addWithoutValue(valuePlace(field), message);
    }

    private Place valuePlace(String field) {
        YamlNode.Field found = mapping.fields().get(field);
        return found == null ? mapping.place() : found.value().place();
    }

    private Optional<YamlNode> required(String field) {
        if (!has(field)) {
            issues.add(mapping.place(), "missing field " + Excerpt.quoted(field) + " in " + what);
        }
        return value(field);
    }

    private Optional<YamlNode> requiredNotEmpty(String field) {
        Optional<YamlNode> node = required(field);
        if (node.isPresent()
                && node.get() instanceof YamlNode.Mapping fields
                && fields.fields().isEmpty()) {
            issues.add(fields.place(), Excerpt.quoted(field) + " is empty, which could mean all or none");
        }
        return node;
    }

    private Optional<YamlNode> value(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        YamlNode.Field found = mapping.fields().get(field);
        if (found == null || isNull(found.value())) {
            issues.add(valuePlace(field), "field " + Excerpt.quoted(field) + " has no value: remove it or give it one");
            return Optional.empty();
        }
        return Optional.of(found.value());
    }

    private Optional<String> text(String label, YamlNode node) {
        Optional<String> text = textOrEmpty(label, node);
        if (text.filter(String::isBlank).isPresent()) {
            issues.add(node.place(), label + " is empty");
        }
        return text.filter(written -> !written.isBlank());
    }

    private Optional<String> textOrEmpty(String label, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
            return Optional.of(scalar.text());
        }
        issues.add(node.place(), label + " is " + node.description() + ", not a text");
        return Optional.empty();
    }

    /** The value of a label may be empty. */
    private Optional<String> labelValue(String name, YamlNode node) {
        return textOrEmpty(Excerpt.quoted(name), node);
    }

    private <T> Optional<T> parsed(YamlNode node, String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (MalformedDataException e) {
            issues.add(node.place(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private <T> List<T> elements(String field, YamlNode node, Function<YamlNode, Optional<T>> reader) {
        if (!(node instanceof YamlNode.Sequence list)) {
            issues.add(node.place(), Excerpt.quoted(field) + " is " + node.description() + ", not a list");
            return List.of();
        }
        if (list.elements().isEmpty()) {
            issues.add(node.place(), Excerpt.quoted(field) + " is an empty list, which could mean all or none");
        }
        List<T> elements = new ArrayList<>();
        list.elements().forEach(element -> reader.apply(element).ifPresent(elements::add));
        return Collections.unmodifiableList(elements);
    }

    /** Reads the value of a field; absent after a problem. */
    private interface FieldReader<T> {
        Optional<T> read(String name, YamlNode value);
    }

    private <T> Map<String, T> map(String field, YamlNode node, FieldReader<T> reader) {
        if (!(node instanceof YamlNode.Mapping fields)) {
            issues.add(node.place(), Excerpt.quoted(field) + " is " + node.description() + ", not a mapping");
            return Map.of();
        }
        Map<String, T> values = new LinkedHashMap<>();
        fields.fields()
                .forEach((name, entry) -> reader.read(name, entry.value()).ifPresent(value -> values.put(name, value)));
        return Collections.unmodifiableMap(values);
    }

    private void refuseOthers() {
        if (othersAllowed) {
            return;
        }
        mapping.fields().forEach((name, field) -> {
            if (!known.contains(name)) {
                issues.add(
                        field.place(),
                        "unknown field " + Excerpt.quoted(name) + " in " + what,
                        Suggestion.of(name, known));
            }
        });
    }

    private static boolean isNull(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar && scalar.isNull();
    }
}
