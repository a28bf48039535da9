package dev.supplychain.policy.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.MalformedDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryPatternTest {
    /** The first rows are the vendor's table of patterns. */
    @ParameterizedTest
    @CsvSource({
        "repo.example.com/snapshots, repo.example.com/snapshots, true",
        "repo.example.com/snapshots, repo.example.com/snapshots/x, false",
        "repo.example.com/*, repo.example.com/libs, true",
        "repo.example.com/*, repo.example.com/libs/releases, false",
        "repo.example.com/*, repo.example.com, false",
        "repo.example.com/**, repo.example.com/libs/releases/v1, true",
        "repo.example.com/**, repo.example.com, true",
        "*/staging/**, any.host/staging/a/b, true",
        "*/staging/**, any.host/a/staging/b, false",
        "**/staging/**, any.host/a/staging/b, true",
        "**/staging, any.host/staging/staging, true",
        "**/staging, any.host/staging/other, false",
        "a/**/b/**/c, a/x/b/y/b/z/c, true",
        "a/**/b/**/c, a/x/c, false",
        "repo.example.com/libs-*, repo.example.com/libs-release/, true",
        "REPO.example.com/libs, repo.EXAMPLE.com/libs, true",
        "repo.example.com/libs, repo.example.com/LIBS, false",
        "repo.example.com/libs, https://repo.example.com/libs, true",
        "repo.example.com/libs/, repo.example.com/libs, true",
        "**, anything/at/all, true"
    })
    void fits_as_documented(String pattern, String uri, boolean fits) {
        assertThat(RepositoryPattern.parse(pattern).fits(uri)).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://a/b", "a//b", "/a", "a/b**", "***", "a b", "a/\tb"})
    void refuses_what_is_no_pattern(String text) {
        assertThatThrownBy(() -> RepositoryPattern.parse(text)).isInstanceOf(MalformedDataException.class);
    }

    @Test
    void is_equal_by_its_text() {
        assertThat(RepositoryPattern.parse("a/b"))
                .isEqualTo(RepositoryPattern.parse("a/b"))
                .hasSameHashCodeAs(RepositoryPattern.parse("a/b"))
                .isNotEqualTo(RepositoryPattern.parse("a/c"))
                .hasToString("a/b");
        assertThat(RepositoryPattern.parse("a/" + "b".repeat(998)).text()).hasSize(1000);
        assertThatThrownBy(() -> RepositoryPattern.parse("a/" + "b".repeat(999)))
                .isInstanceOf(MalformedDataException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://repo.example.com/maven2/, https://repo.example.com/maven2",
        "HTTPS://Repo.Example.com:443/Maven2, https://repo.example.com/Maven2",
        "http://repo.example.com:80/a/../b/./c, http://repo.example.com/b/c",
        "https://repo.example.com:8443/a?x=y, https://repo.example.com:8443/a?x=y",
        "https://user@repo.example.com/a, https://user@repo.example.com/a",
        "https://repo.example.com, https://repo.example.com",
        "FILE:///home/me/.m2//, file:///home/me/.m2",
        "not a uri/, not a uri",
        "HTTPS://not a host/a, https://not a host/a"
    })
    void repositories_have_one_form_to_compare(String uri, String normalized) {
        assertThat(RepositoryUri.normalized(uri)).isEqualTo(normalized);
    }
}
