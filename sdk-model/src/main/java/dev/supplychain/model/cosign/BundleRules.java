package dev.supplychain.model.cosign;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.dsse.Envelope;
import java.util.List;

/** What the bundle format asks for beyond the types of its members. */
final class BundleRules {
    private BundleRules() {}

    static void check(Bundle bundle) {
        if (bundle.messageSignature().isEmpty() && bundle.dsseEnvelope().isEmpty()) {
            throw new IllegalStateException("Bundle.content needs one of messageSignature and dsseEnvelope");
        }
        boolean hasChain = bundle.verificationMaterial().x509CertificateChain().isPresent();
        if (bundle.version() == Bundle.Version.V0_3 && hasChain) {
            throw new IllegalArgumentException("a bundle of version 0.3 has one certificate, not x509CertificateChain");
        }
        int signatures =
                bundle.dsseEnvelope().map(Envelope::signatures).map(List::size).orElse(1);
        if (signatures != 1) {
            throw new IllegalArgumentException("the envelope of a bundle has exactly one signature, not " + signatures);
        }
    }

    /** The mapper takes base64 as services write it; what a signature is about must be written in one way only. */
    static void requireBase64(Bundle bundle) {
        bundle.dsseEnvelope().ifPresent(envelope -> {
            requireBase64("/dsseEnvelope/payload", envelope.payload());
            requireBase64(
                    "/dsseEnvelope/signatures/0/sig",
                    envelope.signatures().get(0).sig());
        });
        bundle.messageSignature().ifPresent(message -> {
            requireBase64("/messageSignature/signature", message.signature());
            message.messageDigest()
                    .flatMap(HashOutput::digest)
                    .ifPresent(digest -> requireBase64("/messageSignature/messageDigest/digest", digest));
        });
        VerificationMaterial material = bundle.verificationMaterial();
        material.certificate()
                .flatMap(X509Certificate::rawBytes)
                .ifPresent(der -> requireBase64("/verificationMaterial/certificate/rawBytes", der));
        material.x509CertificateChain()
                .map(X509CertificateChain::certificates)
                .orElse(List.of())
                .forEach(certificate -> certificate
                        .rawBytes()
                        .ifPresent(der -> requireBase64("/verificationMaterial/x509CertificateChain", der)));
    }

    private static void requireBase64(String place, Bytes bytes) {
        try {
            Bytes.parseBase64(bytes.base64());
        } catch (MalformedDataException e) {
            throw e.within("Bundle", place);
        }
    }
}
