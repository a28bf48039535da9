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

    /** Any text that UTF-8 can encode, controls and characters beyond the basic plane included. */
    public static Arbitrary<String> text() {
        return Arbitraries.integers()
                .between(0, 0x10FFFF)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .list()
                .ofMaxSize(8)
                .map(points -> points.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
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
