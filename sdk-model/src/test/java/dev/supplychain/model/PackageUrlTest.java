package dev.supplychain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PackageUrlTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "purl-read.csv", delimiter = '|', numLinesToSkip = 1)
    void follows_the_rule(
            String rule,
            String input,
            String canonical,
            @Nullable String namespace,
            String name,
            @Nullable String version,
            @Nullable String qualifiers,
            @Nullable String subpath) {
        PackageUrl purl = PackageUrl.parse(input);

        assertThat(purl.namespace()).isEqualTo(Optional.ofNullable(namespace));
        assertThat(purl.name()).isEqualTo(name);
        assertThat(purl.version()).isEqualTo(Optional.ofNullable(version));
        assertThat(qualifiers(purl)).isEqualTo(qualifiers == null ? "" : qualifiers);
        assertThat(purl.subpath()).isEqualTo(Optional.ofNullable(subpath));
        assertThat(purl).hasToString(canonical);
        assertThat(PackageUrl.parse(canonical)).isEqualTo(purl).hasToString(canonical);
        assertThat(rebuilt(purl)).isEqualTo(purl).hasToString(canonical).hasSameHashCodeAs(purl);
    }

    private static String qualifiers(PackageUrl purl) {
        return purl.qualifiers().entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(";"));
    }

    private static PackageUrl rebuilt(PackageUrl purl) {
        PackageUrl.Builder builder = PackageUrl.builder(purl.type(), purl.name())
                .namespace(purl.namespace().orElse(""))
                .version(purl.version().orElse(""))
                .subpath(purl.subpath().orElse(""));
        purl.qualifiers().forEach(builder::qualifier);
        return builder.build();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "purl-refused.csv", delimiter = '|', numLinesToSkip = 1)
    void refuses(String rule, String input, String place) {
        assertThatThrownBy(() -> PackageUrl.parse(input))
                .isInstanceOfSatisfying(
                        MalformedDataException.class, e -> assertThat(e.place()).isEqualTo(place))
                .hasMessageStartingWith("package URL \"");
    }

    @Test
    void makes_the_common_ones_from_their_parts() {
        assertThat(PackageUrl.maven("com.example", "my-app", "1.0.0"))
                .hasToString("pkg:maven/com.example/my-app@1.0.0");
        assertThat(PackageUrl.of("npm", "@angular", "animation", "12.3.1"))
                .hasToString("pkg:npm/%40angular/animation@12.3.1");
        assertThat(PackageUrl.of("generic", "", "widget", "")).hasToString("pkg:generic/widget");
        assertThat(PackageUrl.of("generic", "/a//b/", "/widget/", "1")).hasToString("pkg:generic/a/b/widget@1");
    }

    @Test
    void refuses_wrong_parts_as_the_callers_mistake() {
        assertThatThrownBy(() -> PackageUrl.maven("", "my-app", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "package URL \"maven//my-app\" at namespace: there is none; a package of type maven needs one");
        assertThatThrownBy(() -> PackageUrl.of("generic", "", "", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PackageUrl.of("1x", "", "w", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PackageUrl.of("generic", "", "w", "\uD83D"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unpaired surrogate");
        assertThatThrownBy(() -> PackageUrl.builder("generic", "w")
                        .qualifier("in production", "true")
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void gives_the_qualifiers_that_all_types_share() {
        PackageUrl purl =
                PackageUrl.parse("pkg:maven/g/a@1?checksum=sha1:abc,sha256:def&repository_url=repo.example%2Fm2");

        assertThat(purl.checksums()).containsExactly("sha1:abc", "sha256:def");
        assertThat(purl.repositoryUrl()).hasValue("repo.example/m2");
        assertThat(purl.qualifier("Repository_URL")).hasValue("repo.example/m2");
        assertThat(PackageUrl.parse("pkg:maven/g/a").checksums()).isEmpty();
    }

    @Test
    void writes_checksums_with_the_names_that_package_urls_use() {
        PackageUrl purl = PackageUrl.builder("generic", "w")
                .checksums(List.of(new Digest("sha3_256", "ab".repeat(32)), Digest.ofSha256("cd".repeat(32))))
                .repositoryUrl("https://r.example")
                .build();

        assertThat(purl.checksums()).containsExactly("sha3-256:" + "ab".repeat(32), "sha256:" + "cd".repeat(32));
    }

    @Test
    void changes_a_copy() {
        PackageUrl purl = PackageUrl.parse("pkg:npm/%40vue/runtime@3?os=mac#dist");

        assertThat(purl.toBuilder().version("4").qualifier("OS", "").build())
                .hasToString("pkg:npm/%40vue/runtime@4#dist");
        assertThat(purl.coordinates()).hasToString("pkg:npm/%40vue/runtime@3");
        assertThat(purl).hasToString("pkg:npm/%40vue/runtime@3?os=mac#dist");
    }

    @Test
    void tells_known_types_from_others() {
        assertThat(PackageUrl.parse("pkg:maven/g/a").hasKnownType()).isTrue();
        assertThat(PackageUrl.parse("pkg:acme/a").hasKnownType()).isFalse();
    }

    @Test
    void quotes_foreign_text_in_its_messages_safely() {
        assertThatThrownBy(() -> PackageUrl.parse("pkg:generic/a\n2026 forged log line"))
                .isInstanceOf(MalformedDataException.class)
                .message()
                .doesNotContain("\n");
    }
}
