package dev.supplychain.clients.oci;

import dev.supplychain.clients.oci.Referrers.Referrer;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.cosign.CosignAnnotations;
import dev.supplychain.model.cosign.CosignAttestation;
import dev.supplychain.model.cosign.CosignSignature;
import dev.supplychain.model.cosign.Resigning;
import dev.supplychain.model.cosign.SimpleSigningPayload;
import dev.supplychain.model.oci.Descriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What cosign keeps for a subject under the tags {@code .sig} and {@code .att}, and in referrers of the same shape. */
final class CosignTags {
    /** What cosign says of signatures that it stores as referrers, in its mode for OCI 1.1. */
    private static final String SIGNATURE_ARTIFACT = "application/vnd.dev.cosign.artifact.sig.v1+json";

    private static final String ATTESTATION_ARTIFACT = "application/vnd.dev.cosign.artifact.att.v1+json";

    private final Repository repository;
    private final Digest subject;

    CosignTags(Repository repository, Digest subject) {
        this.repository = repository;
        this.subject = subject;
    }

    List<CosignSignature> signatures() {
        return layers(CosignSignature.tag(subject), SIGNATURE_ARTIFACT, SimpleSigningPayload.MEDIA_TYPE).stream()
                .map(layer -> repository.parse(
                        "GET",
                        CosignSignature.tag(subject),
                        () -> new CosignSignature(layer.descriptor(), layer.content())))
                .toList();
    }

    List<CosignAttestation> attestations() {
        return layers(CosignAttestation.tag(subject), ATTESTATION_ARTIFACT, CosignAttestation.MEDIA_TYPE).stream()
                .map(layer -> repository.parse(
                        "GET",
                        CosignAttestation.tag(subject),
                        () -> new CosignAttestation(layer.descriptor(), layer.content())))
                .toList();
    }

    /**
     * A layer with its content.
     *
     * @param descriptor with the annotations
     * @param content the bytes
     */
    private record Layer(Descriptor descriptor, Bytes content) {}

    /** Those under the tag first, then those of referrers, each once. */
    private List<Layer> layers(String tag, String artifactType, String mediaType) {
        List<Descriptor> found = new ArrayList<>(tagged(tag).entries());
        for (Referrer referrer : new Referrers(repository, subject).manifests(artifactType::equals)) {
            found.addAll(referrer.manifest().layers());
        }
        Map<Digest, Bytes> contents = new LinkedHashMap<>();
        return found.stream()
                .distinct()
                .filter(layer -> layer.mediaType().equals(mediaType))
                // Signatures by several keys are over the same bytes.
                .map(layer -> new Layer(layer, contents.computeIfAbsent(layer.digest(), digest -> read(layer))))
                .toList();
    }

    private Bytes read(Descriptor layer) {
        return Bytes.of(repository.blobs().read(layer));
    }

    private SharedTag tagged(String tag) {
        return new SharedTag(repository, tag, new LayerList(repository));
    }

    void addSignatures(List<CosignSignature> signatures, Resigning resigning) {
        signatures.forEach(signature ->
                repository.blobs().push(BlobSource.of(signature.payload().toByteArray())));
        add(
                CosignSignature.tag(subject),
                signatures.stream().map(CosignSignature::layer).toList(),
                layer -> resigning == Resigning.REPLACE);
    }

    void addAttestations(List<CosignAttestation> attestations, Resigning resigning) {
        attestations.forEach(attestation ->
                repository.blobs().push(BlobSource.of(attestation.content().toByteArray())));
        List<Optional<String>> types =
                attestations.stream().map(CosignAttestation::predicateType).toList();
        add(
                CosignAttestation.tag(subject),
                attestations.stream().map(CosignAttestation::layer).toList(),
                layer -> resigning == Resigning.REPLACE && types.contains(predicateType(layer)));
    }

    private static Optional<String> predicateType(Descriptor layer) {
        return Optional.ofNullable(layer.annotations().get(CosignAnnotations.PREDICATE_TYPE))
                .filter(type -> !type.isEmpty());
    }

    /** What is replaced is what was there at the beginning: what others add meanwhile stays. */
    private void add(String tag, List<Descriptor> layers, Predicate<Descriptor> replaced) {
        if (layers.isEmpty()) {
            return;
        }
        SharedTag list = tagged(tag);
        List<Descriptor> gone = list.entries().stream()
                .filter(replaced)
                .filter(layer -> !layers.contains(layer))
                .toList();
        list.change(now -> {
            List<Descriptor> next = new ArrayList<>(now);
            next.removeAll(gone);
            layers.stream().filter(layer -> !next.contains(layer)).forEach(next::add);
            return next;
        });
    }
}
