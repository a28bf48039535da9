package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.grafeas.v1beta1.aiskillanalysis.AISkillAnalysisOccurrence;
import dev.supplychain.model.grafeas.v1beta1.sbomreference.SBOMReferenceOccurrence;
import dev.supplychain.model.grafeas.v1beta1.secret.SecretOccurrence;
import dev.supplychain.model.grafeas.v1beta1.spdx.DocumentOccurrence;
import dev.supplychain.model.grafeas.v1beta1.spdx.FileOccurrence;
import dev.supplychain.model.grafeas.v1beta1.spdx.PackageInfoOccurrence;
import dev.supplychain.model.grafeas.v1beta1.spdx.RelationshipOccurrence;
import dev.supplychain.model.grafeas.v1beta1.vulnerability.Details;
import dev.supplychain.model.internal.OneOf;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * Finding about one resource: a vulnerability, an attestation, a build, a deployment and so on, depending on the
 * details field that is set. At most one details field may be present.
 *
 * <p>Proto: {@code grafeas.v1beta1.Occurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = Occurrence.Builder.class)
@JsonPropertyOrder({
    "name",
    "resource",
    "noteName",
    "kind",
    "remediation",
    "createTime",
    "updateTime",
    "vulnerability",
    "build",
    "derivedImage",
    "installation",
    "deployment",
    "discovered",
    "attestation",
    "intoto",
    "sbom",
    "spdxPackage",
    "spdxFile",
    "spdxRelationship",
    "envelope",
    "sbomReference",
    "secret",
    "aiSkillAnalysis"
})
public interface Occurrence extends Message {
    /**
     * Resource name, {@code projects/[PROJECT_ID]/occurrences/[OCCURRENCE_ID]}. Assigned by the service and ignored on
     * writes.
     */
    Optional<String> name();

    /**
     * Required, fixed after creation. The artifact that the finding is about. Filters address its URI as {@code
     * resourceUrl}.
     */
    Optional<Resource> resource();

    /**
     * Required, fixed after creation. Note that the finding instantiates, as {@code
     * projects/[PROVIDER_ID]/notes/[NOTE_ID]}.
     */
    Optional<String> noteName();

    /**
     * Which details field is populated; usable in list filters. Computed by Google; open-source servers store what was
     * sent, so it may be absent or disagree.
     */
    @Value.Default
    default OpenEnum<NoteKind> kind() {
        return OpenEnum.of(NoteKind.NOTE_KIND_UNSPECIFIED);
    }

    /** What can be done about the finding, free text. */
    Optional<String> remediation();

    /** When the service stored the occurrence. Set by the service only. */
    Optional<Timestamp> createTime();

    /** When the occurrence last changed. Set by the service only. */
    Optional<Timestamp> updateTime();

    /** Set for kind {@code VULNERABILITY}: affected packages and severity. */
    Optional<Details> vulnerability();

    /** Set for kind {@code BUILD}: provenance of the artifact. */
    Optional<dev.supplychain.model.grafeas.v1beta1.build.Details> build();

    /** Set for kind {@code IMAGE}: how the image builds on the base image of the note. */
    Optional<dev.supplychain.model.grafeas.v1beta1.image.Details> derivedImage();

    /** Set for kind {@code PACKAGE}: where the package of the note is installed. */
    Optional<dev.supplychain.model.grafeas.v1beta1.pkg.Details> installation();

    /** Set for kind {@code DEPLOYMENT}: where and when the artifact ran. */
    Optional<dev.supplychain.model.grafeas.v1beta1.deployment.Details> deployment();

    /** Set for kind {@code DISCOVERY}: how far the analysis of the resource has come. */
    Optional<dev.supplychain.model.grafeas.v1beta1.discovery.Details> discovered();

    /** Set for kind {@code ATTESTATION}: signed statement about the artifact. */
    Optional<dev.supplychain.model.grafeas.v1beta1.attestation.Details> attestation();

    /** Set for kind {@code INTOTO}: signed in-toto link of a build step. */
    Optional<dev.supplychain.model.grafeas.v1beta1.intoto.Details> intoto();

    /** Set for kind {@code SBOM}: header of an SPDX document. */
    Optional<DocumentOccurrence> sbom();

    /** Set for kind {@code SPDX_PACKAGE}: package entry of an SPDX document. */
    Optional<PackageInfoOccurrence> spdxPackage();

    /** Set for kind {@code SPDX_FILE}: file entry of an SPDX document. */
    Optional<FileOccurrence> spdxFile();

    /** Set for kind {@code SPDX_RELATIONSHIP}: link between two SPDX elements. */
    Optional<RelationshipOccurrence> spdxRelationship();

    /**
     * DSSE envelope that signs the finding; absent when unsigned. It stands beside the details field and its payload
     * is the authoritative text.
     */
    Optional<Envelope> envelope();

    /** Set for kind {@code SBOM_REFERENCE}: signed pointer to an SBOM. */
    Optional<SBOMReferenceOccurrence> sbomReference();

    /** Set for kind {@code SECRET}: leaked credential found in the artifact. */
    Optional<SecretOccurrence> secret();

    /** Set for kind {@code AI_SKILL_ANALYSIS}: scan result of an AI skill. */
    Optional<AISkillAnalysisOccurrence> aiSkillAnalysis();

    /**
     * The one part that is set, of {@code vulnerability}, {@code build}, {@code derivedImage}, {@code installation},
     * {@code deployment}, {@code discovered}, {@code attestation}, {@code intoto}, {@code sbom}, {@code spdxPackage},
     * {@code spdxFile}, {@code spdxRelationship}, {@code sbomReference}, {@code secret}, {@code aiSkillAnalysis};
     * empty when none is.
     */
    default Optional<KindDetails> details() {
        return Stream.<Optional<? extends KindDetails>>of(
                        vulnerability(),
                        build(),
                        derivedImage(),
                        installation(),
                        deployment(),
                        discovered(),
                        attestation(),
                        intoto(),
                        sbom(),
                        spdxPackage(),
                        spdxFile(),
                        spdxRelationship(),
                        sbomReference(),
                        secret(),
                        aiSkillAnalysis())
                .<KindDetails>flatMap(Optional::stream)
                .findFirst();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** What {@link Occurrence#details()} can be. */
    sealed interface KindDetails
            permits Details,
                    dev.supplychain.model.grafeas.v1beta1.build.Details,
                    dev.supplychain.model.grafeas.v1beta1.image.Details,
                    dev.supplychain.model.grafeas.v1beta1.pkg.Details,
                    dev.supplychain.model.grafeas.v1beta1.deployment.Details,
                    dev.supplychain.model.grafeas.v1beta1.discovery.Details,
                    dev.supplychain.model.grafeas.v1beta1.attestation.Details,
                    dev.supplychain.model.grafeas.v1beta1.intoto.Details,
                    DocumentOccurrence,
                    PackageInfoOccurrence,
                    FileOccurrence,
                    RelationshipOccurrence,
                    SBOMReferenceOccurrence,
                    SecretOccurrence,
                    AISkillAnalysisOccurrence {}

    /** Builds an {@link Occurrence}. */
    final class Builder extends ImmutableOccurrence.Builder {
        Builder() {}

        /** Sets {@link Occurrence#kind()} to a known constant. */
        public Builder kind(NoteKind kind) {
            return kind(OpenEnum.of(kind));
        }

        /**
         * The message.
         *
         * @throws IllegalStateException when more than one part of {@code details} is set
         */
        @Override
        public Occurrence build() {
            Occurrence message = super.build();
            OneOf.named("Occurrence", "details")
                    .part("vulnerability", message.vulnerability())
                    .part("build", message.build())
                    .part("derivedImage", message.derivedImage())
                    .part("installation", message.installation())
                    .part("deployment", message.deployment())
                    .part("discovered", message.discovered())
                    .part("attestation", message.attestation())
                    .part("intoto", message.intoto())
                    .part("sbom", message.sbom())
                    .part("spdxPackage", message.spdxPackage())
                    .part("spdxFile", message.spdxFile())
                    .part("spdxRelationship", message.spdxRelationship())
                    .part("sbomReference", message.sbomReference())
                    .part("secret", message.secret())
                    .part("aiSkillAnalysis", message.aiSkillAnalysis())
                    .check();
            return message;
        }
    }
}
