package dev.supplychain.model.grafeas.v1;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.intoto.PredicateTypes;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Statements between the in-toto form and the ones of Grafeas. The JSON of both is nearly the same, so that trees are
 * converted and whatever neither form knows comes along.
 */
final class InTotoForms {
    static final String V0_1 = dev.supplychain.model.intoto.InTotoStatement.STATEMENT_V0_1;
    static final String V1 = dev.supplychain.model.intoto.InTotoStatement.STATEMENT_V1;

    private static final String GRAFEAS = "InTotoStatement";
    private static final String GRAFEAS_V1 = "InTotoSlsaProvenanceV1";
    private static final String IN_TOTO = "statement";
    private static final String INDEX = "definedInMaterial";
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,19}");

    private InTotoForms() {}

    /** A part of the oneof in a Grafeas statement, and the predicate that it stands for. */
    enum Form {
        PROVENANCE("provenance", PredicateTypes.IN_TOTO_PROVENANCE_V0_1) {
            @Override
            Json toInToto(Json grafeas, String place) {
                Json recipe = changed(
                        grafeas,
                        place,
                        "recipe",
                        (r, at) -> changed(
                                changed(recipeToInToto(r, at), at, "arguments", InTotoForms::listToInToto),
                                at,
                                "environment",
                                InTotoForms::listToInToto));
                Json materials =
                        changed(recipe, place, "materials", (m, at) -> eachOf(m, at, InTotoForms::uriToInToto));
                return renamed(materials, place, "builderConfig", "builder");
            }

            @Override
            Json toGrafeas(Json predicate, String place) {
                Json recipe = changed(
                        predicate,
                        place,
                        "recipe",
                        (r, at) -> changed(
                                changed(r, at, "arguments", InTotoForms::listToGrafeas),
                                at,
                                "environment",
                                InTotoForms::listToGrafeas));
                Json materials =
                        changed(recipe, place, "materials", (m, at) -> eachOf(m, at, InTotoForms::uriToGrafeas));
                return renamed(materials, place, "builder", "builderConfig");
            }
        },

        SLSA_V0_1("slsaProvenance", PredicateTypes.SLSA_PROVENANCE_V0_1) {
            @Override
            Json toInToto(Json grafeas, String place) {
                return changed(
                        grafeas,
                        place,
                        "recipe",
                        (r, at) -> changed(
                                changed(recipeToInToto(r, at), at, "arguments", AnyForms::toInToto),
                                at,
                                "environment",
                                AnyForms::toInToto));
            }

            @Override
            Json toGrafeas(Json predicate, String place) {
                return changed(
                        predicate,
                        place,
                        "recipe",
                        (r, at) -> changed(
                                changed(r, at, "arguments", AnyForms::toGrafeas),
                                at,
                                "environment",
                                AnyForms::toGrafeas));
            }
        },

        SLSA_V0_2("slsaProvenanceZeroTwo", PredicateTypes.SLSA_PROVENANCE_V0_2) {
            @Override
            Json toInToto(Json grafeas, String place) {
                return grafeas;
            }

            @Override
            Json toGrafeas(Json predicate, String place) {
                changed(predicate, place, "buildConfig", InTotoForms::requireStruct);
                return changed(
                        predicate,
                        place,
                        "invocation",
                        (i, at) -> changed(
                                changed(i, at, "parameters", InTotoForms::requireStruct),
                                at,
                                "environment",
                                InTotoForms::requireStruct));
            }
        };

        final String member;
        private final String predicateType;

        Form(String member, String predicateType) {
            this.member = member;
            this.predicateType = predicateType;
        }

        /** The predicate as in-toto has it. */
        abstract Json toInToto(Json grafeas, String place);

        /** The predicate as Grafeas has it; the place is the one in the in-toto form. */
        abstract Json toGrafeas(Json predicate, String place);
    }

    static dev.supplychain.model.intoto.InTotoStatement toInToto(InTotoStatement statement) {
        Map<String, Json> members =
                new LinkedHashMap<>(ModelJson.toJson(statement).members());
        requireType(GRAFEAS, members, V0_1);
        for (Form form : Form.values()) {
            Json grafeas = members.remove(form.member);
            if (grafeas != null) {
                String place = "/" + form.member;
                requireFit(statement, form, place);
                if (form != Form.SLSA_V0_2) {
                    AnyForms.requireTyped(grafeas, place);
                }
                Json predicate = form.toInToto(grafeas, place);
                Json other = members.put("predicate", predicate);
                if (other != null && !other.equals(predicate)) {
                    throw new MalformedDataException(GRAFEAS, "/predicate", "is not the same as " + form.member);
                }
            }
        }
        return parsed(GRAFEAS, members);
    }

    static InTotoStatement toGrafeas(dev.supplychain.model.intoto.InTotoStatement statement) {
        Map<String, Json> members =
                new LinkedHashMap<>(Json.parse(statement.toJson()).members());
        requireType(IN_TOTO, members, V0_1);
        Form form = formOf(statement.predicateType());
        Json predicate = members.remove("predicate");
        // Cloud Build signs the predicate twice, a second time under the name that it has in Grafeas.
        for (Form other : Form.values()) {
            Json copy = members.remove(other.member);
            if (copy != null && !(other == form && predicate != null && agrees(form, copy, predicate))) {
                throw new MalformedDataException(IN_TOTO, "/" + other.member, "is not the same as the predicate");
            }
        }
        if (predicate != null) {
            members.put(form.member, form.toGrafeas(predicate, "/predicate"));
        }
        try {
            return ModelJson.readStrict(Json.object(members), InTotoStatement.class);
        } catch (MalformedDataException e) {
            String grafeas = "/" + form.member;
            throw e.within(
                    IN_TOTO,
                    e.place().startsWith(grafeas) ? "/predicate" + e.place().substring(grafeas.length()) : e.place());
        }
    }

    static dev.supplychain.model.intoto.InTotoStatement toInToto(InTotoSlsaProvenanceV1 statement) {
        Map<String, Json> members = ModelJson.toJson(statement).members();
        requireType(GRAFEAS_V1, members, V1);
        return parsed(GRAFEAS_V1, members);
    }

    static InTotoSlsaProvenanceV1 toGrafeasV1(dev.supplychain.model.intoto.InTotoStatement statement) {
        Json json = Json.parse(statement.toJson());
        requireType(IN_TOTO, json.members(), V1);
        if (!statement.predicateType().equals(PredicateTypes.SLSA_PROVENANCE_V1)) {
            throw noPlace(statement.predicateType(), GRAFEAS_V1);
        }
        changed(
                json,
                "",
                "predicate",
                (p, at) -> changed(
                        p,
                        at,
                        "buildDefinition",
                        (d, in) -> changed(
                                changed(d, in, "externalParameters", InTotoForms::requireStruct),
                                in,
                                "internalParameters",
                                InTotoForms::requireStruct)));
        try {
            return ModelJson.readStrict(json, InTotoSlsaProvenanceV1.class);
        } catch (MalformedDataException e) {
            throw e.within(IN_TOTO, e.place());
        }
    }

    private static boolean agrees(Form form, Json copy, Json predicate) {
        return lenientlyToInToto(form, copy).equals(withIndexAsNumber(predicate));
    }

    /** As far as it has the shape that Grafeas prescribes; otherwise as it is. */
    static Json lenientlyToInToto(Form form, Json copy) {
        try {
            return form.toInToto(copy, "/" + form.member);
        } catch (MalformedDataException e) {
            return copy;
        }
    }

    /** A predicate in the in-toto form, by whatever JSON its builder was made with. */
    static Json withIndexAsNumber(Json predicate) {
        return changed(predicate, "", "recipe", InTotoForms::recipeToInToto);
    }

    private static dev.supplychain.model.intoto.InTotoStatement parsed(String input, Map<String, Json> members) {
        try {
            return dev.supplychain.model.intoto.InTotoStatement.parse(
                    Json.object(withSubject(members)).toUtf8());
        } catch (MalformedDataException e) {
            throw e.within(input, e.place());
        }
    }

    /** Proto3 leaves an empty list out; in-toto does not. */
    private static Map<String, Json> withSubject(Map<String, Json> members) {
        Map<String, Json> complete = new LinkedHashMap<>(members);
        complete.putIfAbsent("subject", Json.array(List.of()));
        return complete;
    }

    private static void requireType(String input, Map<String, Json> members, String type) {
        Json found = members.getOrDefault("_type", Json.ofNull());
        if (!found.equals(Json.of(type))) {
            throw new MalformedDataException(input, "/_type", found + " is not " + Excerpt.quoted(type));
        }
    }

    private static void requireFit(InTotoStatement statement, Form form, String place) {
        String predicateType = statement.predicateType().orElse("");
        if (!predicateType.equals(form.predicateType)) {
            throw new MalformedDataException(
                    GRAFEAS, place, "does not fit the predicate type " + Excerpt.quoted(predicateType));
        }
    }

    private static Form formOf(String predicateType) {
        for (Form form : Form.values()) {
            if (form.predicateType.equals(predicateType)) {
                return form;
            }
        }
        throw noPlace(predicateType, GRAFEAS);
    }

    private static MalformedDataException noPlace(String predicateType, String message) {
        return new MalformedDataException(
                IN_TOTO,
                "/predicateType",
                Excerpt.quoted(predicateType) + " has no place in the " + message + " of Grafeas");
    }

    private static Json requireStruct(Json json, String place) {
        return requireKind(json, Json.Kind.OBJECT, place, "an object");
    }

    private static Json requireKind(Json json, Json.Kind kind, String place, String what) {
        if (json.kind() != kind) {
            throw new MalformedDataException(IN_TOTO, place, "is not " + what);
        }
        return json;
    }

    /** Grafeas writes an int64, where in-toto has a number, and -1 for "in none of the materials". */
    private static Json recipeToInToto(Json recipe, String place) {
        Json converted = changed(recipe, place, INDEX, (index, at) -> number(index));
        if (!converted.get(INDEX).equals(Optional.of(Json.of(-1)))) {
            return converted;
        }
        Map<String, Json> members = new LinkedHashMap<>(converted.members());
        members.remove(INDEX);
        return Json.object(members);
    }

    private static Json number(Json index) {
        return index.kind() == Json.Kind.STRING
                        && INTEGER.matcher(index.string()).matches()
                ? Json.of(new BigDecimal(index.string()))
                : index;
    }

    /** One argument is the object itself; in-toto has no list here, so that several become an array. */
    private static Json listToInToto(Json list, String place) {
        Json converted = eachOf(list, place, AnyForms::toInToto);
        return converted.elements().size() == 1 ? converted.elements().get(0) : converted;
    }

    private static Json listToGrafeas(Json arguments, String place) {
        if (arguments.kind() != Json.Kind.ARRAY) {
            return Json.array(List.of(AnyForms.toGrafeas(arguments, place)));
        }
        if (arguments.elements().size() == 1) {
            throw new MalformedDataException(IN_TOTO, place, "is an array of one element instead of the element");
        }
        return eachOf(arguments, place, AnyForms::toGrafeas);
    }

    private static Json uriToInToto(Json uri, String place) {
        return Json.object(Map.of("uri", uri));
    }

    private static Json uriToGrafeas(Json material, String place) {
        for (String member : requireKind(material, Json.Kind.OBJECT, place, "an object")
                .members()
                .keySet()) {
            if (!member.equals("uri")) {
                throw new MalformedDataException(
                        IN_TOTO, place + "/" + member, "has no place in the materials of Grafeas, which are URIs");
            }
        }
        return material.get("uri")
                .orElseThrow(() -> new MalformedDataException(IN_TOTO, place, "lacks the member \"uri\""));
    }

    /** The object with one member changed; as it is when the member is not set or this is not an object. */
    static Json changed(Json object, String place, String member, BiFunction<Json, String, Json> change) {
        return object.get(member)
                .map(value -> {
                    Map<String, Json> members = new LinkedHashMap<>(object.members());
                    members.put(member, change.apply(value, place + "/" + member));
                    return Json.object(members);
                })
                .orElse(object);
    }

    private static Json eachOf(Json array, String place, BiFunction<Json, String, Json> change) {
        List<Json> elements =
                requireKind(array, Json.Kind.ARRAY, place, "an array").elements();
        return Json.array(IntStream.range(0, elements.size())
                .mapToObj(i -> change.apply(elements.get(i), place + "/" + i))
                .toList());
    }

    private static Json renamed(Json object, String place, String from, String to) {
        if (object.get(from).isEmpty()) {
            return object;
        }
        if (object.get(to).isPresent()) {
            throw new MalformedDataException(IN_TOTO, place + "/" + to, "stands beside " + from);
        }
        Map<String, Json> members = new LinkedHashMap<>();
        object.members().forEach((name, value) -> members.put(name.equals(from) ? to : name, value));
        return Json.object(members);
    }
}
