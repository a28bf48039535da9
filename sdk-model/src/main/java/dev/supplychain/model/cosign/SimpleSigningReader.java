package dev.supplychain.model.cosign;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.cosign.SimpleSigningPayload.Dialect;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.internal.JsonCodec;
import dev.supplychain.model.internal.JsonValues;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The two readings of a payload: that of containers/image and that of cosign. */
final class SimpleSigningReader {
    private static final String INPUT = "simple signing payload";
    private static final String DIGEST = "/critical/image/docker-manifest-digest";
    private static final Set<String> ALGORITHMS = Set.of("sha256", "sha384", "sha512");

    private SimpleSigningReader() {}

    static boolean isManifestDigest(Digest digest) {
        return ALGORITHMS.contains(digest.algorithm());
    }

    static SimpleSigningPayload readStrict(Dialect dialect, byte[] payload) {
        Json document = JsonCodec.parse(INPUT, payload, JsonValues::read);
        return read(dialect, payload, document, dialect != Dialect.BINARY_AUTHORIZATION);
    }

    static SimpleSigningPayload readKritis(byte[] payload) {
        Json document = JsonCodec.parse(INPUT, payload, JsonValues::read);
        boolean hasOptional = members(document, "").containsKey("optional");
        return read(Dialect.ATOMIC, payload, document, hasOptional);
    }

    private static SimpleSigningPayload read(Dialect dialect, byte[] payload, Json document, boolean hasOptional) {
        Map<String, Json> top = members(document, "");
        requireExactly(top, "", hasOptional ? Set.of("critical", "optional") : Set.of("critical"));
        Json optional = top.getOrDefault("optional", Json.ofNull());
        if (hasOptional) {
            checkOptional(dialect, optional);
        }
        Map<String, Json> critical = members(top.get("critical"), "/critical");
        requireExactly(critical, "/critical", Set.of("identity", "image", "type"));
        String type = string(critical.get("type"), "/critical/type");
        if (!type.equals(dialect.type())) {
            throw malformed("/critical/type", Excerpt.quoted(type) + " instead of " + Excerpt.quoted(dialect.type()));
        }
        Map<String, Json> identity = members(critical.get("identity"), "/critical/identity");
        requireExactly(identity, "/critical/identity", Set.of("docker-reference"));
        Map<String, Json> image = members(critical.get("image"), "/critical/image");
        requireExactly(image, "/critical/image", Set.of("docker-manifest-digest"));
        return new SimpleSigningPayload(
                Bytes.of(payload),
                type,
                string(identity.get("docker-reference"), "/critical/identity/docker-reference"),
                digest(string(image.get("docker-manifest-digest"), DIGEST)),
                optional);
    }

    private static void checkOptional(Dialect dialect, Json optional) {
        if (optional.isNull() && dialect == Dialect.COSIGN) {
            return; // cosign without annotations
        }
        Map<String, Json> members = members(optional, "/optional");
        if (members.containsKey("creator")) {
            string(members.get("creator"), "/optional/creator");
        }
        if (members.containsKey("timestamp")
                && SimpleSigningPayload.instant(members.get("timestamp")).isEmpty()) {
            throw malformed("/optional/timestamp", "is not a whole number of seconds");
        }
    }

    private static void requireExactly(Map<String, Json> members, String place, Set<String> names) {
        for (String name : members.keySet()) {
            if (!names.contains(name)) {
                throw malformed(
                        place,
                        "has the member " + Excerpt.quoted(name)
                                + (names.stream().anyMatch(name::equalsIgnoreCase)
                                        ? " in the wrong case"
                                        : ", which does not belong there"));
            }
        }
        names.stream()
                .sorted()
                .filter(name -> !members.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw malformed(place, "lacks the member \"" + name + "\"");
                });
    }

    private static Map<String, Json> members(@Nullable Json json, String place) {
        if (json == null || json.kind() != Json.Kind.OBJECT) {
            throw malformed(place, "is not an object");
        }
        return json.members();
    }

    private static String string(@Nullable Json json, String place) {
        if (json == null || json.kind() != Json.Kind.STRING) {
            throw malformed(place, "is not a string");
        }
        return json.string();
    }

    private static Digest digest(String text) {
        try {
            Digest digest = Digest.parse(text);
            if (isManifestDigest(digest)) {
                return digest;
            }
        } catch (MalformedDataException e) {
            throw e.within(INPUT, DIGEST);
        }
        throw malformed(DIGEST, Excerpt.quoted(text) + " is not a sha256, sha384 or sha512 digest");
    }

    private static MalformedDataException malformed(String place, String problem) {
        return new MalformedDataException(INPUT, place, problem);
    }

    static SimpleSigningPayload readLikeCosign(byte[] payload) {
        GoStruct struct = JsonCodec.parse(INPUT, payload, parser -> {
            GoStruct read = new GoStruct();
            // Go's decoder lets the last one of several members win.
            parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            read.readObject(parser, "");
            return read;
        });
        return new SimpleSigningPayload(
                Bytes.of(payload), struct.type, struct.dockerReference, digest(struct.digest), struct.optional);
    }

    /** Filled as Go's encoding/json fills cosign's struct: member by member, case ignored, null changes nothing. */
    private static final class GoStruct {
        private String type = "";
        private String dockerReference = "";
        private String digest = "";
        private Json optional = Json.ofNull();

        void readObject(JsonParser parser, String place) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_NULL) && !place.isEmpty()) {
                return;
            }
            if (!parser.hasToken(JsonToken.START_OBJECT)) {
                throw malformed(place, "is not an object");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                readMember(parser, place, name);
            }
        }

        private void readMember(JsonParser parser, String place, String name) throws IOException {
            if (place.isEmpty() && name.equalsIgnoreCase("critical")) {
                readObject(parser, "/critical");
            } else if (place.isEmpty() && name.equalsIgnoreCase("optional")) {
                optional = merged(optional, JsonValues.read(parser));
            } else if (place.equals("/critical") && name.equalsIgnoreCase("identity")) {
                readObject(parser, "/critical/identity");
            } else if (place.equals("/critical") && name.equalsIgnoreCase("image")) {
                readObject(parser, "/critical/image");
            } else if (place.equals("/critical") && name.equalsIgnoreCase("type")) {
                type = readString(parser, "/critical/type", type);
            } else if (place.equals("/critical/identity") && name.equalsIgnoreCase("docker-reference")) {
                dockerReference = readString(parser, "/critical/identity/docker-reference", dockerReference);
            } else if (place.equals("/critical/image") && name.equalsIgnoreCase("docker-manifest-digest")) {
                digest = readString(parser, DIGEST, digest);
            } else {
                parser.skipChildren();
            }
        }

        private static String readString(JsonParser parser, String at, String before) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_NULL)) {
                return before;
            }
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw malformed(at, "is not a string");
            }
            return parser.getText();
        }

        private static Json merged(Json before, Json value) {
            if (value.isNull()) {
                return value;
            }
            Map<String, Json> members = new LinkedHashMap<>(before.isNull() ? Map.of() : before.members());
            members.putAll(members(value, "/optional"));
            return Json.object(members);
        }
    }
}
