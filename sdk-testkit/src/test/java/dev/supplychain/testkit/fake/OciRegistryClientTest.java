package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.Cancellation;
import dev.supplychain.clients.ClientListener;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.oci.OciRegistryClient;
import dev.supplychain.clients.oci.RegistryCredentials;
import dev.supplychain.clients.oci.RegistryManifest;
import dev.supplychain.dsse.cosign.CosignSigner;
import dev.supplychain.dsse.cosign.CosignVerifier;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.cosign.Bundle;
import dev.supplychain.model.cosign.CosignAttestation;
import dev.supplychain.model.cosign.CosignSignature;
import dev.supplychain.model.cosign.Resigning;
import dev.supplychain.model.cosign.SignatureSubject;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.Subject;
import dev.supplychain.model.oci.Descriptor;
import dev.supplychain.model.oci.ImageReference;
import dev.supplychain.model.oci.Index;
import dev.supplychain.model.oci.Manifest;
import dev.supplychain.model.oci.MediaTypes;
import dev.supplychain.testkit.TestKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OciRegistryClientTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final SigningKey KEY = TestKeys.ecdsaP256();
    private static final CosignSigner SIGNER = CosignSigner.of(KEY);

    private final FakeOciRegistry fake;
    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();
    private final AtomicReference<Runnable> duringNextSleep = new AtomicReference<>();
    private final AtomicReference<Consumer<ClientListener.Attempt>> onAttempt = new AtomicReference<>(attempt -> {});
    private final OciRegistryClient registry;
    private final ImageReference image;
    private final SignatureSubject subject;

    @TempDir
    Path folder;

    OciRegistryClientTest(@StartFake FakeOciRegistry fake) {
        this.fake = fake;
        this.registry = OciRegistryClient.create(options().build());
        this.image = fake.pushImage("team/app", "1.0");
        this.subject = SignatureSubject.image(image);
    }

    private ClientOptions.Builder options() {
        return ClientOptions.builder()
                .baseUrl(fake.url())
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .random(() -> 0.5)
                .listener(attempt -> onAttempt.get().accept(attempt))
                .sleeper(duration -> {
                    sleeps.add(duration);
                    Runnable action = duringNextSleep.getAndSet(null);
                    if (action != null) {
                        action.run();
                    }
                });
    }

    @AfterEach
    void disconnect() {
        registry.close();
    }

    private long requests(String method, String part) {
        return fake.requests().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().contains(part))
                .count();
    }

    private static CosignSignature sign(ImageReference image, String owner) {
        try {
            return SIGNER.signImage(image, Map.of("owner", owner));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static InTotoStatement statement(ImageReference image, String predicateType) {
        return InTotoStatement.builder()
                .type(InTotoStatement.STATEMENT_V1)
                .addSubject(Subject.of("app", image.digest().orElseThrow()))
                .predicateType(predicateType)
                .predicate(Json.parse("{\"a\":1}"))
                .build();
    }

    private List<String> owners() {
        return registry.signatures(subject).stream()
                .map(signature -> Json.parse(signature.payload().toByteArray())
                        .get("optional")
                        .flatMap(optional -> optional.get("owner"))
                        .orElseThrow()
                        .string())
                .toList();
    }

    @Test
    void resolves_fetches_and_deletes() {
        assertThat(registry.resolve(fake.repository("team/app").withTag("1.0")))
                .isEqualTo(image.digest().orElseThrow());
        RegistryManifest manifest = registry.fetchManifest(image);
        assertThat(manifest.descriptor().describes(manifest.content().toByteArray()))
                .isTrue();
        assertThat(manifest.toManifest().layers()).hasSize(1);
        assertThat(registry.pushManifest(fake.repository("team/app").withTag("2.0"), manifest)
                        .digest())
                .isEqualTo(image.digest());
        assertThat(registry.tags(image)).containsExactly("1.0", "2.0");

        registry.deleteManifest(image);

        assertThat(registry.tags(image)).isEmpty();
        ApiException e = catchThrowableOfType(ApiException.class, () -> registry.resolve(image));
        assertThat(e.code()).contains("MANIFEST_UNKNOWN");
    }

    @Test
    void resolves_without_the_header_from_the_body() {
        fake.digestHeaders(false);

        assertThat(registry.resolve(image)).isEqualTo(image.digest().orElseThrow());
        assertThat(registry.resolve(fake.repository("team/app").withTag("1.0")))
                .isEqualTo(image.digest().orElseThrow());
    }

    @Test
    void walks_tags_page_by_page() {
        Stream.of("a", "b", "c", "d").forEach(tag -> fake.pushImage("team/app", tag));
        fake.pageSize(2);

        assertThat(registry.tags(image)).containsExactly("1.0", "a", "b", "c", "d");
        assertThat(requests("GET", "/tags/list")).isEqualTo(3);
    }

    @Test
    void pushes_an_index() {
        Index index = Index.builder()
                .mediaType(MediaTypes.IMAGE_INDEX)
                .addManifests(registry.fetchManifest(image).descriptor())
                .build();

        ImageReference pushed = registry.pushIndex(fake.repository("team/app").withTag("all"), index);

        assertThat(registry.fetchManifest(pushed).isIndex()).isTrue();
        assertThat(registry.fetchManifest(pushed).toIndex()).isEqualTo(index);
        assertThatIllegalArgumentException().isThrownBy(() -> registry.pushIndex(image, index));
    }

    @Test
    void pushes_a_blob_once() {
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);

        Descriptor blob = registry.pushBlob(image, "text/plain", content);
        registry.pushBlob(image, "text/plain", content);

        assertThat(registry.fetchBlob(image, blob).toByteArray()).isEqualTo(content);
        assertThat(registry.hasBlob(image, blob.digest())).isTrue();
        assertThat(registry.hasBlob(fake.repository("other"), blob.digest())).isFalse();
        assertThat(requests("POST", "/blobs/uploads/")).isEqualTo(1);
        assertThat(requests("PATCH", "")).isZero();
    }

    @Test
    void pushes_a_large_file_in_parts_and_fetches_it() throws Exception {
        byte[] content = new byte[(5 << 20) + 7];
        new SplittableRandom(1).nextBytes(content);
        Path file = Files.write(folder.resolve("large"), content);
        try (OciRegistryClient parts =
                OciRegistryClient.builder(options().build()).chunkBytes(2 << 20).build()) {
            Descriptor blob = parts.pushBlob(image, "application/octet-stream", file);
            parts.fetchBlob(image, blob, folder.resolve("back"));

            assertThat(blob.digest()).isEqualTo(Digest.sha256(file));
        }
        assertThat(requests("PATCH", "/blobs/uploads/")).isEqualTo(3);
        assertThat(Files.mismatch(file, folder.resolve("back"))).isEqualTo(-1);
    }

    @Test
    void begins_an_upload_again_that_broke() {
        // HEAD, POST, and then the PUT that fails.
        fake.answerNext(
                FakeAnswer.text(404, "text/plain", ""),
                FakeAnswer.text(202, "text/plain", "").withHeader("Location", "/v2/team/app/blobs/uploads/lost"),
                FakeAnswer.text(503, "text/plain", "busy"));

        Descriptor blob = registry.pushBlob(image, "text/plain", "content".getBytes(StandardCharsets.UTF_8));

        assertThat(registry.hasBlob(image, blob.digest())).isTrue();
        assertThat(sleeps).hasSize(1);
        assertThat(requests("POST", "/blobs/uploads/")).isEqualTo(2);
    }

    @Test
    void mounts_what_another_repository_has() {
        Descriptor blob = registry.pushBlob(image, "text/plain", "content".getBytes(StandardCharsets.UTF_8));
        ImageReference other = fake.repository("team/other");

        assertThat(registry.mountBlob(image, other, blob.digest())).isTrue();
        assertThat(registry.fetchBlob(other, blob).utf8()).isEqualTo("content");
        assertThat(registry.mountBlob(image, other, Digest.sha256(new byte[1]))).isFalse();
    }

    @Test
    void keeps_a_file_as_an_artifact() throws Exception {
        Path chart = Files.writeString(folder.resolve("app-1.0.tgz"), "chart");

        ImageReference pushed = registry.pushFile(
                fake.repository("charts").withTag("1.0"), chart, "application/vnd.example.chart", "application/gzip");

        Manifest manifest = registry.fetchManifest(pushed).toManifest();
        assertThat(manifest.effectiveArtifactType()).isEqualTo("application/vnd.example.chart");
        assertThat(manifest.layers().get(0).annotations())
                .containsEntry("org.opencontainers.image.title", "app-1.0.tgz");
        registry.fetchFile(pushed, folder.resolve("back"));
        assertThat(folder.resolve("back")).hasContent("chart");
    }

    @Test
    void a_store_that_was_tampered_with_is_found_out() {
        Descriptor blob = registry.pushBlob(image, "text/plain", "content".getBytes(StandardCharsets.UTF_8));
        fake.tamper(image, blob.digest(), Bytes.utf8("CONTENT"));

        assertThat(catchThrowableOfType(ApiException.class, () -> registry.fetchBlob(image, blob)))
                .hasMessageContaining("digest");
    }

    @Test
    void appends_or_replaces_signatures_as_stated() throws Exception {
        assertThat(registry.signatures(subject)).isEmpty();
        registry.attach(subject, sign(image, "a"), Resigning.APPEND);
        registry.attach(subject, sign(image, "b"), Resigning.APPEND);
        assertThat(owners()).containsExactly("a", "b");

        registry.attach(subject, sign(image, "c"), Resigning.REPLACE);

        assertThat(owners()).containsExactly("c");
        CosignVerifier verifier = CosignVerifier.of(KEY.publicKey());
        assertThat(verifier.verifyImage(image, registry.signatures(subject))).hasSize(1);
        Manifest manifest = registry.fetchManifest(
                        image(CosignSignature.tag(image.digest().orElseThrow())))
                .toManifest();
        assertThat(registry.fetchBlob(image, manifest.config()).utf8())
                .contains("\"diff_ids\":[\"" + manifest.layers().get(0).digest() + "\"]");
    }

    private ImageReference image(String tag) {
        return fake.repository("team/app").withTag(tag);
    }

    @Test
    void appending_the_same_signature_again_changes_nothing() {
        CosignSignature signature = sign(image, "a");
        registry.attach(subject, signature, Resigning.APPEND);
        long before = requests("PUT", "/manifests/");

        registry.attach(subject, signature, Resigning.APPEND);
        registry.attach(subject, signature, Resigning.REPLACE);

        assertThat(requests("PUT", "/manifests/")).isEqualTo(before);
        assertThat(owners()).containsExactly("a");
    }

    @Test
    void replaces_attestations_of_the_same_type_only() throws Exception {
        CosignAttestation first = SIGNER.attest(statement(image, "https://example.com/a"));
        CosignAttestation second = SIGNER.attest(statement(image, "https://example.com/b"));
        registry.attach(subject, first, Resigning.APPEND);
        registry.attach(subject, second, Resigning.APPEND);
        CosignAttestation third = SIGNER.attest(statement(image, "https://example.com/a"));

        registry.attach(subject, third, Resigning.REPLACE);

        assertThat(registry.attestations(subject)).containsExactly(second, third);
        CosignVerifier.of(KEY.publicKey())
                .verifyAttestation(
                        third, "https://example.com/a", image.digest().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keeps_bundles_as_referrers(boolean api) throws Exception {
        fake.referrersApi(api);
        Bundle attestation = SIGNER.attestBundle(statement(image, "https://example.com/a"));
        Bundle first = SIGNER.signImageBundle(image, Map.of());
        Bundle second = SIGNER.signImageBundle(image, Map.of());
        registry.attach(subject, attestation, Resigning.APPEND);
        registry.attach(subject, first, Resigning.APPEND);
        assertThat(registry.bundles(subject)).containsExactlyInAnyOrder(attestation, first);

        registry.attach(subject, second, Resigning.REPLACE);

        assertThat(registry.bundles(subject)).containsExactlyInAnyOrder(attestation, second);
        assertThat(registry.tags(image).stream().anyMatch(tag -> tag.startsWith("sha256-")))
                .isEqualTo(!api);
        assertThat(registry.referrers(image, Bundle.Version.V0_3.mediaType())).hasSize(2);
        assertThat(registry.referrers(image, "application/spdx+json")).isEmpty();
    }

    @Test
    void a_registry_that_deletes_nothing_keeps_the_replaced_bundle_too() throws Exception {
        fake.deletion(false);
        registry.attach(subject, SIGNER.signImageBundle(image, Map.of()), Resigning.APPEND);
        Bundle second = SIGNER.signImageBundle(image, Map.of());

        ApiException e =
                catchThrowableOfType(ApiException.class, () -> registry.attach(subject, second, Resigning.REPLACE));

        assertThat(e.isStatus(405)).isTrue();
        assertThat(registry.bundles(subject)).hasSize(2).contains(second);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void lists_referrers_of_a_type_from_several_pages(boolean api) throws Exception {
        fake.referrersApi(api);
        for (String type : List.of("application/a", "application/b", "application/a", "application/a")) {
            registry.pushReferrer(image, referrer(type));
        }
        fake.pageSize(2);

        assertThat(registry.referrers(image)).hasSize(4);
        assertThat(registry.referrers(image, "application/a"))
                .hasSize(3)
                .allMatch(entry -> entry.artifactType().equals(Optional.of("application/a")));
    }

    private Manifest referrer(String artifactType) {
        Descriptor empty = registry.pushBlob(image, MediaTypes.EMPTY, "{}".getBytes(StandardCharsets.UTF_8));
        return Manifest.builder()
                .mediaType(MediaTypes.IMAGE_MANIFEST)
                .artifactType(artifactType)
                .config(empty)
                .addLayers(empty)
                .subject(registry.fetchManifest(image).descriptor())
                .putAnnotations("number", Long.toString(fake.requests().size()))
                .build();
    }

    /** cosign 2.5 writes so where the registry has no list of referrers. */
    @Test
    void a_manifests_own_artifact_type_counts_more_than_that_of_the_index() throws Exception {
        fake.referrersApi(false);
        Bundle bundle = SIGNER.signImageBundle(image, Map.of());
        registry.attach(subject, bundle, Resigning.APPEND);
        ImageReference fallback = image(Index.referrersTag(image.digest().orElseThrow()));
        Index written = registry.fetchManifest(fallback).toIndex();
        Descriptor wrong = Descriptor.builder()
                .from(written.manifests().get(0))
                .artifactType(MediaTypes.EMPTY)
                .build();
        registry.pushIndex(
                fallback,
                Index.builder().from(written).manifests(List.of(wrong)).build());

        assertThat(registry.bundles(subject)).containsExactly(bundle);
        assertThat(registry.referrers(image, Bundle.Version.V0_3.mediaType())).hasSize(1);
    }

    @Test
    void finds_signatures_that_cosign_keeps_as_referrers() {
        CosignSignature signature = sign(image, "a");
        registry.pushBlob(
                image, signature.layer().mediaType(), signature.payload().toByteArray());
        Descriptor config = registry.pushBlob(
                image, "application/vnd.dev.cosign.artifact.sig.v1+json", "{}".getBytes(StandardCharsets.UTF_8));
        registry.pushReferrer(
                image,
                Manifest.builder()
                        .mediaType(MediaTypes.IMAGE_MANIFEST)
                        .config(config)
                        .addLayers(signature.layer())
                        .subject(registry.fetchManifest(image).descriptor())
                        .build());
        registry.attach(subject, sign(image, "b"), Resigning.APPEND);

        assertThat(owners()).containsExactly("b", "a");
    }

    @Test
    void keeps_signatures_of_files() throws Exception {
        byte[] jar = "jar".getBytes(StandardCharsets.UTF_8);
        SignatureSubject file = SignatureSubject.file(Digest.sha256(jar), jar.length, fake.repository("files"));
        Bundle bundle = SIGNER.signBlob(jar).bundle();

        registry.attach(file, bundle, Resigning.APPEND);

        assertThat(registry.bundles(file)).containsExactly(bundle);
        assertThat(registry.signatures(file)).isEmpty();
        SignatureSubject nowhere = SignatureSubject.file(Digest.sha256(jar), jar.length);
        assertThatIllegalArgumentException().isThrownBy(() -> registry.bundles(nowhere));
    }

    @Test
    void copies_signatures_to_another_repository() throws Exception {
        registry.attach(subject, sign(image, "a"), Resigning.APPEND);
        registry.attach(subject, SIGNER.attest(statement(image, "https://example.com/a")), Resigning.APPEND);
        registry.attach(subject, SIGNER.signImageBundle(image, Map.of()), Resigning.APPEND);
        ImageReference copy = fake.repository("mirror/app").withTag("1.0");
        RegistryManifest manifest = registry.fetchManifest(image);
        Stream.concat(Stream.of(manifest.toManifest().config()), manifest.toManifest().layers().stream())
                .forEach(blob -> registry.mountBlob(image, copy, blob.digest()));
        registry.pushManifest(copy, manifest);

        assertThat(registry.copySignatures(image, registry, copy)).isEqualTo(3);
        assertThat(registry.copySignatures(image, registry, copy)).isEqualTo(3);

        SignatureSubject there =
                SignatureSubject.image(copy.withDigest(image.digest().orElseThrow()));
        assertThat(registry.signatures(there)).isEqualTo(registry.signatures(subject));
        assertThat(registry.attestations(there)).isEqualTo(registry.attestations(subject));
        assertThat(registry.bundles(there)).isEqualTo(registry.bundles(subject));
        assertThat(registry.signatures(there).get(0).payload().utf8())
                .contains("\"docker-reference\":\"" + image.repository() + "\"");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> registry.copySignatures(image, registry, copy.withDigest(Digest.sha256(new byte[1]))));
    }

    /** Another client, whose write is on its way while ours has ended: what we look at too early cannot show it. */
    @ParameterizedTest
    @EnumSource(Resigning.class)
    void a_late_write_of_another_who_saw_less_is_repaired(Resigning resigning) {
        registry.attach(subject, sign(image, "old"), Resigning.APPEND);
        ImageReference tag = image(CosignSignature.tag(image.digest().orElseThrow()));
        RegistryManifest seenByOther = registry.fetchManifest(tag);
        CosignSignature late = sign(image, "late");
        duringNextSleep.set(() -> push(tag, seenByOther, late));

        registry.attach(subject, sign(image, "ours"), resigning);

        assertThat(owners())
                .isEqualTo(resigning == Resigning.APPEND ? List.of("old", "late", "ours") : List.of("late", "ours"));
    }

    private void push(ImageReference tag, RegistryManifest before, CosignSignature added) {
        registry.pushBlob(tag, added.layer().mediaType(), added.payload().toByteArray());
        registry.pushManifest(
                tag,
                Manifest.builder()
                        .from(before.toManifest())
                        .addLayers(added.layer())
                        .build());
    }

    @Test
    void a_write_between_look_and_write_is_seen_in_time() {
        registry.attach(subject, sign(image, "old"), Resigning.APPEND);
        ImageReference tag = image(CosignSignature.tag(image.digest().orElseThrow()));
        CosignSignature other = sign(image, "other");
        sleeps.clear();
        // After our look, before the second one that comes just before the write.
        onAttempt.set(attempt -> {
            if (attempt.method().equals("HEAD") && attempt.path().contains("/blobs/")) {
                onAttempt.set(ignored -> {});
                push(tag, registry.fetchManifest(tag), other);
            }
        });

        registry.attach(subject, sign(image, "ours"), Resigning.APPEND);

        assertThat(owners()).containsExactly("old", "other", "ours");
    }

    @Test
    void a_registry_with_conditions_refuses_the_late_write() {
        fake.conditionalWrites(true);
        registry.attach(subject, sign(image, "old"), Resigning.APPEND);
        ImageReference tag = image(CosignSignature.tag(image.digest().orElseThrow()));
        CosignSignature other = sign(image, "other");
        onAttempt.set(attempt -> {
            if (attempt.method().equals("HEAD") && attempt.path().endsWith(".sig")) {
                onAttempt.set(ignored -> {});
                push(tag, registry.fetchManifest(tag), other);
            }
        });

        registry.attach(subject, sign(image, "ours"), Resigning.APPEND);

        assertThat(owners()).containsExactly("old", "other", "ours");
        assertThat(sleeps).hasSize(2);
    }

    @Test
    void waits_after_a_write_and_not_after_a_look() {
        registry.attach(subject, sign(image, "a"), Resigning.APPEND);
        assertThat(sleeps).hasSize(1);
        assertThat(sleeps.get(0)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
        try (OciRegistryClient alone = OciRegistryClient.builder(options().build())
                .settleTime(Duration.ZERO)
                .build()) {
            alone.attach(subject, sign(image, "b"), Resigning.APPEND);
        }
        assertThat(sleeps).hasSize(1);
        assertThat(owners()).containsExactly("a", "b");
    }

    @Test
    void an_interrupt_while_waiting_ends_the_call_and_keeps_the_flag() {
        try (OciRegistryClient interrupted = OciRegistryClient.create(options()
                .sleeper(duration -> {
                    throw new InterruptedException("by the test");
                })
                .build())) {
            ApiException e = catchThrowableOfType(
                    ApiException.class, () -> interrupted.attach(subject, sign(image, "a"), Resigning.APPEND));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(e.kind()).isEqualTo(ApiException.Kind.INTERRUPTED);
            assertThat(e.mayHaveActed()).isTrue();
        }
    }

    @Test
    void gives_up_when_others_change_the_tag_all_the_time() {
        ImageReference tag = image(CosignSignature.tag(image.digest().orElseThrow()));
        registry.attach(subject, sign(image, "old"), Resigning.APPEND);
        RegistryManifest old = registry.fetchManifest(tag);
        try (OciRegistryClient unlucky = OciRegistryClient.create(
                options().sleeper(duration -> registry.pushManifest(tag, old)).build())) {
            ApiException e = catchThrowableOfType(
                    ApiException.class, () -> unlucky.attach(subject, sign(image, "a"), Resigning.APPEND));

            assertThat(e).hasMessageContaining("others have changed the tag in each of 16 attempts");
        }
    }

    @Test
    void a_tag_that_cannot_be_changed_is_the_registrys_error() {
        registry.attach(subject, sign(image, "old"), Resigning.APPEND);
        FakeAnswer immutable = FakeAnswer.text(
                412, "application/json", "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"the tag is immutable\"}]}");
        CosignSignature signature = sign(image, "a");
        onAttempt.set(attempt -> {
            if (attempt.method().equals("HEAD") && attempt.path().endsWith(".sig")) {
                fake.answerNext(immutable);
            }
        });

        ApiException e =
                catchThrowableOfType(ApiException.class, () -> registry.attach(subject, signature, Resigning.APPEND));

        onAttempt.set(attempt -> {});
        assertThat(e.isStatus(412)).isTrue();
        assertThat(e).hasMessageContaining("the tag is immutable");
        assertThat(owners()).containsExactly("old");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void threads_of_one_client_and_of_two_lose_nothing(boolean twoClients) throws Exception {
        // A second, for machines that are busy with other things.
        OciRegistryClient other = OciRegistryClient.builder(ClientOptions.of(fake.url()))
                .settleTime(Duration.ofSeconds(1))
                .build();
        OciRegistryClient first = OciRegistryClient.builder(ClientOptions.of(fake.url()))
                .settleTime(Duration.ofSeconds(1))
                .build();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<String> expected = new ArrayList<>();
        try (first;
                other) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String owner = "owner-" + i;
                OciRegistryClient client = twoClients && i % 2 == 1 ? other : first;
                CosignSignature signature = sign(image, owner);
                expected.add(owner);
                done.add(threads.submit(() -> client.attach(subject, signature, Resigning.APPEND)));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(owners()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void fetches_a_token_for_each_scope_and_keeps_it_until_it_expires() {
        fake.requireToken("ci", "pw");
        fake.clock(Clock.fixed(NOW, ZoneOffset.UTC));
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        try (OciRegistryClient client = OciRegistryClient.create(options()
                .credentials(Credentials.basic("ci", "pw"))
                .clock(new ClockOf(now))
                .build())) {
            client.resolve(image);
            client.resolve(image);
            assertThat(tokens()).isEqualTo(1);
            client.pushBlob(image, "text/plain", new byte[] {1});
            assertThat(tokens()).isEqualTo(2);
            client.deleteManifest(image);
            assertThat(tokens()).isEqualTo(3);
            assertThat(answered401()).isEqualTo(1);

            now.set(NOW.plus(Duration.ofMinutes(5)));
            client.hasBlob(image, Digest.sha256(new byte[] {1}));
            assertThat(tokens()).isEqualTo(4);
        }
    }

    private long tokens() {
        return fake.requests().stream()
                .filter(r -> r.path().startsWith("/token"))
                .count();
    }

    /** The first request only: the others took a token along. */
    private long answered401() {
        return fake.requests().stream()
                .filter(r ->
                        r.path().startsWith("/v2/") && r.header("Authorization").isEmpty())
                .count();
    }

    /** A clock that tests move. */
    private static final class ClockOf extends Clock {
        private final AtomicReference<Instant> now;

        ClockOf(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    @Test
    void a_token_that_the_registry_forgot_is_renewed_once() {
        fake.requireToken("ci", "pw");
        try (OciRegistryClient client = OciRegistryClient.create(
                options().credentials(Credentials.basic("ci", "pw")).build())) {
            client.resolve(image);
            fake.clock(Clock.fixed(Instant.now().plus(Duration.ofHours(1)), ZoneOffset.UTC));
            client.resolve(image);
            assertThat(tokens()).isEqualTo(2);
        }
    }

    @Test
    void exchanges_an_identity_token() {
        fake.requireToken("ci", "pw");
        fake.allowIdentityToken("identity-s3cr3t");
        try (OciRegistryClient client = OciRegistryClient.builder(options().build())
                .credentials(RegistryCredentials.identityToken("identity-s3cr3t"))
                .build()) {
            assertThat(client.resolve(image)).isEqualTo(image.digest().orElseThrow());
        }
        RecordedRequest token = fake.requests().stream()
                .filter(r -> r.path().startsWith("/token"))
                .findFirst()
                .orElseThrow();
        assertThat(token.method()).isEqualTo("POST");
        assertThat(token.header("Authorization")).isEmpty();
        assertThat(token.body().utf8())
                .startsWith("grant_type=refresh_token&client_id=supply-chain-sdk&service=fake-registry&scope=")
                .endsWith("&refresh_token=***");
    }

    @Test
    void reads_what_is_public_without_a_login_and_writes_nothing() {
        fake.requireToken("ci", "pw");
        fake.allowAnonymousPull();

        assertThat(registry.resolve(image)).isEqualTo(image.digest().orElseThrow());
        ApiException e =
                catchThrowableOfType(ApiException.class, () -> registry.pushBlob(image, "text/plain", new byte[] {1}));
        assertThat(e.isStatus(401)).isTrue();
    }

    @Test
    void answers_a_challenge_for_user_and_password() {
        fake.requireBasic("ci", "pw");
        try (OciRegistryClient client = OciRegistryClient.create(
                        options().credentials(Credentials.basic("ci", "pw")).build());
                OciRegistryClient wrong = OciRegistryClient.create(
                        options().credentials(Credentials.basic("ci", "px")).build())) {
            assertThat(client.resolve(image)).isEqualTo(image.digest().orElseThrow());
            assertThat(client.tags(image)).containsExactly("1.0");
            assertThat(answered401()).isEqualTo(1);
            assertThat(catchThrowableOfType(ApiException.class, () -> wrong.resolve(image))
                            .isStatus(401))
                    .isTrue();
        }
    }

    @Test
    void asks_the_source_for_user_and_password_once_and_again_when_they_are_refused() {
        fake.requireBasic("ci", "pw");
        List<String> asked = new ArrayList<>();
        try (OciRegistryClient client = OciRegistryClient.builder(options().build())
                .credentials(name -> {
                    asked.add(name);
                    return RegistryCredentials.password("ci", asked.size() == 1 ? "pw" : "new")
                            .login(name);
                })
                .build()) {
            client.resolve(image);
            client.resolve(image);
            assertThat(asked).containsExactly(image.domain());

            fake.requireBasic("ci", "new");
            client.resolve(image);
            assertThat(asked).hasSize(2);
        }
    }

    @Test
    void mounts_with_a_token_for_both_repositories() {
        Descriptor blob = registry.pushBlob(image, "text/plain", new byte[] {1});
        fake.requireToken("ci", "pw");
        try (OciRegistryClient client = OciRegistryClient.create(
                options().credentials(Credentials.basic("ci", "pw")).build())) {
            assertThat(client.mountBlob(image, fake.repository("other"), blob.digest()))
                    .isTrue();
        }
        assertThat(tokens()).isEqualTo(1);
    }

    @Test
    void a_handle_ends_a_wait() {
        Cancellation cancellation = new Cancellation();
        try (OciRegistryClient waiting = OciRegistryClient.create(options()
                .sleeper(duration -> {
                    cancellation.cancel();
                    // The thread was interrupted just now, as a real wait would notice.
                    if (Thread.interrupted()) {
                        throw new InterruptedException("cancelled");
                    }
                })
                .build())) {
            ApiException e = catchThrowableOfType(
                    ApiException.class,
                    () -> waiting.cancelledBy(cancellation).attach(subject, sign(image, "a"), Resigning.APPEND));

            assertThat(e.kind()).isEqualTo(ApiException.Kind.CANCELLED);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @Test
    void sends_other_credentials_as_they_are() {
        fake.requireBearer("fixed");
        try (OciRegistryClient client = OciRegistryClient.create(
                options().credentials(Credentials.bearer("fixed")).build())) {
            assertThat(client.resolve(image)).isEqualTo(image.digest().orElseThrow());
        }
        assertThat(requests("HEAD", "/manifests/")).isEqualTo(1);
    }

    @Test
    void callers_share_the_fetching_of_a_token() throws Exception {
        fake.requireToken("ci", "pw");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (OciRegistryClient client = OciRegistryClient.create(
                options().credentials(Credentials.basic("ci", "pw")).build())) {
            List<Future<Digest>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> client.resolve(image)));
            }
            for (Future<Digest> each : all) {
                assertThat(each.get()).isEqualTo(image.digest().orElseThrow());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(tokens()).isEqualTo(1);
    }

    @Test
    void a_login_that_cannot_be_read_is_named() {
        fake.requireToken("ci", "pw");
        try (OciRegistryClient client = OciRegistryClient.builder(options().build())
                .credentials(registry -> {
                    throw new IOException("the helper is broken");
                })
                .build()) {
            ApiException e = catchThrowableOfType(ApiException.class, () -> client.resolve(image));

            assertThat(e.kind()).isEqualTo(ApiException.Kind.CREDENTIALS);
            assertThat(e).hasMessageContaining("no login for 127.0.0.1:").hasMessageContaining("the helper is broken");
        }
    }

    @Test
    void refuses_two_sources_of_credentials() {
        ClientOptions options =
                options().credentials(Credentials.basic("a", "b")).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> OciRegistryClient.builder(options)
                        .credentials(RegistryCredentials.anonymous())
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OciRegistryClient.builder(options).settleTime(Duration.ofMinutes(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OciRegistryClient.builder(options).chunkBytes(1));
    }

    @Test
    void a_registry_behind_a_proxy_has_the_name_that_references_have() {
        try (OciRegistryClient client = OciRegistryClient.builder(options().build())
                .name("registry.example.com")
                .build()) {
            assertThat(client.resolve(ImageReference.parse("registry.example.com/team/app:1.0")))
                    .isEqualTo(image.digest().orElseThrow());
        }
    }
}
