package dev.supplychain.dsse.x509;

import dev.supplychain.dsse.internal.DerException;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.endor.CertificateExtensions;
import dev.supplychain.model.internal.Excerpt;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What a certificate says about the build it was issued for. It is worth as much as the certificate: take it from a
 * {@link VerifiedCertificate} where it matters.
 *
 * @see <a href="https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md">Fulcio's object identifiers</a>
 */
public final class FulcioExtensions {
    /** One of Endor's fields: how a builder and a claim hold it, and what a certificate says about it. */
    private record Field(
            String name,
            BiConsumer<CertificateExtensions.Builder, String> setter,
            Function<CertificateExtensions, Optional<String>> claim,
            Function<FulcioExtensions, List<String>> said) {}

    private static final List<Field> FIELDS = List.of(
            new Field(
                    "build_config_digest",
                    CertificateExtensions.Builder::buildConfigDigest,
                    CertificateExtensions::buildConfigDigest,
                    c -> c.first(FulcioExtension.BUILD_CONFIG_DIGEST, FulcioExtension.GITHUB_WORKFLOW_SHA)),
            // The field may mean either, so both are answers.
            new Field(
                    "build_config_name",
                    CertificateExtensions.Builder::buildConfigName,
                    CertificateExtensions::buildConfigName,
                    c -> c.all(FulcioExtension.GITHUB_WORKFLOW_NAME, FulcioExtension.BUILD_CONFIG_URI)),
            new Field(
                    "certificate_identity",
                    CertificateExtensions.Builder::certificateIdentity,
                    CertificateExtensions::certificateIdentity,
                    FulcioExtensions::identities),
            new Field(
                    "certificate_oidc_issuer",
                    CertificateExtensions.Builder::certificateOidcIssuer,
                    CertificateExtensions::certificateOidcIssuer,
                    c -> c.first(FulcioExtension.ISSUER, FulcioExtension.ISSUER_V1)),
            new Field(
                    "runner_environment",
                    CertificateExtensions.Builder::runnerEnvironment,
                    CertificateExtensions::runnerEnvironment,
                    c -> c.all(FulcioExtension.RUNNER_ENVIRONMENT)),
            new Field(
                    "source_repository",
                    CertificateExtensions.Builder::sourceRepository,
                    CertificateExtensions::sourceRepository,
                    c -> c.first(FulcioExtension.SOURCE_REPOSITORY_URI, FulcioExtension.GITHUB_WORKFLOW_REPOSITORY)),
            new Field(
                    "source_repository_digest",
                    CertificateExtensions.Builder::sourceRepositoryDigest,
                    CertificateExtensions::sourceRepositoryDigest,
                    c -> c.first(FulcioExtension.SOURCE_REPOSITORY_DIGEST, FulcioExtension.GITHUB_WORKFLOW_SHA)),
            new Field(
                    "source_repository_owner",
                    CertificateExtensions.Builder::sourceRepositoryOwner,
                    CertificateExtensions::sourceRepositoryOwner,
                    c -> c.all(FulcioExtension.SOURCE_REPOSITORY_OWNER_URI)),
            new Field(
                    "source_repository_ref",
                    CertificateExtensions.Builder::sourceRepositoryRef,
                    CertificateExtensions::sourceRepositoryRef,
                    c -> c.first(FulcioExtension.SOURCE_REPOSITORY_REF, FulcioExtension.GITHUB_WORKFLOW_REF)));

    private final Map<FulcioExtension, String> values;
    private final List<String> identities;

    private FulcioExtensions(Map<FulcioExtension, String> values, List<String> identities) {
        this.values = Collections.unmodifiableMap(values);
        this.identities = identities;
    }

    /**
     * Reads what a certificate says, whoever issued it.
     *
     * @throws MalformedDataException when the certificate or an extension is not in the form that its specification says
     */
    public static FulcioExtensions of(X509Certificate certificate) {
        return of(StrictCertificate.of(certificate));
    }

    static FulcioExtensions of(StrictCertificate certificate) {
        Map<FulcioExtension, String> values = new EnumMap<>(FulcioExtension.class);
        for (FulcioExtension extension : FulcioExtension.values()) {
            certificate.extension(extension.id()).ifPresent(value -> values.put(extension, text(extension, value)));
        }
        return new FulcioExtensions(values, SubjectNames.of(certificate));
    }

    private static String text(FulcioExtension extension, byte[] value) {
        try {
            return extension.isBare() ? Utf8String.decode(value) : Utf8String.read(value);
        } catch (DerException e) {
            throw new MalformedDataException(
                    "certificate", "extension " + extension, String.valueOf(e.getMessage()), e);
        }
    }

    /** What the certificate says under that identifier. */
    public Optional<String> get(FulcioExtension extension) {
        return Optional.ofNullable(values.get(extension));
    }

    /** All that the certificate says, in the order of the identifiers. */
    public Map<FulcioExtension, String> values() {
        return values;
    }

    /**
     * Whom the certificate was made for: e-mail addresses, DNS names, URIs, IP addresses and Fulcio's user names, in
     * the order of the certificate; the distinguished name (RFC 2253) where it has no alternative names. Fulcio writes
     * exactly one.
     */
    public List<String> identities() {
        return identities;
    }

    /** Who vouched for the identity: the newer extension, or the older where that is missing. */
    public Optional<String> issuer() {
        return get(FulcioExtension.ISSUER).or(() -> get(FulcioExtension.ISSUER_V1));
    }

    /**
     * The same in Endor's fields, the older extensions serving where the newer are missing. {@code build_config_name} is
     * the workflow's name where the certificate has it and the build's URI otherwise; {@link #get} tells both.
     */
    public CertificateExtensions toCertificateExtensions() {
        CertificateExtensions.Builder builder = CertificateExtensions.builder();
        for (Field field : FIELDS) {
            List<String> said = field.said().apply(this);
            if (!said.isEmpty()) {
                field.setter().accept(builder, said.get(0));
            }
        }
        // Fulcio's user names are not among the forms that Endor takes on creation.
        return builder.buildPartial();
    }

    /**
     * One sentence for each claim that the certificate does not repeat, character by character; empty when it repeats
     * all. What is not claimed is not missed. {@code build_config_name} may be the workflow's name or the build's URI.
     */
    public List<String> contradictions(CertificateExtensions claimed) {
        List<String> found = new ArrayList<>();
        for (Field field : FIELDS) {
            List<String> said = field.said().apply(this);
            field.claim().apply(claimed).filter(claim -> !said.contains(claim)).ifPresent(claim -> {
                found.add(field.name() + " " + Excerpt.quoted(claim) + " is not what the certificate says, "
                        + (said.isEmpty() ? "which is nothing" : Excerpt.quoted(said.get(0))));
            });
        }
        return List.copyOf(found);
    }

    private List<String> first(FulcioExtension newer, FulcioExtension older) {
        return get(newer).or(() -> get(older)).stream().toList();
    }

    private List<String> all(FulcioExtension... extensions) {
        List<String> said = new ArrayList<>();
        for (FulcioExtension extension : extensions) {
            get(extension).ifPresent(said::add);
        }
        return said;
    }

    /** The identities, and how many other things are said. */
    @Override
    public String toString() {
        return "FulcioExtensions" + identities.stream().map(Excerpt::quoted).toList() + " and " + values.size()
                + " extensions";
    }
}
