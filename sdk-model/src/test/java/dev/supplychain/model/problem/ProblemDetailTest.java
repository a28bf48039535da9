package dev.supplychain.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.Json;
import dev.supplychain.model.JsonArbitraries;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.UnknownFields;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemDetailTest {
    @Test
    void reads_the_problem_of_the_governor() {
        String json = "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                + "\"detail\":\"Policy scan 'build-gate' not found\",\"instance\":\"/default/packages/oci/a/1\"}";

        ProblemDetail problem = ModelJson.read(json, ProblemDetail.class);

        assertThat(problem.type()).hasValue("about:blank");
        assertThat(problem.title()).hasValue("Not Found");
        assertThat(problem.status()).hasValue(404);
        assertThat(problem.detail()).hasValue("Policy scan 'build-gate' not found");
        assertThat(problem.instance()).hasValue("/default/packages/oci/a/1");
        assertThat(ModelJson.writeText(problem)).isEqualTo(json);
    }

    @Test
    void needs_no_member_at_all() {
        assertThat(ModelJson.read("{}", ProblemDetail.class))
                .isEqualTo(ProblemDetail.builder().build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"404\",\"detail\":\"d\"}",
                "{\"status\":404.5,\"detail\":\"d\"}",
                "{\"status\":{\"code\":404},\"detail\":\"d\"}",
                "{\"status\":99999999999,\"detail\":\"d\"}",
                "{\"status\":null,\"title\":[\"t\"],\"type\":7,\"instance\":{},\"detail\":\"d\"}"
            })
    void ignores_members_of_the_wrong_type(String json) {
        assertThat(ModelJson.read(json, ProblemDetail.class))
                .isEqualTo(ProblemDetail.builder().detail("d").build());
    }

    @Test
    void finds_extensions_at_the_top_and_under_properties() {
        ProblemDetail problem = ModelJson.read(
                "{\"errors\":[1],\"gone\":null,\"properties\":{\"errors\":[2],\"successes\":[3],\"gone\":4}}",
                ProblemDetail.class);

        assertThat(problem.extension("errors")).hasValue(Json.parse("[1]"));
        assertThat(problem.extension("successes")).hasValue(Json.parse("[3]"));
        assertThat(problem.extension("gone")).hasValue(Json.of(4));
        assertThat(problem.extension("other")).isEmpty();
    }

    @Test
    void properties_need_not_be_an_object() {
        ProblemDetail problem = ModelJson.read("{\"properties\":\"none\"}", ProblemDetail.class);

        assertThat(problem.extension("errors")).isEmpty();
        assertThat(problem.extension("properties")).hasValue(Json.of("none"));
    }

    @Property(tries = 200)
    void survives_writing_and_reading(@ForAll("problems") ProblemDetail problem) {
        assertThat(ModelJson.read(ModelJson.write(problem), ProblemDetail.class))
                .isEqualTo(problem);
    }

    @Provide
    static Arbitrary<ProblemDetail> problems() {
        return Combinators.combine(
                        JsonArbitraries.text().optional(),
                        JsonArbitraries.text().optional(),
                        Arbitraries.integers().between(100, 999).optional(),
                        UnknownFields.any())
                .as((type, detail, status, unknown) -> ProblemDetail.builder()
                        .type(type)
                        .detail(detail)
                        .status(status.map(OptionalInt::of).orElse(OptionalInt.empty()))
                        .unknownFields(unknown)
                        .build());
    }
}
