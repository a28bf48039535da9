package dev.supplychain.clients.grafeas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateMaskTest {
    @Test
    void joins_its_paths_with_commas() {
        assertThat(UpdateMask.of("remediation", "attestation.signatures", "build.intotoStatement._type"))
                .hasToString("remediation,attestation.signatures,build.intotoStatement._type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a b", "a,b", "short_description", "Remediation", "*", "a\n"})
    void refuses_what_is_no_path_of_json_names(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpdateMask.of(path))
                .withMessageContaining("lowerCamelCase");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "kind", "createTime", "updateTime"})
    void refuses_what_only_the_service_sets(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpdateMask.of("remediation", path))
                .withMessage("the update mask has \"" + path + "\", which only the service sets");
    }

    @Test
    void needs_a_path() {
        assertThatIllegalArgumentException().isThrownBy(() -> new UpdateMask(List.of()));
    }
}
