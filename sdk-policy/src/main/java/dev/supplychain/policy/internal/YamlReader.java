package dev.supplychain.policy.internal;

import dev.supplychain.model.internal.Excerpt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.ComposerException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads the documents of a YAML 1.2 file, without the parts of YAML in which two readers differ: no tags, no merge keys,
 * no duplicate keys, no keys that are not text.
 */
public final class YamlReader {
    private static final int MAX_DEPTH = 50;
    /** In one document; so few cannot grow into more than some thousand parts. */
    private static final int MAX_ALIASES = 20;
    /** Characters and nodes of one document with all aliases written out; far above the largest file without any. */
    private static final long MAX_WEIGHT = 8L << 20;

    private final Issues issues;
    private final Iterator<Event> events;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private int aliases;
    /** Of what was read of the document so far. */
    private long weight;
    /** Levels of the node that was read last. */
    private int height;

    private Optional<Mark> last = Optional.empty();

    /** A node and how much it weighs wherever it is repeated. */
    private record Anchored(YamlNode node, long weight, int height) {}

    private YamlReader(Iterator<Event> events, Issues issues) {
        this.events = events;
        this.issues = issues;
    }

    /** The documents that are not empty, up to the first syntax error. */
    public static List<YamlNode> documents(String text, Issues issues) {
        List<YamlNode> documents = new ArrayList<>();
        if (!isPrintable(text, issues)) {
            return documents;
        }
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(text.length() + 1)
                // In one piece: a scalar that is longer than the buffer would be copied again with every refill.
                .setBufferSize(text.length() + 1)
                .build();
        try {
            new YamlReader(new ParserImpl(settings, new StreamReader(settings, text)), issues).readInto(documents);
        } catch (MarkedYamlEngineException e) {
            issues.add(place(e.getProblemMark().or(e::getContextMark)), problem(e));
        } catch (YamlEngineException e) {
            issues.add(new Place(1, 1), Excerpt.of(String.valueOf(e.getMessage()), 300));
        }
        return documents;
    }

    private static String problem(MarkedYamlEngineException e) {
        String context = e.getContext() == null || e.getContext().isEmpty() ? "" : e.getContext() + ", ";
        return Excerpt.of(context + e.getProblem(), 300);
    }

    private static boolean isPrintable(String text, Issues issues) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!StreamReader.isPrintable(text.codePointAt(i))) {
                issues.add(
                        issues.placeOf(i),
                        "the character U+" + HexFormat.of().toHexDigits(text.codePointAt(i), 6)
                                + " may not occur in YAML");
                return false;
            }
        }
        return true;
    }

    private void readInto(List<YamlNode> documents) {
        for (Event event = next(); event.getEventId() != Event.ID.StreamEnd; event = next()) {
            if (event.getEventId() == Event.ID.DocumentStart) {
                anchors.clear();
                aliases = 0;
                weight = 0;
                YamlNode document = node(next(), 0);
                if (!(document instanceof YamlNode.Scalar scalar && scalar.isNull())) {
                    documents.add(document);
                }
            }
        }
    }

    private Event next() {
        try {
            Event event = events.next();
            last = event.getEndMark();
            return event;
        } catch (YamlEngineException e) {
            throw e;
        } catch (RuntimeException e) {
            // The engine lets exceptions of the JDK through, such as at the escape "\x".
            throw new ComposerException("what follows here is not YAML: " + e.getMessage(), last);
        }
    }

    private YamlNode node(Event event, int depth) {
        if (event instanceof AliasEvent alias) {
            return target(alias, depth);
        }
        long before = weight;
        weight++;
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), scalar);
            refuseUnpairedSurrogates(scalar);
            weight += scalar.getValue().length();
            height = 0;
            return anchored(
                    scalar.getAnchor(),
                    new YamlNode.Scalar(place(scalar), scalar.getValue(), scalar.isPlain()),
                    weight - before);
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        if (depth == MAX_DEPTH) {
            throw refused("more than " + MAX_DEPTH + " levels", start);
        }
        refuseTag(start.getTag(), start);
        YamlNode node = start.getEventId() == Event.ID.SequenceStart ? sequence(start, depth) : mapping(start, depth);
        return anchored(start.getAnchor(), node, weight - before);
    }

    private YamlNode target(AliasEvent alias, int depth) {
        if (++aliases > MAX_ALIASES) {
            throw refused("more than " + MAX_ALIASES + " aliases in one document", alias);
        }
        // An anchor is known when its node is complete: a node cannot contain itself.
        Anchored target = anchors.get(alias.getAlias());
        if (target == null) {
            throw refused(
                    "alias " + Excerpt.quoted(alias.getAlias().getValue()) + " has no complete anchor before it",
                    alias);
        }
        if (depth + target.height() > MAX_DEPTH) {
            throw refused("more than " + MAX_DEPTH + " levels", alias);
        }
        height = target.height();
        weight += target.weight();
        if (weight > MAX_WEIGHT) {
            throw refused("aliases make the document larger than " + MAX_WEIGHT + " characters", alias);
        }
        return target.node();
    }

    private YamlNode anchored(Optional<Anchor> anchor, YamlNode node, long itsWeight) {
        anchor.ifPresent(name -> anchors.put(name, new Anchored(node, itsWeight, height)));
        return node;
    }

    private YamlNode sequence(CollectionStartEvent start, int depth) {
        List<YamlNode> elements = new ArrayList<>();
        int highest = 0;
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            elements.add(node(event, depth + 1));
            highest = Math.max(highest, height);
        }
        height = highest + 1;
        return new YamlNode.Sequence(place(start), Collections.unmodifiableList(elements));
    }

    private YamlNode mapping(CollectionStartEvent start, int depth) {
        Map<String, YamlNode.Field> fields = new LinkedHashMap<>();
        int highest = 0;
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            YamlNode key = node(event, depth + 1);
            highest = Math.max(highest, height);
            YamlNode value = node(next(), depth + 1);
            highest = Math.max(highest, height);
            key(key).ifPresent(name -> addField(fields, name, new YamlNode.Field(key.place(), value)));
        }
        height = highest + 1;
        return new YamlNode.Mapping(place(start), Collections.unmodifiableMap(fields));
    }

    private Optional<String> key(YamlNode key) {
        if (!(key instanceof YamlNode.Scalar scalar) || scalar.isNull()) {
            issues.add(key.place(), "the key of a field is " + key.description() + " and not a name");
            return Optional.empty();
        }
        if (scalar.plain() && scalar.text().equals("<<")) {
            issues.add(key.place(), "merge keys are not part of YAML 1.2: repeat the fields");
            return Optional.empty();
        }
        return Optional.of(scalar.text());
    }

    private void addField(Map<String, YamlNode.Field> fields, String name, YamlNode.Field field) {
        YamlNode.Field first = fields.putIfAbsent(name, field);
        if (first != null) {
            issues.add(
                    field.place(),
                    "duplicate field " + Excerpt.quoted(name) + ", first in line "
                            + first.place().line());
        }
    }

    private void refuseTag(Optional<String> tag, Event event) {
        tag.ifPresent(text ->
                issues.add(place(event), "tag " + Excerpt.quoted(text) + " has no meaning in a policy: remove it"));
    }

    /** An escape can make one; it has no UTF-8 and so could not be written into a result. */
    private void refuseUnpairedSurrogates(ScalarEvent scalar) {
        if (scalar.getValue()
                .codePoints()
                .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            issues.add(place(scalar), "unpaired surrogate");
        }
    }

    private static MarkedYamlEngineException refused(String problem, Event event) {
        return new ComposerException(problem, event.getStartMark());
    }

    private static Place place(Event event) {
        return place(event.getStartMark());
    }

    private static Place place(Optional<Mark> mark) {
        return mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1)).orElse(new Place(1, 1));
    }
}
