package dev.supplychain.policy;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.model.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which attestations of a scan are judged, and what becomes of the others. */
final class Admission {
    private final Optional<Digest> artifact;
    private final List<Evidence> admitted = new ArrayList<>();
    private final List<Evidence> elsewhere = new ArrayList<>();
    private final List<Evidence> duplicates = new ArrayList<>();
    private final List<RejectedEvidence> rejected = new ArrayList<>();

    private Admission(Optional<Digest> artifact) {
        this.artifact = artifact;
    }

    static Admission of(
            EvidenceSet evidence, Optional<Digest> artifact, List<SignerBinding> bindings, boolean deduplicates) {
        Admission admission = new Admission(artifact);
        admission.rejected.addAll(evidence.rejected());
        Cosigners cosigners = new Cosigners(evidence.accepted());
        Set<Object> seen = new HashSet<>();
        for (Evidence attestation : evidence.accepted()) {
            if (deduplicates && !seen.add(identityOf(attestation))) {
                admission.duplicates.add(attestation);
            } else {
                admission.admit(attestation, bindings, cosigners);
            }
        }
        return admission;
    }

    private void admit(Evidence attestation, List<SignerBinding> bindings, Cosigners cosigners) {
        String type = attestation.statement().predicateType();
        for (SignerBinding binding : bindings) {
            if (binding.binds(type) && !binding.isMetBy(cosigners.of(attestation))) {
                rejected.add(new RejectedEvidence(
                        attestation.attestationUri(),
                        Optional.of(type),
                        Reason.UNTRUSTED_SIGNER,
                        "signed by " + attestation.statement().signers() + ", but signer binding \"" + binding.name()
                                + "\" wants " + binding.threshold() + " of " + new TreeSet<>(binding.signers())));
                return;
            }
        }
        boolean about = artifact.isEmpty() || attestation.statement().isAbout(artifact.get());
        (about ? admitted : elsewhere).add(attestation);
    }

    /** Content and verified keys: what makes two attestations the same. */
    private static Object identityOf(Evidence attestation) {
        Set<String> keys = new HashSet<>();
        attestation.statement().signers().forEach(key -> keys.add(key.keyId()));
        return List.of(attestation.digest(), attestation.statement().envelope().payloadType(), keys);
    }

    List<Evidence> admitted() {
        return admitted;
    }

    List<Evidence> elsewhere() {
        return elsewhere;
    }

    List<Evidence> duplicates() {
        return List.copyOf(duplicates);
    }

    List<RejectedEvidence> rejected() {
        return List.copyOf(rejected);
    }

    /** Those that policies were applied to, and those about other artifacts. */
    List<Evidence> evidence() {
        List<Evidence> all = new ArrayList<>(admitted);
        all.addAll(elsewhere);
        return List.copyOf(all);
    }

    EvaluationContext context(Instant now, Set<PredicateSource> sources) {
        return new EvaluationContext(now, sources, rejected, elsewhere);
    }

    Finding notAbout(Evidence attestation) {
        String wanted = artifact.map(Digest::toString).orElse("the artifact");
        Finding finding = Finding.notApplicable("Attestation is not about '" + wanted + "'.");
        return finding.withReason(Reason.SUBJECT_MISMATCH).about(attestation);
    }

    /** Who signed the same content, in whichever envelope. */
    private static final class Cosigners {
        private final List<Evidence> all;
        private final Map<Digest, Set<AcceptedKey>> byContent = new HashMap<>();

        Cosigners(List<Evidence> all) {
            this.all = all;
        }

        Set<AcceptedKey> of(Evidence attestation) {
            if (byContent.isEmpty()) {
                all.forEach(each -> byContent
                        .computeIfAbsent(each.digest(), content -> new LinkedHashSet<>())
                        .addAll(each.statement().signers()));
            }
            return byContent.getOrDefault(attestation.digest(), Set.of());
        }
    }
}
