package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathParameterTest {
    private final PathParameter id = new PathParameter("id", "-._", 10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a/b",
                "a%2Fb",
                "a\\b",
                "a\u202eb",
                "a\r",
                "a\n",
                "a\0",
                "a?b",
                "a#b",
                "a b",
                "é",
                "12345678901"
            })
    void refuses_what_is_not_on_the_list(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> id.require(value));
    }

    @Test
    void says_which_character_and_where_but_not_the_value() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> id.require("s3cr3t\r\n"))
                .withMessage("the id has the character U+000D at index 6; letters, digits and -._ are allowed");
    }
}
