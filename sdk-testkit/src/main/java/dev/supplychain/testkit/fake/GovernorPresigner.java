package dev.supplychain.testkit.fake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs paths for a while, as the Governor does for {@code /packages/**}: HMAC-SHA256 over path and expiry. */
final class GovernorPresigner {
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
    private static final int KEY_BYTES = 32;

    private final byte[] key = new byte[KEY_BYTES];

    GovernorPresigner() {
        new SecureRandom().nextBytes(key);
    }

    /** The path with a query that lets everybody in. */
    String sign(String path, Instant now) {
        String expires = Long.toString(now.plus(LIFETIME).getEpochSecond());
        return path + "?expires=" + expires + "&signature=" + signature(path, expires);
    }

    /** Whether a request comes with a signature, good or bad. */
    static boolean isPresigned(FakeRequest request) {
        return request.query("signature").isPresent();
    }

    /**
     * Lets a request pass whose signature is good and not too old.
     *
     * @throws Refusal otherwise
     */
    void check(FakeRequest request, Instant now) {
        String expires = request.query("expires").orElse("");
        Optional<String> given = request.query("signature");
        byte[] expected = ascii(signature(request.path(), expires));
        boolean good = given.isPresent() && MessageDigest.isEqual(expected, ascii(given.get()));
        if (!good || !SECONDS.matcher(expires).matches() || now.getEpochSecond() > Long.parseLong(expires)) {
            throw Refusal.of(RpcCode.PERMISSION_DENIED, "The presigned URL is not valid or has expired");
        }
    }

    private String signature(String path, String expires) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(ascii(path + "\n" + expires)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HmacSHA256", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
