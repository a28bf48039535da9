package dev.supplychain.policy.kinds;

import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import java.net.URI;
import java.net.URISyntaxException;

/** The URIs that name predicate types in policies. */
final class PredicateTypeUri {
    private PredicateTypeUri() {}

    /**
     * The text itself.
     *
     * @throws MalformedDataException when it is not an absolute URI, and so no attestation could have it
     */
    static String parse(String text) {
        try {
            if (new URI(text).isAbsolute()) {
                return text;
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new MalformedDataException(
                "predicate type",
                "",
                Excerpt.quoted(text) + " is not a URI such as https://gradle.com/attestation/build-tool/v1");
    }
}
