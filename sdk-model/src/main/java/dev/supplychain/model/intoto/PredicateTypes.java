package dev.supplychain.model.intoto;

/**
 * The URIs that say what a predicate is, as producers write them in {@link InTotoStatement#predicateType()}.
 *
 * <p>They are compared as texts. A policy that accepts one version of a type does not accept the others.
 *
 * @see <a href="https://github.com/in-toto/attestation/tree/main/spec/predicates">in-toto predicates</a>
 */
public final class PredicateTypes {
    /** How an artifact was built, SLSA 1.0 to 1.2: {@link dev.supplychain.model.slsa.Provenance}. */
    public static final String SLSA_PROVENANCE_V1 = "https://slsa.dev/provenance/v1";

    /** SLSA provenance of a release candidate of 1.0, still met: nearly a {@code Provenance}. */
    public static final String SLSA_PROVENANCE_V1_DRAFT = "https://slsa.dev/provenance/v1.0?draft";

    /** How an artifact was built, SLSA 0.2: {@link dev.supplychain.model.slsa.ProvenanceV02}. */
    public static final String SLSA_PROVENANCE_V0_2 = "https://slsa.dev/provenance/v0.2";

    /** How an artifact was built, SLSA 0.1: {@link dev.supplychain.model.slsa.ProvenanceV01}. */
    public static final String SLSA_PROVENANCE_V0_1 = "https://slsa.dev/provenance/v0.1";

    /** How an artifact was built, before SLSA; deprecated by in-toto. */
    public static final String IN_TOTO_PROVENANCE_V0_1 = "https://in-toto.io/Provenance/v0.1";

    /** The verdict of a policy, SLSA 1.0 to 1.2: {@link dev.supplychain.model.slsa.VerificationSummary}. */
    public static final String SLSA_VERIFICATION_SUMMARY_V1 = "https://slsa.dev/verification_summary/v1";

    /** The verdict of a policy, SLSA 0.2: {@link dev.supplychain.model.slsa.VerificationSummaryV02}. */
    public static final String SLSA_VERIFICATION_SUMMARY_V0_2 = "https://slsa.dev/verification_summary/v0.2";

    /** The verdict of a policy in its first form, where the policy is a text. */
    public static final String SLSA_VERIFICATION_SUMMARY_V0_1 = "https://slsa.dev/verification_summary/v0.1";

    /** That a step of a supply chain was carried out: {@link Link}. */
    public static final String LINK_V0_3 = "https://in-toto.io/attestation/link/v0.3";

    /** That a step of a supply chain was carried out, in the shape of in-toto 0.9; deprecated. */
    public static final String LINK_V1 = "https://in-toto.io/Link/v1";

    /** Attributes of an artifact and the evidence for them (supply chain attribute integrity). */
    public static final String SCAI_V0_3 = "https://in-toto.io/attestation/scai/v0.3";

    /** That documents elsewhere are about an artifact, such as an SBOM in a store. */
    public static final String REFERENCE_V0_1 = "https://in-toto.io/attestation/reference/v0.1";

    /** That artifacts make up a release of a package, first form. */
    public static final String RELEASE_V0_1 = "https://in-toto.io/attestation/release/v0.1";

    /** That artifacts make up a release of a package. */
    public static final String RELEASE_V0_2 = "https://in-toto.io/attestation/release/v0.2";

    /** What was observed while a step ran. */
    public static final String RUNTIME_TRACE_V0_1 = "https://in-toto.io/attestation/runtime-trace/v0.1";

    /** Which properties somebody verified, without levels (simple verification result). */
    public static final String SVR_V0_2 = "https://in-toto.io/attestation/svr/v0.2";

    /** Which tests passed and failed. */
    public static final String TEST_RESULT_V0_1 = "https://in-toto.io/attestation/test-result/v0.1";

    /** What a vulnerability scanner found, first form. */
    public static final String VULNS_V0_1 = "https://in-toto.io/attestation/vulns/v0.1";

    /** What a vulnerability scanner found. */
    public static final String VULNS_V0_2 = "https://in-toto.io/attestation/vulns/v0.2";

    /** An SPDX document of any version: {@link dev.supplychain.model.sbom.SbomComponents}. */
    public static final String SPDX_DOCUMENT = "https://spdx.dev/Document";

    /** An SPDX 2.3 document: {@link dev.supplychain.model.sbom.SbomComponents}. */
    public static final String SPDX_DOCUMENT_V2_3 = "https://spdx.dev/Document/v2.3";

    /** An SPDX 3 document: {@link dev.supplychain.model.sbom.SbomComponents}. */
    public static final String SPDX_DOCUMENT_V3 = "https://spdx.dev/Document/v3";

    /** A CycloneDX BOM of any version, as cosign writes: {@link dev.supplychain.model.sbom.SbomComponents}. */
    public static final String CYCLONE_DX_BOM = "https://cyclonedx.org/bom";

    /** A CycloneDX 1.4 BOM: {@link dev.supplychain.model.sbom.SbomComponents}. */
    public static final String CYCLONE_DX_BOM_V1_4 = "https://cyclonedx.org/bom/v1.4";

    /** Anything at all, wrapped by {@code cosign attest} without a type. */
    public static final String COSIGN_CUSTOM_V1 = "https://cosign.sigstore.dev/attestation/v1";

    /** What a vulnerability scanner found, as cosign defines it. */
    public static final String COSIGN_VULN_V1 = "https://cosign.sigstore.dev/attestation/vuln/v1";

    /** That cosign signed an image, in bundles of newer versions. */
    public static final String COSIGN_SIGN_V1 = "https://sigstore.dev/cosign/sign/v1";

    /** Whether vulnerabilities affect a product (OpenVEX). */
    public static final String OPEN_VEX = "https://openvex.dev/ns";

    /** That a package was published to the npm registry. */
    public static final String NPM_PUBLISH_V0_1 = "https://github.com/npm/attestation/tree/main/specs/publish/v0.1";

    /** Where the predicate types of the Provenance Governor begin, such as {@code …/build-tool/v1}. */
    public static final String GRADLE_PREFIX = "https://gradle.com/attestation/";

    private PredicateTypes() {}
}
