package dev.supplychain.clients.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says to servers who is asking: the program, the SDK, the Java version. */
public final class UserAgent {
    private static final Pattern APPLICATION_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]*(/[A-Za-z0-9._+-]+)?");
    private static final int MAX_CHARS = 80;

    private UserAgent() {}

    /**
     * Checks the name of a program.
     *
     * @throws IllegalArgumentException when it is not like {@code name} or {@code name/version}
     */
    public static void requireApplicationId(String id) {
        if (id.length() > MAX_CHARS || !APPLICATION_ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the applicationId is not like my-plugin/2.1, with letters, digits and ._+- and at most "
                            + MAX_CHARS + " characters");
        }
    }

    /** Such as {@code my-plugin/2.1 supply-chain-sdk/0.1.0 java/17}. */
    static String of(Optional<String> applicationId) {
        return applicationId.map(id -> id + " ").orElse("") + "supply-chain-sdk/" + version() + " java/"
                + Runtime.version().feature();
    }

    private static String version() {
        try (InputStream in = UserAgent.class.getResourceAsStream("version.txt")) {
            // A repackaged jar may have lost it.
            return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
