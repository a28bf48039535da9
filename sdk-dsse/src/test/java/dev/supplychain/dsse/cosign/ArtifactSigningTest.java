package dev.supplychain.dsse.cosign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.Refusal;
import dev.supplychain.dsse.Signer;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.cosign.ArtifactKind;
import dev.supplychain.model.cosign.Resigning;
import dev.supplychain.model.cosign.SignatureSubject;
import dev.supplychain.model.cosign.SigningRecord;
import dev.supplychain.model.cosign.SimpleSigningPayload;
import dev.supplychain.model.oci.ImageReference;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactSigningTest {
    private static final Digest DIGEST = Digest.sha256("manifest".getBytes(UTF_8));
    private static final Digest OTHER = Digest.sha256("another manifest".getBytes(UTF_8));
    private static final ImageReference TAGGED = ImageReference.docker("my-org/app:1.0");
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private final StoreInMemory store = new StoreInMemory().answering(DIGEST);

    @TempDir
    Path folder;

    private ArtifactSigning.Builder signing() {
        return ArtifactSigning.builder(TestKeys.ALICE).store(store).clock(NOON);
    }

    private ChainOfCustody chain() {
        return ChainOfCustody.at(folder.resolve("signings.ndjson"));
    }

    @Test
    void an_image_is_signed_by_the_digest_that_its_tag_has_at_that_moment() throws Exception {
        store.answering(OTHER);

        SignedImage signed = signing().build().signImage(TAGGED);

        assertThat(store.resolved).containsExactly(TAGGED);
        assertThat(signed.image()).isEqualTo(TAGGED.withDigest(DIGEST));
        SimpleSigningPayload payload = SimpleSigningPayload.parse(
                SimpleSigningPayload.Dialect.COSIGN,
                signed.signature().payload().toByteArray());
        assertThat(payload.digest()).isEqualTo(DIGEST);
        assertThat(payload.dockerReference()).isEqualTo("index.docker.io/my-org/app");
    }

    @Test
    void nothing_is_attached_unless_that_is_asked_for() throws Exception {
        SignedImage signed = signing().build().signImage(TAGGED);

        assertThat(store.attached).isEmpty();
        assertThat(CosignVerifier.of(TestKeys.ALICE.publicKey())
                        .verifyImage(signed.image(), signed.signature())
                        .digest())
                .isEqualTo(DIGEST);
    }

    @Test
    void signing_again_replaces_or_appends_as_the_caller_says() throws Exception {
        signing().attach(Resigning.REPLACE).build().signImage(TAGGED);
        SignedImage second = signing().attach(Resigning.REPLACE).build().signImage(TAGGED);

        assertThat(store.layers).containsExactly(second.signature());

        SignedImage third = signing().attach(Resigning.APPEND).build().signImage(TAGGED);

        assertThat(store.layers).containsExactly(second.signature(), third.signature());
        assertThat(store.attached).containsOnly(SignatureSubject.image(TAGGED.withDigest(DIGEST)));
        assertThat(third.subject()).isEqualTo(SignatureSubject.image(TAGGED.withDigest(DIGEST)));
    }

    /** A signer that counts how often it was asked. */
    private static Signer counting(AtomicInteger asked) throws Exception {
        return Signer.remote(TestKeys.ALICE.publicKey(), SignatureAlgorithm.ECDSA_P256_SHA256, message -> {
            asked.incrementAndGet();
            return TestKeys.ALICE.sign(message);
        });
    }

    @Test
    void a_digest_that_is_not_the_image_s_is_refused_before_anything_is_signed() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        ArtifactSigning signing = ArtifactSigning.builder(counting(asked))
                .store(store)
                .attach(Resigning.REPLACE)
                .records(chain())
                .build();

        for (VerificationException refusal : new VerificationException[] {
            Refusal.of(() -> signing.signImage(TAGGED, OTHER)),
            Refusal.of(() -> signing.signImage(TAGGED.withDigest(OTHER))),
            Refusal.of(() -> signing.signImage(TAGGED.withDigest(DIGEST), OTHER))
        }) {
            assertThat(refusal.reason()).isEqualTo(Reason.SUBJECT_MISMATCH);
            assertThat(refusal).hasMessageContaining(OTHER.toString()).hasMessageContaining(DIGEST.toString());
        }
        assertThat(asked).hasValue(0);
        assertThat(store.attached).isEmpty();
        assertThat(chain().overview()).isEmpty();

        assertThat(signing.signImage(TAGGED, DIGEST).image()).isEqualTo(TAGGED.withDigest(DIGEST));
        assertThat(asked).hasValue(1);
    }

    /** The tag alone is asked for: a store that looked up the digest would find it right whatever the tag names. */
    @Test
    void a_tag_is_held_against_the_digest_beside_it() throws Exception {
        signing().build().signImage(TAGGED.withDigest(DIGEST));

        assertThat(store.resolved).containsExactly(TAGGED);
    }

    static List<ImageReference> imagesOfAllSources() {
        return List.of(
                ImageReference.docker("my-org/app:1.0"),
                ImageReference.ecr("123456789012", "eu-west-1", "my-repo/app:1.0"),
                ImageReference.acr("automate.azurecr.io", "my-repo:1.0"),
                ImageReference.gar("us-east1-docker.pkg.dev", "my-gcp-project", "repository/app:1.0"),
                ImageReference.parse("localhost:5000/app:1.0"));
    }

    @ParameterizedTest
    @MethodSource("imagesOfAllSources")
    void images_of_every_source_are_signed_and_verified(ImageReference image) throws Exception {
        ArtifactSigning signing = signing().attach(Resigning.APPEND).build();

        signing.signImage(image);

        assertThat(signing.verification().verifyImage(image))
                .singleElement()
                .satisfies(verified -> assertThat(verified.image()).isEqualTo(image.withDigest(DIGEST)));
    }

    @Test
    void annotations_are_signed() throws Exception {
        SignedImage signed = signing().annotation("owner", "dev").build().signImage(TAGGED);

        assertThat(CosignVerifier.of(TestKeys.ALICE.publicKey())
                        .verifyImage(signed.image(), signed.signature())
                        .annotations())
                .isEqualTo(Map.of("owner", Json.of("dev")));
    }

    @Test
    void without_a_store_an_image_needs_its_digest() throws Exception {
        ArtifactSigning offline = ArtifactSigning.builder(TestKeys.ALICE).build();

        assertThat(offline.signImage(TAGGED.withDigest(DIGEST)).image()).isEqualTo(TAGGED.withDigest(DIGEST));
        assertThatThrownBy(() -> offline.signImage(TAGGED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no digest");
        assertThatThrownBy(() -> signing().build().signImage(ImageReference.docker("my-org/app")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neither tag nor digest");
        assertThatThrownBy(() -> ArtifactSigning.builder(TestKeys.ALICE)
                        .attach(Resigning.APPEND)
                        .build())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_signing_leaves_a_record_that_says_all_of_it() throws Exception {
        SignedImage signed = signing()
                .records(chain())
                .signedBy("release pipeline")
                .transparencyLog((digest, signature, key) -> {
                    assertThat(key).isEqualTo(TestKeys.ALICE.publicKey());
                    return URI.create("https://rekor.example.com/" + digest.hex());
                })
                .build()
                .signImage(TAGGED);

        SigningRecord record = signed.record();
        assertThat(chain().of(DIGEST)).containsExactly(record);
        assertThat(record)
                .isEqualTo(SigningRecord.builder()
                        .artifact("docker.io/my-org/app:1.0")
                        .kind(ArtifactKind.IMAGE)
                        .digest(DIGEST)
                        .keyId(TestKeys.ALICE.keyId())
                        .signedBy("release pipeline")
                        .time(Timestamp.parse("2026-11-21T12:00:00Z"))
                        .signature(signed.signature().signature())
                        .payload(signed.signature().payload())
                        .transparencyLog("https://rekor.example.com/"
                                + Digest.sha256(signed.signature().payload().toByteArray())
                                        .hex())
                        .build());
        assertThat(record.cosignSignature()).hasValue(signed.signature());
    }

    @Test
    void the_record_stays_when_attaching_fails() throws Exception {
        store.beFull();

        assertThatThrownBy(() -> signing()
                        .attach(Resigning.APPEND)
                        .records(chain())
                        .build()
                        .signImage(TAGGED))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        assertThat(chain().of(DIGEST)).hasSize(1);
    }

    @Test
    void nothing_is_attached_when_the_record_cannot_be_written() throws Exception {
        Files.writeString(folder.resolve("signings.ndjson"), "{\"artifact\":");

        assertThatThrownBy(() -> signing()
                        .attach(Resigning.APPEND)
                        .records(chain())
                        .build()
                        .signImage(TAGGED))
                .hasMessageContaining("written by half");
        assertThat(store.attached).isEmpty();
    }

    @Test
    void nothing_is_recorded_when_the_log_refuses() throws Exception {
        assertThatThrownBy(() -> signing()
                        .records(chain())
                        .transparencyLog((digest, signature, key) -> {
                            throw new IOException("409");
                        })
                        .build()
                        .signImage(TAGGED))
                .hasMessage("409");
        assertThat(chain().overview()).isEmpty();
    }

    @Test
    void after_signing_again_the_overview_has_the_latest_and_the_chain_both() throws Exception {
        ArtifactSigning.Builder byAlice = signing().attach(Resigning.REPLACE).records(chain());
        SignedImage first = byAlice.build().signImage(TAGGED);
        SignedImage second = ArtifactSigning.builder(TestKeys.BOB)
                .store(store)
                .attach(Resigning.REPLACE)
                .records(chain())
                .build()
                .signImage(TAGGED);

        assertThat(chain().overview()).isEqualTo(Map.of(DIGEST, second.record()));
        assertThat(chain().of(DIGEST)).containsExactly(first.record(), second.record());
        assertThat(store.layers).containsExactly(second.signature());
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureAlgorithm.class,
            names = {"ECDSA_P256_SHA256", "ED25519", "RSA_PSS_SHA512"})
    void files_are_signed_with_keys_of_every_kind(SignatureAlgorithm algorithm) throws Exception {
        SigningKey key = TestKeys.of(algorithm);
        ArtifactFile jar = ArtifactFile.of(Files.writeString(folder.resolve("app.jar"), "content"));
        ArtifactSigning signing = ArtifactSigning.builder(key)
                .store(store)
                .attach(Resigning.REPLACE)
                .records(chain())
                .build();

        SignedFile signed = signing.signFile(jar);

        Digest digest = Digest.sha256("content".getBytes(UTF_8));
        assertThat(signed.digest()).isEqualTo(digest);
        assertThat(store.attached).containsExactly(SignatureSubject.file(digest, 7));
        assertThat(signing.verification().verifyFile(jar))
                .singleElement()
                .satisfies(verified -> assertThat(verified.signer().keyId()).isEqualTo(key.keyId()));
        assertThat(signed.record().artifact()).isEqualTo("app.jar");
        assertThat(signed.record().kind().known()).hasValue(ArtifactKind.FILE);
        assertThat(signed.record().cosignSignature()).isEmpty();
        assertThat(chain().latest(digest)).hasValue(signed.record());
    }

    @Test
    void a_file_has_the_name_of_its_path_or_one_that_the_caller_gives() throws Exception {
        Path file = Files.writeString(folder.resolve("chart.tgz"), "content");
        ArtifactSigning signing = signing().attach(Resigning.APPEND).build();
        ImageReference repository = ImageReference.parse("example.com/files");

        SigningRecord automatic = signing.signFile(ArtifactFile.of(file)).record();
        SigningRecord manual = signing.signFile(
                        ArtifactFile.named(file, "backend", "1.2.3").in(repository))
                .record();

        assertThat(automatic.artifact()).isEqualTo("chart.tgz");
        assertThat(automatic.version()).isEmpty();
        assertThat(manual.artifact()).isEqualTo("backend");
        assertThat(manual.version()).hasValue("1.2.3");
        assertThat(store.attached.get(1)).isEqualTo(SignatureSubject.file(manual.digest(), 7, repository));
    }

    @Test
    void a_name_that_would_spoil_a_line_is_refused() {
        Path file = folder.resolve("app.jar");

        for (String name : new String[] {"", " ", "a\nb", "a\u0000", "\uD800", "x".repeat(256)}) {
            assertThatThrownBy(() -> ArtifactFile.named(file, name, "1")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ArtifactFile.named(file, "app", name))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> signing().signedBy(name)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> ArtifactFile.of(folder.getRoot())).isInstanceOf(IllegalArgumentException.class);
        assertThat(new ArtifactFile(file, "app", Optional.of("1"), Optional.empty()))
                .hasToString("app 1");
    }

    @Test
    void a_file_with_another_digest_than_expected_is_not_signed() throws Exception {
        ArtifactFile jar = ArtifactFile.of(Files.writeString(folder.resolve("app.jar"), "content"));
        AtomicInteger asked = new AtomicInteger();
        ArtifactSigning signing = ArtifactSigning.builder(counting(asked)).build();

        assertThat(Refusal.reasonOf(() -> signing.signFile(jar, OTHER))).isEqualTo(Reason.SUBJECT_MISMATCH);
        assertThat(asked).hasValue(0);
        assertThat(signing.signFile(jar, Digest.of("sha512", jar.path())).digest())
                .isEqualTo(Digest.sha256(jar.path()));
        assertThatThrownBy(() -> signing.signFile(ArtifactFile.of(folder.resolve("none"))))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_signer_that_fails_leaves_nothing() throws Exception {
        Signer broken = Signer.remote(
                TestKeys.ALICE.publicKey(), SignatureAlgorithm.ECDSA_P256_SHA256, message -> new byte[64]);

        assertThatThrownBy(() -> ArtifactSigning.builder(broken)
                        .store(store)
                        .attach(Resigning.APPEND)
                        .records(chain())
                        .build()
                        .signImage(TAGGED))
                .isInstanceOf(SigningException.class);
        assertThat(store.attached).isEmpty();
        assertThat(chain().overview()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"content and more", "c0ntent"})
    void a_file_that_changes_while_it_is_signed_is_refused(String changed) throws Exception {
        Path file = Files.writeString(folder.resolve("app.jar"), "content");
        Signer slow = Signer.remote(TestKeys.ALICE.publicKey(), SignatureAlgorithm.ECDSA_P256_SHA256, message -> {
            byte[] signature = TestKeys.ALICE.sign(message);
            Files.writeString(file, changed);
            return signature;
        });

        assertThatThrownBy(() -> ArtifactSigning.builder(slow).build().signFile(ArtifactFile.of(file)))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("changed while it was signed");
    }

    @Test
    void signatures_and_records_hold_bytes_of_their_own() throws Exception {
        SignedImage signed = signing().build().signImage(TAGGED);

        assertThat(signed.record().signature())
                .isEqualTo(Bytes.parseBase64(signed.signature().signature().base64()));
    }
}
