/**
 * Judges verified attestations by the policies of the Develocity Provenance Governor, offline.
 *
 * <p>Start from {@link dev.supplychain.policy}.
 */
@org.jspecify.annotations.NullMarked
module dev.supplychain.policy {
    requires transitive dev.supplychain.dsse;
    requires com.fasterxml.jackson.core;
    requires org.snakeyaml.engine;
    requires static org.jspecify;

    exports dev.supplychain.policy;
    exports dev.supplychain.policy.cases;
    exports dev.supplychain.policy.kinds;
    exports dev.supplychain.policy.report;
}
