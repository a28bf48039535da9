package dev.supplychain.model.grafeas.v1;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Objects of any shape, as in-toto has them, and as a proto {@code Any}, which must name its type. An object that names
 * none becomes a {@code google.protobuf.Struct}, and that one becomes the object again.
 */
final class AnyForms {
    private static final String TYPE = "@type";
    private static final Json STRUCT = Json.of("type.googleapis.com/google.protobuf.Struct");

    private AnyForms() {}

    /** What the Any holds, when it is a Struct; otherwise the Any itself. */
    static Json toInToto(Json any, String place) {
        return isWrapped(any) ? any.get("value").orElse(any) : any;
    }

    static Json toGrafeas(Json object, String place) {
        if (object.kind() != Json.Kind.OBJECT) {
            throw new MalformedDataException("statement", place, "is not an object");
        }
        return needsWrapping(object) ? Json.object(wrapped(object)) : object;
    }

    private static Map<String, Json> wrapped(Json object) {
        Map<String, Json> any = new LinkedHashMap<>();
        any.put(TYPE, STRUCT);
        any.put("value", object);
        return any;
    }

    private static boolean isWrapped(Json any) {
        return any.kind() == Json.Kind.OBJECT
                && any.members().size() == 2
                && STRUCT.equals(any.members().get(TYPE))
                && any.get("value").filter(AnyForms::needsWrapping).isPresent();
    }

    /** An empty object is an empty Any already. */
    private static boolean needsWrapping(Json object) {
        return object.kind() == Json.Kind.OBJECT
                && !object.members().isEmpty()
                && (!isTyped(object) || isWrapped(object));
    }

    private static boolean isTyped(Json object) {
        return object.get(TYPE).filter(type -> type.kind() == Json.Kind.STRING).isPresent();
    }

    /**
     * A provenance whose Anys are either empty or typed.
     *
     * @throws MalformedDataException naming the one that is neither
     */
    static Json requireTyped(Json provenance, String place) {
        for (String member : List.of("arguments", "environment")) {
            InTotoForms.changed(
                    provenance,
                    place,
                    "recipe",
                    (recipe, in) -> InTotoForms.changed(recipe, in, member, (value, at) -> {
                        List<Json> anys = value.kind() == Json.Kind.ARRAY ? value.elements() : List.of(value);
                        if (anys.stream().anyMatch(any -> !any.members().isEmpty() && !isTyped(any))) {
                            throw new MalformedDataException("InTotoStatement", at, "lacks the member \"@type\"");
                        }
                        return value;
                    }));
        }
        return provenance;
    }
}
