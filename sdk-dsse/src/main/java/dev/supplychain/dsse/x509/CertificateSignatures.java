package dev.supplychain.dsse.x509;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Engine;
import dev.supplychain.dsse.internal.KeyVerifier;
import dev.supplychain.dsse.internal.PssParameters;
import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The algorithms that certificates may be signed with, by their AlgorithmIdentifiers in DER. Signatures are verified with
 * the same checks, and by the same engines, as everywhere here.
 */
final class CertificateSignatures {
    /** How a kind of key signs; the identifier names the hash and leaves the curve to the key. */
    private record Way(SignatureAlgorithm algorithm, Set<LegacyScheme> schemes) {
        Way(SignatureAlgorithm algorithm) {
            this(algorithm, Set.of());
        }
    }

    private static final Map<String, List<Way>> WAYS = Map.of(
            "300a06082a8648ce3d040302",
            List.of(
                    new Way(SignatureAlgorithm.ECDSA_P256_SHA256),
                    // OpenSSL signs with SHA-256 on every curve unless told otherwise.
                    new Way(SignatureAlgorithm.ECDSA_P384_SHA384, Set.of(LegacyScheme.ECDSA_SHA256)),
                    new Way(SignatureAlgorithm.ECDSA_P521_SHA512, Set.of(LegacyScheme.ECDSA_SHA256))),
            "300a06082a8648ce3d040303",
            List.of(new Way(SignatureAlgorithm.ECDSA_P384_SHA384)),
            "300a06082a8648ce3d040304",
            List.of(new Way(SignatureAlgorithm.ECDSA_P521_SHA512)),
            "300506032b6570",
            List.of(new Way(SignatureAlgorithm.ED25519)),
            "300d06092a864886f70d01010b0500",
            List.of(new Way(SignatureAlgorithm.RSA_PKCS1_SHA256)),
            "300d06092a864886f70d01010c0500",
            List.of(new Way(SignatureAlgorithm.RSA_PKCS1_SHA384)),
            "300d06092a864886f70d01010d0500",
            List.of(new Way(SignatureAlgorithm.RSA_PKCS1_SHA512)));

    private CertificateSignatures() {}

    /** Why this certificate is not signed with that key; absent when it is. */
    static Optional<String> problemOf(StrictCertificate certificate, CheckedPublicKey issuer, Engine engine) {
        List<Way> ways = ways(certificate.signatureAlgorithm());
        if (ways.isEmpty()) {
            return Optional.of("it is signed with " + certificate.certificate().getSigAlgName()
                    + ", which is not allowed; allowed are ECDSA, RSA and RSA-PSS with SHA-256, SHA-384 or SHA-512, and"
                    + " Ed25519");
        }
        for (Way way : ways) {
            if (issuer.algorithms().contains(way.algorithm())) {
                return problemOf(certificate, new KeyVerifier(way.algorithm(), issuer, way.schemes(), engine));
            }
        }
        return Optional.of("it is signed with " + certificate.certificate().getSigAlgName()
                + ", which is not how its issuer's key signs: " + issuer.algorithms());
    }

    private static List<Way> ways(byte[] identifier) {
        if (!PssParameters.belongTo(identifier)) {
            return WAYS.getOrDefault(HexFormat.of().formatHex(identifier), List.of());
        }
        try {
            List<SignatureAlgorithm> algorithms = PssParameters.algorithms(identifier);
            // Without parameters a key may use any hash; of a signature nobody knows which.
            return algorithms.size() == 1 ? List.of(new Way(algorithms.get(0))) : List.of();
        } catch (KeyException e) {
            return List.of();
        }
    }

    private static Optional<String> problemOf(StrictCertificate certificate, KeyVerifier verifier) {
        try {
            return verifier.problemOf(Signable.of(certificate.signed()), certificate.signature())
                    .map(problem -> "the signature is not the issuer's: " + problem);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory are readable", e);
        }
    }
}
