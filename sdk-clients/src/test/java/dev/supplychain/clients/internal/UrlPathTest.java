package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/packages/oci/a/1.0/sha256:ab/attestations/af:store/ZG9ja2Vy=",
                "/packages/npm/@scope/a~b/1+2/x_y",
                "/a/%C3%A9%20"
            })
    void takes_what_means_the_same_everywhere(String path) {
        assertThat(UrlPath.require("path", path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "/",
                "/a//b",
                "/a/",
                "/a/./b",
                "/a/../b",
                "/a/%2e%2E/b",
                "/a/.%2e",
                "/a%2Fb",
                "/a%5cb",
                "/a\\b",
                "/a?x",
                "/a#f",
                "/a\r\nX: y",
                "/a\0",
                "/a%00",
                "/a%0d%0a",
                "/a%",
                "/a%4",
                "/a%zz",
                "/a%25%32%65",
                "/a\u202eb",
                "/\u00e9",
                "/a b"
            })
    void refuses_what_could_be_taken_for_another_path(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> UrlPath.require("path", path));
    }

    @Test
    void does_not_print_what_it_refuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UrlPath.require("path", "/s3cr3t\r\n"))
                .withMessage("the path has the character U+000D");
    }
}
