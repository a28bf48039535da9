package dev.supplychain.dsse.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.keys.JwkKeys;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.dsse.keys.TrustedKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nimbus takes our keys and tokens, and we take its. It has no Ed25519 without another library. */
class NimbusInteropTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @ParameterizedTest
    @EnumSource(value = SignatureAlgorithm.class, names = "ED25519", mode = EnumSource.Mode.EXCLUDE)
    void nimbus_verifies_our_tokens_with_our_keys(SignatureAlgorithm algorithm) throws Exception {
        SigningKey key = TestKeys.of(algorithm);
        String token = JwtSigner.of(key)
                .sign(JwtClaims.about(TestKeys.APP)
                        .addAudience("a", "b")
                        .expiresAt(NOW)
                        .build());
        JWK jwk = JWK.parse(JwkKeys.writeTrustedKey(key.toTrustedKey()));

        SignedJWT parsed = SignedJWT.parse(token);

        assertThat(parsed.verify(new DefaultJWSVerifierFactory()
                        .createJWSVerifier(
                                parsed.getHeader(),
                                jwk instanceof ECKey ec ? ec.toECPublicKey() : ((RSAKey) jwk).toRSAPublicKey())))
                .isTrue();
        assertThat(parsed.getHeader().getKeyID()).isEqualTo(jwk.getKeyID());
        assertThat(parsed.getHeader().getAlgorithm()).isEqualTo(jwk.getAlgorithm());
        assertThat(parsed.getJWTClaimsSet().getSubject()).isEqualTo("container:digest:" + TestKeys.APP);
        assertThat(parsed.getJWTClaimsSet().getAudience()).containsExactly("a", "b");
        assertThat(parsed.getJWTClaimsSet().getExpirationTime().toInstant()).isEqualTo(NOW);
        assertThat(jwk.computeThumbprint().toString()).isEqualTo(JwkKeys.thumbprint(key.publicKey()));
    }

    @ParameterizedTest
    @EnumSource(value = SignatureAlgorithm.class, names = "ED25519", mode = EnumSource.Mode.EXCLUDE)
    void we_take_the_keys_and_tokens_of_nimbus(SignatureAlgorithm algorithm) throws Exception {
        JWK ours = JWK.parse(JwkKeys.writePrivateKey(TestKeys.of(algorithm)));
        JWSSigner signer = ours instanceof ECKey ec ? new ECDSASigner(ec) : new RSASSASigner((RSAKey) ours);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.parse(ours.getAlgorithm().getName()))
                        .type(JOSEObjectType.JWT)
                        .keyID(ours.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .subject("container:digest:" + TestKeys.APP)
                        .audience(List.of("a"))
                        .expirationTime(Date.from(NOW))
                        .claim("count", 3)
                        .build());
        token.sign(signer);
        TrustedKey trusted = JwkKeys.readTrustedKey(ours.toPublicJWK().toJSONString());

        VerifiedJwt verified = JwtVerifier.builder()
                .trust(trusted)
                .audience("a")
                .clock(Clock.fixed(NOW.minusSeconds(1), ZoneOffset.UTC))
                .build()
                .verify(token.serialize(), TestKeys.APP);

        assertThat(verified.claims().expiresAt()).contains(NOW);
        assertThat(verified.claims().others().get("count")).hasToString("3");
        assertThat(new String(verified.signed().payload().toByteArray(), UTF_8))
                .isEqualTo(token.getPayload().toString());
        assertThat(JwkKeys.readPrivateKey(ours.toJSONString()).publicKey())
                .isEqualTo(TestKeys.of(algorithm).publicKey());
    }
}
