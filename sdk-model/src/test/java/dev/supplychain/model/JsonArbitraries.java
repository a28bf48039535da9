package dev.supplychain.model;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random JSON values. */
public final class JsonArbitraries {
    private JsonArbitraries() {}

    /** Any JSON value of a few levels. */
    public static Arbitrary<Json> json() {
        return json(3);
    }

    /** The members of an object. */
    public static Arbitrary<Map<String, Json>> members() {
        return Arbitraries.maps(text(), json(2)).ofMaxSize(3);
    }

    /** Short texts, controls and characters beyond the basic plane included. */
    public static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.of("", "a", "sig", "\u0000", "\"\\/", "\uFEFF", "ಠ", "\uD83D\uDE00", "unknownFields"),
                Arbitraries.strings().ascii().ofMaxLength(8));
    }

    private static Arbitrary<Json> json(int levels) {
        Arbitrary<Json> leaves = Arbitraries.oneOf(
                text().map(Json::of),
                Arbitraries.longs().map(Json::of),
                Arbitraries.bigDecimals().map(Json::of),
                Arbitraries.of(true, false).map(Json::of),
                Arbitraries.just(Json.ofNull()));
        return levels == 0
                ? leaves
                : Arbitraries.oneOf(
                        leaves,
                        json(levels - 1).list().ofMaxSize(3).map(Json::array),
                        Arbitraries.maps(text(), json(levels - 1)).ofMaxSize(3).map(Json::object));
    }
}
