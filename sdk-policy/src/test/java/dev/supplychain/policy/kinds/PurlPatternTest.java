package dev.supplychain.policy.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.MalformedDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurlPatternTest {
    /** The first rows are the vendor's table of patterns. */
    @ParameterizedTest
    @CsvSource({
        "pkg:maven/org.example/artifact, pkg:maven/org.example/artifact@1.0.0, true",
        "pkg:maven/org.example/artifact@1.0.0, pkg:maven/org.example/artifact@1.0.0, true",
        "pkg:maven/org.example/artifact@1.0.0, pkg:maven/org.example/artifact@1.0.1, false",
        "pkg:maven/org.example/artifact@1.0.*, pkg:maven/org.example/artifact@1.0.5, true",
        "pkg:maven/org.example/artifact@1.0.*, pkg:maven/org.example/artifact@1.1.0, false",
        "pkg:maven/org.example/*, pkg:maven/org.example/foo, true",
        "pkg:maven/org.example/*, pkg:maven/org.example/bar@2, true",
        "pkg:maven/org.example/*@1.0.0, pkg:maven/org.example/foo@1.0.0, true",
        "pkg:maven/org.example/*@1.0.0, pkg:maven/org.example/foo@1.0.1, false",
        "pkg:maven/*/*, pkg:maven/any.thing/at-all@1, true",
        "pkg:npm/@scope/*, pkg:npm/@scope/package-a, true",
        "pkg:npm/@scope/*, pkg:npm/%40scope/package-b@1.0.0, true",
        "pkg:npm/%40scope/*, pkg:npm/@scope/package-b@1.0.0, true",
        "pkg:npm/@scope/*, pkg:npm/@other/package-b@1.0.0, false",
        "pkg:npm/*, pkg:npm/react@18, true",
        "pkg:npm/*, pkg:npm/@scope/react@18, false",
        "pkg:maven/org.example/artifact, pkg:npm/org.example/artifact, false",
        "pkg:maven/org.example/artifact, pkg:maven/org.example/artifact2, false",
        "pkg:maven/org.example/artifact, pkg:maven/org.example.sub/artifact, false",
        "pkg:maven/org.*/artifact, pkg:maven/org.example.sub/artifact, true",
        "PKG:MAVEN/ORG.example/ARTIFACT, pkg:maven/org.EXAMPLE/artifact, true",
        "pkg:golang/github.com/*/*, pkg:golang/github.com/a/b/c@v1, true",
        "pkg:golang/github.com/a/b, pkg:golang/github.com/a/b@v1#sub/path, true",
        "pkg:maven/g/a, pkg:maven/g/a@1?repository_url=https://repo.example.com/a@b, true",
        "pkg:maven/g/a@1, pkg:maven/g/a@1?type=jar, true",
        "pkg:maven/g/a%2Bb, pkg:maven/g/a+b@1, true",
        "pkg:maven/g/a+b, pkg:maven/g/a%2Bb@1, true",
        "pkg:maven/g/a@1%2F2, pkg:maven/g/a@1%2f2, true",
        "pkg:generic/a%40b, pkg:generic/a%40b, true",
        "pkg:generic/a, pkg:generic/a%40b, false",
        "pkg:generic/a%3Fb, pkg:generic/a%3fb@1, true",
        "pkg:pypi/django_package, pkg:pypi/Django-Package@1, true",
        "pkg:pypi/django-*, pkg:pypi/django_package@1, true",
        "pkg:npm/a_b, pkg:npm/a-b@1, false"
    })
    void fits_as_documented(String pattern, String purl, boolean fits) {
        assertThat(PurlPattern.parse(pattern).fits(purl, false)).isEqualTo(fits);
    }

    @Test
    void says_of_a_package_without_version_what_it_is_told_to() {
        PurlPattern one = PurlPattern.parse("pkg:maven/g/a@1.*");

        assertThat(one.fits("pkg:maven/g/a", false)).isFalse();
        assertThat(one.fits("pkg:maven/g/a", true)).isTrue();
        assertThat(one.fits("pkg:maven/g/b", true)).isFalse();
        assertThat(PurlPattern.parse("pkg:maven/g/a@*").fits("pkg:maven/g/a", false))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "maven/g/a",
                "pkg:",
                "pkg:maven",
                "pkg:maven/",
                "pkg:maven/a",
                "pkg:github/a",
                "pkg:m*/g/a",
                "pkg:maven/g/a@",
                "pkg:maven/g//a",
                "pkg:npm/@scope//x",
                "pkg:maven/g/a?type=jar",
                "pkg:maven/g/a#x",
                "pkg:maven/g/a b",
                "pkg:maven/g/${a}",
                "pkg:maven/g/[ab]|c",
                "pkg:maven/g/a%2",
                "pkg:maven/g/a%zz"
            })
    void refuses_what_is_no_pattern(String text) {
        assertThatThrownBy(() -> PurlPattern.parse(text))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith("package URL pattern: ");
    }

    @Test
    void refuses_what_is_too_long() {
        assertThat(PurlPattern.parse("pkg:npm/" + "a".repeat(992)).text()).hasSize(1000);
        assertThatThrownBy(() -> PurlPattern.parse("pkg:npm/" + "a".repeat(993)))
                .isInstanceOf(MalformedDataException.class);
        PurlPattern any = PurlPattern.parse("pkg:npm/*");
        assertThat(any.fits("pkg:npm/" + "a".repeat(4088), false)).isTrue();
        assertThatThrownBy(() -> any.fits("pkg:npm/" + "a".repeat(4089), false))
                .isInstanceOf(MalformedDataException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "npm/a", "pkg:npm", "pkg:npm/", "pkg:/a", "pkg:npm/a/@1", "pkg:npm/%zz"})
    void refuses_what_is_no_package(String purl) {
        PurlPattern any = PurlPattern.parse("pkg:npm/*");

        assertThatThrownBy(() -> any.fits(purl, true)).isInstanceOf(MalformedDataException.class);
    }

    @Test
    void is_equal_by_its_text() {
        assertThat(PurlPattern.parse("pkg:npm/a"))
                .isEqualTo(PurlPattern.parse("pkg:npm/a"))
                .hasSameHashCodeAs(PurlPattern.parse("pkg:npm/a"))
                .isNotEqualTo(PurlPattern.parse("pkg:npm/b"))
                .hasToString("pkg:npm/a");
    }
}
