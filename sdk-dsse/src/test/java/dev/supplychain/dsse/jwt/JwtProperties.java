package dev.supplychain.dsse.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class JwtProperties {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final List<SigningKey> KEYS = List.of(TestKeys.ALICE, TestKeys.EDITH);
    private static final List<String> TOKENS =
            KEYS.stream().map(JwtProperties::token).toList();
    private static final List<JwtVerifier> VERIFIERS =
            KEYS.stream().map(JwtProperties::verifier).toList();

    private static String token(SigningKey key) {
        try {
            return JwtSigner.of(key).sign(JwtClaims.about(TestKeys.APP).build());
        } catch (KeyException | SigningException e) {
            throw new IllegalStateException(e);
        }
    }

    @Property(tries = 200)
    void claims_are_read_as_they_were_written(@ForAll("claims") JwtClaims claims) {
        assertThat(JwtClaims.parse(claims.toJson())).isEqualTo(claims);
    }

    @Property(tries = 50)
    void what_was_signed_is_verified(@ForAll("keys") SigningKey key, @ForAll("claims") JwtClaims claims)
            throws Exception {
        JwtClaims timeless = JwtClaims.builder()
                .from(claims)
                .expiresAt(Optional.empty())
                .notBefore(Optional.empty())
                .build();

        String token = JwtSigner.of(key).sign(timeless);

        assertThat(verifier(key).verify(token).claims()).isEqualTo(timeless);
    }

    /** One text for one token: whatever is changed in it, it is another one. */
    @Property(tries = 300)
    void a_token_with_another_character_is_refused(
            @ForAll("signers") int signer,
            @ForAll @IntRange(max = 400) int place,
            @ForAll("characters") char replacement) {
        StringBuilder changed = new StringBuilder(TOKENS.get(signer));
        int at = place % changed.length();
        boolean same = changed.charAt(at) == replacement;
        changed.setCharAt(at, replacement);

        assertThat(accepts(VERIFIERS.get(signer), changed.toString())).isEqualTo(same);
    }

    @Property(tries = 50)
    void a_token_with_more_or_less_at_its_end_is_refused(
            @ForAll("signers") int signer, @ForAll @Size(min = 1, max = 4) List<@From("characters") Character> more) {
        String token = TOKENS.get(signer);
        StringBuilder longer = new StringBuilder(token);
        more.forEach(longer::append);

        assertThat(accepts(VERIFIERS.get(signer), longer.toString())).isFalse();
        assertThat(accepts(VERIFIERS.get(signer), token.substring(0, token.length() - more.size())))
                .isFalse();
    }

    @Property(tries = 200)
    void any_text_is_refused(@ForAll @StringLength(max = 60) String text) {
        assertThat(accepts(VERIFIERS.get(0), text)).isFalse();
    }

    private static boolean accepts(JwtVerifier verifier, String token) {
        try {
            return verifier.verify(token) != null;
        } catch (VerificationException e) {
            return false;
        }
    }

    private static JwtVerifier verifier(SigningKey key) {
        return JwtVerifier.builder().trust(key.toTrustedKey()).clock(CLOCK).build();
    }

    @Provide
    Arbitrary<SigningKey> keys() {
        return Arbitraries.of(KEYS);
    }

    @Provide
    Arbitrary<Integer> signers() {
        return Arbitraries.of(0, 1);
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars()
                .range('A', 'Z')
                .range('a', 'z')
                .range('0', '9')
                .with('-', '_', '.', '=', '+', '/', ' ', '\n', 'ಠ');
    }

    @Provide
    Arbitrary<JwtClaims> claims() {
        Arbitrary<String> texts = Arbitraries.strings()
                .ofMaxLength(12)
                .filter(text -> UTF_8.newEncoder().canEncode(text));
        Arbitrary<Optional<Instant>> times = Arbitraries.longs()
                .between(-62135596800L, 253402300799L)
                .flatMap(second ->
                        Arbitraries.integers().between(0, 999_999_999).map(nano -> Instant.ofEpochSecond(second, nano)))
                .optional();
        return Combinators.combine(
                        texts.optional(),
                        texts.optional(),
                        texts.list().ofMaxSize(3),
                        times,
                        times,
                        times,
                        texts.map(text -> "x-" + text).set().ofMaxSize(3))
                .as((issuer, subject, audience, exp, nbf, iat, others) -> {
                    JwtClaims.Builder builder = JwtClaims.builder()
                            .issuer(issuer)
                            .subject(subject)
                            .audience(audience)
                            .expiresAt(exp)
                            .notBefore(nbf)
                            .issuedAt(iat);
                    others.forEach(name -> builder.putOthers(name, Json.of(name)));
                    return builder.build();
                });
    }
}
