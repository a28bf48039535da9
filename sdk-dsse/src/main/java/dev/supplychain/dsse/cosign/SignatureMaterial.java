package dev.supplychain.dsse.cosign;

import dev.supplychain.model.cosign.Bundle;
import dev.supplychain.model.cosign.CosignAnnotations;
import dev.supplychain.model.cosign.LegacyBundle;
import dev.supplychain.model.cosign.TimestampVerificationData;
import dev.supplychain.model.cosign.VerificationMaterial;
import dev.supplychain.model.oci.Descriptor;

/**
 * What came with a signature besides the signature, none of which decides the verdict.
 *
 * @param transparencyLog entries in a log such as Rekor
 * @param timestamps timestamps by an authority (RFC 3161)
 * @param certificate a certificate or, in cosign's older bundles, a public key; the keys that count come from the caller
 */
public record SignatureMaterial(MaterialStatus transparencyLog, MaterialStatus timestamps, MaterialStatus certificate) {
    static SignatureMaterial none() {
        return of(false, false, false);
    }

    static SignatureMaterial of(Descriptor layer) {
        return of(
                has(layer, CosignAnnotations.BUNDLE),
                has(layer, CosignAnnotations.RFC3161_TIMESTAMP),
                has(layer, CosignAnnotations.CERTIFICATE) || has(layer, CosignAnnotations.CHAIN));
    }

    private static boolean has(Descriptor layer, String annotation) {
        return !layer.annotations().getOrDefault(annotation, "").isEmpty();
    }

    static SignatureMaterial of(LegacyBundle bundle) {
        return of(bundle.rekorBundle().isPresent(), false, bundle.certificate().isPresent());
    }

    static SignatureMaterial of(Bundle bundle) {
        VerificationMaterial material = bundle.verificationMaterial();
        boolean stamped = material.timestampVerificationData()
                .map(TimestampVerificationData::rfc3161Timestamps)
                .filter(stamps -> !stamps.isEmpty())
                .isPresent();
        return of(
                !material.tlogEntries().isEmpty(), stamped, material.publicKey().isEmpty());
    }

    private static SignatureMaterial of(boolean log, boolean timestamps, boolean certificate) {
        return new SignatureMaterial(
                MaterialStatus.of(log), MaterialStatus.of(timestamps), MaterialStatus.of(certificate));
    }
}
