package dev.supplychain.dsse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.internal.AdaptiveEngine;
import dev.supplychain.dsse.internal.BouncyCastle;
import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C2SP/wycheproof dac1dd47, the files for the algorithms that exist here, on the JDK and after the change of engine. */
class WycheproofTest {
    /** Good signatures that JDK 17 alone refuses; fixed in 25. */
    private static final int REFUSED_BY_JDK_17 = 2;

    @ParameterizedTest
    @CsvSource({
        "ecdsa_secp256r1_sha256_test, 1000",
        "ecdsa_secp256r1_sha256_test, 0",
        "ecdsa_secp256r1_sha256_p1363_test, 1000",
        "ecdsa_secp256r1_sha256_p1363_test, 0",
        "ed25519_test, 1000",
        "ed25519_test, 0"
    })
    void every_signature_gets_its_verdict(String file, int patience) throws Exception {
        List<String> wronglyAccepted = new ArrayList<>();
        List<String> wronglyRefused = new ArrayList<>();
        for (Json group : groups(file)) {
            TrustedKey.Builder key = TrustedKey.builder().publicKey(PemKeys.readPublicKey(text(group, "publicKeyPem")));
            if (file.contains("p1363")) {
                key.legacyScheme(LegacyScheme.P1363);
            }
            BlobVerifier verifier = BlobVerifier.builder()
                    .trust(List.of(key.build()))
                    .engine(new AdaptiveEngine(patience))
                    .build();
            for (Json test : Vectors.member(group, "tests").elements()) {
                boolean valid = text(test, "result").equals("valid");
                boolean accepted = accepts(verifier, hex(test, "msg"), hex(test, "sig"));
                if (valid != accepted) {
                    (valid ? wronglyRefused : wronglyAccepted).add(text(test, "comment"));
                }
            }
        }
        assertThat(wronglyAccepted).isEmpty();
        assertThat(wronglyRefused)
                .hasSizeLessThanOrEqualTo(jdkAloneRefuses() && file.startsWith("ecdsa") ? REFUSED_BY_JDK_17 : 0);
    }

    private static boolean jdkAloneRefuses() {
        return Runtime.version().feature() < 25 && BouncyCastle.find().isEmpty();
    }

    private static boolean accepts(BlobVerifier verifier, byte[] message, byte[] signature) {
        try {
            return verifier.verify(message, Bytes.of(signature)) != null;
        } catch (VerificationException e) {
            return false;
        }
    }

    /** Public keys of the key-agreement files: the odd encodings (compressed, unnamed curve) are refused with the bad. */
    @Test
    void every_public_key_gets_its_verdict() throws Exception {
        List<String> wronglyAccepted = new ArrayList<>();
        List<String> wronglyRefused = new ArrayList<>();
        for (Json group : groups("ecdh_secp256r1_test")) {
            for (Json test : Vectors.member(group, "tests").elements()) {
                boolean valid = text(test, "result").equals("valid");
                boolean accepted = imports(text(test, "public"));
                boolean anotherAllowedCurve = test.toString().contains("WrongCurve")
                        || text(test, "comment").contains("using secp256r1");
                if (valid && !accepted) {
                    wronglyRefused.add(text(test, "comment"));
                }
                if (!valid && accepted && !anotherAllowedCurve) {
                    wronglyAccepted.add(text(test, "comment"));
                }
            }
        }
        assertThat(wronglyAccepted).isEmpty();
        assertThat(wronglyRefused).isEmpty();
    }

    private static boolean imports(String spkiHex) {
        try {
            return TestKeys.publicKey(spkiHex) != null;
        } catch (KeyException e) {
            return false;
        }
    }

    private static List<Json> groups(String file) throws Exception {
        Json document = Vectors.unzipJson("wycheproof.zip", "wycheproof/" + file + ".json");
        return Vectors.member(document, "testGroups").elements();
    }

    private static String text(Json object, String member) {
        return Vectors.text(object, member);
    }

    private static byte[] hex(Json object, String member) {
        return HexFormat.of().parseHex(text(object, member));
    }
}
