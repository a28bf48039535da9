package dev.supplychain.clients.internal;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that a server encoded for web pages although nobody asked it to. */
final class HtmlEntities {
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[a-z]{2,4});");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");
    private static final int DECIMAL = 10;
    private static final int HEXADECIMAL = 16;

    private HtmlEntities() {}

    /** The text with the entities replaced that stand for a character. */
    static String decode(String text) {
        return ENTITY.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(character(match.group(1), match.group())));
    }

    private static String character(String entity, String otherwise) {
        if (!entity.startsWith("#")) {
            return NAMED.getOrDefault(entity, otherwise);
        }
        boolean hex = entity.charAt(1) == 'x' || entity.charAt(1) == 'X';
        int codePoint = Integer.parseInt(entity.substring(hex ? 2 : 1), hex ? HEXADECIMAL : DECIMAL);
        return Character.isValidCodePoint(codePoint) && Character.getType(codePoint) != Character.SURROGATE
                ? Character.toString(codePoint)
                : otherwise;
    }
}
