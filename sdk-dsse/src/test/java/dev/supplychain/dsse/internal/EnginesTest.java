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
        KeyPair pair = KeyPairs.generate(algorithm, 2048);
        CheckedPublicKey publicKey = CheckedPublicKey.of(pair.getPublic());
        List<Engine> engines = List.of(JcaEngine.installed(), new AdaptiveEngine(1000), new AdaptiveEngine(0));
        Scheme scheme = Scheme.of(algorithm, publicKey, Set.of());

        for (Signable message : List.of(MESSAGE, Signable.of(new byte[200_000]))) {
            for (Engine signs : engines) {
                byte[] signature =
                        signs.signing(scheme, pair.getPrivate(), publicKey).sign(message);
                for (Engine verifies : engines) {
                    assertThat(new KeyVerifier(scheme, publicKey, false, verifies).problemOf(message, signature))
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void changing_the_engine_changes_no_verdict(SignatureAlgorithm algorithm) throws Exception {
        KeyPair pair = KeyPairs.generate(algorithm, 2048);
        CheckedPublicKey publicKey = CheckedPublicKey.of(pair.getPublic());
        Engine engine = new AdaptiveEngine(6);
        Scheme scheme = Scheme.of(algorithm, publicKey, Set.of());
        Engine.Signing signing = engine.signing(scheme, pair.getPrivate(), publicKey);
        KeyVerifier verifier = new KeyVerifier(scheme, publicKey, false, engine);

        for (int i = 0; i < 8; i++) {
            byte[] signature = signing.sign(MESSAGE);
            assertThat(verifier.problemOf(MESSAGE, signature)).isEmpty();
            assertThat(verifier.problemOf(Signable.of(new byte[0]), signature)).isPresent();
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
        public Verification verification(Scheme scheme, CheckedPublicKey key) {
            return (message, signature) -> {
                if (failure instanceof SignatureException e) {
                    throw e;
                }
                throw (RuntimeException) failure;
            };
        }

        @Override
        public Signing signing(Scheme scheme, PrivateKey key, CheckedPublicKey publicKey) {
            throw new UnsupportedOperationException();
        }
    }
}
