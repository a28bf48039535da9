package dev.supplychain.policy.kinds;

import java.util.Locale;

/** Whether the entries of a policy are what must be or what must not be. */
public enum MatchingStrategy {
    /** {@code must-match}: what the attestation says fits one of the entries. */
    MUST_MATCH,
    /** {@code none-match}: what the attestation says fits none of the entries. */
    NONE_MATCH;

    /** The name in a policy, such as {@code must-match}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
