package dev.supplychain.model;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitrary;

/** What a newer server might add to any message. */
public final class UnknownFields {
    private UnknownFields() {}

    /** Members whose names no message has. */
    public static Arbitrary<Map<String, Json>> any() {
        return JsonArbitraries.members().map(members -> {
            Map<String, Json> named = new LinkedHashMap<>();
            members.forEach((name, value) -> named.put("x-" + name, value));
            return named;
        });
    }
}
