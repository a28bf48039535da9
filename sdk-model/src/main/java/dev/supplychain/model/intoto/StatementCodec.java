package dev.supplychain.model.intoto;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.JsonCodec;
import dev.supplychain.model.internal.JsonValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statements to and from tokens; on jackson-core alone, for the cold start of a build tool. */
final class StatementCodec {
    private static final String INPUT = "statement";
    private static final Set<String> SUBJECT_MEMBERS =
            Set.of("name", "uri", "digest", "content", "downloadLocation", "mediaType", "annotations");

    private StatementCodec() {}

    /** A class where a lambda would do: the first lambda of a JVM costs more than the rest of the reading. */
    static final class Reading implements JsonCodec.Reader<InTotoStatement> {
        @Override
        public InTotoStatement read(JsonParser parser) throws IOException {
            // Half the time for the names of an SBOM's objects; the objects here and Json look for duplicates
            // themselves.
            parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            return StatementCodec.read(parser);
        }
    }

    /** A class for the same reason. */
    record Writing(InTotoStatement statement) implements JsonCodec.Writer {
        @Override
        public void write(JsonGenerator generator) throws IOException {
            StatementCodec.write(statement, generator);
        }
    }

    static InTotoStatement read(JsonParser parser) throws IOException {
        InTotoStatement.Builder statement = InTotoStatement.builder();
        @Nullable String type = null;
        @Nullable String predicateType = null;
        @Nullable List<ResourceDescriptor> subject = null;
        require(parser, "", JsonToken.START_OBJECT, "an object");
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonCodec.requireFirst(seen.add(name), name, parser);
            parser.nextToken();
            switch (name) {
                case "_type" -> type = readString(parser, "/_type");
                case "predicateType" -> predicateType = readString(parser, "/predicateType");
                case "subject" -> subject = readSubjects(parser);
                case "predicate" -> statement.predicate(readPredicate(parser));
                default -> statement.putUnknownFields(name, JsonValues.read(parser));
            }
        }
        return statement
                .type(requireMember(type, "_type"))
                .subject(requireMember(subject, "subject"))
                .predicateType(requireMember(predicateType, "predicateType"))
                .build();
    }

    private static List<ResourceDescriptor> readSubjects(JsonParser parser) throws IOException {
        require(parser, "/subject", JsonToken.START_ARRAY, "an array");
        List<ResourceDescriptor> subjects = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            subjects.add(readSubject(parser, "/subject/" + subjects.size()));
        }
        return subjects;
    }

    private static ResourceDescriptor readSubject(JsonParser parser, String place) throws IOException {
        require(parser, place, JsonToken.START_OBJECT, "an object");
        ResourceDescriptor.Builder subject = ResourceDescriptor.builder();
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonCodec.requireFirst(seen.add(name), name, parser);
            if (parser.nextToken() == JsonToken.VALUE_NULL && SUBJECT_MEMBERS.contains(name)) {
                continue; // unset
            }
            String at = place + "/" + name;
            switch (name) {
                case "name" -> subject.name(readString(parser, at));
                case "uri" -> subject.uri(readString(parser, at));
                case "digest" -> readDigests(parser, at, subject);
                case "content" -> subject.content(readContent(parser, at));
                case "downloadLocation" -> subject.downloadLocation(readString(parser, at));
                case "mediaType" -> subject.mediaType(readString(parser, at));
                case "annotations" -> subject.annotations(readObject(parser, at).members());
                default -> subject.putUnknownFields(name, JsonValues.read(parser));
            }
        }
        return subject.build();
    }

    private static void readDigests(JsonParser parser, String place, ResourceDescriptor.Builder subject)
            throws IOException {
        require(parser, place, JsonToken.START_OBJECT, "an object");
        Map<String, String> digests = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String algorithm = parser.currentName();
            JsonCodec.requireFirst(!digests.containsKey(algorithm), algorithm, parser);
            parser.nextToken();
            digests.put(algorithm, readString(parser, place + "/" + algorithm));
        }
        subject.digest(digests);
    }

    private static Bytes readContent(JsonParser parser, String place) throws IOException {
        try {
            return Bytes.parseBase64(readString(parser, place));
        } catch (MalformedDataException e) {
            throw e.within(INPUT, place);
        }
    }

    /** Unset, null and absent are the same. */
    private static Optional<Json> readPredicate(JsonParser parser) throws IOException {
        return parser.hasToken(JsonToken.VALUE_NULL) ? Optional.empty() : Optional.of(readObject(parser, "/predicate"));
    }

    private static Json readObject(JsonParser parser, String place) throws IOException {
        require(parser, place, JsonToken.START_OBJECT, "an object");
        return JsonValues.read(parser);
    }

    private static String readString(JsonParser parser, String place) throws IOException {
        require(parser, place, JsonToken.VALUE_STRING, "a string");
        return parser.getText();
    }

    private static void require(JsonParser parser, String place, JsonToken wanted, String name) {
        if (!parser.hasToken(wanted)) {
            throw new MalformedDataException(INPUT, place, "is not " + name);
        }
    }

    private static <T> T requireMember(@Nullable T value, String name) {
        if (value == null) {
            throw new MalformedDataException(INPUT, "", "lacks the member \"" + name + "\"");
        }
        return value;
    }

    static void write(InTotoStatement statement, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("_type", statement.type());
        generator.writeArrayFieldStart("subject");
        for (ResourceDescriptor subject : statement.subject()) {
            writeSubject(subject, generator);
        }
        generator.writeEndArray();
        generator.writeStringField("predicateType", statement.predicateType());
        if (statement.predicate().isPresent()) {
            generator.writeFieldName("predicate");
            JsonValues.write(statement.predicate().get(), generator);
        }
        JsonValues.writeMembers(statement.unknownFields(), generator);
        generator.writeEndObject();
    }

    private static void writeSubject(ResourceDescriptor subject, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        writeString("name", subject.name(), generator);
        writeString("uri", subject.uri(), generator);
        if (!subject.digest().isEmpty()) {
            generator.writeObjectFieldStart("digest");
            for (Map.Entry<String, String> digest : subject.digest().entrySet()) {
                generator.writeStringField(digest.getKey(), digest.getValue());
            }
            generator.writeEndObject();
        }
        writeString("content", subject.content().map(Bytes::base64), generator);
        writeString("downloadLocation", subject.downloadLocation(), generator);
        writeString("mediaType", subject.mediaType(), generator);
        if (!subject.annotations().isEmpty()) {
            generator.writeObjectFieldStart("annotations");
            JsonValues.writeMembers(subject.annotations(), generator);
            generator.writeEndObject();
        }
        JsonValues.writeMembers(subject.unknownFields(), generator);
        generator.writeEndObject();
    }

    private static void writeString(String name, Optional<String> value, JsonGenerator generator) throws IOException {
        if (value.isPresent()) {
            generator.writeStringField(name, value.get());
        }
    }
}
