package dev.supplychain.model.sbom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.PackageUrl;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.PredicateTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SbomComponentsTest {
    private static final String CYCLONE_DX = """
            {"bomFormat": "CycloneDX", "specVersion": "1.5",
             "metadata": {"component": {"name": "app", "purl": "pkg:maven/org.example/app@1"}},
             "components": [
               {"type": "library", "name": "outer", "version": "1.0",
                "components": [{"name": "inner", "purl": "pkg:npm/inner@2", "components": [{"name": "innermost"}]}],
                "purl": "pkg:npm/outer@1.0",
                "hashes": [{"alg": "SHA-256", "content": "ABCD"}, {"alg": "SHA3-512", "content": "ef"},
                           {"alg": "BLAKE2b-512", "content": "01"}, {"alg": "Streebog-256", "content": "02"}],
                "licenses": [{"license": {"name": "MIT"}}], "externalReferences": [{"hashes": []}]},
               {"name": "bare"}],
             "packages": [{"name": "not of CycloneDX"}], "services": [{"name": "s"}], "dependencies": []}""";

    private static final String SPDX = """
            {"spdxVersion": "SPDX-2.3", "name": "document",
             "packages": [
               {"name": "lib", "versionInfo": "1.2", "SPDXID": "SPDXRef-lib",
                "checksums": [{"algorithm": "SHA1", "checksumValue": "85ED08"}, {"algorithm": "SHA256", "checksumValue": "11b6"}],
                "externalRefs": [
                  {"referenceCategory": "SECURITY", "referenceType": "cpe23Type", "referenceLocator": "cpe:2.3:a:x"},
                  {"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "pkg:npm/lib@1.2"},
                  {"referenceCategory": "PACKAGE_MANAGER", "referenceLocator": "pkg:deb/debian/lib@1.2", "referenceType": "purl"}]},
               {"name": "no purl"}],
             "components": [{"name": "not of SPDX"}], "files": [{"fileName": "a"}]}""";

    private static final String SPDX_3 = """
            {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
             "@graph": [
               {"type": "CreationInfo", "created": "2026-11-20T00:00:00Z"},
               {"type": "software_File", "name": "a"},
               {"name": "lib", "software_packageVersion": "3", "software_packageUrl": "pkg:npm/lib@3", "type": "software_Package",
                "verifiedUsing": [{"type": "Hash", "algorithm": "sha256", "hashValue": "ab"},
                                  {"type": "PackageVerificationCode", "algorithm": "sha1", "hashValue": "cd"}],
                "externalIdentifier": [{"externalIdentifierType": "cpe23", "identifier": "cpe:2.3:a:x"},
                                       {"externalIdentifierType": "packageUrl", "identifier": "pkg:npm/lib@3"}]}]}""";

    @Test
    void lists_components_of_cyclone_dx_with_the_nested_ones_first() {
        assertThat(both(PredicateTypes.CYCLONE_DX_BOM_V1_4, CYCLONE_DX))
                .containsExactly(
                        component(null, "innermost", null, Map.of()),
                        component("pkg:npm/inner@2", "inner", null, Map.of()),
                        component(
                                "pkg:npm/outer@1.0",
                                "outer",
                                "1.0",
                                Map.of("sha256", "abcd", "sha3_512", "ef", "blake2b", "01", "streebog_256", "02")),
                        component(null, "bare", null, Map.of()));
    }

    @Test
    void lists_packages_of_spdx_once_for_each_purl() {
        Map<String, String> digests = Map.of("sha1", "85ed08", "sha256", "11b6");

        assertThat(both(PredicateTypes.SPDX_DOCUMENT, SPDX))
                .containsExactly(
                        component("pkg:deb/debian/lib@1.2", "lib", "1.2", digests),
                        component("pkg:npm/lib@1.2", "lib", "1.2", digests),
                        component(null, "no purl", null, Map.of()));
    }

    @Test
    void lists_packages_of_spdx_3() {
        assertThat(both(PredicateTypes.SPDX_DOCUMENT_V3, SPDX_3))
                .containsExactly(component("pkg:npm/lib@3", "lib", "3", Map.of("sha256", "ab")));
    }

    @Test
    void the_purl_of_a_component_is_read_when_asked_for() {
        SbomComponent unreadable = component("npm/lib@1", "lib", "1", Map.of());

        assertThat(component("pkg:npm/lib@1", "lib", "1", Map.of()).packageUrl())
                .contains(PackageUrl.parse("pkg:npm/lib@1"));
        assertThat(component(null, "lib", "1", Map.of()).packageUrl()).isEmpty();
        assertThatThrownBy(unreadable::packageUrl)
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("npm/lib@1");
    }

    @Test
    void a_component_is_known_by_any_of_its_digests() {
        Digest digest = Digest.sha256("abc".getBytes(UTF_8));
        SbomComponent component = component(null, "a", null, Map.of("md5", "00", "sha256", digest.hex()));

        assertThat(component.matches(digest)).isTrue();
        assertThat(component.matches(Digest.sha256(new byte[0]))).isFalse();
    }

    @Test
    void the_predicate_type_may_come_last() {
        String statement =
                "{\"predicate\":" + SPDX + ",\"subject\":[],\"predicateType\":\"https://spdx.dev/Document\"}";
        List<SbomComponent> found = new ArrayList<>();

        SbomComponents.read(statement.getBytes(UTF_8), found::add);

        assertThat(found).isEqualTo(both(PredicateTypes.SPDX_DOCUMENT, SPDX));
    }

    @Test
    void a_statement_without_predicate_lists_nothing() {
        InTotoStatement statement = InTotoStatement.builder()
                .predicateType(PredicateTypes.CYCLONE_DX_BOM)
                .build();

        assertThat(SbomComponents.of(statement)).isEmpty();
        SbomComponents.read(statement.toJson(), component -> {
            throw new AssertionError(component);
        });
    }

    @Test
    void finds_components_only_as_far_as_they_are_asked_for() {
        Json predicate = Json.parse("{\"components\":[{\"name\":\"a\"},{\"name\":7}]}");

        assertThat(SbomComponents.of(PredicateTypes.CYCLONE_DX_BOM, predicate)
                        .findFirst()
                        .flatMap(SbomComponent::name))
                .contains("a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            https://cyclonedx.org/bom | {'components':{}}                        | /predicate/components
            https://cyclonedx.org/bom | {'components':[{'hashes':[{'alg':'a','content':[]}]}]} | /predicate/components/0/hashes/0/content
            https://cyclonedx.org/bom | {'components':[7]}                       | /predicate/components/0
            https://cyclonedx.org/bom | {'components':[{'components':[{'purl':{}}]}]} | /predicate/components/0/components/0/purl
            https://cyclonedx.org/bom | {'components':[{'hashes':[{'alg':1}]}]}  | /predicate/components/0/hashes/0/alg
            https://spdx.dev/Document | {'packages':[{},{'externalRefs':''}]}    | /predicate/packages/1/externalRefs
            https://spdx.dev/Document | {'@graph':[{'name':[]}]}                 | /predicate/@graph/0/name
            """)
    void refuses_members_of_a_wrong_type(String type, String singleQuoted, String place) {
        Json predicate = Json.parse(singleQuoted.replace('\'', '"'));
        InTotoStatement statement = InTotoStatement.builder()
                .predicateType(type)
                .predicate(predicate)
                .build();

        assertThatThrownBy(() -> SbomComponents.read(statement.toJson(), component -> {}))
                .isInstanceOfSatisfying(
                        MalformedDataException.class, e -> assertThat(e.place()).isEqualTo(place));
        assertThatThrownBy(() -> SbomComponents.of(statement).forEach(component -> {}))
                .isInstanceOf(MalformedDataException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'predicateType':'https://slsa.dev/provenance/v1','predicate':{}}          | is neither a CycloneDX BOM nor an SPDX document
            {'predicate':{}}                                                           | lacks the member "predicateType"
            {'predicateType':'https://cyclonedx.org/bom','predicate':[]}               | /predicate: is not an object
            {'predicateType':'https://cyclonedx.org/bom','predicate':{},'predicate':{}} | /predicate: is a duplicate
            {'predicateType':'https://cyclonedx.org/bom','predicate':{}} {}            | something follows
            []                                                                         | is not an object
            """)
    void refuses_what_is_not_such_a_statement(String singleQuoted, String message) {
        assertThatThrownBy(() ->
                        SbomComponents.read(singleQuoted.replace('\'', '"').getBytes(UTF_8), component -> {}))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            https://cyclonedx.org/bom | 'components':[],'components':[]                                      | /components
            https://cyclonedx.org/bom | 'components':[{'purl':'a','name':'n','p\\u0075rl':'b'}]              | /components/0/purl
            https://cyclonedx.org/bom | 'components':[{'hashes':[{'alg':'a','content':'0','alg':'b'}]}]      | /components/0/hashes/0/alg
            https://cyclonedx.org/bom | 'components':[{'components':[],'name':'n','components':[]}]          | /components/0/components
            https://spdx.dev/Document | 'packages':[{'checksums':[],'versionInfo':'1','checksums':[]}]       | /packages/0/checksums
            https://spdx.dev/Document | 'packages':[{'externalRefs':[{'referenceType':'purl','referenceType':'x'}]}] | /packages/0/externalRefs/0/referenceType
            https://spdx.dev/Document | '@graph':[{'type':'a','type':'software_Package'}]                    | /@graph/0/type
            """)
    void refuses_a_duplicate_of_a_member_that_it_reads(String type, String singleQuoted, String place) {
        String statement = ("{'predicateType':'" + type + "','predicate':{" + singleQuoted + "}}").replace('\'', '"');

        assertThatThrownBy(() -> SbomComponents.read(statement.getBytes(UTF_8), component -> {}))
                .hasMessage("statement at /predicate" + place + ": is a duplicate");
    }

    private static List<SbomComponent> both(String predicateType, String predicate) {
        InTotoStatement statement = InTotoStatement.builder()
                .predicateType(predicateType)
                .predicate(Json.parse(predicate))
                .build();
        List<SbomComponent> streamed = new ArrayList<>();
        SbomComponents.read(statement.toJson(), streamed::add);

        assertThat(SbomComponents.of(statement)).isEqualTo(streamed);
        return streamed;
    }

    private static SbomComponent component(
            @org.jspecify.annotations.Nullable String purl,
            String name,
            @org.jspecify.annotations.Nullable String version,
            Map<String, String> digests) {
        return new SbomComponent(Optional.ofNullable(purl), Optional.of(name), Optional.ofNullable(version), digests);
    }
}
