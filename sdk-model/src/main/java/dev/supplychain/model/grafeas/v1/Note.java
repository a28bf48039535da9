package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.internal.OneOf;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A description of something that can be found on resources, such as a vulnerability or an attestation authority.
 * Occurrences refer to it, often from other projects; exactly one of the type-specific parts is set.
 *
 * <p>Proto: {@code grafeas.v1.Note}.
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
    "image",
    "package",
    "deployment",
    "discovery",
    "attestation",
    "upgrade",
    "compliance",
    "dsseAttestation",
    "vulnerabilityAssessment",
    "sbomReference",
    "secret",
    "aiSkillAnalysis"
})
public interface Note extends Message {
    /** Name of the note, as {@code projects/PROVIDER/notes/NOTE}. Set by the service, never sent. */
    Optional<String> name();

    /** The note in one sentence. */
    Optional<String> shortDescription();

    /** The note in full. */
    Optional<String> longDescription();

    /** Which of the type-specific parts is set; can be used in list filters. Set by the service, never sent. */
    @Value.Default
    default OpenEnum<NoteKind> kind() {
        return OpenEnum.of(NoteKind.NOTE_KIND_UNSPECIFIED);
    }

    /** Links to further material. */
    List<RelatedUrl> relatedUrl();

    /** When the note expires; absent means never. */
    Optional<Timestamp> expirationTime();

    /** When the note was created; can be used in list filters. Set by the service, never sent. */
    Optional<Timestamp> createTime();

    /** When the note was last changed; can be used in list filters. Set by the service, never sent. */
    Optional<Timestamp> updateTime();

    /** Names of other notes that belong to the same subject. */
    List<String> relatedNoteNames();

    /** The note describes a vulnerability. */
    Optional<VulnerabilityNote> vulnerability();

    /** The note describes a builder. */
    Optional<BuildNote> build();

    /** The note describes a base image. */
    Optional<ImageNote> image();

    /** The note describes a package. */
    @JsonProperty("package")
    Optional<PackageNote> pkg();

    /** The note describes a deployable artifact. */
    Optional<DeploymentNote> deployment();

    /** The note describes a kind of analysis. */
    Optional<DiscoveryNote> discovery();

    /** The note describes an attestation authority. */
    Optional<AttestationNote> attestation();

    /** The note describes an upgrade of a package. */
    Optional<UpgradeNote> upgrade();

    /** The note describes a compliance check. */
    Optional<ComplianceNote> compliance();

    /** The note describes an attestation authority that uses DSSE. */
    Optional<DSSEAttestationNote> dsseAttestation();

    /** The note describes a publisher's assessment of a vulnerability (VEX). */
    Optional<VulnerabilityAssessmentNote> vulnerabilityAssessment();

    /** The note describes a kind of SBOM. */
    Optional<SBOMReferenceNote> sbomReference();

    /** The note stands for leaked secrets. */
    Optional<SecretNote> secret();

    /** The note stands for analyses of AI skills. */
    Optional<AISkillAnalysisNote> aiSkillAnalysis();

    /**
     * The one part that is set, of {@code vulnerability}, {@code build}, {@code image}, {@code pkg}, {@code
     * deployment}, {@code discovery}, {@code attestation}, {@code upgrade}, {@code compliance}, {@code
     * dsseAttestation}, {@code vulnerabilityAssessment}, {@code sbomReference}, {@code secret}, {@code
     * aiSkillAnalysis}; empty when none is.
     */
    default Optional<Type> type() {
        return Stream.<Optional<? extends Type>>of(
                        vulnerability(),
                        build(),
                        image(),
                        pkg(),
                        deployment(),
                        discovery(),
                        attestation(),
                        upgrade(),
                        compliance(),
                        dsseAttestation(),
                        vulnerabilityAssessment(),
                        sbomReference(),
                        secret(),
                        aiSkillAnalysis())
                .<Type>flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * A note for attestations to hang on.
     *
     * @param humanReadableName who attests, for people, such as {@code release pipeline}; a service requires it
     */
    static Note attestation(String humanReadableName) {
        return builder()
                .attestation(AttestationNote.builder()
                        .hint(AttestationNote.Hint.builder()
                                .humanReadableName(humanReadableName)
                                .build())
                        .build())
                .build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** What {@link Note#type()} can be. */
    sealed interface Type
            permits VulnerabilityNote,
                    BuildNote,
                    ImageNote,
                    PackageNote,
                    DeploymentNote,
                    DiscoveryNote,
                    AttestationNote,
                    UpgradeNote,
                    ComplianceNote,
                    DSSEAttestationNote,
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
                    .part("image", message.image())
                    .part("package", message.pkg())
                    .part("deployment", message.deployment())
                    .part("discovery", message.discovery())
                    .part("attestation", message.attestation())
                    .part("upgrade", message.upgrade())
                    .part("compliance", message.compliance())
                    .part("dsseAttestation", message.dsseAttestation())
                    .part("vulnerabilityAssessment", message.vulnerabilityAssessment())
                    .part("sbomReference", message.sbomReference())
                    .part("secret", message.secret())
                    .part("aiSkillAnalysis", message.aiSkillAnalysis())
                    .check();
            return message;
        }
    }
}
