package dev.supplychain.policy;

import java.util.Optional;

/**
 * An attestation that was there and does not count. It never helps a scan to pass; it tells a missing attestation from one
 * that nobody trusted.
 *
 * @param attestationUri where it is stored; absent when it was not said
 * @param claimedPredicateType the predicate type it says to have, which nobody vouches for; absent when it cannot be read
 * @param reason why it does not count
 * @param message what the verifier or the rule said
 */
public record RejectedEvidence(
        Optional<String> attestationUri, Optional<String> claimedPredicateType, Reason reason, String message) {}
