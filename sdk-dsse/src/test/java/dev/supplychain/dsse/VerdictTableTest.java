package dev.supplychain.dsse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.internal.AdaptiveEngine;
import dev.supplychain.dsse.internal.Engine;
import dev.supplychain.dsse.internal.JcaEngine;
import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Fixed verdicts on good, bad and odd signatures and keys. The build runs this class with and without BouncyCastle: equal
 * expectations are equal verdicts.
 */
class VerdictTableTest {
    /** The key of the DSSE 1.0.2 example. */
    private static final String P256_KEY = "3059301306072a8648ce3d020106082a8648ce3d030107034200"
            + "0467cd390f77aa359cb08c2235f652270493a9ed832b0abcc01f70954c0390d238"
            + "0c782bd54e269125a44f4433aff1432ce94e12bca73aa67ac80cea12608ddf74";

    private static final String P256_R = "03726ab101ad56c2763b6c6aac8e487275e2a79193a09dc5f859d9f8ef3c4a3b";
    private static final String P256_S = "51eab0c06a369b64a7222537d4887a893dc200ae21060074d57825235b624864";
    private static final String P256_MESSAGE = "DSSEv1 29 http://example.com/HelloWorld 11 hello world";

    /** RFC 8032, section 7.1, test 2. */
    private static final String ED_KEY =
            "302a300506032b65700321003d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";

    private static final String ED_R = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da";
    private static final String ED_S = "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

    private static List<Engine> engines() {
        return List.of(JcaEngine.installed(), new AdaptiveEngine(1000), new AdaptiveEngine(0));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "as published, true, 3044 0220R 0220S",
        "the other s, true, 3045 0220R 022100ae154f3e95c9649c58dddac82b7785767f24f9ff86119e101e41a59fa100dced",
        "r with a needless zero, false, 3045 022100R 0220S",
        "length in the long form, false, 308144 0220R 0220S",
        "length of r in the long form, false, 3045 028120R 0220S",
        "indefinite length, false, 3080 0220R 0220S 0000",
        "a byte behind, false, 3044 0220R 0220S 00",
        "a byte behind inside, false, 3045 0220R 0220S 00",
        "an integer more, false, 3047 0220R 0220S 020101",
        "s missing, false, 3022 0220R",
        "cut off, false, 3044 0220R",
        "r and s swapped, false, 3044 0220S 0220R",
        "r zero, false, 3025 020100 0220S",
        "s zero, false, 3025 0220R 020100",
        "both zero, false, 3006 020100 020100",
        "both one, false, 3006 020101 020101",
        "r negative, false, 3044 0220 83726ab101ad56c2763b6c6aac8e487275e2a79193a09dc5f859d9f8ef3c4a3b 0220S",
        "s plus the order, false, 3045 0220R 02210151eab0bf6a369b65a7222537d4887a88faa8fb5bc81d9ef9c931efe657c56db5",
        "r and s side by side, false, R S",
        "a set instead of a sequence, false, 3144 0220R 0220S",
        "nothing, false, ''"
    })
    void ecdsa(String what, boolean good, String signature) throws Exception {
        verdict(
                what,
                good,
                P256_KEY,
                P256_MESSAGE.getBytes(StandardCharsets.US_ASCII),
                bytes(signature, P256_R, P256_S));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "as published, true, R S",
        "a byte short, false, R 51eab0c06a369b64a7222537d4887a893dc200ae21060074d57825235b6248",
        "a byte more, false, R S 00",
        "a zero byte before each, false, 00 R 00 S",
        "in DER, false, 3044 0220R 0220S",
        "zeros, false, 0000000000000000000000000000000000000000000000000000000000000000"
                + " 0000000000000000000000000000000000000000000000000000000000000000"
    })
    void ecdsa_side_by_side(String what, boolean good, String signature) throws Exception {
        TrustedKey key = TrustedKey.builder()
                .publicKey(TestKeys.publicKey(P256_KEY))
                .legacyScheme(LegacyScheme.P1363)
                .build();
        verdict(what, good, key, P256_MESSAGE.getBytes(StandardCharsets.US_ASCII), bytes(signature, P256_R, P256_S));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "as published, true, R S",
        "a byte behind, false, R S 00",
        "a byte short, false, R 085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c",
        "s plus the order, false, R f52db7415978abc61b2c2eb6aeebfca0387b2eaeb4302aeeb00d291612bb0c10",
        "s with its highest bit set, false, R 085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c80",
        "r neutral, false, 0100000000000000000000000000000000000000000000000000000000000000 S",
        "r not canonical, false, eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f S",
        "r of order 2, false, ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f S",
        "another r, false, 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c S",
        "zeros, false, 0000000000000000000000000000000000000000000000000000000000000000"
                + " 0000000000000000000000000000000000000000000000000000000000000000",
        "nothing, false, ''"
    })
    void ed25519(String what, boolean good, String signature) throws Exception {
        verdict(what, good, ED_KEY, new byte[] {0x72}, bytes(signature, ED_R, ED_S));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "P-256, true, 3059 3013 06072a8648ce3d0201 06082a8648ce3d030107 034200 04 R S",
        "point off the curve, false, 3059 3013 06072a8648ce3d0201 06082a8648ce3d030107 034200 04 R R",
        "point at infinity, false, 3019 3013 06072a8648ce3d0201 06082a8648ce3d030107 030200 00",
        "compressed point, false, 3039 3013 06072a8648ce3d0201 06082a8648ce3d030107 032200 02 R",
        "hybrid point, false, 3059 3013 06072a8648ce3d0201 06082a8648ce3d030107 034200 06 R S",
        "an unused bit, false, 3059 3013 06072a8648ce3d0201 06082a8648ce3d030107 034201 04 R S",
        "curve missing, false, 304f 3009 06072a8648ce3d0201 034200 04 R S",
        "curve null, false, 3051 300b 06072a8648ce3d0201 0500 034200 04 R S",
        "a byte behind, false, 3059 3013 06072a8648ce3d0201 06082a8648ce3d030107 034200 04 R S 00",
        "a byte behind inside, false, 305a 3013 06072a8648ce3d0201 06082a8648ce3d030107 034200 04 R S 00",
        "length in the long form, false, 308159 3013 06072a8648ce3d0201 06082a8648ce3d030107 034200 04 R S",
        "secp256k1, false, 3056 3010 06072a8648ce3d0201 06052b8104000a 034200 04 R S",
        "Ed25519, true, 302a 3005 06032b6570 032100 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "Ed25519 with null parameters, false, 302c 3007 06032b6570 0500 032100"
                + " 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "Ed25519 a byte short, false, 3029 3005 06032b6570 032000"
                + " 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af466",
        "Ed25519 neutral, false, 302a 3005 06032b6570 032100"
                + " 0100000000000000000000000000000000000000000000000000000000000000",
        "Ed25519 of order 4, false, 302a 3005 06032b6570 032100"
                + " 0000000000000000000000000000000000000000000000000000000000000000",
        "Ed25519 of order 8, false, 302a 3005 06032b6570 032100"
                + " c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "Ed25519 y not canonical, false, 302a 3005 06032b6570 032100"
                + " eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "Ed25519 no point, false, 302a 3005 06032b6570 032100"
                + " 0200000000000000000000000000000000000000000000000000000000000000",
        "Ed448, false, 3043 3005 06032b6571 033a00 R 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0"
    })
    void public_keys(String what, boolean good, String spki) {
        boolean accepted;
        try {
            String point = spki.replace("R", P256_KEY.substring(54, 118)).replace("S", P256_KEY.substring(118));
            accepted = TestKeys.publicKey(point.replace(" ", "")) != null;
        } catch (KeyException e) {
            accepted = false;
        }
        assertThat(accepted).as(what).isEqualTo(good);
    }

    private static byte[] bytes(String signature, String r, String s) {
        String hex = signature.replace("R", r).replace("S", s).replace(" ", "");
        return HexFormat.of().parseHex(hex);
    }

    private static void verdict(String what, boolean good, String spki, byte[] message, byte[] signature)
            throws Exception {
        verdict(what, good, TrustedKey.of(TestKeys.publicKey(spki)), message, signature);
    }

    private static void verdict(String what, boolean good, TrustedKey key, byte[] message, byte[] signature) {
        for (Engine engine : engines()) {
            BlobVerifier verifier =
                    BlobVerifier.builder().trust(List.of(key)).engine(engine).build();
            boolean accepted;
            try {
                accepted = verifier.verify(message, Bytes.of(signature)) != null;
            } catch (VerificationException e) {
                accepted = false;
            }
            assertThat(accepted).as("%s on %s", what, engine).isEqualTo(good);
        }
    }
}
