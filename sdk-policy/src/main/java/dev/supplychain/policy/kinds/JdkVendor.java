package dev.supplychain.policy.kinds;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The names that makers of JDKs go by: what people write in a policy, what the JDK says of itself ({@code java.vendor}),
 * and the product.
 */
enum JdkVendor {
    ADOPTIUM("adoptium", "temurin", "eclipse foundation"),
    ADOPTOPENJDK("adoptopenjdk"),
    ALIBABA("alibaba", "dragonwell"),
    AMAZON("amazon", "corretto"),
    APPLE("apple"),
    AZUL("azul", "zulu"),
    BELLSOFT("bellsoft", "liberica"),
    GRAALVM("graalvm"),
    HEWLETT_PACKARD("hewlett packard"),
    IBM("ibm", "semeru", "international business machines"),
    JETBRAINS("jetbrains"),
    MICROSOFT("microsoft"),
    ORACLE("oracle"),
    RED_HAT("red hat", "redhat"),
    SAP("sap", "sapmachine"),
    TENCENT("tencent", "kona");

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, and so are the lists in it
    private final List<List<String>> names;

    JdkVendor(String... names) {
        this.names = Arrays.stream(names).map(JdkVendor::words).toList();
    }

    /**
     * True when a policy's name and an attestation's name mean the same maker: both are names of one that is known here,
     * or else the policy's words, in any case, stand in this order within the attestation's name.
     */
    static boolean areSame(String inPolicy, String inAttestation) {
        List<String> wanted = words(inPolicy);
        List<String> found = words(inAttestation);
        Optional<JdkVendor> wantedVendor = of(wanted);
        Optional<JdkVendor> foundVendor = of(found);
        if (wantedVendor.isPresent() && foundVendor.isPresent()) {
            return wantedVendor.equals(foundVendor);
        }
        return !wanted.isEmpty() && contains(found, wanted);
    }

    /** The maker whose name these words have; absent when none has, or several do. */
    private static Optional<JdkVendor> of(List<String> words) {
        List<JdkVendor> vendors = Arrays.stream(values())
                .filter(vendor -> vendor.names.stream().anyMatch(name -> contains(words, name)))
                .toList();
        return vendors.size() == 1 ? Optional.of(vendors.get(0)) : Optional.empty();
    }

    private static boolean contains(List<String> words, List<String> part) {
        return Collections.indexOfSubList(words, part) >= 0;
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
