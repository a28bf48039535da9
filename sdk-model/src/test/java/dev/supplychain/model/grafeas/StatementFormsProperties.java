package dev.supplychain.model.grafeas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.ModelJson;
import dev.supplychain.model.UnknownFields;
import dev.supplychain.model.grafeas.DiscoveryProperties.Generator;
import dev.supplychain.model.grafeas.v1.BuildOccurrence;
import dev.supplychain.model.grafeas.v1.InTotoProvenance;
import dev.supplychain.model.grafeas.v1.InTotoSlsaProvenanceV1;
import dev.supplychain.model.grafeas.v1.InTotoStatement;
import dev.supplychain.model.grafeas.v1.SlsaProvenance;
import dev.supplychain.model.intoto.PredicateTypes;
import dev.supplychain.model.slsa.Predicates;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Statements go from Grafeas to in-toto and back, and the other way round, without loss. */
class StatementFormsProperties {
    private static final String V0_1 = dev.supplychain.model.intoto.InTotoStatement.STATEMENT_V0_1;
    private static final String V1 = dev.supplychain.model.intoto.InTotoStatement.STATEMENT_V1;

    @Property
    void a_grafeas_statement_survives_the_way_through_in_toto(@ForAll long seed) {
        InTotoStatement random = ModelJson.read(
                new Generator("v1", new Random(seed)).object("InTotoStatement", 6), InTotoStatement.class);
        InTotoStatement statement = InTotoStatement.builder()
                .from(random)
                .type(V0_1)
                .predicateType(random.predicate()
                        .map(StatementFormsProperties::predicateType)
                        .orElse(PredicateTypes.SLSA_PROVENANCE_V0_2))
                .build();

        assertThat(InTotoStatement.of(statement.toInToto())).isEqualTo(statement);
        assertThat(BuildOccurrence.builder().intotoStatement(statement).build().differencesFrom(statement.toInToto()))
                .isEmpty();
    }

    @Property
    void a_grafeas_statement_v1_survives_the_way_through_in_toto(@ForAll long seed) {
        InTotoSlsaProvenanceV1 statement = InTotoSlsaProvenanceV1.builder()
                .from(ModelJson.read(
                        new Generator("v1", new Random(seed)).object("InTotoSlsaProvenanceV1", 6),
                        InTotoSlsaProvenanceV1.class))
                .type(V1)
                .predicateType(PredicateTypes.SLSA_PROVENANCE_V1)
                .build();

        assertThat(InTotoSlsaProvenanceV1.of(statement.toInToto())).isEqualTo(statement);
        assertThat(BuildOccurrence.builder()
                        .inTotoSlsaProvenanceV1(statement)
                        .build()
                        .differencesFrom(statement.toInToto()))
                .isEmpty();
    }

    @Property
    void a_v1beta1_statement_survives_the_way_through_in_toto(@ForAll long seed) {
        var statement = dev.supplychain.model.grafeas.v1beta1.provenance.InTotoSlsaProvenanceV1.builder()
                .from(ModelJson.read(
                        new Generator("v1beta1", new Random(seed)).object("InTotoSlsaProvenanceV1", 6),
                        dev.supplychain.model.grafeas.v1beta1.provenance.InTotoSlsaProvenanceV1.class))
                .type(V1)
                .predicateType(PredicateTypes.SLSA_PROVENANCE_V1)
                .build();

        assertThat(dev.supplychain.model.grafeas.v1beta1.provenance.InTotoSlsaProvenanceV1.of(statement.toInToto()))
                .isEqualTo(statement);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void an_in_toto_statement_survives_the_way_through_grafeas(
            @ForAll("statements") dev.supplychain.model.intoto.InTotoStatement statement) {
        InTotoStatement grafeas = InTotoStatement.of(statement);

        assertThat(grafeas.toInToto()).isEqualTo(statement);
        assertThat(ModelJson.read(ModelJson.write(grafeas), InTotoStatement.class))
                .isEqualTo(grafeas);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void an_in_toto_statement_v1_survives_the_way_through_grafeas(
            @ForAll("statementsV1") dev.supplychain.model.intoto.InTotoStatement statement) {
        assertThat(InTotoSlsaProvenanceV1.of(statement).toInToto()).isEqualTo(statement);
    }

    @Provide
    static Arbitrary<dev.supplychain.model.intoto.InTotoStatement> statements() {
        return Arbitraries.oneOf(
                Combinators.combine(Predicates.provenancesV01(), headers(V0_1))
                        .as((predicate, header) -> header.predicateType(PredicateTypes.SLSA_PROVENANCE_V0_1)
                                .predicate(predicate)
                                .build()),
                Combinators.combine(Predicates.provenancesV02(), headers(V0_1))
                        .as((predicate, header) -> header.predicateType(PredicateTypes.SLSA_PROVENANCE_V0_2)
                                .predicate(predicate)
                                .build()));
    }

    @Provide
    static Arbitrary<dev.supplychain.model.intoto.InTotoStatement> statementsV1() {
        return Combinators.combine(Predicates.provenances(), headers(V1))
                .as((predicate, header) -> header.predicateType(PredicateTypes.SLSA_PROVENANCE_V1)
                        .predicate(predicate)
                        .build());
    }

    private static Arbitrary<dev.supplychain.model.intoto.InTotoStatement.Builder> headers(String type) {
        return Combinators.combine(Predicates.resources(), UnknownFields.any())
                .as((subject, unknown) -> dev.supplychain.model.intoto.InTotoStatement.builder()
                        .type(type)
                        .subject(subject)
                        .unknownFields(unknown));
    }

    private static String predicateType(InTotoStatement.Predicate predicate) {
        return predicate instanceof InTotoProvenance
                ? PredicateTypes.IN_TOTO_PROVENANCE_V0_1
                : predicate instanceof SlsaProvenance
                        ? PredicateTypes.SLSA_PROVENANCE_V0_1
                        : PredicateTypes.SLSA_PROVENANCE_V0_2;
    }
}
