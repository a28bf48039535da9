package dev.supplychain.testkit.oci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.oci.OciRegistryClient;
import dev.supplychain.dsse.cosign.ArtifactFile;
import dev.supplychain.dsse.cosign.ArtifactSigning;
import dev.supplychain.dsse.cosign.ArtifactVerification;
import dev.supplychain.dsse.cosign.BlobSignature;
import dev.supplychain.dsse.cosign.CosignSigner;
import dev.supplychain.dsse.cosign.CosignVerifier;
import dev.supplychain.dsse.cosign.VerifiedImageSignature;
import dev.supplychain.dsse.keys.CosignKeys;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.ScryptCost;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.cosign.Bundle;
import dev.supplychain.model.cosign.CosignAttestation;
import dev.supplychain.model.cosign.CosignSignature;
import dev.supplychain.model.cosign.Resigning;
import dev.supplychain.model.cosign.SignatureSubject;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.PredicateTypes;
import dev.supplychain.model.intoto.Subject;
import dev.supplychain.model.oci.Descriptor;
import dev.supplychain.model.oci.ImageReference;
import dev.supplychain.model.oci.Manifest;
import dev.supplychain.model.oci.MediaTypes;
import dev.supplychain.testkit.TestKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The client, docker-registry 2.8 (which has no list of referrers and looks at no conditions) and cosign 2.5. The tests are
 * skipped where those are not installed.
 */
@Tag("slow")
class DockerRegistryInteropTest {
    private static final String PASSWORD = "hello";
    private static final String CUSTOM = PredicateTypes.COSIGN_CUSTOM_V1;
    private static final SigningKey KEY = TestKeys.ecdsaP256();
    private static final CosignSigner SIGNER = CosignSigner.of(KEY);
    private static final String TRUSTED_ROOT =
            "{\"mediaType\":\"application/vnd.dev.sigstore.trustedroot+json;version=0.1\"}";

    @TempDir
    Path folder;

    private DockerRegistry server;
    private OciRegistryClient registry;

    @BeforeEach
    void start() throws Exception {
        server = DockerRegistry.start(folder);
        // Nobody else writes, but for the race.
        registry = OciRegistryClient.builder(ClientOptions.of(server.url()))
                .settleTime(Duration.ZERO)
                .build();
    }

    @AfterEach
    void stop() {
        // Neither is there when the test is skipped.
        Stream.of(registry, server).filter(Objects::nonNull).forEach(DockerRegistryInteropTest::close);
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private ImageReference pushImage() {
        ImageReference target = server.repository("team/app").withTag("1.0");
        Descriptor config = registry.pushBlob(
                target,
                MediaTypes.IMAGE_CONFIG,
                "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}"
                        .getBytes(StandardCharsets.UTF_8));
        Descriptor layer = registry.pushBlob(
                target, "application/vnd.oci.image.layer.v1.tar", "layer".getBytes(StandardCharsets.UTF_8));
        return registry.pushManifest(
                target,
                Manifest.builder()
                        .mediaType(MediaTypes.IMAGE_MANIFEST)
                        .config(config)
                        .addLayers(layer)
                        .build());
    }

    private static InTotoStatement statement(Digest digest) {
        return InTotoStatement.builder()
                .type(InTotoStatement.STATEMENT_V1)
                .addSubject(Subject.of("app", digest))
                .predicateType(CUSTOM)
                .predicate(Json.parse("{\"Data\":\"x\",\"Timestamp\":\"2026-11-21T00:00:00Z\"}"))
                .build();
    }

    @Test
    void an_image_is_signed_pushed_listed_fetched_verified_and_signed_again() throws Exception {
        ImageReference pushed = pushImage();
        ImageReference image =
                pushed.withDigest(registry.resolve(server.repository("team/app").withTag("1.0")));
        assertThat(image).isEqualTo(pushed);
        SignatureSubject subject = SignatureSubject.image(image);
        Digest digest = subject.digest();
        SigningKey second = TestKeys.ed25519();

        registry.attach(subject, SIGNER.signImage(image), Resigning.APPEND);
        registry.attach(subject, CosignSigner.of(second).signImage(image), Resigning.APPEND);
        registry.attach(subject, SIGNER.attest(statement(digest)), Resigning.APPEND);
        registry.attach(subject, SIGNER.attestBundle(statement(digest)), Resigning.APPEND);

        assertThat(registry.tags(image)).contains("1.0", CosignSignature.tag(digest), CosignAttestation.tag(digest));
        CosignVerifier verifier = CosignVerifier.of(KEY.publicKey(), second.publicKey());
        assertThat(verifier.verifyImage(image, registry.signatures(subject)))
                .extracting(verified -> verified.signer().keyId())
                .containsExactly(KEY.keyId(), second.keyId());
        assertThat(verifier.verifyAttestations(registry.attestations(subject), CUSTOM, digest))
                .hasSize(1);
        verifier.verifyAttestation(registry.bundles(subject).get(0), CUSTOM, digest);
        assertThat(registry.referrers(image, Bundle.Version.V0_3.mediaType())).hasSize(1);

        // The same again as the step of a pipeline.
        ArtifactSigning step = ArtifactSigning.builder(KEY)
                .store(registry)
                .attach(Resigning.REPLACE)
                .annotation("again", "yes")
                .build();
        assertThat(step.signImage(server.repository("team/app").withTag("1.0"), digest)
                        .signature())
                .isEqualTo(registry.signatures(subject).get(0));

        List<VerifiedImageSignature> verified =
                ArtifactVerification.builder(verifier).store(registry).build().verifyImage(image);
        assertThat(verified).hasSize(1);
        assertThat(verified.get(0).annotations()).containsEntry("again", Json.of("yes"));
        registry.deleteManifest(image);
        assertThat(registry.tags(image)).doesNotContain("1.0");
    }

    @Test
    void a_file_is_signed_pushed_listed_fetched_verified_and_signed_again() throws Exception {
        Path jar = Files.writeString(folder.resolve("app.jar"), "jar");
        ImageReference files = server.repository("team/files");
        ImageReference artifact =
                registry.pushFile(files.withTag("1.0"), jar, "application/vnd.example.jar", "application/java-archive");
        Descriptor layer = registry.fetchFile(artifact, folder.resolve("back.jar"));
        SignatureSubject file = SignatureSubject.file(layer.digest(), layer.size(), files);

        registry.attach(file, SIGNER.signBlob(jar).bundle(), Resigning.APPEND);
        registry.attach(file, CosignSigner.of(TestKeys.ed25519()).signBlob(jar).bundle(), Resigning.APPEND);
        assertThat(registry.bundles(file)).hasSize(2);
        ArtifactSigning.builder(KEY)
                .store(registry)
                .attach(Resigning.REPLACE)
                .build()
                .signFile(ArtifactFile.of(jar).in(files));

        List<Bundle> bundles = registry.bundles(file);
        assertThat(bundles).hasSize(1);
        CosignVerifier verifier = CosignVerifier.of(KEY.publicKey());
        verifier.verifyBlob(folder.resolve("back.jar"), BlobSignature.of(bundles.get(0)));
        assertThat(ArtifactVerification.builder(verifier)
                        .store(registry)
                        .build()
                        .verifyFile(ArtifactFile.of(jar).in(files)))
                .hasSize(1);
    }

    @Test
    void two_signers_who_race_lose_nothing() throws Exception {
        ImageReference image = pushImage();
        SignatureSubject subject = SignatureSubject.image(image);
        int each = 3;
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<CosignSignature> all = new ArrayList<>();
        List<Bundle> bundles = new ArrayList<>();
        try (OciRegistryClient one = patient();
                OciRegistryClient other = patient()) {
            List<Future<?>> signers = new ArrayList<>();
            for (OciRegistryClient client : List.of(one, other)) {
                List<CosignSignature> own = new ArrayList<>();
                for (int i = 0; i < each; i++) {
                    own.add(SIGNER.signImage(image, Map.of("number", Integer.toString(all.size() + i))));
                }
                all.addAll(own);
                Bundle bundle = SIGNER.signImageBundle(image, Map.of());
                bundles.add(bundle);
                signers.add(threads.submit(() -> {
                    own.forEach(signature -> client.attach(subject, signature, Resigning.APPEND));
                    client.attach(subject, bundle, Resigning.APPEND);
                }));
            }
            for (Future<?> signer : signers) {
                signer.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(registry.signatures(subject)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(registry.bundles(subject)).containsExactlyInAnyOrderElementsOf(bundles);
    }

    @Test
    void two_hundred_megabytes_are_pushed_and_fetched_with_little_memory() throws Exception {
        String output = Program.java(folder)
                .run(
                        "-Xmx48m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeBlob.class.getName(),
                        server.url(),
                        server.repository("team/large").toString(),
                        folder.toString(),
                        "200")
                .succeeded();

        assertThat(output).contains("mismatch at -1 of 209715200 with at most 48 MiB");
    }

    /** A second, for machines that are busy with other things. */
    private OciRegistryClient patient() {
        return OciRegistryClient.builder(ClientOptions.of(server.url()))
                .settleTime(Duration.ofSeconds(1))
                .build();
    }

    private Program cosign() throws Exception {
        Files.writeString(
                folder.resolve("k.key"), CosignKeys.writePrivateKey(KEY, PASSWORD.toCharArray(), ScryptCost.LEGACY));
        Files.writeString(folder.resolve("k.pub"), PemKeys.writePublicKey(KEY.publicKey()));
        Files.writeString(folder.resolve("root.json"), TRUSTED_ROOT);
        Files.writeString(folder.resolve("predicate.json"), "{\"a\":1}");
        return Program.require("cosign", folder)
                .with(Map.of("COSIGN_PASSWORD", PASSWORD, "HOME", folder.toString(), "COSIGN_EXPERIMENTAL", "1"));
    }

    private static String[] verify(String command, ImageReference image, String... more) {
        return Stream.concat(
                        Stream.of(command, "--key", "k.pub", "--insecure-ignore-tlog", "--private-infrastructure"),
                        Stream.concat(Stream.of(more), Stream.of(image.toString())))
                .toArray(String[]::new);
    }

    @Test
    void cosign_verifies_what_we_push() throws Exception {
        Program cosign = cosign();
        ImageReference image = pushImage();
        SignatureSubject subject = SignatureSubject.image(image);
        registry.attach(subject, SIGNER.signImage(image, Map.of("owner", "dev")), Resigning.APPEND);
        registry.attach(subject, SIGNER.attest(statement(subject.digest())), Resigning.APPEND);

        cosign.run(verify("verify", image, "-a", "owner=dev")).succeeded();
        cosign.run(verify("verify-attestation", image, "--type", "custom")).succeeded();
        assertThat(cosign.run(verify("verify", image, "-a", "owner=ops")).exitCode())
                .isNotZero();
    }

    @Test
    void cosign_verifies_the_bundles_that_we_push_as_referrers() throws Exception {
        Program cosign = cosign();
        ImageReference image = pushImage();
        SignatureSubject subject = SignatureSubject.image(image);

        registry.attach(subject, SIGNER.attestBundle(statement(subject.digest())), Resigning.APPEND);

        cosign.run(verify(
                        "verify-attestation",
                        image,
                        "--new-bundle-format",
                        "--trusted-root",
                        "root.json",
                        "--type",
                        "custom"))
                .succeeded();
    }

    @Test
    void we_verify_what_cosign_pushes() throws Exception {
        Program cosign = cosign();
        ImageReference image = pushImage();
        SignatureSubject subject = SignatureSubject.image(image);
        String[] key = {"--key", "k.key", "--tlog-upload=false", "-y"};
        cosign.run(command("sign", key, "-a", "owner=tag", image.toString())).succeeded();
        cosign.run(command("sign", key, "-a", "owner=referrer", "--registry-referrers-mode=oci-1-1", image.toString()))
                .succeeded();
        String[] attest = command("--predicate=predicate.json", key, "--type=custom", image.toString());
        cosign.run(command("attest", attest)).succeeded();
        cosign.run(command("attest", attest, "--new-bundle-format")).succeeded();
        CosignVerifier verifier = CosignVerifier.of(KEY.publicKey());

        List<VerifiedImageSignature> signatures = verifier.verifyImage(image, registry.signatures(subject));

        assertThat(signatures)
                .extracting(VerifiedImageSignature::annotations)
                .containsExactly(Map.of("owner", Json.of("tag")), Map.of("owner", Json.of("referrer")));
        assertThat(verifier.verifyAttestations(registry.attestations(subject), CUSTOM, subject.digest()))
                .hasSize(1);
        List<Bundle> bundles = registry.bundles(subject);
        assertThat(bundles).hasSize(1);
        verifier.verifyAttestation(bundles.get(0), CUSTOM, subject.digest());
        // Ours comes beside theirs, and cosign still finds both.
        registry.attach(subject, SIGNER.signImage(image, Map.of("owner", "ours")), Resigning.APPEND);
        assertThat(cosign.run(verify("verify", image)).succeeded())
                .contains("tag")
                .contains("ours");
    }

    private static String[] command(String command, String[] common, String... more) {
        return Stream.of(Stream.of(command), Stream.of(common), Stream.of(more))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }
}
