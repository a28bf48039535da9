package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.grafeas.v1beta1.aiskillanalysis.AISkillAnalysisNote;
import dev.supplychain.model.grafeas.v1beta1.attestation.Authority;
import dev.supplychain.model.grafeas.v1beta1.build.Build;
import dev.supplychain.model.grafeas.v1beta1.deployment.Deployable;
import dev.supplychain.model.grafeas.v1beta1.discovery.Discovery;
import dev.supplychain.model.grafeas.v1beta1.image.Basis;
import dev.supplychain.model.grafeas.v1beta1.intoto.InToto;
import dev.supplychain.model.grafeas.v1beta1.pkg.Package;
import dev.supplychain.model.grafeas.v1beta1.sbomreference.SBOMReferenceNote;
import dev.supplychain.model.grafeas.v1beta1.secret.SecretNote;
import dev.supplychain.model.grafeas.v1beta1.spdx.DocumentNote;
import dev.supplychain.model.grafeas.v1beta1.spdx.FileNote;
import dev.supplychain.model.grafeas.v1beta1.spdx.PackageInfoNote;
import dev.supplychain.model.grafeas.v1beta1.spdx.RelationshipNote;
import dev.supplychain.model.grafeas.v1beta1.vex.VulnerabilityAssessmentNote;
import dev.supplychain.model.grafeas.v1beta1.vulnerability.Vulnerability;
import dev.supplychain.model.internal.OneOf;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * Reference data that occurrences point to: what a vulnerability is, who an attestation authority is, which builder is
 * meant. Exactly one of the type fields is set, and it decides the kind.
 *
 * <p>Proto: {@code grafeas.v1beta1.Note}.
 */
@Value.Immutable
@JsonDeserialize(builder = Note.Builder.class)
@JsonPropertyOrder({
    "name",
    "shortDescription",
    "longDescription",
    "kind",
    "relatedUrl",
    "expirationTime",
    "createTime",
    "updateTime",
    "relatedNoteNames",
    "vulnerability",
    "build",
    "baseImage",
    "package",
    "deployable",
    "discovery",
    "attestationAuthority",
    "intoto",
    "sbom",
    "spdxPackage",
    "spdxFile",
    "spdxRelationship",
    "vulnerabilityAssessment",
    "sbomReference",
    "secret",
    "aiSkillAnalysis"
})
public interface Note extends Message {
    /** Resource name, {@code projects/[PROVIDER_ID]/notes/[NOTE_ID]}. Assigned by the service and ignored on writes. */
    Optional<String> name();

    /** Summary in one sentence; absent when the provider gave none. */
    Optional<String> shortDescription();

    /** Full description; absent when the provider gave none. */
    Optional<String> longDescription();

    /**
     * Which type field is populated; usable in list filters. Computed by Google, while open-source servers store what
     * was sent.
     */
    @Value.Default
    default OpenEnum<NoteKind> kind() {
        return OpenEnum.of(NoteKind.NOTE_KIND_UNSPECIFIED);
    }

    /** Links with further information; empty when there are none. */
    List<RelatedUrl> relatedUrl();

    /** Instant after which the note no longer applies. Absent means it never expires. */
    Optional<Timestamp> expirationTime();

    /** When the service stored the note; usable in list filters. Set by the service only. */
    Optional<Timestamp> createTime();

    /** When the note last changed; usable in list filters. Set by the service only. */
    Optional<Timestamp> updateTime();

    /** Resource names of notes connected with this one; empty when there are none. */
    List<String> relatedNoteNames();

    /** Set for kind {@code VULNERABILITY}: the security flaw that occurrences report. */
    Optional<Vulnerability> vulnerability();

    /** Set for kind {@code BUILD}: the builder whose provenance the occurrences carry. */
    Optional<Build> build();

    /** Set for kind {@code IMAGE}: the base image from which other images derive. */
    Optional<Basis> baseImage();

    /** Set for kind {@code PACKAGE}: the package whose installations are reported. */
    @JsonProperty("package")
    Optional<Package> pkg();

    /** Set for kind {@code DEPLOYMENT}: the artifact whose deployments are tracked. */
    Optional<Deployable> deployable();

    /** Set for kind {@code DISCOVERY}: the analysis whose progress is tracked. */
    Optional<Discovery> discovery();

    /** Set for kind {@code ATTESTATION}: the role under which attestations are collected. */
    Optional<Authority> attestationAuthority();

    /** Set for kind {@code INTOTO}: the layout step that link metadata must satisfy. */
    Optional<InToto> intoto();

    /** Set for kind {@code SBOM}: the SPDX document header shared by the occurrences. */
    Optional<DocumentNote> sbom();

    /** Set for kind {@code SPDX_PACKAGE}: a package as SPDX describes it. */
    Optional<PackageInfoNote> spdxPackage();

    /** Set for kind {@code SPDX_FILE}: a file as SPDX describes it. */
    Optional<FileNote> spdxFile();

    /** Set for kind {@code SPDX_RELATIONSHIP}: the sort of link between two SPDX elements. */
    Optional<RelationshipNote> spdxRelationship();

    /**
     * Set for kind {@code VULNERABILITY_ASSESSMENT}: a VEX verdict on one product. Such notes have no occurrences of
     * their own.
     */
    Optional<VulnerabilityAssessmentNote> vulnerabilityAssessment();

    /** Set for kind {@code SBOM_REFERENCE}: format and version of the SBOMs referred to. */
    Optional<SBOMReferenceNote> sbomReference();

    /** Set for kind {@code SECRET}: marks the note as one that collects leaked credentials. */
    Optional<SecretNote> secret();

    /** Set for kind {@code AI_SKILL_ANALYSIS}: marks the note as one that collects scans of AI skills. */
    Optional<AISkillAnalysisNote> aiSkillAnalysis();

    /**
     * The one part that is set, of {@code vulnerability}, {@code build}, {@code baseImage}, {@code pkg}, {@code
     * deployable}, {@code discovery}, {@code attestationAuthority}, {@code intoto}, {@code sbom}, {@code spdxPackage},
     * {@code spdxFile}, {@code spdxRelationship}, {@code vulnerabilityAssessment}, {@code sbomReference}, {@code
     * secret}, {@code aiSkillAnalysis}; empty when none is.
     */
    default Optional<Type> type() {
        return Stream.<Optional<? extends Type>>of(
                        vulnerability(),
                        build(),
                        baseImage(),
                        pkg(),
                        deployable(),
                        discovery(),
                        attestationAuthority(),
                        intoto(),
                        sbom(),
                        spdxPackage(),
                        spdxFile(),
                        spdxRelationship(),
                        vulnerabilityAssessment(),
                        sbomReference(),
                        secret(),
                        aiSkillAnalysis())
                .<Type>flatMap(Optional::stream)
                .findFirst();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** What {@link Note#type()} can be. */
    sealed interface Type
            permits Vulnerability,
                    Build,
                    Basis,
                    Package,
                    Deployable,
                    Discovery,
                    Authority,
                    InToto,
                    DocumentNote,
                    PackageInfoNote,
                    FileNote,
                    RelationshipNote,
                    VulnerabilityAssessmentNote,
                    SBOMReferenceNote,
                    SecretNote,
                    AISkillAnalysisNote {}

    /** Builds a {@link Note}. */
    final class Builder extends ImmutableNote.Builder {
        Builder() {}

        /** Sets {@link Note#kind()} to a known constant. */
        public Builder kind(NoteKind kind) {
            return kind(OpenEnum.of(kind));
        }

        /**
         * The message.
         *
         * @throws IllegalStateException when more than one part of {@code type} is set
         */
        @Override
        public Note build() {
            Note message = super.build();
            OneOf.named("Note", "type")
                    .part("vulnerability", message.vulnerability())
                    .part("build", message.build())
                    .part("baseImage", message.baseImage())
                    .part("package", message.pkg())
                    .part("deployable", message.deployable())
                    .part("discovery", message.discovery())
                    .part("attestationAuthority", message.attestationAuthority())
                    .part("intoto", message.intoto())
                    .part("sbom", message.sbom())
                    .part("spdxPackage", message.spdxPackage())
                    .part("spdxFile", message.spdxFile())
                    .part("spdxRelationship", message.spdxRelationship())
                    .part("vulnerabilityAssessment", message.vulnerabilityAssessment())
                    .part("sbomReference", message.sbomReference())
                    .part("secret", message.secret())
                    .part("aiSkillAnalysis", message.aiSkillAnalysis())
                    .check();
            return message;
        }
    }
}
