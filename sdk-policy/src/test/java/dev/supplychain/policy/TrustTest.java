package dev.supplychain.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.VerifiedStatement;
import dev.supplychain.model.intoto.InTotoStatement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** There is no public path from an envelope that was not verified to a verdict. */
@AnalyzeClasses(packages = "dev.supplychain.policy", importOptions = ImportOption.DoNotIncludeTests.class)
class TrustTest {
    @ArchTest
    static final ArchRule ENVELOPES_ARE_NOT_EVEN_KNOWN = noClasses()
            .that()
            .resideOutsideOfPackage("dev.supplychain.policy.cases") // signs what it then has verified
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.supplychain.model.dsse..");

    @ArchTest
    static final ArchRule THE_VERIFIER_IS_NOT_BYPASSED =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.supplychain.dsse.internal..");

    @ArchTest
    static final ArchRule STATEMENTS_TO_JUDGE_ARE_NOT_MADE_HERE = noClasses()
            .that()
            .areNotAssignableTo(ScanSummary.class) // makes statements of a report, for others to sign
            .should()
            .callMethod(InTotoStatement.class, "parse", byte[].class)
            .orShould()
            .callMethod(InTotoStatement.class, "builder");

    @Test
    void evidence_is_made_of_a_verified_statement_and_nothing_else() {
        assertThat(publicMakers(Evidence.class))
                .isNotEmpty()
                .allSatisfy(maker -> assertThat(Arrays.asList(maker.getParameterTypes()))
                        .startsWith(VerifiedStatement.class)
                        .isSubsetOf(VerifiedStatement.class, String.class));
    }

    @Test
    void nobody_else_makes_a_report() {
        assertThat(publicMakers(PolicyScanReport.class)).isEmpty();
        assertThat(PolicyScanReport.class).isFinal();
    }

    @Test
    void nobody_else_makes_a_judgement_of_a_scan() {
        assertThat(publicMakers(EvidenceSet.class))
                .allSatisfy(maker -> assertThat(maker.getGenericParameterTypes()[0].getTypeName())
                        .isEqualTo("java.util.List<" + Evidence.class.getName() + ">"));
        assertThat(Arrays.stream(SummaryRules.class.getMethods())
                        .filter(method ->
                                Arrays.asList(method.getParameterTypes()).contains(byte[].class)))
                .singleElement()
                .satisfies(method -> assertThat(method.getParameterTypes()[0]).isEqualTo(EnvelopeVerifier.class));
    }

    @Test
    void a_scan_takes_evidence_only() {
        List<Method> scans = Arrays.stream(PolicyEvaluator.class.getMethods())
                .filter(method -> method.getReturnType() == PolicyScanReport.class)
                .toList();

        assertThat(scans)
                .hasSize(4)
                .extracting(method -> method.getGenericParameterTypes()[method.getParameterCount() - 1].getTypeName())
                .containsOnly("java.util.List<" + Evidence.class.getName() + ">", EvidenceSet.class.getName());
    }

    @Test
    void a_set_of_evidence_takes_an_envelope_only_together_with_a_verifier() {
        assertThat(EvidenceSet.class.getConstructors()).isEmpty();
        assertThat(Arrays.stream(EvidenceSet.Builder.class.getMethods())
                        .filter(method ->
                                Arrays.asList(method.getParameterTypes()).contains(byte[].class)))
                .hasSize(2)
                .allSatisfy(method -> assertThat(method.getParameterTypes()[0]).isEqualTo(EnvelopeVerifier.class));
    }

    /** The constructors and static factories that anybody may call. */
    private static List<Executable> publicMakers(Class<?> type) {
        Stream<Constructor<?>> constructors = Arrays.stream(type.getConstructors());
        Stream<Method> factories = Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type);
        return Stream.<Executable>concat(constructors, factories).toList();
    }
}
