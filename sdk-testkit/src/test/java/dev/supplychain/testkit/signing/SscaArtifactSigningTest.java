package dev.supplychain.testkit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.oci.OciRegistryClient;
import dev.supplychain.clients.vault.VaultTransitClient;
import dev.supplychain.dsse.cosign.ArtifactFile;
import dev.supplychain.dsse.cosign.ArtifactVerification;
import dev.supplychain.dsse.cosign.BlobSignature;
import dev.supplychain.dsse.cosign.ChainOfCustody;
import dev.supplychain.dsse.cosign.CosignVerifier;
import dev.supplychain.dsse.cosign.DirectorySignatureStore;
import dev.supplychain.dsse.keys.CosignKeys;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.ScryptCost;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Digest;
import dev.supplychain.model.cosign.SignatureSubject;
import dev.supplychain.model.cosign.SigningRecord;
import dev.supplychain.model.oci.ImageReference;
import dev.supplychain.testkit.TestKeys;
import dev.supplychain.testkit.fake.FakeOciRegistry;
import dev.supplychain.testkit.fake.FakeVault;
import dev.supplychain.testkit.fake.StartFake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example does what the vendor's documentation says of the step. */
class SscaArtifactSigningTest {
    private static final Path SPEC = Path.of("../../shared/spec/harness-sign-artifacts.md");
    private static final Pattern PIPELINE = Pattern.compile("```\\R(pipeline:.*?)```", Pattern.DOTALL);
    private static final Digest DIGEST = Digest.sha256("manifest".getBytes(UTF_8));

    @TempDir
    Path folder;

    private final SigningKey key = TestKeys.ecdsaP256();
    private DirectorySignatureStore store;
    private ChainOfCustody records;

    @BeforeEach
    void open() {
        store = DirectorySignatureStore.at(folder.resolve("signatures"));
        records = ChainOfCustody.at(folder.resolve("signings.ndjson"));
    }

    private Function<String, String> secrets() throws Exception {
        Map<String, String> secrets = Map.of(
                "account.Cosign_Private_Key",
                CosignKeys.writePrivateKey(key, "pa55".toCharArray(), ScryptCost.LEGACY),
                "account.Cosign_Password",
                "pa55");
        return reference -> Objects.requireNonNull(secrets.get(reference), reference);
    }

    private static VaultTransitClient noVault(String connector) {
        throw new IllegalArgumentException("no connector " + connector);
    }

    private static SscaArtifactSigning only(String yaml) {
        List<SscaArtifactSigning> steps = SscaArtifactSigning.in(yaml);
        assertThat(steps).hasSize(1);
        return steps.get(0);
    }

    @Test
    void the_documented_pipeline_signs_its_image_and_attaches_the_signature() throws Exception {
        Assumptions.assumeTrue(Files.exists(SPEC), "../shared/spec is missing");
        Matcher pipeline = PIPELINE.matcher(Files.readString(SPEC));
        assertThat(pipeline.find()).isTrue();
        ImageReference image =
                ImageReference.parse("lavakush07/easy-buggy-app:v5").withDigest(DIGEST);
        store.addImage(image);
        SscaArtifactSigning step = only(pipeline.group(1));

        SigningRecord first = step.run(store, records, secrets(), SscaArtifactSigningTest::noVault);
        SigningRecord second = step.run(store, records, secrets(), SscaArtifactSigningTest::noVault);

        assertThat(ArtifactVerification.builder(CosignVerifier.of(key.publicKey()))
                        .store(store)
                        .build()
                        .verifyImage(ImageReference.docker("lavakush07/easy-buggy-app:v5")))
                .singleElement()
                .satisfies(verified -> assertThat(verified.image()).isEqualTo(image));
        // Signing again overwrites the signature; the overview has the latest, the chain of custody both.
        assertThat(store.signatures(SignatureSubject.image(image)))
                .containsExactly(second.cosignSignature().orElseThrow());
        assertThat(records.overview()).isEqualTo(Map.of(DIGEST, second));
        assertThat(records.of(DIGEST)).containsExactly(first, second);
        assertThat(first.artifact()).isEqualTo("docker.io/lavakush07/easy-buggy-app:v5");
        assertThat(first.keyId()).isEqualTo(key.keyId());
    }

    @Test
    void the_documented_pipeline_does_the_same_with_a_registry(@StartFake FakeOciRegistry fake) throws Exception {
        Assumptions.assumeTrue(Files.exists(SPEC), "../shared/spec is missing");
        Matcher pipeline = PIPELINE.matcher(Files.readString(SPEC));
        assertThat(pipeline.find()).isTrue();
        ImageReference image = fake.pushImage("lavakush07/easy-buggy-app", "v5");
        ImageReference tagged = fake.repository("lavakush07/easy-buggy-app").withTag("v5");
        SscaArtifactSigning step =
                only(pipeline.group(1).replace("image: lavakush07/easy-buggy-app:v5", "image: \"" + tagged + "\""));

        try (OciRegistryClient registry = OciRegistryClient.builder(ClientOptions.of(OciRegistryClient.url(image)))
                .settleTime(Duration.ZERO)
                .build()) {
            step.run(registry, records, secrets(), SscaArtifactSigningTest::noVault);
            SigningRecord second = step.run(registry, records, secrets(), SscaArtifactSigningTest::noVault);

            assertThat(registry.signatures(SignatureSubject.image(image)))
                    .containsExactly(second.cosignSignature().orElseThrow());
            assertThat(ArtifactVerification.builder(CosignVerifier.of(key.publicKey()))
                            .store(registry)
                            .build()
                            .verifyImage(tagged, image.digest().orElseThrow()))
                    .singleElement()
                    .satisfies(verified -> assertThat(verified.image()).isEqualTo(image));
            assertThat(records.of(image.digest().orElseThrow())).hasSize(2);
        }
    }

    @Test
    void a_key_in_a_secret_manager_signs_and_nothing_is_attached_by_default(@StartFake FakeVault vault)
            throws Exception {
        vault.createKey("release", "ecdsa-p256");
        FakeVault.AppRole role = vault.createAppRole(Duration.ofMinutes(20), Duration.ofHours(1), "release");
        ImageReference image = ImageReference.parse("my-org/app:1.0").withDigest(DIGEST);
        store.addImage(image);
        SscaArtifactSigning step = only("""
                steps:
                  - step:
                      type: SscaArtifactSigning
                      spec:
                        source:
                          type: docker
                          spec: {connector: dockerhub, image: "my-org/app:1.0"}
                        signing:
                          type: secret-manager
                          spec: {connector: account.vault, key: release}
                """);

        try (VaultTransitClient client = VaultTransitClient.builder(ClientOptions.of(vault.url()))
                .appRole(role.roleId(), role.secretId())
                .build()) {
            SigningRecord record = step.run(store, records, secrets(), Map.of("account.vault", client)::get);

            assertThat(store.signatures(SignatureSubject.image(image))).isEmpty();
            assertThat(ArtifactVerification.builder(CosignVerifier.of(PemKeys.readPublicKey(
                                    client.readKey("release").latest().pem())))
                            .build()
                            .verifyImage(image, List.of(record.cosignSignature().orElseThrow())))
                    .hasSize(1);
        }
    }

    @Test
    void a_file_of_the_workspace_is_signed_under_its_own_or_a_given_name() throws Exception {
        Path jar = Files.writeString(folder.resolve("app.jar"), "content");
        String yaml = """
                - step:
                    type: SscaArtifactSigning
                    spec:
                      source:
                        type: local
                        spec: {workspace: "%s"%s}
                      signing:
                        type: keybased
                        spec: {private_key: account.Cosign_Private_Key, password: account.Cosign_Password}
                      uploadSignature: {upload: true}
                """;

        SigningRecord automatic = only(yaml.replaceFirst("%s", jar.toString()).replace("%s", ""))
                .run(store, records, secrets(), SscaArtifactSigningTest::noVault);
        SigningRecord manual = only(yaml.replaceFirst("%s", jar.toString())
                        .replace("%s", ", artifact_name: backend, version: \"1.2\""))
                .run(store, records, secrets(), SscaArtifactSigningTest::noVault);

        assertThat(automatic.artifact()).isEqualTo("app.jar");
        assertThat(manual.artifact()).isEqualTo("backend");
        assertThat(manual.version()).hasValue("1.2");
        ArtifactVerification verification = ArtifactVerification.builder(CosignVerifier.of(key.publicKey()))
                .store(store)
                .build();
        assertThat(verification.verifyFile(ArtifactFile.of(jar))).hasSize(1);
        assertThat(verification.verifyFile(ArtifactFile.of(jar), List.of(BlobSignature.of(automatic.signature()))))
                .hasSize(1);
        assertThat(records.of(manual.digest())).containsExactly(automatic, manual);
    }

    @Test
    void what_the_example_does_not_do_it_says() {
        SscaArtifactSigning keyless = only("""
                step:
                  type: SscaArtifactSigning
                  spec:
                    source: {type: docker, spec: {image: "my-org/app:1.0"}}
                    signing: {type: keyless, spec: {oidcProvider: harness}}
                """);

        assertThatThrownBy(() -> keyless.run(store, records, secrets(), SscaArtifactSigningTest::noVault))
                .hasMessageContaining("keyless needs a certificate");
        assertThat(SscaArtifactSigning.in("pipeline: {stages: []}")).isEmpty();
    }
}
