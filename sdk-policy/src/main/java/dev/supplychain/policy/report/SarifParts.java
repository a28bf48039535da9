package dev.supplychain.policy.report;

import dev.supplychain.model.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The objects of SARIF that all logs have. */
final class SarifParts {
    private static final String UNRESERVED = "-._~/";

    private SarifParts() {}

    /** SARIF §3.11: in a message, braces stand for arguments unless they are doubled, and {@code [a](1)} is a link. */
    static Json message(String text) {
        String escaped =
                VisibleText.prose(text).replace("{", "{{").replace("}", "}}").replace("](", "] (");
        return new Members().put("text", escaped).build();
    }

    /** A text of a rule, without the escapes of a message. */
    static Json text(String text) {
        return new Members().put("text", VisibleText.prose(text)).build();
    }

    /** A place in a file; the column is left out when it is 0, and the region when the line is. */
    static Json physicalLocation(String file, int line, int column) {
        Members location = new Members()
                .put("artifactLocation", new Members().put("uri", uriOf(file)).build());
        if (line > 0) {
            Members region = new Members().put("startLine", Json.of(line));
            if (column > 0) {
                region.put("startColumn", Json.of(column));
            }
            location.put("region", region.build());
        }
        return location.build();
    }

    /** The URI of a file: relative where its name is, so that readers resolve it against their check-out. */
    static String uriOf(String file) {
        String path = file.replace('\\', '/');
        if (path.matches("[A-Za-z]:/.*")) {
            return "file:///" + path.charAt(0) + ":" + encoded(path.substring(2));
        }
        String encoded = encoded(path);
        if (path.startsWith("//")) {
            return "file:" + encoded;
        }
        return path.startsWith("/") ? "file://" + encoded : encoded;
    }

    private static String encoded(String path) {
        StringBuilder uri = new StringBuilder(path.length());
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if ((c < 0x80 && Character.isLetterOrDigit(c)) || UNRESERVED.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return uri.toString();
    }

    /** What a run says first: the tool with its rules, and how columns are counted. */
    static Members run(List<Json> rules, List<Json> notifications) {
        Members driver = new Members()
                .put("name", "Supply-chain SDK for Java")
                .putAll("rules", rules)
                .putAll("notifications", notifications);
        return new Members()
                .put("tool", new Members().put("driver", driver.build()).build())
                .put("columnKind", "unicodeCodePoints");
    }
}
