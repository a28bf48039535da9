package dev.supplychain.dsse.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.internal.Edwards25519.Point;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The points on which providers disagree (H. de Valence, "It's 255:19AM"; ed25519-speccheck). */
class Edwards25519Test {
    private static final Point BASE = point("5866666666666666666666666666666666666666666666666666666666666666");
    private static final BigInteger ORDER =
            BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static final String ORDER_2 = "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f";
    private static final String ORDER_4 = "0000000000000000000000000000000000000000000000000000000000000000";
    private static final String ORDER_8 = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a";

    private static Point point(String hex) {
        return Objects.requireNonNull(Point.decode(HexFormat.of().parseHex(hex)));
    }

    @Test
    void points_are_written_as_they_were_read() {
        for (String hex : List.of(ORDER_2, ORDER_4, ORDER_8)) {
            assertThat(HexFormat.of().formatHex(point(hex).encode())).isEqualTo(hex);
        }
        assertThat(BASE.times(ORDER).isNeutral()).isTrue();
        assertThat(point(ORDER_8).times(BigInteger.valueOf(8)).isNeutral()).isTrue();
        assertThat(point(ORDER_8).times(BigInteger.valueOf(4)).isNeutral()).isFalse();
    }

    @Test
    void computes_the_public_keys_that_the_jdk_does() throws Exception {
        byte[] encoded = CheckedPublicKey.of(TestKeys.EDITH.publicKey()).bits();

        assertThat(Objects.requireNonNull(Point.decode(encoded)).encode()).isEqualTo(encoded);
        assertThat(Edwards25519.problemOfKey(encoded)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {ORDER_2, ORDER_4, ORDER_8})
    void a_key_outside_the_prime_order_group_is_refused(String torsion) {
        byte[] mixed = BASE.times(BigInteger.valueOf(42)).plus(point(torsion)).encode();

        for (byte[] key : List.of(mixed, HexFormat.of().parseHex(torsion))) {
            assertThatThrownBy(() -> CheckedPublicKey.of(KeyKind.ED25519, key))
                    .isInstanceOf(KeyException.class)
                    .hasMessageContaining("not in the prime-order group");
        }
    }

    /** Who holds the key can make signatures that cofactored verifiers take and others do not: all refuse here. */
    @ParameterizedTest
    @ValueSource(strings = {ORDER_2, ORDER_4, ORDER_8})
    void a_signature_with_a_nonce_outside_the_prime_order_group_is_refused_by_all(String torsion) throws Exception {
        BigInteger secret = new BigInteger("123456789123456789");
        byte[] key = BASE.times(secret).encode();
        BigInteger nonce = new BigInteger("987654321987654321");
        byte[] good = signature(key, secret, nonce, BASE.times(nonce), 0);

        assertThat(verdicts(key, good, 0)).containsOnly(true);
        for (int message = 0; message < 12; message++) {
            Point mixed = BASE.times(nonce).plus(point(torsion));
            assertThat(verdicts(key, signature(key, secret, nonce, mixed, message), message))
                    .containsOnly(false);
        }
    }

    private static List<Boolean> verdicts(byte[] key, byte[] signature, int message) throws Exception {
        CheckedPublicKey publicKey = CheckedPublicKey.of(KeyKind.ED25519, key);
        Signable content = Signable.of(new byte[] {(byte) message});
        return List.of(
                verifies(publicKey, JcaEngine.installed(), content, signature),
                verifies(publicKey, new AdaptiveEngine(0), content, signature));
    }

    private static boolean verifies(CheckedPublicKey key, Engine engine, Signable content, byte[] signature)
            throws Exception {
        return new KeyVerifier(SignatureAlgorithm.ED25519, key, Set.of(), engine)
                .problemOf(content, signature)
                .isEmpty();
    }

    /** RFC 8032, section 5.1.6, with a nonce point of our choice. */
    private static byte[] signature(byte[] key, BigInteger secret, BigInteger nonce, Point r, int message)
            throws Exception {
        MessageDigest hash = MessageDigest.getInstance("SHA-512");
        hash.update(r.encode());
        hash.update(key);
        hash.update((byte) message);
        BigInteger k = new BigInteger(1, reversed(hash.digest()));
        BigInteger s = nonce.add(k.multiply(secret)).mod(ORDER);
        byte[] bigEndian = s.toByteArray();
        byte[] fixed = new byte[32];
        System.arraycopy(bigEndian, 0, fixed, 32 - bigEndian.length, bigEndian.length);
        return Der.concat(r.encode(), reversed(fixed));
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
