package dev.supplychain.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a message by all their names. */
final class MessageMembers {
    private final @Nullable String[] names;
    private final MessageMember[] members;

    MessageMembers(Map<String, MessageMember> byName) {
        names = new @Nullable String[4 * Integer.highestOneBit(byName.size() + 1)];
        members = new MessageMember[names.length];
        byName.forEach((name, member) -> {
            int place = place(name);
            names[place] = name;
            members[place] = member;
        });
    }

    /** The member of that name, or null. */
    @Nullable
    MessageMember find(String name) {
        int place = place(name);
        if (names[place] == null) {
            return null;
        }
        // Parsers keep the names they have met: the same object comes again, and is found without looking at its text.
        names[place] = name;
        return members[place];
    }

    /** Where that name stands, or the empty place where it would. */
    private int place(String name) {
        int place = name.hashCode() & names.length - 1;
        while (true) {
            @Nullable String there = names[place];
            if (there == null || there.equals(name)) {
                return place;
            }
            place = place + 1 & names.length - 1;
        }
    }
}
