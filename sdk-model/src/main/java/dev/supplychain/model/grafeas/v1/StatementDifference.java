package dev.supplychain.model.grafeas.v1;

import dev.supplychain.model.Json;
import java.util.Optional;

/**
 * A place where the readable provenance of a build occurrence says something else than what was signed.
 *
 * @param member which readable form it is: {@code intotoStatement} or {@code inTotoSlsaProvenanceV1}
 * @param place where in the statement, as a JSON pointer into its in-toto form, such as {@code /predicate/builder/id}
 * @param readable what the readable form has there; absent when it has nothing
 * @param signed what was signed; absent when nothing was
 */
public record StatementDifference(String member, String place, Optional<Json> readable, Optional<Json> signed) {}
