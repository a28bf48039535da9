package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the messages of a version look, as far as the fake has to understand them.
 *
 * @param segment the first segment of its paths
 * @param resourceUri the members that lead to the URI of an occurrence's resource
 * @param signedAttestation the members that lead to the payload and the signatures of an attestation
 * @param authority the member with a note's attestation authority
 * @param kindsByDetails the kinds, by the members of notes and occurrences that they belong to
 */
record GrafeasVersion(
        String segment,
        List<String> resourceUri,
        List<String> signedAttestation,
        String authority,
        Map<String, String> kindsByDetails) {
    static final GrafeasVersion V1 = new GrafeasVersion(
            "v1",
            List.of("resourceUri"),
            List.of("attestation"),
            "attestation",
            Map.ofEntries(
                    Map.entry("vulnerability", "VULNERABILITY"),
                    Map.entry("build", "BUILD"),
                    Map.entry("image", "IMAGE"),
                    Map.entry("package", "PACKAGE"),
                    Map.entry("deployment", "DEPLOYMENT"),
                    Map.entry("discovery", "DISCOVERY"),
                    Map.entry("attestation", "ATTESTATION"),
                    Map.entry("upgrade", "UPGRADE"),
                    Map.entry("compliance", "COMPLIANCE"),
                    Map.entry("dsseAttestation", "DSSE_ATTESTATION"),
                    Map.entry("vulnerabilityAssessment", "VULNERABILITY_ASSESSMENT"),
                    Map.entry("sbomReference", "SBOM_REFERENCE"),
                    Map.entry("secret", "SECRET"),
                    Map.entry("aiSkillAnalysis", "AI_SKILL_ANALYSIS")));

    static final GrafeasVersion V1BETA1 = new GrafeasVersion(
            "v1beta1",
            List.of("resource", "uri"),
            List.of("attestation", "attestation", "genericSignedAttestation"),
            "attestationAuthority",
            Map.ofEntries(
                    Map.entry("vulnerability", "VULNERABILITY"),
                    Map.entry("build", "BUILD"),
                    Map.entry("baseImage", "IMAGE"),
                    Map.entry("derivedImage", "IMAGE"),
                    Map.entry("package", "PACKAGE"),
                    Map.entry("installation", "PACKAGE"),
                    Map.entry("deployable", "DEPLOYMENT"),
                    Map.entry("deployment", "DEPLOYMENT"),
                    Map.entry("discovery", "DISCOVERY"),
                    Map.entry("discovered", "DISCOVERY"),
                    Map.entry("attestationAuthority", "ATTESTATION"),
                    Map.entry("attestation", "ATTESTATION"),
                    Map.entry("intoto", "INTOTO"),
                    Map.entry("sbom", "SBOM"),
                    Map.entry("spdxPackage", "SPDX_PACKAGE"),
                    Map.entry("spdxFile", "SPDX_FILE"),
                    Map.entry("spdxRelationship", "SPDX_RELATIONSHIP"),
                    Map.entry("vulnerabilityAssessment", "VULNERABILITY_ASSESSMENT"),
                    Map.entry("sbomReference", "SBOM_REFERENCE"),
                    Map.entry("secret", "SECRET"),
                    Map.entry("aiSkillAnalysis", "AI_SKILL_ANALYSIS")));

    boolean isV1() {
        return segment.equals("v1");
    }

    /** The service's own description of the messages. */
    WireSchema schema() {
        return WireSchema.load("grafeas-" + segment + ".json");
    }

    String resourceUriOf(Json occurrence) {
        return GrafeasJson.textAt(occurrence, resourceUri);
    }

    /** The kind that belongs to a member; absent when the member is not one of the details. */
    Optional<String> kindOf(String member) {
        return Optional.ofNullable(kindsByDetails.get(member));
    }
}
