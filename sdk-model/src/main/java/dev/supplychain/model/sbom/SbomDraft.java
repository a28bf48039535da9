package dev.supplychain.model.sbom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A component whose members are being read. */
final class SbomDraft {
    private @Nullable String name;
    private @Nullable String version;
    private @Nullable String purl;
    private @Nullable TreeSet<String> severalPurls;
    private List<String> namesAndValues = List.of();

    void name(@Nullable String text) {
        name = text;
    }

    void version(@Nullable String text) {
        version = text;
    }

    /** SPDX allows several for one package; they come out in the order of their texts, wherever they stood. */
    void purl(@Nullable String text) {
        if (text == null || text.equals(purl)) {
            return;
        }
        if (purl == null) {
            purl = text;
            return;
        }
        if (severalPurls == null) {
            severalPurls = new TreeSet<>(List.of(purl));
        }
        severalPurls.add(text);
    }

    /** A digest whose algorithm has its name in a DigestSet already. */
    void digest(@Nullable String digestName, @Nullable String value) {
        if (digestName == null || value == null) {
            return; // neither document type allows it, and nothing can be compared with it
        }
        if (namesAndValues.isEmpty()) {
            namesAndValues = new ArrayList<>(6);
        }
        namesAndValues.add(digestName);
        namesAndValues.add(lowerCase(value));
    }

    /** Nearly all documents write hex in lower case, and this sees it sooner than the library does. */
    private static String lowerCase(String hex) {
        // All digits and lower-case letters have this bit, and no upper-case letter has.
        int common = 0x20;
        for (int i = 0; i < hex.length(); i++) {
            common &= hex.charAt(i);
        }
        return common == 0 ? hex.toLowerCase(Locale.ROOT) : hex;
    }

    void emit(Consumer<? super SbomComponent> each) {
        Map<String, String> digests = digests();
        if (severalPurls == null) {
            each.accept(component(purl, digests));
        } else {
            severalPurls.forEach(one -> each.accept(component(one, digests)));
        }
    }

    private SbomComponent component(@Nullable String onePurl, Map<String, String> digests) {
        return new SbomComponent(
                Optional.ofNullable(onePurl), Optional.ofNullable(name), Optional.ofNullable(version), digests);
    }

    /** The first of each algorithm; up to three different ones, as usual, need no other map in between. */
    private Map<String, String> digests() {
        List<String> pairs = namesAndValues;
        return switch (pairs.size() <= 6 && isDistinct(pairs) ? pairs.size() : Integer.MAX_VALUE) {
            case 0 -> Map.of();
            case 2 -> Map.of(pairs.get(0), pairs.get(1));
            case 4 -> Map.of(pairs.get(0), pairs.get(1), pairs.get(2), pairs.get(3));
            case 6 -> Map.of(pairs.get(0), pairs.get(1), pairs.get(2), pairs.get(3), pairs.get(4), pairs.get(5));
            default -> {
                Map<String, String> digests = new HashMap<>();
                for (int i = 0; i < pairs.size(); i += 2) {
                    digests.putIfAbsent(pairs.get(i), pairs.get(i + 1));
                }
                yield digests;
            }
        };
    }

    private static boolean isDistinct(List<String> pairs) {
        for (int i = 2; i < pairs.size(); i += 2) {
            for (int j = 0; j < i; j += 2) {
                if (pairs.get(i).equals(pairs.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }
}
