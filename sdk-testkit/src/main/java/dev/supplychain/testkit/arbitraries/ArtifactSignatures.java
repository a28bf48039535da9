package dev.supplychain.testkit.arbitraries;

import dev.supplychain.model.Digest;
import dev.supplychain.model.endor.ArtifactSignature;
import dev.supplychain.model.endor.ArtifactSignatureSpec;
import dev.supplychain.model.endor.ArtifactType;
import dev.supplychain.model.endor.CertificateExtensions;
import dev.supplychain.model.endor.Meta;
import dev.supplychain.model.endor.TenantMeta;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Endor artifact signatures; in properties simply {@code @ForAll ArtifactSignature signature}. */
public final class ArtifactSignatures {
    private static final int MAX_SIGNATURE_BYTES = 80;

    private ArtifactSignatures() {}

    /** Signatures that the service would create, without what it sets itself; the signatures are random bytes. */
    public static Arbitrary<ArtifactSignature> any() {
        return Combinators.combine(namespaces(), metas(), specs())
                .as((namespace, meta, spec) -> ArtifactSignature.builder()
                        .tenantMeta(TenantMeta.of(namespace))
                        .meta(meta)
                        .spec(spec)
                        .build());
    }

    /** Names of namespaces, parents first. */
    public static Arbitrary<String> namespaces() {
        return Atoms.word().list().ofMinSize(1).ofMaxSize(3).map(labels -> String.join(".", labels));
    }

    private static Arbitrary<Meta> metas() {
        return Combinators.combine(
                        Atoms.word(),
                        Atoms.text().optional(),
                        Atoms.text().list().ofMaxSize(3),
                        Arbitraries.maps(Atoms.word(), Atoms.text()).ofMaxSize(3))
                .as((name, description, tags, annotations) -> Meta.builder()
                        .name(name)
                        .description(description)
                        .addAllTags(tags)
                        .putAllAnnotations(annotations)
                        .build());
    }

    private static Arbitrary<ArtifactSignatureSpec> specs() {
        return Combinators.combine(
                        Digests.sha256(),
                        Atoms.word(),
                        types(),
                        Atoms.bytes(1, MAX_SIGNATURE_BYTES),
                        provenances().optional(),
                        Arbitraries.of(true, false))
                .as((digest, name, type, signature, provenance, revoked) -> ArtifactSignatureSpec.builder()
                        .artifactDigest(digest)
                        .artifactName(nameOf(name, digest))
                        .artifactType(type)
                        .signature(signature)
                        .provenance(provenance)
                        .revoked(revoked)
                        .build());
    }

    private static String nameOf(String name, Digest digest) {
        return "registry.example.com/" + name + "@" + digest;
    }

    private static Arbitrary<ArtifactType> types() {
        return Arbitraries.of(Arrays.stream(ArtifactType.values())
                .filter(type -> type != ArtifactType.ARTIFACT_TYPE_UNSPECIFIED)
                .toList());
    }

    private static Arbitrary<CertificateExtensions> provenances() {
        return Combinators.combine(Atoms.uri(), Atoms.word())
                .as((repository, branch) -> CertificateExtensions.builder()
                        .certificateIdentity(repository + "/.github/workflows/ci.yml@refs/heads/" + branch)
                        .certificateOidcIssuer("https://token.actions.githubusercontent.com")
                        .sourceRepository(repository)
                        .sourceRepositoryRef("refs/heads/" + branch)
                        .build());
    }
}
