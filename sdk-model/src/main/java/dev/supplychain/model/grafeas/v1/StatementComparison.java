package dev.supplychain.model.grafeas.v1;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.grafeas.v1.InTotoForms.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where the readable provenance of a build occurrence and its signed payload differ. */
final class StatementComparison {
    /** What lies below these is not defined by Grafeas: there, an empty value is a value. */
    private static final Set<String> OPEN = Set.of(
            "/recipe/arguments",
            "/recipe/environment",
            "/invocation/parameters",
            "/invocation/environment",
            "/buildConfig",
            "/buildDefinition/externalParameters",
            "/buildDefinition/internalParameters");

    private static final Set<String> OPEN_MAPS = Set.of("digest", "annotations", "version");
    private static final Set<String> TIMES = Set.of("buildStartedOn", "buildFinishedOn", "startedOn", "finishedOn");

    private final String member;
    private final String root;
    private final List<StatementDifference> differences = new ArrayList<>();

    private StatementComparison(String member, String root) {
        this.member = member;
        this.root = root;
    }

    static List<StatementDifference> of(Occurrence occurrence) {
        Envelope envelope = occurrence
                .envelope()
                .orElseThrow(() -> new MalformedDataException("Occurrence", "/envelope", "is absent"));
        BuildOccurrence build =
                occurrence.build().orElseThrow(() -> new MalformedDataException("Occurrence", "/build", "is absent"));
        byte[] payload = envelope.toDsse().payload().toByteArray();
        return of(build, dev.supplychain.model.intoto.InTotoStatement.parse(payload));
    }

    static List<StatementDifference> of(
            BuildOccurrence build, dev.supplychain.model.intoto.InTotoStatement signedStatement) {
        if (build.intotoStatement().isEmpty() && build.inTotoSlsaProvenanceV1().isEmpty()) {
            throw new MalformedDataException(
                    "BuildOccurrence", "", "has neither intotoStatement nor inTotoSlsaProvenanceV1");
        }
        Json signed = Json.parse(signedStatement.toJson());
        List<StatementDifference> all = new ArrayList<>();
        build.intotoStatement().map(ModelJson::toJson).ifPresent(s -> all.addAll(differencesV0(s, signed)));
        build.inTotoSlsaProvenanceV1().map(ModelJson::toJson).ifPresent(s -> all.addAll(differencesV1(s, signed)));
        return List.copyOf(all);
    }

    private static List<StatementDifference> differencesV1(Json readable, Json signed) {
        StatementComparison comparison = new StatementComparison("inTotoSlsaProvenanceV1", "/predicate");
        comparison.compare("", readable, signed, false);
        return comparison.differences;
    }

    /** Cloud Build signs the predicate twice, a second time under its Grafeas name: both must agree. */
    private static List<StatementDifference> differencesV0(Json grafeas, Json signed) {
        Map<String, Json> readable = new LinkedHashMap<>(grafeas.members());
        Map<String, Json> statement = new LinkedHashMap<>(signed.members());
        List<StatementDifference> copies = new ArrayList<>();
        for (Form form : Form.values()) {
            @Nullable Json predicate = converted(form, readable.remove(form.member));
            @Nullable Json copy = converted(form, statement.remove(form.member));
            if (predicate != null) {
                readable.put("predicate", predicate);
            }
            if (copy != null) {
                StatementComparison comparison = new StatementComparison("intotoStatement", "/" + form.member);
                comparison.compare("/" + form.member, predicate, copy, false);
                copies.addAll(comparison.differences);
            }
        }
        statement.computeIfPresent("predicate", (name, predicate) -> InTotoForms.withIndexAsNumber(predicate));
        StatementComparison comparison = new StatementComparison("intotoStatement", "/predicate");
        comparison.compare("", Json.object(readable), Json.object(statement), false);
        comparison.differences.addAll(copies);
        return comparison.differences;
    }

    private static @Nullable Json converted(Form form, @Nullable Json grafeas) {
        return grafeas == null ? null : InTotoForms.lenientlyToInToto(form, grafeas);
    }

    private void compare(String place, @Nullable Json readable, @Nullable Json signed, boolean within) {
        boolean open = within || isOpen(place);
        if (!within && (open ? isEmpty(readable) && isEmpty(signed) : isUnset(readable) && isUnset(signed))) {
            return;
        }
        if (readable == null || signed == null || readable.kind() != signed.kind()) {
            add(place, readable, signed);
            return;
        }
        switch (readable.kind()) {
            case OBJECT -> {
                Set<String> names = new LinkedHashSet<>(readable.members().keySet());
                names.addAll(signed.members().keySet());
                for (String name : names) {
                    compare(
                            place + "/" + name.replace("~", "~0").replace("/", "~1"),
                            readable.members().get(name),
                            signed.members().get(name),
                            open);
                }
            }
            case ARRAY -> {
                int size =
                        Math.max(readable.elements().size(), signed.elements().size());
                for (int i = 0; i < size; i++) {
                    compare(place + "/" + i, element(readable, i), element(signed, i), open);
                }
            }
            default -> {
                if (!readable.equals(signed) && (open || !isSame(lastName(place), readable, signed))) {
                    add(place, readable, signed);
                }
            }
        }
    }

    private static @Nullable Json element(Json array, int index) {
        return index < array.elements().size() ? array.elements().get(index) : null;
    }

    private void add(String place, @Nullable Json readable, @Nullable Json signed) {
        differences.add(
                new StatementDifference(member, place, Optional.ofNullable(readable), Optional.ofNullable(signed)));
    }

    private boolean isOpen(String place) {
        return (place.startsWith(root) && OPEN.contains(place.substring(root.length())))
                || OPEN_MAPS.contains(lastName(place));
    }

    private static String lastName(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    /** Unset, null and empty are the same where the specification defines the member. */
    private static boolean isUnset(@Nullable Json json) {
        if (json == null) {
            return true;
        }
        return switch (json.kind()) {
            case NULL -> true;
            case BOOLEAN -> !json.bool();
            case STRING -> json.string().isEmpty();
            case NUMBER -> json.decimal().signum() == 0;
            case ARRAY -> json.elements().isEmpty();
            case OBJECT -> json.members().isEmpty();
        };
    }

    private static boolean isEmpty(@Nullable Json json) {
        return json == null
                || json.isNull()
                || (json.kind() == Json.Kind.OBJECT && json.members().isEmpty());
    }

    /** One text for a point in time, or for bytes, is as good as another. */
    private static boolean isSame(String name, Json readable, Json signed) {
        if (readable.kind() != Json.Kind.STRING) {
            return false;
        }
        try {
            if (TIMES.contains(name)) {
                return Timestamp.parse(readable.string())
                        .instant()
                        .equals(Timestamp.parse(signed.string()).instant());
            }
            return name.equals("content")
                    && Bytes.ofUncheckedBase64(readable.string()).equals(Bytes.ofUncheckedBase64(signed.string()));
        } catch (MalformedDataException notATime) {
            return false;
        }
    }
}
