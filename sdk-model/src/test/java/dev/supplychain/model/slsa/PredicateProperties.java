package dev.supplychain.model.slsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Digest;
import dev.supplychain.model.DuplicateMembers;
import dev.supplychain.model.Json;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.Subject;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PredicateProperties {
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void survives_writing_and_reading(@ForAll("predicates") Message predicate) {
        Class<? extends Message> type = typeOf(predicate);

        assertThat(ModelJson.readStrict(ModelJson.write(predicate), type)).isEqualTo(predicate);
        assertThat(ModelJson.read(ModelJson.write(predicate), type)).isEqualTo(predicate);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void survives_in_a_statement(@ForAll("predicates") Message predicate) {
        InTotoStatement statement = InTotoStatement.builder()
                .predicateType("p")
                .predicate(predicate)
                .build();

        assertThat(InTotoStatement.parse(statement.toJson()).predicateAs(typeOf(predicate)))
                .isEqualTo(predicate);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_duplicate_at_any_depth_is_refused(@ForAll("predicates") Message predicate, @ForAll long seed) {
        InTotoStatement statement = InTotoStatement.builder()
                .addSubject(Subject.of("a", Digest.sha256(new byte[0])))
                .predicateType("p")
                .predicate(predicate)
                .build();

        byte[] twice = DuplicateMembers.of(Json.parse(statement.toJson()), seed).orElseThrow();
        assertThatThrownBy(() -> InTotoStatement.parse(twice)).hasMessageContaining("Duplicate field");
        DuplicateMembers.of(ModelJson.toJson(predicate), seed)
                .ifPresent(json -> assertThatThrownBy(() -> ModelJson.readStrict(json, typeOf(predicate)))
                        .hasMessageContaining("Duplicate field"));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void an_older_summary_says_the_same_in_version_1(@ForAll("olderSummaries") VerificationSummaryV02 older) {
        VerificationSummary summary = older.toV1();

        assertThat(summary.passed()).isEqualTo(older.verificationResult().is(VerificationSummary.Result.PASSED));
        assertThat(summary.verifiedLevels())
                .isEqualTo(older.policyLevel().stream().toList());
        assertThat(summary.dependencyLevels()).isEqualTo(older.dependencyLevels());
        assertThat(summary.unknownFields()).isEqualTo(older.unknownFields());
    }

    @Provide
    static Arbitrary<Message> predicates() {
        return Arbitraries.oneOf(
                Predicates.provenancesV01(),
                Predicates.provenancesV02(),
                Predicates.summaries(),
                Predicates.summariesV02(),
                Predicates.links());
    }

    @Provide
    static Arbitrary<VerificationSummaryV02> olderSummaries() {
        return Predicates.summariesV02();
    }

    @SuppressWarnings("unchecked") // the one interface of a generated class is the message
    private static Class<? extends Message> typeOf(Message message) {
        return (Class<? extends Message>) message.getClass().getInterfaces()[0];
    }
}
