package dev.supplychain.model.endor;

import dev.supplychain.model.internal.Excerpt;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is suspicious in a resource although the service may take it: the vendor breaks these rules itself. */
final class CreateWarnings {
    private final List<String> warnings = new ArrayList<>();

    private CreateWarnings() {}

    static List<String> of(ArtifactSignature signature) {
        CreateWarnings found = new CreateWarnings();
        signature.meta().flatMap(Meta::name).ifPresent(found::checkName);
        signature.spec().ifPresent(spec -> {
            found.checkDigest(spec);
            found.checkCertificate(spec);
        });
        return List.copyOf(found.warnings);
    }

    private void checkName(String name) {
        int characters = name.codePointCount(0, name.length());
        if (characters > CreateRules.MAX_NAME_CHARACTERS) {
            warnings.add("meta.name " + Excerpt.quoted(name) + " has " + characters
                    + " characters, more than the documented limit of " + CreateRules.MAX_NAME_CHARACTERS);
        }
    }

    private void checkDigest(ArtifactSignatureSpec spec) {
        String name = spec.artifactName().orElse("");
        String digest = spec.artifactDigest().orElse("");
        String named = name.substring(name.lastIndexOf('@') + 1);
        if (name.contains("@") && named.contains(":") && !digest.isEmpty() && !named.equals(digest)) {
            warnings.add("spec.artifact_digest " + Excerpt.quoted(digest) + " is not the digest in spec.artifact_name "
                    + Excerpt.quoted(name));
        }
    }

    private void checkCertificate(ArtifactSignatureSpec spec) {
        spec.certificate().ifPresent(text -> {
            Optional<X509Certificate> certificate = SigningCertificate.read(text);
            if (certificate.isEmpty()) {
                warnings.add("spec.certificate is not an X.509 certificate in PEM or base64");
            }
            spec.provenance()
                    .ifPresent(claimed ->
                            certificate.ifPresent(c -> warnings.addAll(SigningCertificate.contradictions(c, claimed))));
        });
    }
}
