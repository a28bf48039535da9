package dev.supplychain.model.endor;

import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.internal.Excerpt;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the service refuses in a resource that is sent to it. Missing parts are a state, wrong values an argument. */
final class CreateRules {
    static final int MAX_NAME_CHARACTERS = 63;
    private static final int MAX_TAG_CHARACTERS = 255;
    private static final int MAX_DESCRIPTION_BYTES = 1023;
    private static final int MAX_ANNOTATION_BYTES = 16384;

    private static final Pattern NAMESPACE = Pattern.compile("[^\\s./]+(\\.[^\\s./]+)*");
    private static final Pattern ANNOTATION_KEY = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@:/]+@[^\\s@:/]+");
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?" + "(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");
    private static final Pattern LIKE_IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    private CreateRules() {}

    static ArtifactSignature checked(ArtifactSignature signature) {
        checked(required("tenant_meta", signature.tenantMeta()));
        checked(required("meta", signature.meta()));
        checked(required("spec", signature.spec()));
        return signature;
    }

    static TenantMeta checked(TenantMeta tenantMeta) {
        String namespace = required("tenant_meta.namespace", tenantMeta.namespace());
        if (!NAMESPACE.matcher(namespace).matches()) {
            throw refused("tenant_meta.namespace", namespace, "is not labels with dots between them");
        }
        return tenantMeta;
    }

    static Meta checked(Meta meta) {
        requireText("meta.name", meta.name());
        meta.description().ifPresent(text -> requireBytes("meta.description", text, MAX_DESCRIPTION_BYTES));
        for (String tag : meta.tags()) {
            requireCharacters("meta.tags", tag, MAX_TAG_CHARACTERS);
        }
        meta.annotations().forEach((key, value) -> {
            if (!ANNOTATION_KEY.matcher(key).matches()) {
                throw refused("meta.annotations", key, "is a key with other characters than A-Z a-z 0-9 _ . -");
            }
            requireBytes("meta.annotations." + key, value, MAX_ANNOTATION_BYTES);
        });
        return meta;
    }

    static void requireShortName(String name) {
        requireCharacters("meta.name", name, MAX_NAME_CHARACTERS);
    }

    static ArtifactSignatureSpec checked(ArtifactSignatureSpec spec) {
        requireText("spec.signature", spec.signature());
        requireText("spec.artifact_name", spec.artifactName());
        if (spec.artifactType().is(ArtifactType.ARTIFACT_TYPE_UNSPECIFIED)) {
            throw new IllegalStateException("spec.artifact_type is required");
        }
        requireDigest(required("spec.artifact_digest", spec.artifactDigest()));
        Optional<X509Certificate> certificate = spec.certificate().flatMap(SigningCertificate::read);
        spec.timestamp().ifPresent(time -> requireWithinLife(time, certificate));
        spec.provenance().ifPresent(CreateRules::checked);
        spec.simpleContainerImage().flatMap(SimpleContainerImage::critical).ifPresent(CreateRules::checked);
        return spec;
    }

    static CertificateExtensions checked(CertificateExtensions provenance) {
        provenance
                .certificateIdentity()
                .filter(identity -> !isIdentity(identity))
                .ifPresent(identity -> {
                    throw refused(
                            "spec.provenance.certificate_identity",
                            identity,
                            "is not an e-mail address, DNS name, IP address or URI");
                });
        return provenance;
    }

    static Critical checked(Critical critical) {
        String type = required("critical.type", critical.type());
        if (!type.equals(Critical.TYPE)) {
            throw refused("critical.type", type, "is not \"" + Critical.TYPE + "\"");
        }
        return critical;
    }

    private static void requireDigest(String digest) {
        try {
            Digest.parse(digest);
        } catch (MalformedDataException e) {
            throw new IllegalArgumentException("spec.artifact_digest: " + e.problem(), e);
        }
    }

    private static void requireWithinLife(Timestamp time, Optional<X509Certificate> certificate) {
        Instant instant;
        try {
            instant = time.instant();
        } catch (MalformedDataException e) {
            throw new IllegalArgumentException("spec.timestamp: " + e.problem(), e);
        }
        certificate.ifPresent(c -> {
            Instant notBefore = c.getNotBefore().toInstant();
            Instant notAfter = c.getNotAfter().toInstant();
            if (instant.isBefore(notBefore) || instant.isAfter(notAfter)) {
                throw refused(
                        "spec.timestamp",
                        time.text(),
                        "is not within the certificate's life, " + notBefore + " to " + notAfter);
            }
        });
    }

    private static boolean isIdentity(String text) {
        return EMAIL.matcher(text).matches() || HOST.matcher(text).matches() || isIpv6(text) || isAbsoluteUri(text);
    }

    private static boolean isIpv6(String text) {
        if (!LIKE_IPV6.matcher(text).matches()) {
            return false;
        }
        try {
            // In brackets it is an address or refused; it is never looked up.
            InetAddress.getByName("[" + text + "]");
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isAbsoluteUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static <T> T required(String field, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalStateException(field + " is required"));
    }

    private static void requireText(String field, Optional<String> text) {
        if (required(field, text).isBlank()) {
            throw new IllegalArgumentException(field + " is blank");
        }
    }

    /** Characters as the service counts them: code points. */
    private static void requireCharacters(String field, String text, int limit) {
        int characters = text.codePointCount(0, text.length());
        if (characters > limit) {
            throw refused(field, text, "has " + characters + " characters, more than the limit of " + limit);
        }
    }

    private static void requireBytes(String field, String text, int limit) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > limit) {
            throw refused(field, text, "has " + bytes + " UTF-8 bytes, more than the limit of " + limit);
        }
    }

    private static IllegalArgumentException refused(String field, String text, String problem) {
        return new IllegalArgumentException(field + " " + Excerpt.quoted(text) + " " + problem);
    }
}
