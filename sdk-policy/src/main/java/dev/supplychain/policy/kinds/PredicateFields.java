package dev.supplychain.policy.kinds;

import static java.util.function.Predicate.not;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/** The members of a predicate, straight from its tree: a policy reads few of them, and of large predicates. */
final class PredicateFields {
    private final Json object;
    private final String place;

    private PredicateFields(Json object, String place) {
        if (object.kind() != Json.Kind.OBJECT) {
            throw new MalformedDataException("predicate", place, "is not an object");
        }
        this.object = object;
        this.place = place;
    }

    static PredicateFields of(Json predicate) {
        return new PredicateFields(predicate, "");
    }

    /** The text of a member; absent when there is none, or a blank one. */
    Optional<String> text(String member) {
        return object.get(member)
                .map(value ->
                        require(value, Json.Kind.STRING, member, "a string").string())
                .filter(not(String::isBlank));
    }

    /** The text of a member that has to be there. */
    String requiredText(String member) {
        return text(member).orElseThrow(() -> malformed(member, "is missing"));
    }

    /** The texts of an array; a missing one is malformed, because an empty one would have been written. */
    List<String> texts(String member) {
        List<Json> elements = elements(member);
        for (int i = 0; i < elements.size(); i++) {
            require(elements.get(i), Json.Kind.STRING, member + "/" + i, "a string");
        }
        return new Texts(elements);
    }

    /** The objects of an array that has to be there. */
    List<PredicateFields> objects(String member) {
        return objects(member, elements(member));
    }

    /** The objects of an array; none when there is no array. */
    List<PredicateFields> objectsIfAny(String member) {
        return object.get(member).isPresent() ? objects(member) : List.of();
    }

    private List<PredicateFields> objects(String member, List<Json> elements) {
        PredicateFields[] fields = new PredicateFields[elements.size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = new PredicateFields(elements.get(i), at(member + "/" + i));
        }
        return List.of(fields);
    }

    /** The members of an object by name; absent when there is none. */
    Optional<PredicateFields> fields(String member) {
        return object.get(member).map(value -> new PredicateFields(value, at(member)));
    }

    /** The tree. */
    Json json() {
        return object;
    }

    private List<Json> elements(String member) {
        Json array = object.get(member).orElseThrow(() -> malformed(member, "is missing"));
        return require(array, Json.Kind.ARRAY, member, "an array").elements();
    }

    private Json require(Json value, Json.Kind kind, String member, String what) {
        if (value.kind() != kind) {
            throw malformed(member, "is not " + what);
        }
        return value;
    }

    /** The problem of a member. */
    MalformedDataException malformed(String member, String problem) {
        return new MalformedDataException("predicate", at(member), problem);
    }

    private String at(String member) {
        return place + "/" + member;
    }

    /** A view: copying 100,000 texts would cost more than judging them. */
    private static final class Texts extends AbstractList<String> implements RandomAccess {
        private final List<Json> elements;

        Texts(List<Json> elements) {
            this.elements = elements;
        }

        @Override
        public String get(int index) {
            return elements.get(index).string();
        }

        @Override
        public int size() {
            return elements.size();
        }
    }
}
