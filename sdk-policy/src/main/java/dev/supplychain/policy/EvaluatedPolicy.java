package dev.supplychain.policy;

import dev.supplychain.model.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * A policy that a scan selects, as it is in force here.
 *
 * @param header what the policy is called and what it is for
 * @param mode how much it counts
 * @param expires the first instant at which it may no longer be relied on; absent when that never comes
 * @param document the document it was read from; absent for a policy made in code
 */
public record EvaluatedPolicy(
        PolicyHeader header, Mode mode, Optional<Instant> expires, Optional<PolicyDocument> document) {
    /** The policy as results name it: {@code /policies/{Kind}/{name}}. */
    public String uri() {
        return header.uri();
    }

    /** The digest of its document; absent for a policy made in code. */
    public Optional<Digest> digest() {
        return document.map(PolicyDocument::digest);
    }

    /** True when it may be relied on at that instant. */
    public boolean isInForceAt(Instant time) {
        return expires.filter(end -> !time.isBefore(end)).isEmpty();
    }
}
