package dev.supplychain.testkit.arbitraries;

import dev.supplychain.model.Json;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** JSON values; in properties simply {@code @ForAll Json json}. */
public final class JsonValues {
    private static final int MAX_DEPTH = 3;
    private static final int MAX_MEMBERS = 4;

    private JsonValues() {}

    /** Values of every kind, nested up to three levels. */
    public static Arbitrary<Json> any() {
        return any(MAX_DEPTH);
    }

    /** Objects, whose members are values of every kind. */
    public static Arbitrary<Json> objects() {
        return objects(MAX_DEPTH);
    }

    private static Arbitrary<Json> any(int depth) {
        return depth == 0
                ? scalars()
                : Arbitraries.frequencyOf(
                        Tuple.of(4, scalars()), Tuple.of(1, objects(depth)), Tuple.of(1, arrays(depth)));
    }

    private static Arbitrary<Json> objects(int depth) {
        return Arbitraries.maps(Atoms.text(), Arbitraries.lazy(() -> any(depth - 1)))
                .ofMaxSize(MAX_MEMBERS)
                .map(Json::object);
    }

    private static Arbitrary<Json> arrays(int depth) {
        return Arbitraries.lazy(() -> any(depth - 1))
                .list()
                .ofMaxSize(MAX_MEMBERS)
                .map(Json::array);
    }

    private static Arbitrary<Json> scalars() {
        return Arbitraries.oneOf(
                Atoms.text().map(Json::of),
                Arbitraries.longs().map(Json::of),
                Arbitraries.bigDecimals().ofScale(6).map(Json::of),
                Arbitraries.of(true, false).map(Json::of),
                // The text of a number is kept, so that its other spellings matter.
                Arbitraries.of("1.0", "-0", "1e2", "1E+2", "0.10").map(Json::parse),
                Arbitraries.just(Json.ofNull()));
    }
}
