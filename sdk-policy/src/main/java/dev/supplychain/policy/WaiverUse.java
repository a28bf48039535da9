package dev.supplychain.policy;

/**
 * What became of a waiver in a scan. A waiver that expired or that nothing needs any more can go.
 *
 * @param waiver the waiver
 * @param state whether it counted at the time of the scan
 * @param uses how many unsatisfied results it covered, alone or with others
 */
public record WaiverUse(Waiver waiver, Waiver.State state, int uses) {}
