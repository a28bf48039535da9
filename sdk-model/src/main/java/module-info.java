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
    requires static org.jspecify;
    requires static org.immutables.value.annotations;

    exports dev.supplychain.model;
    exports dev.supplychain.model.dsse;
    exports dev.supplychain.model.cosign;
    exports dev.supplychain.model.oci;
    exports dev.supplychain.model.intoto;
    exports dev.supplychain.model.grafeas.v1;
    exports dev.supplychain.model.iam.v1;
    exports dev.supplychain.model.governor;
    exports dev.supplychain.model.governor.predicate;
    exports dev.supplychain.model.problem;
    exports dev.supplychain.model.endor;
    exports dev.supplychain.model.slsa;
    exports dev.supplychain.model.sbom;
    exports dev.supplychain.model.grafeas.v1beta1;
    exports dev.supplychain.model.grafeas.v1beta1.aiskillanalysis;
    exports dev.supplychain.model.grafeas.v1beta1.attestation;
    exports dev.supplychain.model.grafeas.v1beta1.build;
    exports dev.supplychain.model.grafeas.v1beta1.deployment;
    exports dev.supplychain.model.grafeas.v1beta1.discovery;
    exports dev.supplychain.model.grafeas.v1beta1.image;
    exports dev.supplychain.model.grafeas.v1beta1.intoto;
    exports dev.supplychain.model.grafeas.v1beta1.pkg;
    exports dev.supplychain.model.grafeas.v1beta1.project;
    exports dev.supplychain.model.grafeas.v1beta1.provenance;
    exports dev.supplychain.model.grafeas.v1beta1.sbomreference;
    exports dev.supplychain.model.grafeas.v1beta1.secret;
    exports dev.supplychain.model.grafeas.v1beta1.source;
    exports dev.supplychain.model.grafeas.v1beta1.spdx;
    exports dev.supplychain.model.grafeas.v1beta1.vex;
    exports dev.supplychain.model.grafeas.v1beta1.vulnerability;
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
    opens dev.supplychain.model.cosign to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.oci to
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
    opens dev.supplychain.model.grafeas.v1beta1 to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.grafeas.v1beta1.aiskillanalysis to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.grafeas.v1beta1.attestation to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.grafeas.v1beta1.build to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.grafeas.v1beta1.deployment to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.grafeas.v1beta1.discovery to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.grafeas.v1beta1.image to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.grafeas.v1beta1.intoto to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.grafeas.v1beta1.pkg to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.grafeas.v1beta1.project to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.grafeas.v1beta1.provenance to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.grafeas.v1beta1.sbomreference to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.grafeas.v1beta1.secret to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.grafeas.v1beta1.source to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.grafeas.v1beta1.spdx to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.grafeas.v1beta1.vex to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.grafeas.v1beta1.vulnerability to
            com.fasterxml.jackson.databind;
    opens dev.supplychain.model.rpc to
            com.fasterxml.jackson.databind;
}
