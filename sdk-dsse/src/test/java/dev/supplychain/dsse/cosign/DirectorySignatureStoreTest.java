package dev.supplychain.dsse.cosign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.TestKeys;
import dev.supplychain.model.Digest;
import dev.supplychain.model.cosign.Bundle;
import dev.supplychain.model.cosign.CosignSignature;
import dev.supplychain.model.cosign.Resigning;
import dev.supplychain.model.cosign.SignatureSubject;
import dev.supplychain.model.oci.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectorySignatureStoreTest {
    private static final Digest DIGEST = Digest.sha256("manifest".getBytes(UTF_8));
    private static final Digest OTHER = Digest.sha256("another manifest".getBytes(UTF_8));
    private static final ImageReference IMAGE =
            ImageReference.parse("example.com/app:1.0").withDigest(DIGEST);
    private static final SignatureSubject SUBJECT = SignatureSubject.image(IMAGE);
    private static final SignatureSubject FILE = SignatureSubject.file(DIGEST, 8);
    private static final CosignSigner ALICE = CosignSigner.of(TestKeys.ALICE);

    @TempDir
    Path folder;

    private Path root;
    private DirectorySignatureStore store;

    @BeforeEach
    void open() {
        root = folder.resolve("store");
        store = DirectorySignatureStore.at(root);
    }

    private static CosignSignature layer() throws Exception {
        return ALICE.signImage(IMAGE);
    }

    private static Bundle signature() throws Exception {
        return ALICE.signBlob("manifest".getBytes(UTF_8)).bundle();
    }

    private static Bundle attestation() throws Exception {
        return ALICE.attestBundle(TestKeys.statement(TestKeys.PROVENANCE));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void an_empty_store_has_nothing_and_looking_makes_no_directory() throws Exception {
        assertThat(store.signatures(SUBJECT)).isEmpty();
        assertThat(store.bundles(FILE)).isEmpty();
        assertThatThrownBy(() -> store.resolve(IMAGE)).isInstanceOf(IOException.class);
        assertThat(root).doesNotExist();
    }

    @Test
    void signatures_come_back_in_their_order_from_another_store_too() throws Exception {
        List<CosignSignature> layers = List.of(layer(), layer(), layer());
        for (CosignSignature layer : layers) {
            store.attach(SUBJECT, layer, Resigning.APPEND);
        }

        assertThat(DirectorySignatureStore.at(root).signatures(SUBJECT)).isEqualTo(layers);
        assertThat(store.signatures(SignatureSubject.image(IMAGE.withDigest(OTHER))))
                .isEmpty();
        assertThat(store.signatures(SignatureSubject.image(
                        ImageReference.parse("example.com/other").withDigest(DIGEST))))
                .isEmpty();
        assertThat(store.signatures(FILE)).isEmpty();
    }

    @Test
    void replacing_takes_all_signatures_away_but_no_bundle() throws Exception {
        CosignSignature last = layer();
        store.attach(SUBJECT, layer(), Resigning.APPEND);
        store.attach(SUBJECT, layer(), Resigning.APPEND);
        store.attach(SUBJECT, signature(), Resigning.APPEND);

        store.attach(SUBJECT, last, Resigning.REPLACE);

        assertThat(store.signatures(SUBJECT)).containsExactly(last);
        assertThat(store.bundles(SUBJECT)).hasSize(1);
        assertThat(files()).hasSize(2);
    }

    @Test
    void replacing_a_bundle_leaves_attestations_and_layers() throws Exception {
        Bundle before = attestation();
        Bundle after = attestation();
        Bundle replaced = ALICE.signImageBundle(IMAGE, Map.of());
        store.attach(SUBJECT, layer(), Resigning.APPEND);
        store.attach(SUBJECT, before, Resigning.APPEND);
        store.attach(SUBJECT, replaced, Resigning.APPEND);
        store.attach(SUBJECT, signature(), Resigning.APPEND);
        store.attach(SUBJECT, after, Resigning.REPLACE);
        assertThat(store.bundles(SUBJECT))
                .hasSize(4)
                .startsWith(before, replaced)
                .endsWith(after);

        Bundle last = ALICE.signImageBundle(IMAGE, Map.of());
        store.attach(SUBJECT, last, Resigning.REPLACE);

        assertThat(store.bundles(SUBJECT)).containsExactly(before, after, last);
        assertThat(store.signatures(SUBJECT)).hasSize(1);
    }

    @Test
    void the_same_signature_is_kept_once() throws Exception {
        CosignSignature layer = layer();
        store.attach(SUBJECT, layer, Resigning.APPEND);
        store.attach(SUBJECT, layer, Resigning.APPEND);

        assertThat(store.signatures(SUBJECT)).containsExactly(layer);
    }

    @Test
    void tags_are_resolved_and_move() throws Exception {
        ImageReference tagged = ImageReference.parse("example.com/app:1.0");
        store.addImage(IMAGE);

        assertThat(store.resolve(tagged)).isEqualTo(DIGEST);
        assertThat(store.resolve(IMAGE)).isEqualTo(DIGEST);
        assertThat(store.resolve(ImageReference.parse("example.com/app").withDigest(DIGEST)))
                .isEqualTo(DIGEST);

        store.addImage(IMAGE.withDigest(OTHER));

        assertThat(store.resolve(tagged)).isEqualTo(OTHER);
        assertThatThrownBy(() -> store.resolve(IMAGE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("points at " + OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com/app:2.0", "example.com/other:1.0", "other.example.com/app:1.0"})
    void what_is_not_known_is_refused(String image) throws Exception {
        store.addImage(IMAGE);

        assertThatThrownBy(() -> store.resolve(ImageReference.parse(image)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not known in");
        assertThatThrownBy(() ->
                        store.resolve(ImageReference.parse("example.com/app").withDigest(OTHER)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.resolve(ImageReference.parse("example.com/app")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.addImage(ImageReference.parse(image)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_name_gets_into_a_path() throws Exception {
        ImageReference image =
                ImageReference.parse("example.com/a/b__c/d:_..-x").withDigest(DIGEST);
        store.addImage(image);
        store.attach(SignatureSubject.image(image), ALICE.signImage(image), Resigning.APPEND);
        store.attach(SignatureSubject.file(DIGEST, 8, image), signature(), Resigning.APPEND);

        assertThat(files())
                .allSatisfy(
                        file -> assertThat(root.relativize(file).toString())
                                .matches(
                                        "(images/[0-9a-f]{64}/(sha256-[0-9a-f]{64}/signatures/[0-9]{10}-[0-9]{10}-[0-9a-f]{64}"
                                                + "|tags/[0-9a-f]{64})|files/sha256-[0-9a-f]{64}/bundles/[0-9]{10}-[0-9]{10}-[0-9a-f]{64})\\.json"));
    }

    /** A digest of an algorithm that is not known may have any text. */
    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "..", "a/b", "x"})
    void a_digest_that_would_climb_is_refused(String value) {
        for (Digest digest : new Digest[] {new Digest("x", value), new Digest("../x", value)}) {
            SignatureSubject subject = SignatureSubject.file(digest, 1);

            assertThatThrownBy(() -> store.signatures(subject)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.attach(subject, signature(), Resigning.APPEND))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(root).doesNotExist();
    }

    @Test
    void drafts_that_a_crash_left_behind_and_other_files_do_not_count() throws Exception {
        store.attach(SUBJECT, layer(), Resigning.APPEND);
        Path entry = files().get(0);
        Files.writeString(entry.resolveSibling(".4711.tmp"), "{\"layer\":");
        Files.writeString(entry.resolveSibling("README.txt"), "hello");
        Files.createSymbolicLink(entry.resolveSibling("0000000009-0000000001-" + "0".repeat(64) + ".json"), entry);

        assertThat(store.signatures(SUBJECT)).hasSize(1);
    }

    @Test
    void a_damaged_entry_is_told_and_not_passed_over() throws Exception {
        store.attach(SUBJECT, layer(), Resigning.APPEND);
        Path entry = files().get(0);
        byte[] content = Files.readAllBytes(entry);
        Files.write(entry, "{}".getBytes(UTF_8));

        assertThatThrownBy(() -> store.signatures(SUBJECT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("was changed");
        Files.delete(entry);
        for (String text : new String[] {"{}", "{", "{\"layer\":{},\"payload\":1}", "[]"}) {
            Path forged = entry.resolveSibling("0000000000-0000000001-"
                    + Digest.sha256(text.getBytes(UTF_8)).hex() + ".json");
            Files.writeString(forged, text);
            assertThatThrownBy(() -> store.signatures(SUBJECT))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is damaged");
            Files.delete(forged);
        }
        assertThat(content).isNotEmpty();
    }

    @Test
    void a_tag_file_about_another_image_is_not_believed() throws Exception {
        store.addImage(IMAGE);
        Path tag = files().get(0);
        Files.writeString(tag, "{\"image\":\"example.com/evil:1.0@" + OTHER + "\"}");

        assertThatThrownBy(() -> store.resolve(IMAGE.withTag("1.0")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is about the image example.com/evil:1.0");
        Files.writeString(tag, "{\"image\":\"example.com/app:1.0\"}");
        assertThatThrownBy(() -> store.resolve(IMAGE)).hasMessageContaining("has no digest");
        Files.writeString(tag, "{");
        assertThatThrownBy(() -> store.resolve(IMAGE)).hasMessageContaining("is damaged");
    }

    @Test
    void when_nothing_can_be_written_the_store_stays_as_it_was() throws Exception {
        Files.createDirectories(root);
        Files.writeString(root.resolve("files"), "in the way");

        assertThatThrownBy(() -> store.attach(FILE, signature(), Resigning.REPLACE))
                .isInstanceOf(IOException.class);
        assertThat(files()).containsExactly(root.resolve("files"));
    }

    /** Each thread has a store of its own, as if it were another process. */
    @Test
    void many_who_add_at_once_lose_nothing() throws Exception {
        int writers = 4;
        int each = 8;
        List<CosignSignature> all = new ArrayList<>();
        for (int i = 0; i < writers * each; i++) {
            all.add(layer());
        }
        together(writers, i -> {
            DirectorySignatureStore own = DirectorySignatureStore.at(root);
            for (int n = 0; n < each; n++) {
                own.attach(SUBJECT, all.get(i * each + n), Resigning.APPEND);
            }
        });

        assertThat(store.signatures(SUBJECT)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(files()).hasSize(all.size());
    }

    /** Who appends has been told that the signature is there: a replacement that ran meanwhile comes before it. */
    @Test
    void what_was_appended_after_a_replacement_began_is_there_or_came_before_it() throws Exception {
        for (int round = 0; round < 8; round++) {
            Path fresh = root.resolve("round" + round);
            CosignSignature replacing = layer();
            CosignSignature appended = layer();
            DirectorySignatureStore.at(fresh).attach(SUBJECT, layer(), Resigning.APPEND);
            together(
                    2,
                    i -> DirectorySignatureStore.at(fresh)
                            .attach(
                                    SUBJECT,
                                    i == 0 ? replacing : appended,
                                    i == 0 ? Resigning.REPLACE : Resigning.APPEND));

            assertThat(DirectorySignatureStore.at(fresh).signatures(SUBJECT))
                    .contains(replacing)
                    .isSubsetOf(replacing, appended);
        }
    }

    private interface Writer {
        void write(int index) throws Exception;
    }

    private static void together(int writers, Writer writer) throws Exception {
        CyclicBarrier start = new CyclicBarrier(writers);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                int index = i;
                running.add(threads.submit(() -> {
                    start.await();
                    writer.write(index);
                    return null;
                }));
            }
            for (Future<?> thread : running) {
                thread.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
