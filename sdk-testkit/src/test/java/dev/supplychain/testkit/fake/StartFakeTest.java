package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // the extension sets the fields
class StartFakeTest {
    @StartFake
    private FakeGrafeas field;

    private FakeGrafeas before;

    @BeforeEach
    void keepTheParameter(@StartFake FakeGrafeas parameter) {
        before = parameter;
    }

    @Test
    void gives_parameters_of_a_type_the_same_fake_and_fields_their_own(
            @StartFake FakeGrafeas first, @StartFake FakeGrafeas second) {
        assertThat(first).isSameAs(second).isSameAs(before).isNotSameAs(field);
    }

    @RepeatedTest(2)
    void starts_empty_every_time() {
        Http.get(field, "/v1/projects/p/notes");

        assertThat(field.requests()).hasSize(1);
    }

    @Nested
    class In_a_nested_class {
        @StartFake
        private FakeEndor inner;

        @Test
        void fields_of_all_levels_are_set() {
            assertThat(inner.url()).startsWith("http://").isNotEqualTo(field.url());
        }
    }

    @Nested
    class In_a_constructor {
        private final FakeEndor endor;

        In_a_constructor(@StartFake FakeEndor endor) {
            this.endor = endor;
        }

        @RepeatedTest(2)
        void parameters_are_fresh_too(@StartFake FakeEndor parameter) {
            Http.get(endor, "/v1/namespaces/n/artifact-signatures/1");

            assertThat(endor.requests()).hasSize(1);
            assertThat(parameter).isSameAs(endor);
        }
    }
}
