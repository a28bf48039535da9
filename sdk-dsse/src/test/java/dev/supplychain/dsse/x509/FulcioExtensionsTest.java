package dev.supplychain.dsse.x509;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.internal.Der;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.endor.CertificateExtensions;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FulcioExtensionsTest {
    private static final TestAuthority ROOT = TestAuthority.root("Root");

    private static FulcioExtensions of(CertificateDraft draft) {
        return FulcioExtensions.of(ROOT.issue(draft, TestKeys.ALICE.publicKey()));
    }

    private static CertificateDraft signer() {
        return CertificateDraft.signer().email("alice@example.com");
    }

    @Test
    void reads_every_extension_of_fulcio_s_list() {
        CertificateDraft draft = signer();
        for (FulcioExtension extension : FulcioExtension.values()) {
            draft.fulcio(extension, "value of " + extension + " ಠ");
        }

        FulcioExtensions extensions = of(draft);

        assertThat(extensions.values()).containsOnlyKeys(FulcioExtension.values());
        assertThat(extensions.values())
                .allSatisfy((extension, value) -> assertThat(value).isEqualTo("value of " + extension + " ಠ"));
        assertThat(extensions).hasToString("FulcioExtensions[\"alice@example.com\"] and 23 extensions");
    }

    /** The numbers of oid-info.md; 7 is a name among the alternative names, not an extension. */
    @Test
    void numbers_are_those_of_the_specification() {
        assertThat(Arrays.stream(FulcioExtension.values()).map(FulcioExtension::number))
                .containsExactly(1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24);
        assertThat(FulcioExtension.ISSUER.id()).isEqualTo("2b0601040183bf300108");
        assertThat(FulcioExtension.TOKEN_SUBJECT.id()).isEqualTo("2b0601040183bf300118");
    }

    @Test
    void newer_certificates_fill_endor_s_fields() {
        CertificateExtensions fields = of(signer().fulcio(FulcioExtension.ISSUER, "issuer")
                        .fulcio(FulcioExtension.ISSUER_V1, "old issuer")
                        .fulcio(FulcioExtension.BUILD_CONFIG_DIGEST, "config digest")
                        .fulcio(FulcioExtension.BUILD_CONFIG_URI, "config uri")
                        .fulcio(FulcioExtension.RUNNER_ENVIRONMENT, "github-hosted")
                        .fulcio(FulcioExtension.SOURCE_REPOSITORY_URI, "https://github.com/octo/app")
                        .fulcio(FulcioExtension.SOURCE_REPOSITORY_DIGEST, "commit")
                        .fulcio(FulcioExtension.SOURCE_REPOSITORY_OWNER_URI, "https://github.com/octo")
                        .fulcio(FulcioExtension.SOURCE_REPOSITORY_REF, "refs/heads/main")
                        .fulcio(FulcioExtension.GITHUB_WORKFLOW_SHA, "old commit")
                        .fulcio(FulcioExtension.GITHUB_WORKFLOW_REPOSITORY, "octo/app")
                        .fulcio(FulcioExtension.GITHUB_WORKFLOW_REF, "old ref"))
                .toCertificateExtensions();

        assertThat(fields)
                .isEqualTo(CertificateExtensions.builder()
                        .certificateIdentity("alice@example.com")
                        .certificateOidcIssuer("issuer")
                        .buildConfigDigest("config digest")
                        .buildConfigName("config uri")
                        .runnerEnvironment("github-hosted")
                        .sourceRepository("https://github.com/octo/app")
                        .sourceRepositoryDigest("commit")
                        .sourceRepositoryOwner("https://github.com/octo")
                        .sourceRepositoryRef("refs/heads/main")
                        .build());
    }

    @Test
    void older_certificates_fill_them_from_the_first_extensions() {
        CertificateExtensions fields = of(signer().fulcio(FulcioExtension.ISSUER_V1, "issuer")
                        .fulcio(FulcioExtension.GITHUB_WORKFLOW_TRIGGER, "push")
                        .fulcio(FulcioExtension.GITHUB_WORKFLOW_SHA, "commit")
                        .fulcio(FulcioExtension.GITHUB_WORKFLOW_NAME, "Release")
                        .fulcio(FulcioExtension.GITHUB_WORKFLOW_REPOSITORY, "octo/app")
                        .fulcio(FulcioExtension.GITHUB_WORKFLOW_REF, "refs/heads/main"))
                .toCertificateExtensions();

        assertThat(fields)
                .isEqualTo(CertificateExtensions.builder()
                        .certificateIdentity("alice@example.com")
                        .certificateOidcIssuer("issuer")
                        .buildConfigDigest("commit")
                        .buildConfigName("Release")
                        .sourceRepository("octo/app")
                        .sourceRepositoryDigest("commit")
                        .sourceRepositoryRef("refs/heads/main")
                        .build());
    }

    @Test
    void a_certificate_without_extensions_says_who_and_no_more() {
        FulcioExtensions extensions = of(signer());

        assertThat(extensions.issuer()).isEmpty();
        assertThat(extensions.toCertificateExtensions())
                .isEqualTo(CertificateExtensions.builder()
                        .certificateIdentity("alice@example.com")
                        .build());
    }

    /** Endor's field may be either, so a claim of either is true. */
    @Test
    void the_name_of_a_build_is_the_workflow_or_the_uri() {
        FulcioExtensions both = of(signer().fulcio(FulcioExtension.GITHUB_WORKFLOW_NAME, "Release")
                .fulcio(FulcioExtension.BUILD_CONFIG_URI, "https://github.com/octo/app/.github/workflows/r.yml"));

        assertThat(both.toCertificateExtensions().buildConfigName()).contains("Release");
        assertThat(both.get(FulcioExtension.BUILD_CONFIG_URI)).isPresent();
        for (String name : new String[] {"Release", "https://github.com/octo/app/.github/workflows/r.yml"}) {
            assertThat(both.contradictions(CertificateExtensions.builder()
                            .buildConfigName(name)
                            .build()))
                    .isEmpty();
        }
        assertThat(both.contradictions(CertificateExtensions.builder()
                        .buildConfigName("release")
                        .build()))
                .containsExactly("build_config_name \"release\" is not what the certificate says, \"Release\"");
    }

    @Test
    void what_is_claimed_must_be_said_and_what_is_said_need_not_be_claimed() {
        FulcioExtensions extensions =
                of(signer().fulcio(FulcioExtension.ISSUER, "issuer").fulcio(FulcioExtension.ISSUER_V1, "old"));

        assertThat(extensions.contradictions(CertificateExtensions.builder().build()))
                .isEmpty();
        assertThat(extensions.contradictions(extensions.toCertificateExtensions()))
                .isEmpty();
        // The older extension counts only where the newer is missing.
        assertThat(extensions.contradictions(CertificateExtensions.builder()
                        .certificateOidcIssuer("old")
                        .runnerEnvironment("self-hosted")
                        .certificateIdentity("bob@example.com")
                        .build()))
                .containsExactly(
                        "certificate_identity \"bob@example.com\" is not what the certificate says, \"alice@example.com\"",
                        "certificate_oidc_issuer \"old\" is not what the certificate says, \"issuer\"",
                        "runner_environment \"self-hosted\" is not what the certificate says, which is nothing");
    }

    @Test
    void identities_are_the_alternative_names_that_are_texts() {
        assertThat(of(CertificateDraft.signer()
                                .names(
                                        Der.write(0x81, "alice@example.com".getBytes(UTF_8)),
                                        Der.write(0x82, "build.example.com".getBytes(UTF_8)),
                                        Der.write(0x86, "https://example.com/w".getBytes(UTF_8)),
                                        Der.write(0x87, new byte[] {10, 0, 0, 1}),
                                        CertificateDraft.userName("octocat!github"),
                                        Der.write(
                                                0xA0,
                                                CertificateDraft.oid("2b0601040182371402"),
                                                Der.write(0xA0, Der.write(0x0C, "upn".getBytes(UTF_8)))),
                                        Der.write(0xA4, CertificateDraft.name("Directory")),
                                        Der.write(0x88, HexFormat.of().parseHex("2a03"))))
                        .identities())
                .containsExactly(
                        "alice@example.com",
                        "build.example.com",
                        "https://example.com/w",
                        "10.0.0.1",
                        "octocat!github");
    }

    @Test
    void without_alternative_names_the_distinguished_name_is_the_identity() {
        assertThat(of(CertificateDraft.signer().subject("Release, Team")).identities())
                .containsExactly("CN=Release\\, Team");
        assertThat(of(CertificateDraft.signer().subject("Release\nTeam")).identities())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "81 00", // an empty name
                "81 03 61 00 62", // a name with a NUL: what stands before it is not the name
                "86 02 c3 a4", // beyond ASCII
                "86 02 61 0a", // a line feed
                "87 03 0a 00 01", // an address of three bytes
                "0c 01 61", // no kind of name
                "a0 00", // another name without a kind
                "a0 13 06 0a 2b 06 01 04 01 83 bf 30 01 07 a0 03 0c 01 61 05 00", // one with something behind it
                "a0 10 06 0a 2b 06 01 04 01 83 bf 30 01 07 a0 02 16 00", // a user name that is no UTF8String
                "a0 11 06 0a 2b 06 01 04 01 83 bf 30 01 07 a0 03 0c 01 ff", // one that is not UTF-8
                "a0 11 06 0a 2b 06 01 04 01 83 bf 30 01 07 a0 03 0c 01 07" // one that rings
            })
    void a_name_that_could_be_read_in_two_ways_is_refused(String hex) {
        byte[] extension = Der.write(Der.SEQUENCE, HexFormat.ofDelimiter(" ").parseHex(hex));

        assertThatThrownBy(() -> SubjectNames.parse(extension))
                .isInstanceOf(dev.supplychain.dsse.internal.DerException.class);
    }

    @Test
    void a_name_of_2048_bytes_is_read_and_a_longer_one_is_not() throws Exception {
        byte[] limit = Der.write(Der.SEQUENCE, Der.write(0x86, "u".repeat(2048).getBytes(UTF_8)));
        byte[] longer = Der.write(Der.SEQUENCE, Der.write(0x86, "u".repeat(2049).getBytes(UTF_8)));
        byte[] longUserName = Der.write(Der.SEQUENCE, CertificateDraft.userName("u".repeat(2049)));

        assertThat(SubjectNames.parse(limit)).hasSize(1);
        assertThatThrownBy(() -> SubjectNames.parse(longer)).hasMessageContaining("a name of 2049 bytes");
        assertThatThrownBy(() -> SubjectNames.parse(longUserName)).hasMessageContaining("a name of 20");
    }

    @Test
    void more_than_64_names_are_refused() throws Exception {
        byte[][] names = new byte[65][];
        Arrays.fill(names, Der.write(0x82, "a".getBytes(UTF_8)));

        assertThat(SubjectNames.parse(Der.write(Der.SEQUENCE, Arrays.copyOf(names, 64))))
                .hasSize(64);
        assertThatThrownBy(() -> SubjectNames.parse(Der.write(Der.SEQUENCE, names)))
                .hasMessageContaining("more than 64 names");
    }

    @ParameterizedTest
    @ValueSource(strings = {"61", "1601 61", "0c02 61", "0c01 6161", "0c01 ff", "0c01 00", ""})
    void an_extension_that_is_no_utf8_string_is_refused(String hex) {
        CertificateDraft draft = signer().extension(
                        FulcioExtension.ISSUER.id(), false, HexFormat.of().parseHex(hex.replace(" ", "")));

        assertThatThrownBy(() -> of(draft))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("extension ISSUER");
    }

    @Test
    void an_older_extension_is_the_bare_text() {
        assertThat(of(signer().extension(FulcioExtension.ISSUER_V1.id(), false, "https://a".getBytes(UTF_8)))
                        .issuer())
                .contains("https://a");
        CertificateDraft notUtf8 = signer().extension(FulcioExtension.ISSUER_V1.id(), false, new byte[] {-1});
        assertThatThrownBy(() -> of(notUtf8)).isInstanceOf(MalformedDataException.class);
    }
}
