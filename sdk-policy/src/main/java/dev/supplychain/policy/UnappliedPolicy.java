package dev.supplychain.policy;

/**
 * A selected policy that applied to no attestation, so that a scan may pass without it.
 *
 * @param policy the policy
 * @param reason what became of the attestations it would have applied to: none is there ({@link Reason#MISSING}), or
 *     those that are do not count
 * @param message the same for people
 */
public record UnappliedPolicy(EvaluatedPolicy policy, Reason reason, String message) {}
