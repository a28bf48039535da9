package dev.supplychain.clients.endor;

import dev.supplychain.clients.AuthHeader;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Timestamp;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token and how long it is good.
 *
 * @param header what is sent
 * @param expiry when the service stops taking it
 * @param oldFrom from when on another is to be fetched
 */
record EndorToken(AuthHeader header, Instant expiry, Instant oldFrom) {
    private static final Duration EARLY = Duration.ofMinutes(30);
    private static final Duration LAST_MINUTE = Duration.ofSeconds(60);

    private static final List<String> TIMES = List.of("expiration_time", "expirationTime", "expires_at", "expiresAt");
    private static final List<String> SECONDS = List.of("expires_in", "expiresIn");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");

    /**
     * The token that an answer holds.
     *
     * @throws MalformedDataException when it holds none, or a time that is none; the token is not quoted
     */
    static EndorToken parse(Json answer, Instant now) {
        String token = answer.get("token")
                .filter(value -> value.kind() == Json.Kind.STRING)
                .map(Json::string)
                .orElseThrow(() -> new MalformedDataException("token", "/token", "is no text"));
        try {
            // Without a time it is good until it is refused.
            return of(
                    new AuthHeader("Authorization", "Bearer " + token),
                    now,
                    expiry(answer, now).orElse(Instant.MAX));
        } catch (IllegalArgumentException e) {
            throw new MalformedDataException("token", "/token", "cannot stand in a header", e);
        }
    }

    private static EndorToken of(AuthHeader header, Instant now, Instant expiry) {
        if (expiry.equals(Instant.MAX)) {
            return new EndorToken(header, expiry, expiry);
        }
        // One that is given for less than an hour is replaced in the middle of its life.
        Duration half = Duration.between(now, expiry).dividedBy(2);
        Duration early = half.compareTo(EARLY) < 0 ? half : EARLY;
        return new EndorToken(header, expiry, expiry.minus(early));
    }

    private static Optional<Instant> expiry(Json answer, Instant now) {
        for (String name : TIMES) {
            Optional<Json> time = answer.get(name);
            if (time.isPresent()) {
                return Optional.of(instant(name, time.get()));
            }
        }
        for (String name : SECONDS) {
            Optional<Json> seconds = answer.get(name);
            if (seconds.isPresent()) {
                return Optional.of(now.plusSeconds(number(name, seconds.get())));
            }
        }
        return Optional.empty();
    }

    private static Instant instant(String name, Json time) {
        try {
            return Timestamp.parse(time.string()).instant();
        } catch (MalformedDataException | DateTimeException e) {
            throw new MalformedDataException("token", "/" + name, "is no RFC 3339 time", e);
        }
    }

    private static long number(String name, Json seconds) {
        String text = seconds.kind() == Json.Kind.NUMBER ? seconds.number() : seconds.string();
        if (!NUMBER.matcher(text).matches()) {
            throw new MalformedDataException("token", "/" + name, "is no number of seconds");
        }
        return Long.parseLong(text);
    }

    /** Whether it may not be used any more. */
    boolean isExpired(Instant now) {
        return !now.isBefore(expiry.minus(LAST_MINUTE));
    }

    /** Whether it is time for another. */
    boolean isOld(Instant now) {
        return !now.isBefore(oldFrom);
    }

    /** The same token, to be replaced a minute from now. */
    EndorToken keptUntilLater(Instant now) {
        return new EndorToken(header, expiry, now.plus(LAST_MINUTE));
    }
}
