package dev.supplychain.clients.grafeas;

import dev.supplychain.model.internal.Excerpt;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which fields a patch changes. A field that is named here and not set in the resource is cleared.
 *
 * <pre>{@code
 * UpdateMask.of("remediation", "attestation.signatures")
 * }</pre>
 *
 * @param paths names of fields as in JSON, with dots between a field and one within it; at least one
 * @see <a href="https://protobuf.dev/reference/protobuf/google.protobuf/#field-mask">google.protobuf.FieldMask</a>
 */
public record UpdateMask(List<String> paths) {
    private static final Pattern PATH = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[a-z_][A-Za-z0-9]*)*");
    private static final Set<String> SET_BY_THE_SERVICE = Set.of("name", "kind", "createTime", "updateTime");

    /**
     * Checks the paths.
     *
     * @throws IllegalArgumentException when there is none, one is not in lowerCamelCase, or names what only the service
     *     sets
     */
    public UpdateMask {
        paths = List.copyOf(paths);
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("the update mask is empty: it would be up to the server what changes");
        }
        paths.forEach(UpdateMask::require);
    }

    /**
     * The mask of these paths.
     *
     * @throws IllegalArgumentException when one is not in lowerCamelCase, or names what only the service sets
     */
    public static UpdateMask of(String first, String... more) {
        return new UpdateMask(
                Stream.concat(Stream.of(first), Arrays.stream(more)).toList());
    }

    private static void require(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "the path " + Excerpt.quoted(path) + " of the update mask is not lowerCamelCase names with dots");
        }
        if (SET_BY_THE_SERVICE.contains(path)) {
            throw new IllegalArgumentException(
                    "the update mask has " + Excerpt.quoted(path) + ", which only the service sets");
        }
    }

    /** The paths with commas between them, as the query has them. */
    @Override
    public String toString() {
        return String.join(",", paths);
    }
}
