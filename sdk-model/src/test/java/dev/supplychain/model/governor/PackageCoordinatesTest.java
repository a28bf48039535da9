package dev.supplychain.model.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageCoordinatesTest {
    @Test
    void has_the_path_of_the_specification() {
        assertThat(PackageCoordinates.maven("com.example", "my-maven-app", "1.0.0")
                        .path())
                .isEqualTo("/packages/maven/com.example/my-maven-app/1.0.0");
        assertThat(PackageCoordinates.oci("testifact", "1.0").path()).isEqualTo("/packages/oci/testifact/1.0");
    }

    @Test
    void sends_each_part_of_a_namespace_as_a_segment() {
        assertThat(new PackageCoordinates("oci", Optional.of("team/payments"), "app", "1").path())
                .isEqualTo("/packages/oci/team/payments/app/1");
        assertThat(new PackageCoordinates("npm", Optional.of("@angular"), "core", "17.0.0").path())
                .isEqualTo("/packages/npm/@angular/core/17.0.0");
    }

    @Test
    void encodes_what_a_path_cannot_hold() {
        assertThat(PackageCoordinates.oci("a b?c#d+é", "1").path()).isEqualTo("/packages/oci/a%20b%3Fc%23d%2B%C3%A9/1");
    }

    @Test
    void a_maven_package_needs_a_namespace() {
        assertThatThrownBy(() -> new PackageCoordinates("Maven", Optional.empty(), "my-app", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"my-app\" needs a namespace");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a/b",
                "../x",
                "a\\b",
                "a%2Fb",
                "%2e%2e",
                "100%",
                "a;b",
                "a\nb",
                "a\u0000",
                "a\u007fb",
                "a\u0085b",
                "a\u200bb",
                "a\u202eb",
                "a\u2066b",
                "a\u2028b",
                "a\uFF0Fb",
                "a\u2215b",
                "a\ud800b"
            })
    void refuses_a_segment_that_could_be_taken_for_something_else(String segment) {
        assertRefused(() -> PackageCoordinates.oci(segment, "1"), "name");
        assertRefused(() -> PackageCoordinates.oci("a", segment), "version");
        if (!segment.equals("a/b")) {
            assertRefused(() -> PackageCoordinates.maven(segment, "a", "1"), "namespace");
        }
        assertRefused(() -> new PackageCoordinates(segment, Optional.empty(), "a", "1"), "type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "a/", "a//b", "a/../b", "a/./b"})
    void refuses_a_namespace_with_a_part_that_names_another_path(String namespace) {
        assertRefused(() -> PackageCoordinates.maven(namespace, "a", "1"), "namespace");
    }

    private static void assertRefused(Runnable coordinates, String part) {
        assertThatThrownBy(coordinates::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("package " + part + " \"")
                .hasMessageNotContainingAny("\u202e", "\n", "\u0000");
    }
}
