/**
 * Attestations as JSON Web Tokens, in the profile that is written down here.
 *
 * <p>Start from {@link dev.supplychain.dsse.jwt.JwtSigner} and {@link dev.supplychain.dsse.jwt.JwtVerifier}; {@link
 * dev.supplychain.dsse.jwt.JwsVerifier} verifies signed objects with any payload. Grafeas and Binary Authorization carry
 * such tokens in {@code AttestationOccurrence.jwts} and say nothing about their claims, so this profile does:
 *
 * <ul>
 *   <li>compact serialization (RFC 7515) of three parts in canonical base64url, at most 16 KiB; never encrypted;
 *   <li>the header is strict JSON; {@code typ} is {@code JWT}, {@code kid} names the key, {@code alg} is the key's: ES256,
 *       ES384, ES512, EdDSA, RS256, RS384, RS512, PS256, PS384 or PS512; {@code crit} and {@code b64} are refused, keys and
 *       addresses of keys in it ({@code jwk}, {@code jku}, {@code x5c}, {@code x5u}) are not looked at;
 *   <li>{@code sub} is {@code container:digest:sha256:} and the digest of the image, or {@code resourceUri} is the image by
 *       digest, or both agree;
 *   <li>{@code exp} and {@code nbf} hold against the verifier's clock; {@code aud} and {@code iss} are those that the
 *       verifier names, when it names any.
 * </ul>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725, best current practices</a>
 */
package dev.supplychain.dsse.jwt;
