/**
 * Models of attestations, occurrences, signatures and policy results.
 *
 * <p>Start from {@link dev.supplychain.model}.
 */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // the modules that see the internals are compiled after this one
module dev.supplychain.model {
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires static java.compiler;
    requires static transitive org.jspecify;
    requires static transitive org.immutables.value.annotations;

    exports dev.supplychain.model;
    exports dev.supplychain.model.dsse;
    exports dev.supplychain.model.intoto;
    exports dev.supplychain.model.grafeas.v1;
    exports dev.supplychain.model.iam.v1;
    exports dev.supplychain.model.governor;
    exports dev.supplychain.model.governor.predicate;
    exports dev.supplychain.model.problem;
    exports dev.supplychain.model.endor;
    exports dev.supplychain.model.slsa;
    exports dev.supplychain.model.rpc;
    exports dev.supplychain.model.internal to
            dev.supplychain.dsse,
            dev.supplychain.policy,
            dev.supplychain.clients,
            dev.supplychain.testkit;

    opens dev.supplychain.model to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.dsse to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.intoto to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.grafeas.v1 to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.iam.v1 to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.governor to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.governor.predicate to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.problem to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.endor to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.slsa to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.rpc to
            com.fasterxml.jackson.databind;
}
