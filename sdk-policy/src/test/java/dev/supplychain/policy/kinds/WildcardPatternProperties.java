package dev.supplychain.policy.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class WildcardPatternProperties {
    @Property
    void agrees_with_the_regular_expression(
            @ForAll @Chars({'1', '.', '*'}) @StringLength(min = 1, max = 8) String pattern,
            @ForAll @Chars({'1', '.', '2'}) @StringLength(max = 10) String version) {
        String regex = "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";

        assertThat(WildcardPattern.parse(pattern).fits(version)).isEqualTo(Pattern.matches(regex, version));
    }

    @Property
    void any_case_fits_when_it_does_not_matter(
            @ForAll @Chars({'a', '.', '*'}) @StringLength(min = 1, max = 8) String pattern,
            @ForAll @Chars({'A', '.', 'b'}) @StringLength(max = 10) String version) {
        WildcardPattern parsed = WildcardPattern.parse(pattern);

        assertThat(parsed.fitsIgnoringCase("x" + version + "y", 1, version.length() + 1))
                .isEqualTo(parsed.fits(version.toLowerCase(Locale.ROOT)));
    }

    @Property
    void a_version_fits_itself(
            @ForAll @CharRange(from = '+', to = '~') @StringLength(min = 1, max = 20) String version) {
        assertThat(WildcardPattern.parse(version).fits(version)).isTrue();
    }
}
