package dev.supplychain.testkit;

import dev.supplychain.policy.PolicyFiles;
import dev.supplychain.policy.cases.PolicyCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs folders of policy cases as JUnit tests, so that an organisation can test its policies like its code.
 *
 * <pre>{@code
 * class OurPoliciesTest {
 *     @TestFactory
 *     Stream<DynamicTest> policies() throws IOException {
 *         return PolicyTests.in(Path.of("policies/cases"));
 *     }
 * }
 * }</pre>
 *
 * @see PolicyCase
 */
public final class PolicyTests {
    private PolicyTests() {}

    /**
     * One test per folder with a {@code policy.yaml}.
     *
     * @throws IOException when a folder cannot be read
     * @throws IllegalArgumentException when there is none: no test must not look like no failure
     */
    public static Stream<DynamicTest> in(Path root) throws IOException {
        return in(root, UnaryOperator.identity());
    }

    /**
     * {@link #in(Path)} with kinds or languages of your own.
     *
     * @param reader adds them
     * @throws IOException when a folder cannot be read
     * @throws IllegalArgumentException when there is none
     */
    public static Stream<DynamicTest> in(Path root, UnaryOperator<PolicyFiles> reader) throws IOException {
        List<PolicyCase> cases = PolicyCase.in(root);
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("there is no policy.yaml below " + root);
        }
        return cases.stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), each.folder().toUri(), () -> run(each, reader)));
    }

    private static void run(PolicyCase policyCase, UnaryOperator<PolicyFiles> reader) throws IOException {
        PolicyCase.Outcome outcome = policyCase.run(reader);
        if (!outcome.passed()) {
            throw new AssertionError("policy case " + policyCase.name() + " is not as expected:\n  "
                    + String.join("\n  ", outcome.differences()));
        }
    }
}
