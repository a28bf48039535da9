package dev.supplychain.clients.internal;

import java.util.Locale;

/** What a {@code Content-Type} says. */
final class MediaTypes {
    private MediaTypes() {}

    /** The type without parameters, in lower case. */
    static String essence(String contentType) {
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a type without parameters is JSON. */
    static boolean isJson(String essence) {
        return essence.equals("application/json") || (essence.startsWith("application/") && essence.endsWith("+json"));
    }
}
