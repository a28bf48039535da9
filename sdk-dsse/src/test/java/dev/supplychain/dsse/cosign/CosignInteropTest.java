package dev.supplychain.dsse.cosign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.Refusal;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.Tool;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.keys.CosignKeys;
import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.ScryptCost;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.cosign.Bundle;
import dev.supplychain.model.cosign.CosignAnnotations;
import dev.supplychain.model.cosign.CosignAttestation;
import dev.supplychain.model.cosign.CosignSignature;
import dev.supplychain.model.cosign.SimpleSigningPayload;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.PredicateTypes;
import dev.supplychain.model.intoto.Subject;
import dev.supplychain.model.oci.Descriptor;
import dev.supplychain.model.oci.ImageReference;
import dev.supplychain.model.oci.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * cosign 2.5 and this library read and verify what the other wrote and signed, with every kind of key that both have. The
 * test is skipped where cosign is not installed.
 */
@Tag("needs-bouncycastle")
@Tag("slow")
class CosignInteropTest {
    private static final char[] PASSWORD = "hello".toCharArray();
    private static final byte[] CONTENT = "content\n".getBytes(UTF_8);
    private static final String CUSTOM = PredicateTypes.COSIGN_CUSTOM_V1;
    private static final String TRUSTED_ROOT =
            "{\"mediaType\":\"application/vnd.dev.sigstore.trustedroot+json;version=0.1\"}";

    @TempDir
    Path folder;

    private Tool cosign;
    private Path blob;
    private Path root;

    @BeforeEach
    void find_cosign() throws Exception {
        cosign = Tool.require("cosign", folder)
                .with(Map.of("COSIGN_PASSWORD", String.valueOf(PASSWORD), "HOME", folder.toString()));
        blob = Files.write(folder.resolve("blob"), CONTENT);
        root = Files.writeString(folder.resolve("root.json"), TRUSTED_ROOT);
    }

    /** cosign 2.5 hashes with SHA-256 whatever the curve. */
    static Stream<SigningKey> keys() {
        return Stream.of(
                TestKeys.of(SignatureAlgorithm.ECDSA_P256_SHA256),
                TestKeys.of(SignatureAlgorithm.ECDSA_P384_SHA384).legacyScheme(LegacyScheme.ECDSA_SHA256),
                TestKeys.of(SignatureAlgorithm.ECDSA_P521_SHA512).legacyScheme(LegacyScheme.ECDSA_SHA256),
                TestKeys.of(SignatureAlgorithm.ED25519),
                TestKeys.of(SignatureAlgorithm.RSA_PKCS1_SHA256));
    }

    /** What it prints when it succeeds. */
    private String cosign(String... arguments) throws IOException, InterruptedException {
        return cosign.run(arguments).succeeded().out();
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    private String privateKey(SigningKey key) throws Exception {
        return write("k.key", CosignKeys.writePrivateKey(key, PASSWORD, ScryptCost.LEGACY));
    }

    private String publicKey(SigningKey key) throws Exception {
        return write("k.pub", PemKeys.writePublicKey(key.publicKey()));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void cosign_reads_our_key_files(SigningKey key) throws Exception {
        String ours = cosign("public-key", "--key", privateKey(key));

        assertThat(ours.strip())
                .isEqualTo(PemKeys.writePublicKey(key.publicKey()).strip());
    }

    /** Debian's build of 2.5 imports no other kind of key. */
    @Test
    void we_read_an_ed25519_key_that_cosign_imported() throws Exception {
        write("plain.pem", PemKeys.writePrivateKey(TestKeys.EDITH));
        cosign("import-key-pair", "--key", "plain.pem", "--output-key-prefix", "imported");

        SigningKey imported = CosignKeys.readPrivateKey(folder.resolve("imported.key"), PASSWORD);

        assertThat(imported.publicKey()).isEqualTo(TestKeys.EDITH.publicKey());
        assertThat(PemKeys.readPublicKey(folder.resolve("imported.pub"))).isEqualTo(TestKeys.EDITH.publicKey());
    }

    @ParameterizedTest
    @EnumSource(ScryptCost.class)
    void cosign_reads_our_key_files_of_every_cost(ScryptCost cost) throws Exception {
        String pem = CosignKeys.writePrivateKey(TestKeys.ALICE, PASSWORD, cost);

        assertThat(cosign("public-key", "--key", write("any.key", pem)).strip())
                .isEqualTo(PemKeys.writePublicKey(TestKeys.ALICE.publicKey()).strip());
        // The label of older versions.
        assertThat(cosign("public-key", "--key", write("old.key", pem.replace("SIGSTORE", "COSIGN"))))
                .contains("PUBLIC KEY");
    }

    @Test
    void we_read_a_key_that_cosign_generated() throws Exception {
        cosign("generate-key-pair");

        SigningKey key = CosignKeys.readPrivateKey(folder.resolve("cosign.key"), PASSWORD);

        assertThat(key.publicKey()).isEqualTo(PemKeys.readPublicKey(folder.resolve("cosign.pub")));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void cosign_verifies_our_signatures_over_files_in_every_form(SigningKey key) throws Exception {
        BlobSignature signature = CosignSigner.of(key).signBlob(blob);
        String pub = publicKey(key);
        String text = write("blob.sig", signature.text());
        String legacy = write("blob.bundle", signature.legacyBundle().toJson());
        String bundle = write("blob.sigstore.json", signature.bundle().toJson());

        cosign(verifyBlob(pub, "--signature", text));
        cosign(verifyBlob(pub, "--bundle", legacy));
        cosign(verifyBlob(pub, "--bundle", bundle, "--new-bundle-format", "--trusted-root", root.toString()));
        write("blob", "changed");
        assertThat(cosign.run(verifyBlob(pub, "--signature", text)).exitCode()).isNotZero();
    }

    private static String[] verifyBlob(String pub, String... more) {
        return Stream.of(
                        Stream.of("verify-blob", "--key", pub, "--insecure-ignore-tlog", "--private-infrastructure"),
                        Stream.of(more),
                        Stream.of("blob"))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void we_verify_signatures_of_cosign_over_files_in_every_form(SigningKey key) throws Exception {
        String pem = privateKey(key);
        cosign(
                "sign-blob",
                "--key",
                pem,
                "--tlog-upload=false",
                "-y",
                "--output-signature",
                "s",
                "--bundle",
                "b",
                "blob");
        cosign("sign-blob", "--key", pem, "--tlog-upload=false", "-y", "--new-bundle-format", "--bundle", "n", "blob");
        CosignVerifier verifier = CosignVerifier.of(key.toTrustedKey());

        for (String form : List.of("s", "b", "n")) {
            VerifiedBlobSignature verified = verifier.verifyBlob(blob, BlobSignature.parse(read(form)));

            assertThat(verified.sha256()).isEqualTo(Digest.sha256(CONTENT));
            assertThat(verified.signer().keyId()).isEqualTo(key.keyId());
            assertThat(Refusal.reasonOf(() -> verifier.verifyBlob(new byte[0], BlobSignature.parse(read(form)))))
                    .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        }
        assertThat(BlobSignature.parse(read("n")).bundle()).isEqualTo(Bundle.parse(read("n")));
    }

    private static InTotoStatement statement(String type) {
        return InTotoStatement.builder()
                .type(type)
                .addSubject(Subject.of("blob", Digest.sha256(CONTENT)))
                .predicateType(CUSTOM)
                .predicate(Json.parse("{\"Data\":\"x\",\"Timestamp\":\"2026-11-21T00:00:00Z\"}"))
                .build();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void cosign_verifies_our_attestations_of_files(SigningKey key) throws Exception {
        CosignSigner signer = CosignSigner.of(key);
        String pub = publicKey(key);
        InTotoStatement older = statement(InTotoStatement.STATEMENT_V0_1);
        InTotoStatement statement = statement(InTotoStatement.STATEMENT_V1);
        String envelope = write("a.dsse", signer.attest(older).content().toByteArray());
        String bundle = write("a.json", signer.attestBundle(statement).toJson());

        cosign(verifyAttestation(pub, "--signature", envelope));
        cosign(verifyAttestation(pub, "--bundle", bundle, "--new-bundle-format", "--trusted-root", root.toString()));
    }

    private static String[] verifyAttestation(String pub, String... more) {
        String[] command = verifyBlob(pub, more);
        command[0] = "verify-blob-attestation";
        return Stream.concat(Stream.of(command), Stream.of("--type", "custom")).toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void we_verify_attestations_of_cosign_for_files(SigningKey key) throws Exception {
        String pem = privateKey(key);
        write("predicate.json", "{\"a\":1}");
        String[] common = {
            "attest-blob",
            "--key",
            pem,
            "--tlog-upload=false",
            "-y",
            "--type",
            "custom",
            "--predicate",
            "predicate.json"
        };
        cosign(Stream.concat(Stream.of(common), Stream.of("--output-signature", "s", "--bundle", "b", "blob"))
                .toArray(String[]::new));
        cosign(Stream.concat(Stream.of(common), Stream.of("--new-bundle-format", "--bundle", "n", "blob"))
                .toArray(String[]::new));
        CosignVerifier verifier = CosignVerifier.of(key.toTrustedKey());

        for (String form : List.of("s", "b", "n")) {
            VerifiedAttestation verified = verifier.verifyAttestation(read(form), CUSTOM, Digest.sha256(CONTENT));

            assertThat(verified.signer().keyId()).isEqualTo(key.keyId());
            assertThat(verified.statement().predicateType()).isEqualTo(CUSTOM);
        }
        // cosign puts the public key into its older bundle, where others have a certificate.
        assertThat(verifier.verifyAttestation(read("b"), CUSTOM, Digest.sha256(CONTENT))
                        .material()
                        .certificate())
                .isEqualTo(MaterialStatus.NOT_CHECKED);
    }

    @Test
    void cosign_verifies_our_images_and_their_attestations() throws Exception {
        try (InMemoryRegistry registry = new InMemoryRegistry()) {
            ImageReference image = pushImage(registry);
            CosignSigner signer = CosignSigner.of(TestKeys.ALICE);
            CosignSignature signature = signer.signImage(image, Map.of("owner", "dev"));
            CosignAttestation attestation = signer.attest(InTotoStatement.builder()
                    .from(statement(InTotoStatement.STATEMENT_V1))
                    .subject(List.of(Subject.of("app", image.digest().orElseThrow())))
                    .build());
            push(registry, CosignSignature.tag(image.digest().orElseThrow()), signature.layer(), signature.payload());
            push(
                    registry,
                    CosignAttestation.tag(image.digest().orElseThrow()),
                    attestation.layer(),
                    attestation.content());
            String pub = publicKey(TestKeys.ALICE);

            cosign(verifyImage("verify", pub, image, "-a", "owner=dev"));
            cosign(verifyImage("verify-attestation", pub, image, "--type", "custom"));
            assertThat(cosign.run(verifyImage("verify", pub, image, "-a", "owner=ops"))
                            .exitCode())
                    .isNotZero();
        }
    }

    private static ImageReference pushImage(InMemoryRegistry registry) {
        Digest digest = registry.push("team/app", "1.0", List.of(), List.of());
        return ImageReference.parse(registry.repository("team/app")).withDigest(digest);
    }

    private static void push(InMemoryRegistry registry, String tag, Descriptor layer, Bytes content) {
        registry.push("team/app", tag, List.of(layer), List.of(content.toByteArray()));
    }

    private static String[] verifyImage(String command, String pub, ImageReference image, String... more) {
        return Stream.concat(
                        Stream.of(command, "--key", pub, "--insecure-ignore-tlog", "--private-infrastructure"),
                        Stream.concat(Stream.of(more), Stream.of(image.toString())))
                .toArray(String[]::new);
    }

    @Test
    void we_verify_images_of_cosign_and_their_attestations() throws Exception {
        try (InMemoryRegistry registry = new InMemoryRegistry()) {
            ImageReference image = pushImage(registry);
            Digest digest = image.digest().orElseThrow();
            String pem = privateKey(TestKeys.ALICE);
            write("predicate.json", "{\"a\":1}");
            cosign("sign", "--key", pem, "--tlog-upload=false", "-y", "-a", "owner=dev", image.toString());
            cosign(
                    "attest",
                    "--key",
                    pem,
                    "--tlog-upload=false",
                    "-y",
                    "--type",
                    "custom",
                    "--predicate",
                    "predicate.json",
                    image.toString());
            CosignVerifier verifier = CosignVerifier.of(TestKeys.ALICE.toTrustedKey());

            Descriptor signed = onlyLayer(registry, CosignSignature.tag(digest));
            Descriptor attested = onlyLayer(registry, CosignAttestation.tag(digest));

            CosignSignature layer = new CosignSignature(signed, Bytes.of(registry.blob(signed)));
            VerifiedImageSignature verified =
                    verifier.verifyImage(image, List.of(layer)).get(0);
            assertThat(verified.annotations()).isEqualTo(Map.of("owner", Json.of("dev")));
            assertThat(verified.dockerReference()).hasValue(image.repository());
            assertThat(layer.payload())
                    .isEqualTo(SimpleSigningPayload.cosign(image, Map.of("owner", "dev"))
                            .bytes());
            assertThat(verifier.verifyAttestation(
                                    new CosignAttestation(attested, Bytes.of(registry.blob(attested))), CUSTOM, digest)
                            .signer()
                            .keyId())
                    .isEqualTo(TestKeys.ALICE.keyId());
        }
    }

    private static Descriptor onlyLayer(InMemoryRegistry registry, String tag) {
        Manifest manifest = registry.manifest("team/app", tag).orElseThrow();
        assertThat(manifest.layers()).hasSize(1);
        return manifest.layers().get(0);
    }

    /** What {@link DifferentialTest} says about cosign, asked of cosign. */
    @ParameterizedTest
    @EnumSource(DifferentialTest.Row.class)
    void cosign_is_as_lenient_as_we_are_in_its_compatible_way(DifferentialTest.Row row) throws Exception {
        try (InMemoryRegistry registry = new InMemoryRegistry()) {
            ImageReference image = pushImage(registry);
            Digest digest = image.digest().orElseThrow();
            Bytes payload = Bytes.utf8(row.payload(image));
            Descriptor layer = Descriptor.builder()
                    .from(Descriptor.of(SimpleSigningPayload.MEDIA_TYPE, payload.toByteArray()))
                    .putAnnotations(
                            CosignAnnotations.SIGNATURE,
                            Bytes.of(TestKeys.ALICE.sign(payload.toByteArray())).base64())
                    .build();
            push(registry, CosignSignature.tag(digest), layer, payload);

            Tool.Result result = cosign.run(verifyImage("verify", publicKey(TestKeys.ALICE), image));

            assertThat(result.exitCode() == 0).as(result.err()).isEqualTo(row.isAcceptedLikeCosign());
        }
    }
}
