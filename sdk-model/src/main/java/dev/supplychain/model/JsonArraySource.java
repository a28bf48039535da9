package dev.supplychain.model;

import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.internal.JsonCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The elements of one array in an object, and what else the object has. */
final class JsonArraySource implements JsonElements.Source {
    private static final Pattern DOT = Pattern.compile("\\.");

    private enum State {
        NEW,
        FIRST,
        LATER,
        DONE
    }

    private final JsonSplitter json;
    private final List<String> path;
    /** The objects around the array, outermost first. */
    private final List<Level> levels = new ArrayList<>(2);

    private State state = State.NEW;
    private long otherBytes;

    JsonArraySource(JsonSplitter json, String path) {
        this.json = json;
        this.path = path.isEmpty() ? List.of() : List.of(DOT.split(path, -1));
    }

    @Override
    public byte @Nullable [] next() {
        if (state == State.NEW) {
            state = open();
        }
        if (state != State.DONE && json.peek() == ']') {
            json.expect(']');
            state = close();
        }
        if (state == State.DONE) {
            return null;
        }
        if (state == State.LATER) {
            json.expect(',');
        }
        state = State.LATER;
        return json.value();
    }

    @Override
    public String place(long index) {
        StringBuilder place = new StringBuilder();
        path.forEach(name -> place.append('/').append(name));
        return place.append('/').append(index).toString();
    }

    @Override
    public Json rest() {
        Map<String, Json> rest = new LinkedHashMap<>();
        for (int i = levels.size() - 1; i >= 0; i--) {
            Map<String, Json> members = new LinkedHashMap<>(levels.get(i).others);
            if (i + 1 < levels.size()) {
                members.put(levels.get(i).wanted, Json.object(rest));
            }
            rest = members;
        }
        return Json.object(rest);
    }

    private State open() {
        for (String name : path) {
            if (isNull()) {
                return close();
            }
            json.expect('{');
            Level level = new Level(name);
            levels.add(level);
            seek(level);
            if (level.isClosed) {
                return close();
            }
        }
        if (isNull()) {
            return close();
        }
        json.expect('[');
        return State.FIRST;
    }

    /** Null is absent for a member; the whole must not be null. */
    private boolean isNull() {
        if (levels.isEmpty() || json.peek() != 'n') {
            return false;
        }
        if (!Json.parse(json.value()).isNull()) {
            throw json.malformed("an array is expected");
        }
        return true;
    }

    private State close() {
        for (int i = levels.size() - 1; i >= 0; i--) {
            if (!levels.get(i).isClosed) {
                seek(levels.get(i));
            }
        }
        if (json.peek() >= 0) {
            throw json.malformed("something follows the JSON value");
        }
        return State.DONE;
    }

    /** Reads members up to the value of the wanted one, or to the end of the object. */
    private void seek(Level level) {
        while (json.peek() != '}') {
            if (!level.isEmpty()) {
                json.expect(',');
            }
            if (json.peek() != '"') {
                json.expect('"');
            }
            String name = Json.parse(json.value()).string();
            json.expect(':');
            if (level.has(name)) {
                throw json.malformed("the member " + Excerpt.quoted(name) + " stands twice");
            }
            if (name.equals(level.wanted)) {
                level.isFound = true;
                return;
            }
            level.others.put(name, other());
        }
        json.expect('}');
        level.isClosed = true;
    }

    private Json other() {
        byte[] value = json.value();
        otherBytes += value.length;
        if (otherBytes > JsonCodec.MAX_DOCUMENT_BYTES) {
            throw json.malformed(
                    "what is around the elements has more bytes than the limit of " + JsonCodec.MAX_DOCUMENT_BYTES);
        }
        return Json.parse(value);
    }

    private static final class Level {
        private final String wanted;
        private final Map<String, Json> others = new LinkedHashMap<>();
        private boolean isFound;
        private boolean isClosed;

        Level(String wanted) {
            this.wanted = wanted;
        }

        boolean isEmpty() {
            return !isFound && others.isEmpty();
        }

        boolean has(String name) {
            return others.containsKey(name) || (isFound && name.equals(wanted));
        }
    }
}
