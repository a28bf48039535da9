package dev.supplychain.model.oci;

import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.internal.JsonCodec;
import dev.supplychain.model.internal.JsonValues;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What keeps a manifest and an index apart, so that no two readers see two images in the same bytes. */
final class ManifestRules {
    private ManifestRules() {}

    static void check(String what, int schemaVersion, Optional<String> mediaType, Set<String> allowed) {
        if (schemaVersion != 2) {
            throw new IllegalArgumentException(what + " has the schema version " + schemaVersion + " instead of 2");
        }
        mediaType.filter(type -> !allowed.contains(type)).ifPresent(type -> {
            throw new IllegalArgumentException(what + " has the media type " + Excerpt.quoted(type) + " instead of "
                    + String.join(" or ", new TreeSet<>(allowed)));
        });
    }

    /** A list that is not there and one that is empty are the same to the mapper. */
    static void requireMember(String input, byte[] json, String name) {
        if (JsonCodec.parse(input, json, JsonValues::read).get(name).isEmpty()) {
            throw new MalformedDataException(input, "", "lacks the member \"" + name + "\"");
        }
    }

    /** The confusion of CVE-2021-41190: one document that is a manifest to one reader and an index to another. */
    static void refuseMembers(String what, Message message, Set<String> refused) {
        refused.stream()
                .filter(message.unknownFields()::containsKey)
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(what + " has the member \"" + name + "\": it is ambiguous");
                });
    }
}
