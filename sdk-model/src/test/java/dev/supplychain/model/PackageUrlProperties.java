package dev.supplychain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PackageUrlProperties {
    @Property
    void a_package_url_leads_back_to_its_parts(@ForAll("packages") PackageUrl purl) {
        PackageUrl read = PackageUrl.parse(purl.toString());

        assertThat(read).isEqualTo(purl).hasSameHashCodeAs(purl).hasToString(purl.toString());
    }

    @Property
    void the_canonical_form_is_a_uri_of_the_allowed_characters(@ForAll("packages") PackageUrl purl) {
        assertThat(purl.toString()).matches("pkg:[A-Za-z0-9.\\-_~%:/@?=&#]+");
        assertThat(URI.create(purl.toString()).getScheme()).isEqualTo("pkg");
    }

    @Property
    void any_text_is_refused_or_has_a_canonical_form_that_stays(@ForAll("texts") String text) {
        Optional<PackageUrl> purl = read(text);

        purl.ifPresent(
                p -> assertThat(PackageUrl.parse(p.toString())).isEqualTo(p).hasToString(p.toString()));
    }

    private static Optional<PackageUrl> read(String text) {
        try {
            return Optional.of(PackageUrl.parse(text));
        } catch (MalformedDataException refused) {
            return Optional.empty();
        }
    }

    @Provide
    static Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "pkg:",
                "npm",
                "maven",
                "pypi",
                "x",
                "/",
                "@",
                "?",
                "#",
                "&",
                "=",
                ":",
                "%",
                "%2F",
                "%40",
                "%2E",
                "..",
                "+",
                "%C3%AB",
                "ë",
                "İ",
                "ß",
                "Σ",
                "K",
                "A",
                " ",
                "\uD83D\uDE00");
        return pieces.list().ofMinSize(1).ofMaxSize(12).map(list -> "pkg:" + String.join("", list));
    }

    @Provide
    static Arbitrary<PackageUrl> packages() {
        return Combinators.combine(
                        Arbitraries.of("generic", "npm", "golang", "hex", "rpm", "docker", "unknown.x-1"),
                        parts(),
                        parts().list().ofMaxSize(3),
                        parts().optional(),
                        Arbitraries.maps(Arbitraries.of("a", "b.c", "b-c", "b_c", "checksum", "Z9"), parts())
                                .ofMaxSize(3),
                        parts().list().ofMaxSize(3))
                .as((type, name, namespace, version, qualifiers, subpath) -> {
                    PackageUrl.Builder builder = PackageUrl.builder(type, "n" + name)
                            .namespace(String.join("/", namespace))
                            .version(version.orElse(""))
                            .subpath(String.join("/", subpath));
                    qualifiers.forEach(builder::qualifier);
                    return builder.build();
                });
    }

    private static Arbitrary<String> parts() {
        return Arbitraries.oneOf(
                        Arbitraries.of(
                                "a", "..", ".", "@s", "a+b", "%", "%41", "a/b", "ಠ", "\uD83D\uDE00", "", "İI", "a b"),
                        Arbitraries.strings().ascii().ofMaxLength(6))
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }
}
