package dev.supplychain.testkit.arbitraries;

import dev.supplychain.model.Digest;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Digests; in properties simply {@code @ForAll Digest digest}. */
public final class Digests {
    private static final Map<String, Integer> HEX_DIGITS =
            Map.of("sha1", 40, "sha256", 64, "sha384", 96, "sha512", 128, "gitCommit", 40);

    private Digests() {}

    /** Digests of the algorithms met in practice, SHA-256 most often. */
    public static Arbitrary<Digest> any() {
        Arbitrary<Digest> others = Arbitraries.of(HEX_DIGITS.keySet()).flatMap(Digests::of);
        return Arbitraries.frequencyOf(Tuple.of(3, sha256()), Tuple.of(1, others));
    }

    /** SHA-256 digests. */
    public static Arbitrary<Digest> sha256() {
        return of("sha256");
    }

    private static Arbitrary<Digest> of(String algorithm) {
        return Atoms.hex(HEX_DIGITS.getOrDefault(algorithm, 64)).map(hex -> new Digest(algorithm, hex));
    }
}
