package dev.supplychain.dsse.internal.openpgp;

import dev.supplychain.dsse.internal.CheckedPublicKey;
import java.util.Map;
import java.util.Optional;

/** Which hashes are taken under which key (RFC 9580, sections 9.5 and 5.2.3.2). */
final class HashRules {
    private static final Map<Integer, Integer> BITS = Map.of(8, 256, 9, 384, 10, 512);
    private static final Map<Integer, String> REFUSED =
            Map.of(1, "MD5", 2, "SHA-1", 3, "RIPEMD-160", 11, "SHA-224", 12, "SHA3-256", 14, "SHA3-512");

    private HashRules() {}

    /** Why a signature with that hash proves nothing; absent when it may. */
    static Optional<String> problemOf(int hash, CheckedPublicKey key) {
        Integer bits = BITS.get(hash);
        if (bits == null) {
            return Optional.of("its hash " + REFUSED.getOrDefault(hash, "with number " + hash)
                    + " is not accepted; accepted are SHA-256, SHA-384 and SHA-512");
        }
        int least = leastBits(key);
        return bits < least
                ? Optional.of("its hash has " + bits + " bits, fewer than the " + least + " for its curve")
                : Optional.empty();
    }

    private static int leastBits(CheckedPublicKey key) {
        return switch (key.kind()) {
            case EC_P384 -> 384;
            case EC_P521 -> 512;
            default -> 256;
        };
    }
}
