package dev.supplychain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class PolicyTestsTest {
    private static final Path CASES = Path.of("../sdk-policy/src/test/resources/cases/specification");

    @TestFactory
    Stream<DynamicTest> the_cases_of_the_specification() throws IOException {
        return PolicyTests.in(CASES);
    }

    @Test
    void a_case_that_is_not_as_expected_fails_and_says_where(@TempDir Path folder) throws IOException {
        Path policyCase = Files.createDirectories(folder.resolve("gradle"));
        Files.copy(CASES.resolve("5-BuildTool/policy.yaml"), policyCase.resolve("policy.yaml"));
        Files.writeString(policyCase.resolve("expected.json"), "{\"verdict\": \"PASSED\"}");

        List<DynamicTest> tests = PolicyTests.in(folder).toList();

        assertThat(tests).extracting(DynamicTest::getDisplayName).containsExactly("gradle");
        assertThatThrownBy(() -> tests.get(0).getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("verdict: expected \"PASSED\", found \"VACUOUS\"");
    }

    @Test
    void a_folder_without_cases_is_a_mistake(@TempDir Path folder) {
        assertThatThrownBy(() -> PolicyTests.in(folder)).isInstanceOf(IllegalArgumentException.class);
    }
}
