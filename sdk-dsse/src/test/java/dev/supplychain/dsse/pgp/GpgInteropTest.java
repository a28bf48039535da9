package dev.supplychain.dsse.pgp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.BlobVerifier;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Pae;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.Tool;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.dsse.Envelope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * gpg and we take each other's keys, messages and signatures. gpg's exit code is no verdict: it is 0 for data that nobody
 * signed. What counts are its status lines.
 */
@Tag("needs-bouncycastle")
@Tag("slow")
class GpgInteropTest {
    private static final byte[] CONTENT = "content\0\r\n with a zero byte, ಠ".getBytes(UTF_8);

    /** A year in which keys are made that have expired since. */
    private static final String THEN = "20240101T000000";

    private static final Instant IN_THEIR_TIME = Instant.parse("2024-01-01T06:00:00Z");

    /** A socket of gpg's agent lies in here, and its path must be short. */
    @TempDir
    static Path home;

    private static Tool gpg;

    @BeforeAll
    static void start() throws IOException {
        // Each use of a passphrase is to take a millisecond, not a second.
        Files.writeString(home.resolve("gpg-agent.conf"), "s2k-count 65536\n");
        gpg = Tool.require("gpg", home).with(Map.of("GNUPGHOME", home.toString(), "LC_ALL", "C"));
    }

    @AfterAll
    static void stopTheAgent() throws Exception {
        Tool.require("gpgconf", home).with(Map.of("GNUPGHOME", home.toString())).run("--kill", "all");
    }

    private static Tool.Result run(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                "--batch",
                "--yes",
                "--no-tty",
                "--pinentry-mode",
                "loopback",
                "--passphrase",
                "",
                "--trust-model",
                "always",
                "--status-fd",
                "1"));
        all.addAll(List.of(arguments));
        return gpg.run(all.toArray(new String[0]));
    }

    /** The fingerprint of a new key. */
    private static String generate(String name, String algorithm, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("--quick-generate-key", name, algorithm, "sign"));
        arguments.add(options.length == 0 ? "never" : "1d");
        return field(run(arguments.toArray(new String[0])).succeeded(), "KEY_CREATED", 2);
    }

    /** The n-th word after that keyword in the status lines. */
    private static String field(Tool.Result result, String keyword, int index) {
        String start = "[GNUPG:] " + keyword + " ";
        String line = result.out()
                .lines()
                .filter(l -> l.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + keyword + " in " + result.out() + result.err()));
        return line.split(" ", -1)[1 + index];
    }

    private static PgpPublicKey exported(String fingerprint) throws Exception {
        Path file = home.resolve(fingerprint + ".pub");
        run("--output", file.toString(), "--export", fingerprint).succeeded();
        return PgpPublicKey.parse(Files.readAllBytes(file));
    }

    private static byte[] write(byte[] content) throws IOException {
        Files.write(home.resolve("content"), content);
        return content;
    }

    /** What gpg writes about the content by that key. */
    private static byte[] signed(String fingerprint, String... options) throws Exception {
        Path out = home.resolve("signed");
        write(CONTENT);
        List<String> arguments = new ArrayList<>(List.of("--local-user", fingerprint, "--output", out.toString()));
        arguments.addAll(List.of(options));
        arguments.add(home.resolve("content").toString());
        run(arguments.toArray(new String[0])).succeeded();
        return Files.readAllBytes(out);
    }

    private static void accepts(byte[] message, PgpPublicKey key) throws Exception {
        VerifiedPgpMessage verified = PgpVerifier.of(key).verify(message);
        assertThat(verified.content().toByteArray()).isEqualTo(CONTENT);
        assertThat(verified.primaryKeyFingerprint()).isEqualTo(key.fingerprint());
    }

    private static void refuses(Reason reason, byte[] message, PgpPublicKey key) {
        assertThatThrownBy(() -> PgpVerifier.of(key).verify(message))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa2048", "rsa3072", "ed25519", "nistp256", "nistp384", "nistp521"})
    void we_verify_what_gpg_signs(String algorithm) throws Exception {
        String fingerprint = generate("gpg " + algorithm, algorithm);
        PgpPublicKey key = exported(fingerprint);

        assertThat(key.fingerprint()).isEqualTo(fingerprint);
        assertThat(key.userIds()).containsExactly("gpg " + algorithm);
        accepts(signed(fingerprint, "--armor", "--sign"), key);
        accepts(signed(fingerprint, "--sign"), key);
        accepts(signed(fingerprint, "--compress-algo", "none", "--sign"), key);
        accepts(signed(fingerprint, "--compress-algo", "zlib", "--armor", "--sign"), key);
        for (String armor : List.of("--armor", "--no-armor")) {
            byte[] detached = signed(fingerprint, armor, "--detach-sign");
            assertThat(PgpVerifier.of(key).verifyDetached(CONTENT, detached).signingKeyFingerprint())
                    .isEqualTo(fingerprint);
            assertThat(BlobVerifier.of(key.toTrustedKey())
                            .verify(CONTENT, Bytes.of(detached))
                            .signer())
                    .isNotNull();
            assertThatThrownBy(() -> PgpVerifier.of(key).verifyDetached("other".getBytes(UTF_8), detached))
                    .isInstanceOfSatisfying(
                            VerificationException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.BAD_SIGNATURE));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "RSA_(PSS_.*|PKCS1_SHA384|PKCS1_SHA512)")
    void gpg_verifies_what_we_sign(SignatureAlgorithm algorithm) throws Exception {
        String secret = PgpSigner.generateKey(
                algorithm, "ours", "öffne dich".toCharArray(), Instant.parse("2026-01-01T00:00:00Z"));
        PgpSigner signer = PgpSigner.read(secret.getBytes(UTF_8), "öffne dich".toCharArray());
        Path message = Files.writeString(home.resolve("message.asc"), signer.sign(CONTENT));
        Path signature = Files.write(
                home.resolve("content.sig"), signer.signDetached(CONTENT).toByteArray());
        Path key =
                Files.writeString(home.resolve("ours.asc"), signer.publicKey().toArmor());
        Path out = home.resolve("opened");
        write(CONTENT);
        assertThat(field(run("--import", key.toString()).succeeded(), "IMPORT_OK", 2))
                .isEqualTo(signer.publicKey().fingerprint());

        Tool.Result attached = run("--output", out.toString(), "--decrypt", message.toString());
        Tool.Result detached =
                run("--verify", signature.toString(), home.resolve("content").toString());

        valid(attached, signer.signingKeyFingerprint(), signer.publicKey().fingerprint());
        valid(detached, signer.signingKeyFingerprint(), signer.publicKey().fingerprint());
        assertThat(Files.readAllBytes(out)).isEqualTo(CONTENT);
        write("other".getBytes(UTF_8));
        assertThat(run("--verify", signature.toString(), home.resolve("content").toString())
                        .out())
                .contains("[GNUPG:] BADSIG ");
    }

    private static void valid(Tool.Result result, String signingKey, String primaryKey) {
        assertThat(result.out()).contains("[GNUPG:] GOODSIG ").doesNotContain("BADSIG");
        assertThat(field(result, "VALIDSIG", 1)).isEqualTo(signingKey);
        assertThat(field(result, "VALIDSIG", 10)).isEqualTo(primaryKey);
    }

    @Test
    void gpg_takes_our_private_key_with_its_passphrase_and_signs_with_it() throws Exception {
        String secret = PgpSigner.generateKey(
                SignatureAlgorithm.ED25519, "moved", "secret".toCharArray(), Instant.parse("2026-01-01T00:00:00Z"));
        Path file = Files.writeString(home.resolve("moved.asc"), secret);
        PgpPublicKey key =
                PgpSigner.read(secret.getBytes(UTF_8), "secret".toCharArray()).publicKey();

        run("--passphrase", "secret", "--import", file.toString()).succeeded();

        accepts(signed(key.fingerprint(), "--passphrase", "secret", "--sign"), key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa2048", "ed25519", "nistp384"})
    void we_sign_with_a_private_key_of_gpg(String algorithm) throws Exception {
        String passphrase = "a pass phrase";
        String fingerprint = field(
                run("--passphrase", passphrase, "--quick-generate-key", "lent " + algorithm, algorithm, "sign", "never")
                        .succeeded(),
                "KEY_CREATED",
                2);
        Path secret = home.resolve("lent.asc");
        run("--passphrase", passphrase, "--armor", "--output", secret.toString(), "--export-secret-keys", fingerprint)
                .succeeded();

        PgpSigner signer = PgpSigner.read(Files.readAllBytes(secret), passphrase.toCharArray());

        assertThat(signer.signingKeyFingerprint()).isEqualTo(fingerprint);
        accepts(signer.sign(CONTENT).getBytes(UTF_8), exported(fingerprint));
        assertThatThrownBy(() -> PgpSigner.read(Files.readAllBytes(secret), "a passphrase".toCharArray()))
                .isInstanceOf(KeyException.class);
    }

    @Test
    void subkeys_sign_for_their_primary_key_in_both_directions() throws Exception {
        String primary = field(
                run("--quick-generate-key", "with subkey", "ed25519", "cert", "never")
                        .succeeded(),
                "KEY_CREATED",
                2);
        String subkey =
                field(run("--quick-add-key", primary, "rsa2048", "sign", "1y").succeeded(), "KEY_CREATED", 2);
        PgpPublicKey key = exported(primary);

        VerifiedPgpMessage message = PgpVerifier.of(key).verify(signed(primary, "--sign"));

        assertThat(message.primaryKeyFingerprint()).isEqualTo(primary);
        assertThat(message.signingKeyFingerprint()).isEqualTo(subkey);
        // The private half of the primary key stays at home.
        Path secret = home.resolve("subkey.gpg");
        run("--output", secret.toString(), "--export-secret-subkeys", primary).succeeded();
        PgpSigner signer = PgpSigner.read(Files.readAllBytes(secret), new char[0]);
        assertThat(signer.signingKeyFingerprint()).isEqualTo(subkey);
        Path ours = Files.writeString(home.resolve("by-subkey.asc"), signer.sign(CONTENT));
        valid(run("--output", home.resolve("opened").toString(), "--decrypt", ours.toString()), subkey, primary);
    }

    @Test
    void gpg_verifies_our_envelopes_and_we_verify_those_made_with_gpg() throws Exception {
        String fingerprint = generate("envelopes", "ed25519");
        Path secret = home.resolve("envelopes.gpg");
        run("--output", secret.toString(), "--export-secret-keys", fingerprint).succeeded();
        PgpSigner signer = PgpSigner.read(Files.readAllBytes(secret), new char[0]);

        Envelope envelope = signer.signEnvelope(TestKeys.statement(TestKeys.PROVENANCE));

        byte[] payload = envelope.payload().toByteArray();
        Path pae = Files.write(
                home.resolve("pae"), Pae.of(envelope.payloadType(), payload).toByteArray());
        Path signature = Files.write(
                home.resolve("pae.sig"), envelope.signatures().get(0).sig().toByteArray());
        valid(run("--verify", signature.toString(), pae.toString()), fingerprint, fingerprint);
        run("--local-user", fingerprint, "--output", signature.toString(), "--detach-sign", pae.toString())
                .succeeded();
        assertThat(PgpVerifier.of(exported(fingerprint))
                        .verifyDetached(Pae.of(envelope.payloadType(), payload), Files.readAllBytes(signature))
                        .signingKeyFingerprint())
                .isEqualTo(fingerprint);
    }

    @Test
    void an_expired_key_counts_in_its_time_only() throws Exception {
        String fingerprint = generate("expired", "ed25519", "--faked-system-time", THEN);
        byte[] message = signed(fingerprint, "--faked-system-time", THEN, "--sign");
        PgpPublicKey key = exported(fingerprint);

        refuses(Reason.EXPIRED, message, key);
        assertThat(PgpVerifier.builder()
                        .trust(key)
                        .clock(Clock.fixed(IN_THEIR_TIME, ZoneOffset.UTC))
                        .build()
                        .verify(message)
                        .signedAt())
                .isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
        Path file = Files.write(home.resolve("expired.gpg"), message);
        assertThat(run("--output", home.resolve("opened").toString(), "--decrypt", file.toString())
                        .out())
                .contains("[GNUPG:] EXPKEYSIG ")
                .doesNotContain("GOODSIG");
    }

    @Test
    void a_key_whose_end_was_put_off_counts_again() throws Exception {
        String fingerprint = generate("prolonged", "ed25519", "--faked-system-time", THEN);
        byte[] message = signed(fingerprint, "--faked-system-time", THEN, "--sign");
        refuses(Reason.EXPIRED, message, exported(fingerprint));

        run("--quick-set-expire", fingerprint, "0").succeeded();

        accepts(message, exported(fingerprint));
    }

    @Test
    void an_expired_signature_is_refused() throws Exception {
        String fingerprint = field(
                run("--faked-system-time", THEN, "--quick-generate-key", "short", "ed25519", "sign", "never")
                        .succeeded(),
                "KEY_CREATED",
                2);
        byte[] message = signed(fingerprint, "--faked-system-time", THEN, "--default-sig-expire", "1d", "--sign");

        refuses(Reason.EXPIRED, message, exported(fingerprint));
    }

    @Test
    void a_revoked_key_is_refused_where_gpg_only_warns() throws Exception {
        String fingerprint = generate("revoked", "ed25519");
        byte[] message = signed(fingerprint, "--sign");
        accepts(message, exported(fingerprint));

        // gpg puts a colon before the certificate that it keeps, lest somebody import it by mistake.
        String kept = Files.readString(home.resolve("openpgp-revocs.d").resolve(fingerprint + ".rev"));
        Path revocation = Files.writeString(home.resolve("revocation.asc"), kept.replace(":-----", "-----"));
        run("--import", revocation.toString()).succeeded();

        refuses(Reason.NO_TRUSTED_SIGNATURE, message, exported(fingerprint));
        revoked(message);
    }

    @Test
    void a_revoked_subkey_is_refused_where_gpg_only_warns() throws Exception {
        String primary = field(
                run("--quick-generate-key", "revoked subkey", "ed25519", "cert", "never")
                        .succeeded(),
                "KEY_CREATED",
                2);
        run("--quick-add-key", primary, "ed25519", "sign", "never").succeeded();
        byte[] message = signed(primary, "--sign");
        accepts(message, exported(primary));

        Path commands = Files.writeString(home.resolve("commands"), "key 1\nrevkey\ny\n1\n\ny\nsave\n");
        run("--command-file", commands.toString(), "--edit-key", primary);

        refuses(Reason.NO_TRUSTED_SIGNATURE, message, exported(primary));
        revoked(message);
    }

    /** gpg opens it, and ends as if all were well. */
    private static void revoked(byte[] message) throws Exception {
        Path file = Files.write(home.resolve("revoked.gpg"), message);
        Tool.Result opened = run("--output", home.resolve("opened").toString(), "--decrypt", file.toString());
        assertThat(opened.exitCode()).isZero();
        assertThat(opened.out()).contains("[GNUPG:] REVKEYSIG ").doesNotContain("GOODSIG");
    }

    @Test
    void other_shapes_that_gpg_writes_are_refused() throws Exception {
        String one = generate("one", "ed25519");
        String two = generate("two", "ed25519");
        PgpPublicKey key = exported(one);

        refuses(Reason.MALFORMED, signed(one, "--clear-sign"), key);
        refuses(Reason.MALFORMED, signed(one, "--textmode", "--sign"), key);
        refuses(Reason.MALFORMED, signed(one, "--compress-algo", "bzip2", "--sign"), key);
        refuses(Reason.MALFORMED, signed(one, "--local-user", two, "--sign"), key);
        refuses(Reason.MALFORMED, signed(one, "--detach-sign"), key);
        refuses(Reason.NO_TRUSTED_SIGNATURE, signed(one, "--store"), key);
        refuses(Reason.NO_TRUSTED_SIGNATURE, signed(one, "--digest-algo", "SHA224", "--sign"), key);
        refuses(Reason.NO_TRUSTED_SIGNATURE, signed(two, "--sign"), key);
        refuses(Reason.NO_TRUSTED_SIGNATURE, signed(one, "--set-notation", "!critical@example.com=x", "--sign"), key);
        accepts(signed(one, "--set-notation", "note@example.com=x", "--sign"), key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256k1", "brainpoolP256r1", "rsa1024", "dsa2048"})
    void keys_that_gpg_makes_and_we_do_not_trust_are_refused(String algorithm) throws Exception {
        String fingerprint = generate("weak " + algorithm, algorithm);

        assertThatThrownBy(() -> exported(fingerprint)).isInstanceOf(KeyException.class);
    }
}
