package dev.supplychain.policy.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.policy.PolicyIssue;
import dev.supplychain.policy.PolicySet;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrustedPublicKeysTest {
    private static final SigningKey KEY = SigningKey.generate(SignatureAlgorithm.ECDSA_P256_SHA256);

    @Test
    void reads_keys_in_the_order_of_the_file() throws KeyException {
        String pem = PemKeys.writePublicKey(KEY.publicKey());

        PolicySet set = PolicySet.parse(
                "f", policy("zeta: {pem: %s}\n    alpha: {pemBase64: %s}".formatted(quoted(pem), base64(pem))));

        Map<String, TrustedKey> keys = ((TrustedPublicKeys) set.policies().get(0)).keys();
        assertThat(keys.keySet()).containsExactly("zeta", "alpha");
        assertThat(keys).allSatisfy((name, key) -> {
            assertThat(key.name()).isEqualTo(name);
            assertThat(key.publicKey()).isEqualTo(KEY.publicKey());
        });
    }

    @Test
    void reads_base64_that_is_broken_into_lines() throws KeyException {
        String lines = Base64.getMimeEncoder(40, new byte[] {'\n'})
                .encodeToString(PemKeys.writePublicKey(KEY.publicKey()).getBytes(StandardCharsets.US_ASCII));

        assertThat(issues("a: {pemBase64: " + quoted(lines) + "}")).isEmpty();
    }

    @Test
    void refuses_what_is_no_key() {
        assertThat(issues("a: {pem: hello}\n    b: {pemBase64: aGVsbG8=}\n    c: {pemBase64: '?'}"))
                .extracting(PolicyIssue::message)
                .satisfiesExactly(
                        message -> assertThat(message).startsWith("not a public key: "),
                        message -> assertThat(message).startsWith("not a public key: "),
                        message -> assertThat(message).isEqualTo("not base64"));
    }

    @Test
    void refuses_a_key_that_signatures_cannot_be_checked_with() throws NoSuchAlgorithmException {
        byte[] ed448 = KeyPairGenerator.getInstance("Ed448")
                .generateKeyPair()
                .getPublic()
                .getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(ed448)
                + "\n-----END PUBLIC KEY-----\n";

        assertThat(issues("a: {pem: " + quoted(pem) + "}"))
                .singleElement()
                .extracting(PolicyIssue::message)
                .asString()
                .startsWith("not a public key: ")
                .contains("P-256");
    }

    @Test
    void never_shows_a_private_key() throws KeyException {
        String secret = PemKeys.writePrivateKey(KEY);
        List<PolicyIssue> issues = issues("a: {pem: %s}\n    b: {pemBase64: %s}\n    c: {pemBase64: %s?}"
                .formatted(quoted(secret), base64(secret), base64(secret)));

        assertThat(issues).hasSize(3);
        assertThat(issues.toString())
                .doesNotContain(secret.lines().toList().get(1))
                .doesNotContain(base64(secret).substring(40, 60));
    }

    @Test
    void refuses_a_key_in_two_forms_or_none() throws KeyException {
        String pem = PemKeys.writePublicKey(KEY.publicKey());

        assertThat(issues("a: {}\n    b: {pem: %s, pemBase64: %s}".formatted(quoted(pem), base64(pem))))
                .extracting(PolicyIssue::message)
                .containsExactly("\"a\" needs one of pem, pemBase64", "a key has either pem or pemBase64");
    }

    @Test
    void refuses_a_policy_without_keys() {
        assertThat(PolicySet.check("f", policy("").replace("keys:\n    ", "keys: {}")))
                .extracting(PolicyIssue::message)
                .containsExactly("\"keys\" is empty, which could mean all or none");
    }

    private static List<PolicyIssue> issues(String keys) {
        return PolicySet.check("f", policy(keys));
    }

    private static String policy(String keys) {
        return """
                apiVersion: policy.gradle.com/v1
                kind: TrustedPublicKeys
                metadata: {name: keys, labels: {gate: build}}
                spec:
                  keys:
                """ + "    " + keys + "\n";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\n", "\\n").replace("\r", "") + '"';
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
