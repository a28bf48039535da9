package dev.supplychain.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A named choice of policies, of kind {@code PolicyScanDefinition}.
 *
 * @param name the name in lower case; the case in which it is asked for does not matter
 * @param description what the scan is for
 * @param matchLabels the labels that a policy must all have, with these values; at least one
 */
public record PolicyScan(String name, Optional<String> description, Map<String, String> matchLabels) {
    /** The {@code kind} of such a document. */
    public static final String KIND = "PolicyScanDefinition";

    /**
     * Lower-cases the name and copies the labels.
     *
     * @throws IllegalArgumentException when there are no labels
     */
    public PolicyScan {
        if (matchLabels.isEmpty()) {
            throw new IllegalArgumentException("policy scan \"" + name + "\" selects by no label");
        }
        name = normalized(name);
        matchLabels = Collections.unmodifiableMap(new LinkedHashMap<>(matchLabels));
    }

    /** Whether the scan includes a policy: it has all the labels. */
    public boolean selects(PolicyHeader policy) {
        return policy.labels().entrySet().containsAll(matchLabels.entrySet());
    }

    static String normalized(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
