package dev.supplychain.model.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.Json;
import dev.supplychain.model.JsonArbitraries;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.PredicateTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SbomComponentsProperties {
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void the_tree_and_the_bytes_list_the_same(@ForAll("statements") InTotoStatement statement) {
        List<SbomComponent> streamed = new ArrayList<>();
        SbomComponents.read(statement.toJson(), streamed::add);

        assertThat(SbomComponents.of(statement)).isEqualTo(streamed);
    }

    @Provide
    static Arbitrary<InTotoStatement> statements() {
        return Combinators.combine(
                        Arbitraries.of(
                                PredicateTypes.CYCLONE_DX_BOM,
                                PredicateTypes.SPDX_DOCUMENT_V2_3,
                                PredicateTypes.SPDX_DOCUMENT_V3),
                        objects(cycloneDx(2)).optional(),
                        objects(spdx()).optional(),
                        objects(spdx3()).optional())
                .as((type, components, packages, graph) -> {
                    Map<String, Json> predicate = new LinkedHashMap<>();
                    graph.ifPresent(value -> predicate.put("@graph", value));
                    packages.ifPresent(value -> predicate.put("packages", value));
                    components.ifPresent(value -> predicate.put("components", value));
                    return InTotoStatement.builder()
                            .predicateType(type)
                            .predicate(Json.object(predicate))
                            .build();
                });
    }

    private static Arbitrary<Json> cycloneDx(int levels) {
        Arbitrary<Json> nested = levels == 0 ? Arbitraries.just(Json.ofNull()) : objects(cycloneDx(levels - 1));
        return Combinators.combine(texts("name", "version", "purl"), objects(texts("alg", "content")), nested)
                .as((texts, hashes, components) -> with(with(texts, "components", components), "hashes", hashes));
    }

    private static Arbitrary<Json> spdx() {
        return Combinators.combine(
                        texts("name", "versionInfo"),
                        objects(texts("referenceType", "referenceLocator")),
                        objects(texts("algorithm", "checksumValue")))
                .as((texts, refs, checksums) -> with(with(texts, "externalRefs", refs), "checksums", checksums));
    }

    private static Arbitrary<Json> spdx3() {
        return Combinators.combine(
                        texts("type", "name", "software_packageVersion", "software_packageUrl"),
                        objects(texts("externalIdentifierType", "identifier")),
                        objects(texts("type", "algorithm", "hashValue")))
                .as((texts, ids, hashes) -> with(with(texts, "externalIdentifier", ids), "verifiedUsing", hashes));
    }

    private static Json with(Json object, String name, Json value) {
        Map<String, Json> members = new LinkedHashMap<>(Map.of(name, value));
        members.putAll(object.members());
        return Json.object(members);
    }

    private static Arbitrary<Json> objects(Arbitrary<Json> element) {
        return element.list().ofMaxSize(3).map(Json::array);
    }

    /** Some of these members in any order, with others between them. */
    private static Arbitrary<Json> texts(String... names) {
        Arbitrary<Json> text = Arbitraries.of(
                        "purl",
                        "packageUrl",
                        "software_Package",
                        "Hash",
                        "SHA-256",
                        "SHA256",
                        "sha256",
                        "SHA-1",
                        "AB",
                        "")
                .map(Json::of);
        return Combinators.combine(
                        Arbitraries.maps(
                                Arbitraries.of(names), Arbitraries.oneOf(text, Arbitraries.just(Json.ofNull()))),
                        JsonArbitraries.json())
                .as((members, other) -> with(Json.object(members), "x-other", other));
    }
}
