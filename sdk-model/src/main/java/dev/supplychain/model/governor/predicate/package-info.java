/**
 * What the attestations of the Develocity Provenance Governor say about a build.
 *
 * <p>Start from {@link dev.supplychain.model.governor.predicate.BuildTool}; each type knows the predicate type that
 * names it in an in-toto statement.
 */
package dev.supplychain.model.governor.predicate;
