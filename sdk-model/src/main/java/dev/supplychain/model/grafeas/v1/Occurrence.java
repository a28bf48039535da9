package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.NoteName;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.internal.OneOf;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * An instance of a note on a particular resource: a vulnerability found, a build recorded, an attestation made.
 * Exactly one of the kind-specific parts is set; that part, the resource and the note cannot be changed later.
 *
 * <p>Proto: {@code grafeas.v1.Occurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = Occurrence.Builder.class)
@JsonPropertyOrder({
    "name",
    "resourceUri",
    "noteName",
    "kind",
    "remediation",
    "createTime",
    "updateTime",
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
    "envelope",
    "sbomReference",
    "secret",
    "advisoryPublishTime",
    "aiSkillAnalysis"
})
public interface Occurrence extends Message {
    /** Name of the occurrence, as {@code projects/PROJECT/occurrences/OCCURRENCE}. Set by the service, never sent. */
    Optional<String> name();

    /**
     * URI of the resource, usually a container image by digest; it may be written with or without {@code https://}.
     * Filters call it {@code resourceUrl}.
     */
    Optional<String> resourceUri();

    /** Name of the note, as {@code projects/PROVIDER/notes/NOTE}; can be used in list filters. */
    Optional<String> noteName();

    /** Which of the kind-specific parts is set; can be used in list filters. Set by the service, never sent. */
    @Value.Default
    default OpenEnum<NoteKind> kind() {
        return OpenEnum.of(NoteKind.NOTE_KIND_UNSPECIFIED);
    }

    /** What can be done about the finding. */
    Optional<String> remediation();

    /** When the occurrence was created. Set by the service, never sent. */
    Optional<Timestamp> createTime();

    /** When the occurrence was last changed. Set by the service, never sent. */
    Optional<Timestamp> updateTime();

    /** The resource has a vulnerability. */
    Optional<VulnerabilityOccurrence> vulnerability();

    /** The resource was built in this way. */
    Optional<BuildOccurrence> build();

    /** The resource derives from a base image. */
    Optional<ImageOccurrence> image();

    /** The resource contains a package. */
    @JsonProperty("package")
    Optional<PackageOccurrence> pkg();

    /** The resource was deployed. */
    Optional<DeploymentOccurrence> deployment();

    /** The resource is or was being analysed. */
    Optional<DiscoveryOccurrence> discovery();

    /** The resource is attested by an authority. */
    Optional<AttestationOccurrence> attestation();

    /** The resource could install an upgrade. */
    Optional<UpgradeOccurrence> upgrade();

    /** The resource fails a compliance check. */
    Optional<ComplianceOccurrence> compliance();

    /** The resource is attested by a DSSE envelope within the details. */
    Optional<DSSEAttestationOccurrence> dsseAttestation();

    /**
     * The signed form of the content as a DSSE envelope; absent when the occurrence is not signed. After verification
     * its payload outranks any decoded copy in the details.
     */
    Optional<Envelope> envelope();

    /** The resource has an SBOM. */
    Optional<SBOMReferenceOccurrence> sbomReference();

    /** The resource contains a leaked secret. */
    Optional<SecretOccurrence> secret();

    /** When the source published the advisory; absent when unknown. */
    Optional<Timestamp> advisoryPublishTime();

    /** The resource is an AI skill that was analysed. */
    Optional<AISkillAnalysisOccurrence> aiSkillAnalysis();

    /**
     * The one part that is set, of {@code vulnerability}, {@code build}, {@code image}, {@code pkg}, {@code
     * deployment}, {@code discovery}, {@code attestation}, {@code upgrade}, {@code compliance}, {@code
     * dsseAttestation}, {@code sbomReference}, {@code secret}, {@code aiSkillAnalysis}; empty when none is.
     */
    default Optional<Details> details() {
        return Stream.<Optional<? extends Details>>of(
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
                        sbomReference(),
                        secret(),
                        aiSkillAnalysis())
                .<Details>flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * An attestation to be created: an envelope about a resource, under an attestation note.
     *
     * @param resourceUri what it is about, such as {@code https://host/image@sha256:…}
     * @param noteName the note, {@code projects/PROJECT/notes/NOTE}
     * @param envelope what was signed
     */
    static Occurrence attestation(String resourceUri, String noteName, dev.supplychain.model.dsse.Envelope envelope) {
        return builder()
                .resourceUri(resourceUri)
                .noteName(noteName)
                .attestation(AttestationOccurrence.of(envelope))
                .envelope(Envelope.of(envelope))
                .build();
    }

    /**
     * An attestation to be created: an envelope about a resource, under an attestation note.
     *
     * @param resourceUri what it is about, such as {@code https://host/image@sha256:…}
     * @param note the note, which must be there
     * @param envelope what was signed
     */
    static Occurrence attestation(String resourceUri, NoteName note, dev.supplychain.model.dsse.Envelope envelope) {
        return attestation(resourceUri, note.toString(), envelope);
    }

    /**
     * Where the readable provenance of a build says something else than the payload of the {@link #envelope()}; empty
     * when they agree. That says nothing about the signatures: verify the envelope, and show people what it holds.
     *
     * @throws MalformedDataException when there is no envelope, its payload is not an in-toto statement, or there is no
     *     readable statement beside it
     */
    default List<StatementDifference> statementDifferences() {
        return StatementComparison.of(this);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** What {@link Occurrence#details()} can be. */
    sealed interface Details
            permits VulnerabilityOccurrence,
                    BuildOccurrence,
                    ImageOccurrence,
                    PackageOccurrence,
                    DeploymentOccurrence,
                    DiscoveryOccurrence,
                    AttestationOccurrence,
                    UpgradeOccurrence,
                    ComplianceOccurrence,
                    DSSEAttestationOccurrence,
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
                    .part("image", message.image())
                    .part("package", message.pkg())
                    .part("deployment", message.deployment())
                    .part("discovery", message.discovery())
                    .part("attestation", message.attestation())
                    .part("upgrade", message.upgrade())
                    .part("compliance", message.compliance())
                    .part("dsseAttestation", message.dsseAttestation())
                    .part("sbomReference", message.sbomReference())
                    .part("secret", message.secret())
                    .part("aiSkillAnalysis", message.aiSkillAnalysis())
                    .check();
            return message;
        }
    }
}
