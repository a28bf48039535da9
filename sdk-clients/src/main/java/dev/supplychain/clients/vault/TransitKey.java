package dev.supplychain.clients.vault;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A key in the transit engine with all its versions: a rotated key verifies with the older ones too.
 *
 * @param name the name of the key
 * @param type what kind of key it is
 * @param latestVersion the version with which it signs unless said otherwise
 * @param versions the versions that are still there, by their numbers
 */
public record TransitKey(
        String name, TransitKeyType type, int latestVersion, SortedMap<Integer, TransitKeyVersion> versions) {
    /**
     * Takes a copy of the versions.
     *
     * @throws IllegalArgumentException when the latest is not among them
     */
    public TransitKey {
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
        if (!versions.containsKey(latestVersion)) {
            throw new IllegalArgumentException(
                    "the latest version " + latestVersion + " is none of " + versions.keySet());
        }
    }

    /** The latest version. */
    public TransitKeyVersion latest() {
        return version(latestVersion);
    }

    /**
     * That version.
     *
     * @throws IllegalArgumentException when the key has none of that number, or none any more
     */
    public TransitKeyVersion version(int number) {
        if (!versions.containsKey(number)) {
            throw new IllegalArgumentException(
                    "key " + name + " has no version " + number + ", but " + versions.keySet());
        }
        return Objects.requireNonNull(versions.get(number));
    }
}
