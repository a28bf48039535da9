package dev.supplychain.model.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.supplychain.model.Json;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets the codecs of other packages read and write {@link Json} without a Jackson type in its public signatures. */
public final class JsonValues {
    private static volatile @Nullable Access access;

    private JsonValues() {}

    /** What {@link Json} gives to this class alone. */
    public interface Access {
        /** Reads the value at the parser's current token. */
        Json read(JsonParser parser) throws IOException;

        /** Writes a value. */
        void write(Json json, JsonGenerator generator) throws IOException;
    }

    /** Called by {@link Json} when it is loaded. */
    public static void install(Access json) {
        access = json;
    }

    /** Reads the value at the parser's current token. */
    public static Json read(JsonParser parser) throws IOException {
        return access().read(parser);
    }

    /** Writes a value. */
    public static void write(Json json, JsonGenerator generator) throws IOException {
        access().write(json, generator);
    }

    /** Writes members into an object that is open. */
    public static void writeMembers(Map<String, Json> members, JsonGenerator generator) throws IOException {
        for (Map.Entry<String, Json> member : members.entrySet()) {
            generator.writeFieldName(member.getKey());
            write(member.getValue(), generator);
        }
    }

    private static Access access() {
        if (access == null) {
            Json.ofNull(); // loads the class, which installs the access
        }
        return Objects.requireNonNull(access);
    }
}
