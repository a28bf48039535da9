package dev.supplychain.model.grafeas.v1beta1.intoto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Json;
import dev.supplychain.model.JsonArbitraries;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.UnknownFields;
import dev.supplychain.model.intoto.InTotoStatement;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkTest {
    private static final String GRAFEAS = """
            {"command": ["mvn", "package"],
             "materials": [{"resourceUri": "pom.xml", "hashes": {"sha256": "9f86", "sha512": "ee26"}}],
             "products": [{"resourceUri": "app.jar", "hashes": {"sha256": "60303"}}],
             "byproducts": {"customValues": {"return-value": "0", "stdout": ""}},
             "environment": {"customValues": {"workdir": "/src"}},
             "newer": 1}
            """;
    private static final String IN_TOTO = """
            {"_type": "https://in-toto.io/Statement/v1",
             "subject": [{"name": "app.jar", "digest": {"sha256": "60303"}}],
             "predicateType": "https://in-toto.io/attestation/link/v0.3",
             "predicate": {
               "name": "build",
               "command": ["mvn", "package"],
               "materials": [{"name": "pom.xml", "digest": {"sha256": "9f86", "sha512": "ee26"}}],
               "byproducts": {"return-value": "0", "stdout": ""},
               "environment": {"workdir": "/src"},
               "newer": 1}}
            """;

    private static InTotoStatement inToto(String json) {
        return InTotoStatement.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void says_the_same_in_both_forms() {
        Link link = ModelJson.read(GRAFEAS, Link.class);

        assertThat(link.toInToto("build")).isEqualTo(inToto(IN_TOTO));
        assertThat(Link.of(inToto(IN_TOTO))).isEqualTo(link);
    }

    @Test
    void holds_as_text_what_is_none_in_in_toto() {
        InTotoStatement statement = inToto(IN_TOTO.replace("\"0\"", "0").replace("\"/src\"", "[\"a\",null]"));

        Link link = Link.of(statement);

        assertThat(link.byproducts().orElseThrow().customValues()).containsEntry("return-value", "0");
        assertThat(link.environment().orElseThrow().customValues()).containsEntry("workdir", "[\"a\",null]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    link/v0.3    | link/v0.2                       | /predicateType
                    "name":"app.jar" | "uri":"u"                   | /subject/0/uri
                    "name":"app.jar" | "mediaType":"m"             | /subject/0/mediaType
                    "name":"app.jar" | "annotations":{"a":1}       | /subject/0/annotations
                    "name":"pom.xml" | "content":"AA=="            | /predicate/materials/0/content
                    "name":"pom.xml" | "downloadLocation":"d"      | /predicate/materials/0/downloadLocation
                    "name":"pom.xml" | "resourceUri":"r","name":""  | Duplicate field 'resourceUri'
                    "newer":1        | "products":[]               | Duplicate field 'products'
                    "subject":       | "other":{},"subject":       | /other
                    """)
    void refuses_what_has_no_place_in_grafeas(String replaced, String by, String expected) {
        String json = Json.parse(IN_TOTO).toString();
        assertThat(json).contains(replaced);
        InTotoStatement statement = inToto(json.replace(replaced, by));

        assertThatThrownBy(() -> Link.of(statement))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "sha512":"ee26"             | "sha512":7                         | /materials/0/hashes/sha512
                    "resourceUri":"pom.xml"     | "name":"n","resourceUri":"r"       | Duplicate field 'name'
                    "customValues":{"workdir"   | "more":1,"customValues":{"workdir" | /environment/more
                    "newer":1                   | "name":"n"                         | Duplicate field 'name'
                    """)
    void refuses_what_has_no_place_in_a_statement(String replaced, String by, String expected) {
        String json = Json.parse(GRAFEAS).toString();
        assertThat(json).contains(replaced);
        Link link = ModelJson.read(json.replace(replaced, by), Link.class);

        assertThatThrownBy(() -> link.toInToto("build"))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining(expected);
    }

    @Property(tries = 200)
    void survives_the_way_through_a_statement(@ForAll("links") Link link) {
        assertThat(Link.of(link.toInToto("step"))).isEqualTo(link);
    }

    @Provide
    static Arbitrary<Link> links() {
        Arbitrary<Link.ArtifactHashes> hashes = Combinators.combine(
                        JsonArbitraries.text(),
                        Arbitraries.maps(Arbitraries.of("sha512", "gitBlob"), JsonArbitraries.text())
                                .ofMaxSize(2))
                .as((sha256, others) -> {
                    Link.ArtifactHashes.Builder all =
                            Link.ArtifactHashes.builder().sha256(sha256);
                    others.forEach((name, hex) -> all.putUnknownFields(name, Json.of(hex)));
                    return all.build();
                });
        Arbitrary<Link.Artifact> artifacts = Combinators.combine(
                        JsonArbitraries.text().optional(), hashes.optional(), UnknownFields.any())
                .as((uri, hash, unknown) -> Link.Artifact.builder()
                        .resourceUri(uri)
                        .hashes(hash)
                        .unknownFields(unknown)
                        .build());
        return Combinators.combine(
                        JsonArbitraries.text().list().ofMaxSize(3),
                        artifacts.list().ofMaxSize(2),
                        artifacts.list().ofMaxSize(2),
                        Arbitraries.maps(JsonArbitraries.text(), JsonArbitraries.text())
                                .ofMaxSize(2),
                        UnknownFields.any())
                .as((command, materials, products, values, unknown) -> Link.builder()
                        .command(command)
                        .materials(materials)
                        .products(products)
                        .byproducts(
                                Link.ByProducts.builder().customValues(values).build())
                        .environment(
                                Link.Environment.builder().customValues(values).build())
                        .unknownFields(unknown)
                        .build());
    }
}
