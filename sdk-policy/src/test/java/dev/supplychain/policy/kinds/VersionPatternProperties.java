package dev.supplychain.policy.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class VersionPatternProperties {
    @Property
    void agrees_with_the_regular_expression(
            @ForAll @Chars({'1', '.', '*'}) @StringLength(min = 1, max = 8) String pattern,
            @ForAll @Chars({'1', '.', '2'}) @StringLength(max = 10) String version) {
        String regex = "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";

        assertThat(VersionPattern.parse(pattern).fits(version)).isEqualTo(Pattern.matches(regex, version));
    }

    @Property
    void a_version_fits_itself(
            @ForAll @CharRange(from = '+', to = '~') @StringLength(min = 1, max = 20) String version) {
        assertThat(VersionPattern.parse(version).fits(version)).isTrue();
    }
}
