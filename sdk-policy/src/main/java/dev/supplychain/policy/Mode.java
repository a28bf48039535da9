package dev.supplychain.policy;

import java.util.Locale;

/** How much a policy counts. */
public enum Mode {
    /** {@code enforce}: what does not satisfy it fails the scan. Policies are enforced unless said otherwise. */
    ENFORCE,
    /** {@code warn}: it is judged and reported, and changes no verdict for better or worse. */
    WARN,
    /** {@code off}: it is not judged; the report still names it. */
    OFF;

    /** The name in a policy file, such as {@code enforce}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
