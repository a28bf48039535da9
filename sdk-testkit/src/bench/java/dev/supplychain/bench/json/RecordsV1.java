package dev.supplychain.bench.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** The messages that a v1 occurrence reaches, as records that databind reads without any help. */
public final class RecordsV1 {
    private RecordsV1() {}

    public record AISkillAnalysisOccurrence(
            List<Finding> findings, String maxSeverity, PerScannerVerdict perScannerVerdict, String skillName) {}

    public record AliasContext(String kind, String name) {}

    public record AnalysisCompleted(List<String> analysisType) {}

    public record Artifact(String checksum, String id, List<String> names) {}

    public record AttestationOccurrence(List<Jwt> jwts, byte[] serializedPayload, List<Signature> signatures) {}

    public record BaseImage(Integer layerCount, String name, String registry, String repository) {}

    public record BuildDefinition(
            String buildType,
            Map<String, Object> externalParameters,
            Map<String, Object> internalParameters,
            List<ResourceDescriptor> resolvedDependencies) {}

    public record BuildMetadata(String finishedOn, String invocationId, String startedOn) {}

    public record BuildOccurrence(
            InTotoSlsaProvenanceV1 inTotoSlsaProvenanceV1,
            InTotoProvenance intotoProvenance,
            InTotoStatement intotoStatement,
            BuildProvenance provenance,
            String provenanceBytes) {}

    public record BuildProvenance(
            Map<String, String> buildOptions,
            String builderVersion,
            List<Artifact> builtArtifacts,
            List<Command> commands,
            String createTime,
            String creator,
            String endTime,
            String id,
            String logsUri,
            String projectId,
            Source sourceProvenance,
            String startTime,
            String triggerId) {}

    public record BuilderConfig(String id) {}

    public record CISAKnownExploitedVulnerabilities(String knownRansomwareCampaignUse) {}

    public record CVSS(
            String attackComplexity,
            String attackRequirements,
            String attackVector,
            String authentication,
            String availabilityImpact,
            Float baseScore,
            String confidentialityImpact,
            String exploitMaturity,
            Float exploitabilityScore,
            Float impactScore,
            String integrityImpact,
            String privilegesRequired,
            String scope,
            String subsequentSystemAvailabilityImpact,
            String subsequentSystemConfidentialityImpact,
            String subsequentSystemIntegrityImpact,
            String userInteraction,
            String vulnerableSystemAvailabilityImpact,
            String vulnerableSystemConfidentialityImpact,
            String vulnerableSystemIntegrityImpact) {}

    public record Category(String categoryId, String name) {}

    public record CloudRepoSourceContext(AliasContext aliasContext, RepoId repoId, String revisionId) {}

    public record Command(
            List<String> args, String dir, List<String> env, String id, String name, List<String> waitFor) {}

    public record Completeness(Boolean arguments, Boolean environment, Boolean materials) {}

    public record ComplianceOccurrence(
            String nonComplianceReason, List<NonCompliantFile> nonCompliantFiles, ComplianceVersion version) {}

    public record ComplianceVersion(String benchmarkDocument, String cpeUri, String version) {}

    public record DSSEAttestationOccurrence(Envelope envelope, InTotoStatement statement) {}

    public record DeploymentOccurrence(
            String address,
            String config,
            String deployTime,
            String platform,
            List<String> resourceUri,
            String undeployTime,
            String userEmail) {}

    public record DiscoveryOccurrence(
            AnalysisCompleted analysisCompleted,
            List<Status> analysisError,
            String analysisStatus,
            Status analysisStatusError,
            String archiveTime,
            String continuousAnalysis,
            String cpe,
            List<File> files,
            String lastScanTime,
            String lastVulnerabilityUpdateTime,
            SBOMStatus sbomStatus) {}

    public record Envelope(byte[] payload, String payloadType, List<EnvelopeSignature> signatures) {}

    public record EnvelopeSignature(String keyid, byte[] sig) {}

    public record ExploitPredictionScoringSystem(Double percentile, Double score) {}

    public record File(Map<String, String> digest, String name) {}

    public record FileHashes(List<Hash> fileHash) {}

    public record Finding(String category, String details, FindingLocation location, String scanner, String severity) {}

    public record FindingLocation(String filePath, Long lineNumber) {}

    public record Fingerprint(String v1Name, List<String> v2Blob, String v2Name) {}

    public record GerritSourceContext(
            AliasContext aliasContext, String gerritProject, String hostUri, String revisionId) {}

    public record GitSourceContext(String revisionId, String url) {}

    public record GrafeasV1FileLocation(String filePath, LayerDetails layerDetails, Integer lineNumber) {}

    public record GrafeasV1SlsaProvenanceZeroTwoSlsaBuilder(String id) {}

    public record GrafeasV1SlsaProvenanceZeroTwoSlsaCompleteness(
            Boolean environment, Boolean materials, Boolean parameters) {}

    public record GrafeasV1SlsaProvenanceZeroTwoSlsaConfigSource(
            Map<String, String> digest, String entryPoint, String uri) {}

    public record GrafeasV1SlsaProvenanceZeroTwoSlsaInvocation(
            GrafeasV1SlsaProvenanceZeroTwoSlsaConfigSource configSource,
            Map<String, Object> environment,
            Map<String, Object> parameters) {}

    public record GrafeasV1SlsaProvenanceZeroTwoSlsaMaterial(Map<String, String> digest, String uri) {}

    public record GrafeasV1SlsaProvenanceZeroTwoSlsaMetadata(
            String buildFinishedOn,
            String buildInvocationId,
            String buildStartedOn,
            GrafeasV1SlsaProvenanceZeroTwoSlsaCompleteness completeness,
            Boolean reproducible) {}

    public record Hash(String type, byte[] value) {}

    public record Identity(Integer revision, String updateId) {}

    public record ImageOccurrence(
            String baseResourceUrl, Integer distance, Fingerprint fingerprint, List<Layer> layerInfo) {}

    public record InTotoProvenance(
            BuilderConfig builderConfig, List<String> materials, Metadata metadata, Recipe recipe) {}

    public record InTotoSlsaProvenanceV1(
            @JsonProperty("_type") String type,
            SlsaProvenanceV1 predicate,
            String predicateType,
            List<Subject> subject) {}

    public record InTotoStatement(
            @JsonProperty("_type") String type,
            String predicateType,
            InTotoProvenance provenance,
            SlsaProvenance slsaProvenance,
            SlsaProvenanceZeroTwo slsaProvenanceZeroTwo,
            List<Subject> subject) {}

    public record Justification(String details, String justificationType) {}

    public record Jwt(String compactJwt) {}

    public record Layer(String arguments, String directive) {}

    public record LayerDetails(
            List<BaseImage> baseImages, String chainId, String command, String diffId, Integer index) {}

    public record License(String comments, String expression) {}

    public record Location(String cpeUri, String path, Version version) {}

    public record MaliciousContentLLMResult(
            String maxSeverity, String modelId, String scanStatus, TokenUsage tokenUsage) {}

    public record MaliciousContentStaticResult(String maxSeverity, String scanStatus) {}

    public record MalwareScanResult(String scanStatus, String verdict) {}

    public record Material(Map<String, String> digest, String uri) {}

    public record Metadata(
            String buildFinishedOn,
            String buildInvocationId,
            String buildStartedOn,
            Completeness completeness,
            Boolean reproducible) {}

    public record NonCompliantFile(String displayCommand, String path, String reason) {}

    public record Occurrence(
            String advisoryPublishTime,
            AISkillAnalysisOccurrence aiSkillAnalysis,
            AttestationOccurrence attestation,
            BuildOccurrence build,
            ComplianceOccurrence compliance,
            String createTime,
            DeploymentOccurrence deployment,
            DiscoveryOccurrence discovery,
            DSSEAttestationOccurrence dsseAttestation,
            Envelope envelope,
            ImageOccurrence image,
            String kind,
            String name,
            String noteName,
            @JsonProperty("package") PackageOccurrence package_,
            String remediation,
            String resourceUri,
            SBOMReferenceOccurrence sbomReference,
            SecretOccurrence secret,
            String updateTime,
            UpgradeOccurrence upgrade,
            VulnerabilityOccurrence vulnerability) {}

    public record PackageIssue(
            String affectedCpeUri,
            String affectedPackage,
            Version affectedVersion,
            String effectiveSeverity,
            List<GrafeasV1FileLocation> fileLocation,
            Boolean fixAvailable,
            String fixedCpeUri,
            String fixedPackage,
            Version fixedVersion,
            String packageType) {}

    public record PackageOccurrence(
            String architecture,
            String cpeUri,
            License license,
            List<Location> location,
            String name,
            String packageType,
            Version version) {}

    public record PerScannerVerdict(
            MaliciousContentLLMResult maliciousContentLlmResult,
            MaliciousContentStaticResult maliciousContentStaticResult,
            MalwareScanResult malwareScan,
            WorkspacePolicyResult workspacePolicy) {}

    public record ProjectRepoId(String projectId, String repoName) {}

    public record ProvenanceBuilder(
            List<ResourceDescriptor> builderDependencies, String id, Map<String, String> version) {}

    public record Recipe(
            List<Map<String, Object>> arguments,
            Long definedInMaterial,
            String entryPoint,
            List<Map<String, Object>> environment,
            String type) {}

    public record RelatedUrl(String label, String url) {}

    public record Remediation(String details, String remediationType, RelatedUrl remediationUri) {}

    public record RepoId(ProjectRepoId projectRepoId, String uid) {}

    public record ResourceDescriptor(
            Map<String, Object> annotations,
            byte[] content,
            Map<String, String> digest,
            String downloadLocation,
            String mediaType,
            String name,
            String uri) {}

    public record Risk(CISAKnownExploitedVulnerabilities cisaKev, ExploitPredictionScoringSystem epss) {}

    public record RunDetails(ProvenanceBuilder builder, List<ResourceDescriptor> byproducts, BuildMetadata metadata) {}

    public record SBOMReferenceOccurrence(
            SbomReferenceIntotoPayload payload, String payloadType, List<EnvelopeSignature> signatures) {}

    public record SBOMStatus(String error, String sbomState) {}

    public record SbomReferenceIntotoPayload(
            @JsonProperty("_type") String type,
            SbomReferenceIntotoPredicate predicate,
            String predicateType,
            List<Subject> subject) {}

    public record SbomReferenceIntotoPredicate(
            Map<String, String> digest, String location, String mimeType, String referrerId) {}

    public record SecretLocation(GrafeasV1FileLocation fileLocation) {}

    public record SecretOccurrence(String kind, List<SecretLocation> locations, List<SecretStatus> statuses) {}

    public record SecretStatus(String message, String status, String updateTime) {}

    public record Signature(String publicKeyId, byte[] signature) {}

    public record SlsaBuilder(String id) {}

    public record SlsaCompleteness(Boolean arguments, Boolean environment, Boolean materials) {}

    public record SlsaMetadata(
            String buildFinishedOn,
            String buildInvocationId,
            String buildStartedOn,
            SlsaCompleteness completeness,
            Boolean reproducible) {}

    public record SlsaProvenance(
            SlsaBuilder builder, List<Material> materials, SlsaMetadata metadata, SlsaRecipe recipe) {}

    public record SlsaProvenanceV1(BuildDefinition buildDefinition, RunDetails runDetails) {}

    public record SlsaProvenanceZeroTwo(
            Map<String, Object> buildConfig,
            String buildType,
            GrafeasV1SlsaProvenanceZeroTwoSlsaBuilder builder,
            GrafeasV1SlsaProvenanceZeroTwoSlsaInvocation invocation,
            List<GrafeasV1SlsaProvenanceZeroTwoSlsaMaterial> materials,
            GrafeasV1SlsaProvenanceZeroTwoSlsaMetadata metadata) {}

    public record SlsaRecipe(
            Map<String, Object> arguments,
            Long definedInMaterial,
            String entryPoint,
            Map<String, Object> environment,
            String type) {}

    public record Source(
            List<SourceContext> additionalContexts,
            String artifactStorageSourceUri,
            SourceContext context,
            Map<String, FileHashes> fileHashes) {}

    public record SourceContext(
            CloudRepoSourceContext cloudRepo,
            GerritSourceContext gerrit,
            GitSourceContext git,
            Map<String, String> labels) {}

    public record Status(Integer code, List<Map<String, Object>> details, String message) {}

    public record Subject(Map<String, String> digest, String name) {}

    public record TokenUsage(
            Long cacheCount, Long candidateCount, Long promptCount, Long thinkingCount, Long toolUsePromptCount) {}

    public record UpgradeDistribution(String classification, String cpeUri, List<String> cve, String severity) {}

    public record UpgradeOccurrence(
            UpgradeDistribution distribution,
            @JsonProperty("package") String package_,
            Version parsedVersion,
            WindowsUpdate windowsUpdate) {}

    public record Version(
            Integer epoch, String fullName, Boolean inclusive, String kind, String name, String revision) {}

    public record VexAssessment(
            String cve,
            List<String> impacts,
            Justification justification,
            String noteName,
            List<RelatedUrl> relatedUris,
            List<Remediation> remediations,
            String state,
            String vulnerabilityId) {}

    public record VulnerabilityOccurrence(
            Float cvssScore,
            CVSS cvssV2,
            CVSS cvssV4,
            String cvssVersion,
            CVSS cvssv3,
            String effectiveSeverity,
            String extraDetails,
            Boolean fixAvailable,
            String longDescription,
            List<PackageIssue> packageIssue,
            List<RelatedUrl> relatedUrls,
            Risk risk,
            String severity,
            String shortDescription,
            String type,
            VexAssessment vexAssessment) {}

    public record WindowsUpdate(
            List<Category> categories,
            String description,
            Identity identity,
            List<String> kbArticleIds,
            String lastPublishedTimestamp,
            String supportUrl,
            String title) {}

    public record WorkspacePolicyResult(String scanStatus, String verdict) {}
}
