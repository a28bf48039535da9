package dev.supplychain.bench.json;

import com.google.api.client.json.GenericJson;
import com.google.api.client.util.Key;
import java.util.List;
import java.util.Map;

/**
 * The messages of Container Analysis v1 as Google's generated Java clients model them; that model is not published. What the
 * generated lists do not reach is {@code GenericJson}.
 */
public final class GoogleV1 {
    private GoogleV1() {}

    public static final class ListOccurrencesResponse extends GenericJson {
        @Key
        public String nextPageToken;

        @Key
        public List<Occurrence> occurrences;

        @Key
        public List<String> unreachable;
    }

    public static final class Occurrence extends GenericJson {
        @Key
        public String advisoryPublishTime;

        @Key
        public GenericJson aiSkillAnalysis;

        @Key
        public AttestationOccurrence attestation;

        @Key
        public BuildOccurrence build;

        @Key
        public GenericJson compliance;

        @Key
        public String createTime;

        @Key
        public GenericJson deployment;

        @Key
        public GenericJson discovery;

        @Key
        public GenericJson dsseAttestation;

        @Key
        public Envelope envelope;

        @Key
        public GenericJson image;

        @Key
        public String kind;

        @Key
        public String name;

        @Key
        public String noteName;

        @Key("package")
        public GenericJson package_;

        @Key
        public String remediation;

        @Key
        public String resourceUri;

        @Key
        public GenericJson sbomReference;

        @Key
        public GenericJson secret;

        @Key
        public String updateTime;

        @Key
        public GenericJson upgrade;

        @Key
        public VulnerabilityOccurrence vulnerability;
    }

    public static final class VulnerabilityOccurrence extends GenericJson {
        @Key
        public Float cvssScore;

        @Key
        public CVSS cvssV2;

        @Key
        public CVSS cvssV4;

        @Key
        public String cvssVersion;

        @Key
        public CVSS cvssv3;

        @Key
        public String effectiveSeverity;

        @Key
        public String extraDetails;

        @Key
        public Boolean fixAvailable;

        @Key
        public String longDescription;

        @Key
        public List<PackageIssue> packageIssue;

        @Key
        public List<RelatedUrl> relatedUrls;

        @Key
        public GenericJson risk;

        @Key
        public String severity;

        @Key
        public String shortDescription;

        @Key
        public String type;

        @Key
        public GenericJson vexAssessment;
    }

    public static final class PackageIssue extends GenericJson {
        @Key
        public String affectedCpeUri;

        @Key
        public String affectedPackage;

        @Key
        public Version affectedVersion;

        @Key
        public String effectiveSeverity;

        @Key
        public List<GrafeasV1FileLocation> fileLocation;

        @Key
        public Boolean fixAvailable;

        @Key
        public String fixedCpeUri;

        @Key
        public String fixedPackage;

        @Key
        public Version fixedVersion;

        @Key
        public String packageType;
    }

    public static final class Version extends GenericJson {
        @Key
        public Integer epoch;

        @Key
        public String fullName;

        @Key
        public Boolean inclusive;

        @Key
        public String kind;

        @Key
        public String name;

        @Key
        public String revision;
    }

    public static final class CVSS extends GenericJson {
        @Key
        public String attackComplexity;

        @Key
        public String attackRequirements;

        @Key
        public String attackVector;

        @Key
        public String authentication;

        @Key
        public String availabilityImpact;

        @Key
        public Float baseScore;

        @Key
        public String confidentialityImpact;

        @Key
        public String exploitMaturity;

        @Key
        public Float exploitabilityScore;

        @Key
        public Float impactScore;

        @Key
        public String integrityImpact;

        @Key
        public String privilegesRequired;

        @Key
        public String scope;

        @Key
        public String subsequentSystemAvailabilityImpact;

        @Key
        public String subsequentSystemConfidentialityImpact;

        @Key
        public String subsequentSystemIntegrityImpact;

        @Key
        public String userInteraction;

        @Key
        public String vulnerableSystemAvailabilityImpact;

        @Key
        public String vulnerableSystemConfidentialityImpact;

        @Key
        public String vulnerableSystemIntegrityImpact;
    }

    public static final class RelatedUrl extends GenericJson {
        @Key
        public String label;

        @Key
        public String url;
    }

    public static final class GrafeasV1FileLocation extends GenericJson {
        @Key
        public String filePath;

        @Key
        public LayerDetails layerDetails;

        @Key
        public Integer lineNumber;
    }

    public static final class LayerDetails extends GenericJson {
        @Key
        public List<BaseImage> baseImages;

        @Key
        public String chainId;

        @Key
        public String command;

        @Key
        public String diffId;

        @Key
        public Integer index;
    }

    public static final class BaseImage extends GenericJson {
        @Key
        public Integer layerCount;

        @Key
        public String name;

        @Key
        public String registry;

        @Key
        public String repository;
    }

    public static final class BuildOccurrence extends GenericJson {
        @Key
        public InTotoSlsaProvenanceV1 inTotoSlsaProvenanceV1;

        @Key
        public GenericJson intotoProvenance;

        @Key
        public GenericJson intotoStatement;

        @Key
        public BuildProvenance provenance;

        @Key
        public String provenanceBytes;
    }

    public static final class BuildProvenance extends GenericJson {
        @Key
        public Map<String, String> buildOptions;

        @Key
        public String builderVersion;

        @Key
        public List<Artifact> builtArtifacts;

        @Key
        public List<Command> commands;

        @Key
        public String createTime;

        @Key
        public String creator;

        @Key
        public String endTime;

        @Key
        public String id;

        @Key
        public String logsUri;

        @Key
        public String projectId;

        @Key
        public Source sourceProvenance;

        @Key
        public String startTime;

        @Key
        public String triggerId;
    }

    public static final class Artifact extends GenericJson {
        @Key
        public String checksum;

        @Key
        public String id;

        @Key
        public List<String> names;
    }

    public static final class Source extends GenericJson {
        @Key
        public List<SourceContext> additionalContexts;

        @Key
        public String artifactStorageSourceUri;

        @Key
        public SourceContext context;

        @Key
        public Map<String, GenericJson> fileHashes;
    }

    public static final class SourceContext extends GenericJson {
        @Key
        public GenericJson cloudRepo;

        @Key
        public GenericJson gerrit;

        @Key
        public GitSourceContext git;

        @Key
        public Map<String, String> labels;
    }

    public static final class GitSourceContext extends GenericJson {
        @Key
        public String revisionId;

        @Key
        public String url;
    }

    public static final class Command extends GenericJson {
        @Key
        public List<String> args;

        @Key
        public String dir;

        @Key
        public List<String> env;

        @Key
        public String id;

        @Key
        public String name;

        @Key
        public List<String> waitFor;
    }

    public static final class AttestationOccurrence extends GenericJson {
        @Key
        public List<Jwt> jwts;

        @Key
        public String serializedPayload;

        @Key
        public List<Signature> signatures;
    }

    public static final class Signature extends GenericJson {
        @Key
        public String publicKeyId;

        @Key
        public String signature;
    }

    public static final class Jwt extends GenericJson {
        @Key
        public String compactJwt;
    }

    public static final class Envelope extends GenericJson {
        @Key
        public String payload;

        @Key
        public String payloadType;

        @Key
        public List<EnvelopeSignature> signatures;
    }

    public static final class EnvelopeSignature extends GenericJson {
        @Key
        public String keyid;

        @Key
        public String sig;
    }

    public static final class InTotoSlsaProvenanceV1 extends GenericJson {
        @Key("_type")
        public String type;

        @Key
        public SlsaProvenanceV1 predicate;

        @Key
        public String predicateType;

        @Key
        public List<Subject> subject;
    }

    public static final class Subject extends GenericJson {
        @Key
        public Map<String, String> digest;

        @Key
        public String name;
    }

    public static final class SlsaProvenanceV1 extends GenericJson {
        @Key
        public BuildDefinition buildDefinition;

        @Key
        public RunDetails runDetails;
    }

    public static final class BuildDefinition extends GenericJson {
        @Key
        public String buildType;

        @Key
        public Map<String, Object> externalParameters;

        @Key
        public Map<String, Object> internalParameters;

        @Key
        public List<ResourceDescriptor> resolvedDependencies;
    }

    public static final class RunDetails extends GenericJson {
        @Key
        public ProvenanceBuilder builder;

        @Key
        public List<ResourceDescriptor> byproducts;

        @Key
        public BuildMetadata metadata;
    }

    public static final class ResourceDescriptor extends GenericJson {
        @Key
        public Map<String, Object> annotations;

        @Key
        public String content;

        @Key
        public Map<String, String> digest;

        @Key
        public String downloadLocation;

        @Key
        public String mediaType;

        @Key
        public String name;

        @Key
        public String uri;
    }

    public static final class ProvenanceBuilder extends GenericJson {
        @Key
        public List<ResourceDescriptor> builderDependencies;

        @Key
        public String id;

        @Key
        public Map<String, String> version;
    }

    public static final class BuildMetadata extends GenericJson {
        @Key
        public String finishedOn;

        @Key
        public String invocationId;

        @Key
        public String startedOn;
    }
}
