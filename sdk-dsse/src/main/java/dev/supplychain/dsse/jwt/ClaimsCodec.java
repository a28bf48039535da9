package dev.supplychain.dsse.jwt;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Claims as JSON. */
final class ClaimsCodec {
    /** What stands before the digest of an image in {@code sub}. */
    static final String SUBJECT_PREFIX = "container:digest:";

    private static final String CLAIMS = "JWT claims";
    private static final Set<String> NAMES = Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "resourceUri");
    private static final Instant MIN = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final int NANO_DIGITS = 9;

    private ClaimsCodec() {}

    static JwtClaims parse(byte[] utf8) {
        Json json = Json.parse(utf8);
        if (json.kind() != Json.Kind.OBJECT) {
            throw new MalformedDataException(CLAIMS, "", "expected an object");
        }
        Map<String, Json> others = new LinkedHashMap<>(json.members());
        others.keySet().removeAll(NAMES);
        return JwtClaims.builder()
                .issuer(text(json, "iss"))
                .subject(text(json, "sub"))
                .audience(audience(json))
                .expiresAt(time(json, "exp"))
                .notBefore(time(json, "nbf"))
                .issuedAt(time(json, "iat"))
                .jwtId(text(json, "jti"))
                .resourceUri(text(json, "resourceUri"))
                .others(others)
                .build();
    }

    /** Also a claim that is null is of the wrong type: a reader must not take it for absent. */
    private static Optional<String> text(Json claims, String name) {
        Json value = claims.members().get(name);
        return value == null ? Optional.empty() : Optional.of(text(value, name, "a text"));
    }

    private static String text(Json value, String name, String expected) {
        if (value.kind() != Json.Kind.STRING) {
            throw malformed(name, "expected " + expected);
        }
        return value.string();
    }

    private static List<String> audience(Json claims) {
        Json value = claims.members().get("aud");
        if (value == null) {
            return List.of();
        }
        String expected = "a text or an array of texts";
        return value.kind() == Json.Kind.ARRAY
                ? value.elements().stream()
                        .map(element -> text(element, "aud", expected))
                        .toList()
                : List.of(text(value, "aud", expected));
    }

    /** Seconds since 1970, possibly with a fraction (RFC 7519, section 2). */
    private static Optional<Instant> time(Json claims, String name) {
        Json value = claims.members().get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value.kind() != Json.Kind.NUMBER) {
            throw malformed(name, "expected a number of seconds");
        }
        BigDecimal seconds = value.decimal();
        // Before any arithmetic: 1e999999999 is short, and its digits are not.
        if (seconds.scale() > NANO_DIGITS || seconds.precision() - (long) seconds.scale() > 12) {
            throw malformed(name, "is not a time of the years 1 to 9999 in at most nanoseconds");
        }
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        Instant instant = Instant.ofEpochSecond(
                whole.longValueExact(),
                seconds.subtract(whole).movePointRight(NANO_DIGITS).longValueExact());
        if (instant.isBefore(MIN) || instant.isAfter(MAX)) {
            throw malformed(name, "is not a time of the years 1 to 9999");
        }
        return Optional.of(instant);
    }

    private static MalformedDataException malformed(String name, String problem) {
        return new MalformedDataException(CLAIMS, "/" + name, problem);
    }

    static Json json(JwtClaims claims) {
        Map<String, Json> members = new LinkedHashMap<>();
        claims.issuer().ifPresent(text -> members.put("iss", Json.of(text)));
        claims.subject().ifPresent(text -> members.put("sub", Json.of(text)));
        if (claims.audience().size() == 1) {
            members.put("aud", Json.of(claims.audience().get(0)));
        } else if (!claims.audience().isEmpty()) {
            members.put("aud", Json.strings(claims.audience()));
        }
        claims.expiresAt().ifPresent(time -> members.put("exp", number(time)));
        claims.notBefore().ifPresent(time -> members.put("nbf", number(time)));
        claims.issuedAt().ifPresent(time -> members.put("iat", number(time)));
        claims.jwtId().ifPresent(text -> members.put("jti", Json.of(text)));
        claims.resourceUri().ifPresent(text -> members.put("resourceUri", Json.of(text)));
        members.putAll(claims.others());
        return Json.object(members);
    }

    private static Json number(Instant time) {
        return time.getNano() == 0
                ? Json.of(time.getEpochSecond())
                : Json.of(
                        BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), NANO_DIGITS)));
    }

    static void check(JwtClaims claims) {
        for (String name : claims.others().keySet()) {
            if (NAMES.contains(name)) {
                throw new IllegalArgumentException("claim \"" + name + "\" has a method of its own");
            }
        }
        for (Optional<Instant> time : List.of(claims.expiresAt(), claims.notBefore(), claims.issuedAt())) {
            if (time.isPresent() && (time.get().isBefore(MIN) || time.get().isAfter(MAX))) {
                throw new IllegalArgumentException(time.get() + " is not a time of the years 1 to 9999");
            }
        }
    }
}
