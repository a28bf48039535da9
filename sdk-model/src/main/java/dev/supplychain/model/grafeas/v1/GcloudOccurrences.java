package dev.supplychain.model.grafeas.v1;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.ModelJson;
import java.util.ArrayList;
import java.util.List;

/**
 * Occurrences in what {@code gcloud … --format=json} prints.
 *
 * <p>Commands print them in different places: an array of them, one alone, or groups below members such as {@code
 * provenance_summary} ({@code gcloud artifacts docker images describe … --show-provenance}). An object with a {@code
 * noteName} is an occurrence, wherever it stands outside of another. Base64 comes in either alphabet, as in {@link
 * ModelJson#read(byte[], Class)}.
 *
 * <pre>{@code
 * for (Occurrence occurrence : GcloudOccurrences.read(Files.readAllBytes(Path.of("describe.json")))) {
 *     occurrence.envelope().ifPresent(envelope -> verifier.verify(envelope.toDsse()));
 * }
 * }</pre>
 *
 * <p>Printed is not verified: what a build log or a file says may have been changed like any other text.
 */
public final class GcloudOccurrences {
    private static final String INPUT = "output of gcloud";

    private GcloudOccurrences() {}

    /**
     * The occurrences, in the order of the text; none when it has none, such as {@code []}.
     *
     * @param json UTF-8, up to 32 MiB. For longer arrays of occurrences: {@link ModelJson#elements}
     * @throws MalformedDataException when it is not JSON, or an occurrence is not one; it names the place
     */
    public static List<Occurrence> read(byte[] json) {
        List<Occurrence> found = new ArrayList<>();
        collect(Json.parse(json), "", found);
        return List.copyOf(found);
    }

    private static void collect(Json value, String place, List<Occurrence> found) {
        switch (value.kind()) {
            case OBJECT -> {
                if (value.get("noteName").isPresent() || value.get("note_name").isPresent()) {
                    found.add(occurrence(value, place));
                } else {
                    value.members().forEach((name, member) -> collect(member, place + "/" + escaped(name), found));
                }
            }
            case ARRAY -> {
                int index = 0;
                for (Json element : value.elements()) {
                    collect(element, place + "/" + index++, found);
                }
            }
            default -> {
                // Digests, names and counts of the image stand between the groups.
            }
        }
    }

    private static Occurrence occurrence(Json json, String place) {
        try {
            return ModelJson.read(json, Occurrence.class);
        } catch (MalformedDataException e) {
            throw e.within(INPUT, place + e.place());
        }
    }

    /** A member's name in a JSON pointer. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
