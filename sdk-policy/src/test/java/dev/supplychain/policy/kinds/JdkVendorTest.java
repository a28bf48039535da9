package dev.supplychain.policy.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkVendorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oracle | Oracle Corporation | true",
                "Oracle Corporation | oracle | true",
                "BellSoft Liberica | BellSoft | true",
                "Eclipse Temurin | Eclipse Adoptium | true",
                "adoptium | Eclipse Foundation | true",
                "amazon | Amazon.com Inc. | true",
                "Corretto | Amazon.com Inc. | true",
                "zulu | Azul Systems, Inc. | true",
                "semeru | International Business Machines Corporation | true",
                "Red Hat | Red Hat, Inc. | true",
                "oracle | Eclipse Adoptium | false",
                "example | The Example Company | true",
                "the example company | Example | false",
                "exam | Example | false",
                "azul | Azulejo Ltd | false",
                "oracle amazon | Oracle Corporation | false",
                "... | Oracle Corporation | false"
            })
    void names_mean_the_same_maker_or_not(String inPolicy, String inAttestation, boolean same) {
        assertThat(JdkVendor.areSame(inPolicy, inAttestation)).isEqualTo(same);
    }
}
