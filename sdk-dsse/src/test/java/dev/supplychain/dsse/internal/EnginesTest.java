package dev.supplychain.dsse.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.SignatureException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnginesTest {
    private static final Signable MESSAGE = Signable.of(new byte[] {1, 2, 3});

    @ParameterizedTest
    @EnumSource
    void what_one_engine_signs_the_others_verify(SignatureAlgorithm algorithm) throws Exception {
        KeyPair pair = KeyPairs.generate(algorithm);
        CheckedPublicKey publicKey = CheckedPublicKey.of(pair.getPublic());
        List<Engine> engines = List.of(JcaEngine.installed(), new AdaptiveEngine(1000), new AdaptiveEngine(0));

        for (Signable message : List.of(MESSAGE, Signable.of(new byte[200_000]))) {
            for (Engine signs : engines) {
                byte[] signature =
                        signs.signing(algorithm, pair.getPrivate(), publicKey).sign(message);
                for (Engine verifies : engines) {
                    assertThat(verifies.verification(algorithm, publicKey).verify(message, signature))
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void changing_the_engine_changes_no_verdict(SignatureAlgorithm algorithm) throws Exception {
        KeyPair pair = KeyPairs.generate(algorithm);
        CheckedPublicKey publicKey = CheckedPublicKey.of(pair.getPublic());
        Engine engine = new AdaptiveEngine(6);
        Engine.Signing signing = engine.signing(algorithm, pair.getPrivate(), publicKey);
        Engine.Verification verification = engine.verification(algorithm, publicKey);

        for (int i = 0; i < 8; i++) {
            byte[] signature = signing.sign(MESSAGE);
            assertThat(verification.verify(MESSAGE, signature)).isTrue();
            assertThat(verification.verify(Signable.of(new byte[0]), signature)).isFalse();
        }
    }

    /** Whatever a provider throws, the signature is not good and nothing else escapes. */
    @Test
    void an_engine_that_throws_has_not_accepted() throws Exception {
        for (Exception failure : List.of(
                new ArrayIndexOutOfBoundsException("bug"),
                new ProviderException("bug"),
                new SignatureException("bug"))) {
            KeyVerifier verifier = new KeyVerifier(
                    SignatureAlgorithm.ED25519,
                    CheckedPublicKey.of(TestKeys.EDITH.publicKey()),
                    Set.of(),
                    new Throwing(failure));

            assertThat(verifier.problemOf(MESSAGE, TestKeys.EDITH.sign(new byte[] {1, 2, 3})))
                    .hasValueSatisfying(problem ->
                            assertThat(problem).contains(failure.getClass().getSimpleName()));
        }
    }

    private record Throwing(Exception failure) implements Engine {
        @Override
        public Verification verification(SignatureAlgorithm algorithm, CheckedPublicKey key) {
            return (message, signature) -> {
                if (failure instanceof SignatureException e) {
                    throw e;
                }
                throw (RuntimeException) failure;
            };
        }

        @Override
        public Signing signing(SignatureAlgorithm algorithm, PrivateKey key, CheckedPublicKey publicKey) {
            throw new UnsupportedOperationException();
        }
    }
}
