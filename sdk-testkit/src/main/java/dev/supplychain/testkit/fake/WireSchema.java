package dev.supplychain.testkit.fake;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Decimal;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Timestamp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A service's own description of its messages, which judges what is sent to a fake.
 *
 * <p>The classes of the model are not asked: what they got wrong would be found right. Messages are read as proto3
 * services read JSON: {@code null} is absent, {@code snake_case} is taken for {@code camelCase}, anything unknown is
 * refused.
 */
final class WireSchema {
    private final Map<String, Json> schemas;

    private WireSchema(Map<String, Json> schemas) {
        this.schemas = schemas;
    }

    /** The description in this resource beside the class: a discovery document's {@code schemas}. */
    static WireSchema load(String resource) {
        try (InputStream in = WireSchema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing");
            }
            Json document = Json.parse(in.readAllBytes());
            return new WireSchema(member(document, "schemas").members());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the service understands of a message: known names in the spelling of the service, nothing read-only.
     *
     * @param schema the name of the message's schema
     * @param place what the message is called in errors, such as {@code occurrence}
     * @throws Refusal when the service would refuse it
     */
    Json read(String schema, String place, Json message) {
        return readMessage(schemas.getOrDefault(schema, Json.ofNull()), place, message);
    }

    /** Whether names, as of a field mask, lead from a message to a field. */
    boolean hasField(String schema, List<String> names) {
        Json type = schemas.getOrDefault(schema, Json.ofNull())
                .get("properties")
                .flatMap(properties -> properties.get(names.get(0)))
                .orElse(Json.ofNull());
        if (names.size() == 1 || type.isNull()) {
            return !type.isNull();
        }
        List<String> rest = names.subList(1, names.size());
        // The names in a map are whatever somebody has put there.
        return type.get("$ref")
                .map(ref -> hasField(ref.string(), rest))
                .orElse(type.get("additionalProperties").isPresent());
    }

    private Json readMessage(Json schema, String place, Json message) {
        if (message.kind() != Json.Kind.OBJECT) {
            throw invalidValue(place, "MESSAGE", message);
        }
        Map<String, Json> properties = member(schema, "properties").members();
        Map<String, Json> known = new LinkedHashMap<>();
        message.members().forEach((name, value) -> {
            String property = properties.containsKey(name) ? name : camelCase(name);
            Json type = properties.get(property);
            if (type == null) {
                throw unknownName(name, place);
            }
            if (!value.isNull() && type.get("readOnly").isEmpty()) {
                known.put(property, readValue(type, place + "." + property, value));
            }
        });
        for (Json required : schema.get("required").map(Json::elements).orElse(List.of())) {
            requirePresent(known, required.string(), place);
        }
        return Json.object(known);
    }

    private static void requirePresent(Map<String, Json> known, String name, String place) {
        Json value = known.get(name);
        if (value == null || value.equals(Json.of(""))) {
            throw violation(place + "." + name, place + "." + name + " is required");
        }
    }

    private Json readValue(Json type, String place, Json value) {
        if (type.get("$ref").isPresent()) {
            return readMessage(schemas.getOrDefault(member(type, "$ref").string(), Json.ofNull()), place, value);
        }
        return switch (member(type, "type").string()) {
            case "object" -> readMap(member(type, "additionalProperties"), place, value);
            case "array" -> readArray(member(type, "items"), place, value);
            case "string" -> readString(type, place, value);
            case "boolean" -> require(value.kind() == Json.Kind.BOOLEAN, place, "TYPE_BOOL", value);
            case "integer" -> require(isInteger(value), place, "TYPE_INT32", value);
            case "number" -> require(isNumber(value), place, "TYPE_FLOAT", value);
            default -> value;
        };
    }

    private Json readMap(Json type, String place, Json value) {
        require(value.kind() == Json.Kind.OBJECT, place, "MESSAGE", value);
        Map<String, Json> members = new LinkedHashMap<>();
        value.members().forEach((name, member) -> members.put(name, readValue(type, place + "[" + name + "]", member)));
        return Json.object(members);
    }

    private Json readArray(Json type, String place, Json value) {
        require(value.kind() == Json.Kind.ARRAY, place, "LIST", value);
        List<Json> elements = new ArrayList<>();
        for (Json element : value.elements()) {
            elements.add(readValue(type, place + "[" + elements.size() + "]", element));
        }
        return Json.array(elements);
    }

    private static Json readString(Json type, String place, Json value) {
        String format = type.get("format").map(Json::string).orElse("");
        if (type.get("enum").isPresent()) {
            // A constant may come as its number, which the description does not tell.
            boolean known = member(type, "enum").elements().contains(value) || value.kind() == Json.Kind.NUMBER;
            return require(known, place, "TYPE_ENUM", value);
        }
        return switch (format) {
            case "int64", "uint64" -> require(isInteger(value), place, "TYPE_INT64", value);
            case "byte" -> require(isBase64(value), place, "TYPE_BYTES", value);
            case "google-datetime", "date-time" -> require(isTimestamp(value), place, "Timestamp", value);
            default -> require(value.kind() == Json.Kind.STRING, place, "TYPE_STRING", value);
        };
    }

    private static Json require(boolean holds, String place, String type, Json value) {
        if (!holds) {
            throw invalidValue(place, type, value);
        }
        return value;
    }

    private static boolean isInteger(Json value) {
        try {
            return isNumber(value)
                    && Decimal.parse(numberText(value))
                                    .exactValue()
                                    .remainder(java.math.BigDecimal.ONE)
                                    .signum()
                            == 0;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    private static boolean isNumber(Json value) {
        return (value.kind() == Json.Kind.NUMBER || value.kind() == Json.Kind.STRING)
                && reads(() -> Decimal.parse(numberText(value)));
    }

    private static String numberText(Json value) {
        return value.kind() == Json.Kind.NUMBER ? value.number() : value.string();
    }

    private static boolean isBase64(Json value) {
        return value.kind() == Json.Kind.STRING
                && reads(() -> Bytes.ofUncheckedBase64(value.string()).toByteArray());
    }

    private static boolean isTimestamp(Json value) {
        return value.kind() == Json.Kind.STRING && reads(() -> Timestamp.parse(value.string()));
    }

    private static boolean reads(Runnable reader) {
        try {
            reader.run();
            return true;
        } catch (MalformedDataException e) {
            return false;
        }
    }

    private static Json member(Json object, String name) {
        return object.get(name).orElseThrow(() -> new IllegalStateException("schema without " + name));
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean boundary = name.charAt(i) == '_' && i > 0 && i + 1 < name.length();
            camel.append(boundary ? Character.toUpperCase(name.charAt(++i)) : name.charAt(i));
        }
        return camel.toString();
    }

    private static Refusal unknownName(String name, String place) {
        return violation(
                place,
                "Invalid JSON payload received. Unknown name \"" + name + "\" at '" + place + "': Cannot find field.");
    }

    private static Refusal invalidValue(String place, String type, Json value) {
        return violation(place, "Invalid value at '" + place + "' (" + type + "), " + value);
    }

    /** A refusal that names the field, as {@code google.rpc.BadRequest} does. */
    private static Refusal violation(String field, String description) {
        Json violation = Json.object(Map.of("field", Json.of(field), "description", Json.of(description)));
        Map<String, Json> badRequest = new LinkedHashMap<>();
        badRequest.put("@type", Json.of("type.googleapis.com/google.rpc.BadRequest"));
        badRequest.put("fieldViolations", Json.array(List.of(violation)));
        return Refusal.invalid(description).with(Json.object(badRequest));
    }
}
