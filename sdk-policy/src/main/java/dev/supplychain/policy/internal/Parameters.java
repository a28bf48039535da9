package dev.supplychain.policy.internal;

import dev.supplychain.model.internal.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values for <code>${name}</code> in the texts of policies. They are put in after the YAML was read: a value is a text and
 * never becomes structure, and is not looked at again.
 */
public final class Parameters {
    /** The {@code kind} of the documents that have default values. */
    public static final String KIND = "Parameters";

    private static final String NAME = "[A-Za-z][-A-Za-z0-9._]*";
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(" + NAME + ")\\}");
    /** What people read: a reference that is none changes no verdict there. */
    private static final Set<String> PROSE = Set.of("description", "remediation", "justification");

    /** Characters of one reading; many references to a long value are no policy. */
    private static final long MAX_INSERTED = 4L << 20;

    private final Map<String, String> values = new TreeMap<>();
    private long inserted;

    /** Starts without values. */
    public Parameters() {}

    /** Starts with the values of others. */
    public Parameters(Parameters others) {
        values.putAll(others.values);
    }

    /**
     * Sets a value.
     *
     * @throws IllegalArgumentException when the name is not one
     */
    public void set(String name, String value) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException(Excerpt.quoted(name) + " is not the name of a parameter");
        }
        values.put(name, value);
    }

    /** Takes the values of a mapping that are not set. */
    public void addDefaults(YamlNode node, Issues issues) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            return; // the reader of the document says so
        }
        mapping.fields().forEach((name, field) -> {
            if (!name.matches(NAME)) {
                issues.add(field.place(), Excerpt.quoted(name) + " is not the name of a parameter");
            } else if (field.value() instanceof YamlNode.Scalar scalar) {
                values.putIfAbsent(name, scalar.text());
            }
        });
    }

    /** The document with the values in place of the references in its {@code spec}. */
    public YamlNode inserted(YamlNode document, Issues issues) {
        if (!(document instanceof YamlNode.Mapping mapping)
                || mapping.hasText("kind", KIND)
                || mapping.field("spec").isEmpty()) {
            return document;
        }
        Map<String, YamlNode.Field> fields = new LinkedHashMap<>(mapping.fields());
        fields.computeIfPresent(
                "spec", (name, field) -> new YamlNode.Field(field.place(), insert(field.value(), issues, false)));
        return new YamlNode.Mapping(mapping.place(), fields);
    }

    private YamlNode insert(YamlNode node, Issues issues, boolean prose) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.text().contains("${") ? insert(scalar, issues, prose) : scalar;
        }
        if (node instanceof YamlNode.Sequence list) {
            List<YamlNode> elements = new ArrayList<>();
            list.elements().forEach(element -> elements.add(insert(element, issues, prose)));
            return new YamlNode.Sequence(list.place(), elements);
        }
        YamlNode.Mapping mapping = (YamlNode.Mapping) node;
        Map<String, YamlNode.Field> fields = new LinkedHashMap<>();
        mapping.fields()
                .forEach((name, field) -> fields.put(
                        name,
                        new YamlNode.Field(
                                field.place(), insert(field.value(), issues, prose || PROSE.contains(name)))));
        return new YamlNode.Mapping(mapping.place(), fields);
    }

    private YamlNode insert(YamlNode.Scalar scalar, Issues issues, boolean prose) {
        Matcher reference = REFERENCE.matcher(scalar.text());
        StringBuilder text = new StringBuilder();
        while (reference.find()) {
            Optional<String> value = Optional.ofNullable(values.get(reference.group(1)));
            if (value.isEmpty() && !prose && !issues.isFull()) {
                issues.add(
                        scalar.place(),
                        "there is no parameter " + Excerpt.quoted(reference.group(1)),
                        Suggestion.of(reference.group(1), values.keySet()));
            }
            inserted += value.map(String::length).orElse(0);
            if (inserted > MAX_INSERTED) {
                issues.add(scalar.place(), "parameters insert more than " + MAX_INSERTED + " characters");
                return scalar;
            }
            reference.appendReplacement(text, Matcher.quoteReplacement(value.orElse(reference.group())));
        }
        return new YamlNode.Scalar(scalar.place(), reference.appendTail(text).toString(), false);
    }
}
