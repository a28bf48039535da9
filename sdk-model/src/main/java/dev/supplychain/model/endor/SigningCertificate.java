package dev.supplychain.model.endor;

import dev.supplychain.model.internal.Excerpt;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a Fulcio certificate says about a build.
 *
 * @see <a href="https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md">Fulcio's object identifiers</a>
 */
final class SigningCertificate {
    private static final String ARC = "1.3.6.1.4.1.57264.1.";
    /** Extensions up to this number hold the bare text, later ones a DER UTF8String. */
    private static final int LAST_BARE_EXTENSION = 6;

    private static final int DER_OCTET_STRING = 0x04;
    private static final int DER_UTF8_STRING = 0x0C;

    /** Where a certificate says what a field says; older certificates say it elsewhere. */
    private record Source(
            String field, Function<CertificateExtensions, Optional<String>> accessor, List<Integer> extensions) {}

    private static final List<Source> SOURCES = List.of(
            new Source("build_config_digest", CertificateExtensions::buildConfigDigest, List.of(19, 3)),
            new Source("build_config_name", CertificateExtensions::buildConfigName, List.of(4, 18)),
            new Source("certificate_oidc_issuer", CertificateExtensions::certificateOidcIssuer, List.of(8, 1)),
            new Source("runner_environment", CertificateExtensions::runnerEnvironment, List.of(11)),
            new Source("source_repository", CertificateExtensions::sourceRepository, List.of(12, 5)),
            new Source("source_repository_digest", CertificateExtensions::sourceRepositoryDigest, List.of(13, 3)),
            new Source("source_repository_owner", CertificateExtensions::sourceRepositoryOwner, List.of(16)),
            new Source("source_repository_ref", CertificateExtensions::sourceRepositoryRef, List.of(14, 6)));

    private SigningCertificate() {}

    /** The certificate in PEM or in the base64 of its DER form; empty when it is neither. */
    static Optional<X509Certificate> read(String text) {
        try {
            byte[] encoded = text.contains("-----BEGIN")
                    ? text.getBytes(StandardCharsets.US_ASCII)
                    : Base64.getMimeDecoder().decode(text);
            // Some providers answer null for no certificate.
            return Optional.ofNullable((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded)));
        } catch (CertificateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One sentence for each claim that the certificate does not repeat. */
    static List<String> contradictions(X509Certificate certificate, CertificateExtensions claimed) {
        List<String> found = new ArrayList<>();
        claimed.certificateIdentity()
                .ifPresent(claim -> compare("certificate_identity", claim, identities(certificate), found));
        for (Source source : SOURCES) {
            List<String> said = source.extensions().stream()
                    .flatMap(number -> extension(certificate, number).stream())
                    .toList();
            source.accessor().apply(claimed).ifPresent(claim -> compare(source.field(), claim, said, found));
        }
        return found;
    }

    private static void compare(String field, String claim, List<String> said, List<String> found) {
        if (!said.isEmpty() && !said.contains(claim)) {
            found.add("spec.provenance." + field + " " + Excerpt.quoted(claim) + " is not what the certificate says, "
                    + Excerpt.quoted(said.get(0)));
        }
    }

    /** The alternative names that are texts: e-mail addresses, DNS names, URIs and IP addresses. */
    private static List<String> identities(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .flatMap(name -> name.get(1) instanceof String text ? Stream.of(text) : Stream.empty())
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private static Optional<String> extension(X509Certificate certificate, int number) {
        byte[] value = certificate.getExtensionValue(ARC + number);
        if (value == null) {
            return Optional.empty();
        }
        Optional<byte[]> bare = derContent(value, DER_OCTET_STRING);
        return (number <= LAST_BARE_EXTENSION ? bare : bare.flatMap(inner -> derContent(inner, DER_UTF8_STRING)))
                .map(text -> new String(text, StandardCharsets.UTF_8));
    }

    /** What one DER element of that tag holds; empty when the bytes are anything else. */
    private static Optional<byte[]> derContent(byte[] der, int tag) {
        if (der.length < 2 || der[0] != tag) {
            return Optional.empty();
        }
        // A first length byte above 0x80 says how many length bytes follow; texts need at most two.
        int lengthBytes = Math.max(0, (der[1] & 0xFF) - 0x80);
        int start = 2 + lengthBytes;
        if (lengthBytes > 2 || der.length < start) {
            return Optional.empty();
        }
        int length = lengthBytes == 0 ? der[1] : 0;
        for (int i = 2; i < start; i++) {
            length = (length << 8) | (der[i] & 0xFF);
        }
        return der.length == start + length
                ? Optional.of(Arrays.copyOfRange(der, start, der.length))
                : Optional.empty();
    }
}
