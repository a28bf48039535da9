package dev.supplychain.dsse.jwt;

import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a token says.
 *
 * <pre>{@code
 * {
 *   "sub": "container:digest:sha256:9f86d0…",
 *   "aud": "//binaryauthorization.googleapis.com",
 *   "exp": 1798761600
 * }
 * }</pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-4.1">RFC 7519, section 4.1</a>
 */
@Value.Immutable
public interface JwtClaims {
    /** {@code iss}: who says it. */
    Optional<String> issuer();

    /** {@code sub}: what it is said about; {@code container:digest:sha256:…} for an image. */
    Optional<String> subject();

    /** {@code aud}: whom it is said to; empty when to nobody in particular. */
    List<String> audience();

    /** {@code exp}: from when on it does not count, in the years 1 to 9999. */
    Optional<Instant> expiresAt();

    /** {@code nbf}: from when on it counts, in the years 1 to 9999. */
    Optional<Instant> notBefore();

    /** {@code iat}: when it was said, in the years 1 to 9999. */
    Optional<Instant> issuedAt();

    /** {@code jti}: the token's own name. */
    Optional<String> jwtId();

    /** {@code resourceUri}: the image by digest, as in the occurrence that carries the token. */
    Optional<String> resourceUri();

    /** All other claims. */
    Map<String, Json> others();

    /** Refuses a claim that stands among the others and has an accessor, and times that are not of the years 1 to 9999. */
    @Value.Check
    default void check() {
        ClaimsCodec.check(this);
    }

    /**
     * Reads the claims in strict JSON.
     *
     * @throws MalformedDataException when it is not a JSON object, or a claim is not of its type
     */
    static JwtClaims parse(byte[] json) {
        return ClaimsCodec.parse(json);
    }

    /** Compact JSON. */
    default byte[] toJson() {
        return ClaimsCodec.json(this).toUtf8();
    }

    /** Starts with the subject of a container image of that digest. */
    static Builder about(Digest image) {
        return builder().subject(ClaimsCodec.SUBJECT_PREFIX + image);
    }

    /** Starts without claims. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link JwtClaims}. */
    final class Builder extends ImmutableJwtClaims.Builder {
        Builder() {}
    }
}
