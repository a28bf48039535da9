package dev.supplychain.policy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.policy.kinds.PurlGlob;
import dev.supplychain.policy.kinds.PurlPattern;
import dev.supplychain.policy.kinds.RepositoryPattern;
import java.util.List;
import java.util.Locale;

/** Whatever arrives as a policy file or a package: it is read or refused, in bounded time, and nothing but our errors leaves. */
class PolicyFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void a_policy_file_is_read_or_refused(byte[] yaml) {
        List<PolicyIssue> issues = PolicySet.check("f", yaml);
        try {
            PolicySet set = PolicySet.parse("f", yaml);
            if (!issues.isEmpty()) {
                throw new AssertionError("read in spite of " + issues);
            }
            for (PolicyDocument document : set.documents()) {
                document.digest();
            }
        } catch (MalformedDataException e) {
            if (issues.isEmpty()) {
                throw new AssertionError("refused without an issue", e);
            }
        }
    }

    @FuzzTest(maxDuration = "60s")
    void a_package_fits_a_pattern_or_not(FuzzedDataProvider data) {
        String text = data.consumeString(200);
        String purl = data.consumeRemainingAsString();
        tell(() -> PurlPattern.parse(text).fits(purl, false));
        tell(() -> PurlGlob.parse(text).fits(purl));
        tell(() -> RepositoryPattern.parse(text).fits(purl));
        tell(() -> {
            PurlPattern pattern = PurlPattern.parse(text);
            if (pattern.fits(purl, false) && !pattern.fits(purl, true)) {
                throw new AssertionError("a package fits less when what is absent may fit");
            }
            if (pattern.fits(purl, false) && !pattern.fits(purl.toUpperCase(Locale.ROOT), true) && isAscii(purl)) {
                throw new AssertionError("case matters");
            }
        });
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static void tell(Runnable question) {
        try {
            question.run();
        } catch (MalformedDataException expected) {
            // What most inputs are.
        }
    }
}
