package dev.supplychain.dsse.jwt;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.internal.Base64Url;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import java.nio.charset.StandardCharsets;

/** Whatever arrives as a token: it has one reading, nobody trusts it, and nothing but our errors leaves. */
class JwtFuzzTest {
    private static final JwtVerifier EDITH = JwtVerifier.of(TestKeys.EDITH.toTrustedKey());

    @FuzzTest(maxDuration = "60s")
    void a_token_has_one_reading_or_none(byte[] ascii) {
        String token = new String(ascii, StandardCharsets.ISO_8859_1);
        try {
            CompactJws parsed = CompactJws.parse(token);
            String again =
                    new String(parsed.signed(), StandardCharsets.US_ASCII) + "." + Base64Url.encode(parsed.signature());
            if (!again.equals(token) || parsed.header().kind() != Json.Kind.OBJECT) {
                throw new AssertionError("another token after writing");
            }
        } catch (VerificationException expected) {
            // What most inputs are.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void nothing_is_trusted_that_nobody_signed(byte[] ascii) {
        try {
            EDITH.verify(new String(ascii, StandardCharsets.ISO_8859_1));
            throw new AssertionError("trusted without a signature");
        } catch (VerificationException expected) {
            // The only answer.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void claims_survive_or_are_refused(byte[] json) {
        try {
            JwtClaims claims = JwtClaims.parse(json);
            if (!JwtClaims.parse(claims.toJson()).equals(claims)) {
                throw new AssertionError("other claims after writing");
            }
        } catch (MalformedDataException expected) {
            // What most inputs are.
        }
    }
}
