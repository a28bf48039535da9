package dev.supplychain.dsse.cosign;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.cosign.Bundle;
import dev.supplychain.model.cosign.SimpleSigningPayload;
import dev.supplychain.model.cosign.SimpleSigningPayload.Dialect;
import dev.supplychain.model.oci.ImageReference;

/** Whatever arrives as a bundle, signature or payload: nothing is trusted, and nothing but our errors leaves. */
class BundleFuzzTest {
    private static final CosignVerifier VERIFIER = CosignVerifier.of(TestKeys.EDITH.toTrustedKey());
    private static final ImageReference IMAGE =
            ImageReference.parse("example.com/app").withDigest(Digest.sha256(new byte[0]));

    @FuzzTest(maxDuration = "60s")
    void a_bundle_survives_or_is_refused(byte[] json) {
        try {
            Bundle bundle = Bundle.parse(json);
            if (!Bundle.parse(bundle.toJson()).equals(bundle)) {
                throw new AssertionError("another bundle after writing");
            }
        } catch (MalformedDataException expected) {
            // What most inputs are.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void no_attestation_is_trusted_that_nobody_signed(byte[] file) {
        try {
            VERIFIER.verifyAttestation(file, TestKeys.PROVENANCE, TestKeys.APP);
            throw new AssertionError("trusted without a signature");
        } catch (VerificationException expected) {
            // The only answer.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void no_file_is_trusted_that_nobody_signed(byte[] signature) {
        try {
            VERIFIER.verifyBlob(new byte[1], BlobSignature.parse(signature));
            throw new AssertionError("trusted without a signature");
        } catch (VerificationException | MalformedDataException expected) {
            // The only answers.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void a_payload_is_about_an_image_or_refused(byte[] payload) {
        try {
            VERIFIER.verifyImage(IMAGE, Bytes.of(payload), Bytes.of(new byte[64]));
            throw new AssertionError("trusted without a signature");
        } catch (VerificationException expected) {
            // The only answer.
        }
        try {
            SimpleSigningPayload strict = SimpleSigningPayload.parse(Dialect.COSIGN, payload);
            // Who is strict never sees another image than who is not.
            if (!SimpleSigningPayload.parseCosignCompat(payload).digest().equals(strict.digest())) {
                throw new AssertionError("two images in one payload");
            }
        } catch (MalformedDataException expected) {
            // What most inputs are.
        }
    }
}
