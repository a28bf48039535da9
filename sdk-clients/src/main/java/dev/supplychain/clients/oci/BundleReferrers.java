package dev.supplychain.clients.oci;

import dev.supplychain.clients.oci.Referrers.Referrer;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.cosign.Bundle;
import dev.supplychain.model.cosign.CosignAnnotations;
import dev.supplychain.model.cosign.Resigning;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.PredicateTypes;
import dev.supplychain.model.oci.Descriptor;
import dev.supplychain.model.oci.Manifest;
import dev.supplychain.model.oci.MediaTypes;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The Sigstore bundles of a subject, each in a manifest that refers to it. */
final class BundleReferrers {
    private static final String BUNDLE_TYPES = "application/vnd.dev.sigstore.bundle";
    private static final String CREATED = "org.opencontainers.image.created";

    private final Repository repository;
    private final Referrers referrers;

    BundleReferrers(Repository repository, Digest subject) {
        this.repository = repository;
        this.referrers = new Referrers(repository, subject);
    }

    /** A bundle and the manifest that has it. */
    private record Held(Referrer referrer, Bundle bundle) {}

    List<Bundle> list() {
        return held().stream().map(Held::bundle).toList();
    }

    /** In the order of their dates, as far as they have some: registries list them in any order. */
    private List<Held> held() {
        List<Held> held = new ArrayList<>();
        for (Referrer referrer : referrers.manifests(type -> type.startsWith(BUNDLE_TYPES))) {
            referrer.manifest().layers().stream()
                    .filter(layer -> layer.mediaType().startsWith(BUNDLE_TYPES))
                    .forEach(layer -> held.add(new Held(referrer, read(layer))));
        }
        held.sort(Comparator.comparing(each -> created(each.referrer())));
        return held;
    }

    private Bundle read(Descriptor layer) {
        byte[] json = repository.blobs().read(layer);
        return repository.parse("GET", layer.digest().toString(), () -> Bundle.parse(json));
    }

    private static Instant created(Referrer referrer) {
        try {
            return Instant.parse(referrer.manifest().annotations().getOrDefault(CREATED, ""));
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    /**
     * Stores a bundle.
     *
     * @param subject points at what it is about
     */
    void add(Bundle bundle, Descriptor subject, Resigning resigning) {
        // What is replaced must have been there before; an attestation replaces nothing.
        List<Referrer> replaced = resigning == Resigning.APPEND || !isSignature(bundle)
                ? List.of()
                : held().stream()
                        .filter(held -> isSignature(held.bundle()))
                        .map(Held::referrer)
                        .toList();
        byte[] json = bundle.toJson();
        Descriptor empty = Descriptor.empty();
        repository.blobs().push(BlobSource.of(json));
        repository.blobs().push(BlobSource.of(empty.data().orElseThrow().toByteArray()));
        Manifest.Builder manifest = Manifest.builder()
                .mediaType(MediaTypes.IMAGE_MANIFEST)
                .artifactType(bundle.mediaType())
                .config(empty)
                .addLayers(Descriptor.of(bundle.mediaType(), json))
                .subject(subject)
                .putAnnotations(CREATED, now())
                .putAnnotations(
                        CosignAnnotations.BUNDLE_CONTENT,
                        bundle.dsseEnvelope().isPresent() ? "dsse-envelope" : "message-signature");
        bundle.dsseEnvelope()
                .flatMap(BundleReferrers::predicateType)
                .ifPresent(type -> manifest.putAnnotations(CosignAnnotations.BUNDLE_PREDICATE_TYPE, type));
        referrers.add(manifest.build(), replaced);
    }

    private String now() {
        return repository
                .registry()
                .options()
                .clock()
                .instant()
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
    }

    /** A signature over the subject itself, and not a statement that says something about it. */
    private static boolean isSignature(Bundle bundle) {
        return bundle.dsseEnvelope()
                .map(envelope -> predicateType(envelope)
                        .filter(PredicateTypes.COSIGN_SIGN_V1::equals)
                        .isPresent())
                .orElse(true);
    }

    private static Optional<String> predicateType(Envelope envelope) {
        Bytes payload = envelope.payload();
        try {
            return Optional.of(InTotoStatement.parse(payload.toByteArray()).predicateType());
        } catch (MalformedDataException e) {
            // Whatever it is, it is no statement.
            return Optional.empty();
        }
    }
}
