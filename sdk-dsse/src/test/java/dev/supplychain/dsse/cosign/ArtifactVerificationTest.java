package dev.supplychain.dsse.cosign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.Refusal;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.VerificationLimits;
import dev.supplychain.model.Digest;
import dev.supplychain.model.cosign.Resigning;
import dev.supplychain.model.cosign.SigningRecord;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.ResourceDescriptor;
import dev.supplychain.model.oci.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactVerificationTest {
    private static final Digest DIGEST = Digest.sha256("manifest".getBytes(UTF_8));
    private static final Digest OTHER = Digest.sha256("another manifest".getBytes(UTF_8));
    private static final ImageReference TAGGED = ImageReference.docker("my-org/app:1.0");
    private static final ImageReference IMAGE = TAGGED.withDigest(DIGEST);
    private static final CosignSigner ALICE = CosignSigner.of(TestKeys.ALICE);
    private static final CosignSigner BOB = CosignSigner.of(TestKeys.BOB);

    private final StoreInMemory store = new StoreInMemory().answering(DIGEST);

    @TempDir
    Path folder;

    private ArtifactVerification trusting(int threshold) throws Exception {
        return ArtifactVerification.builder(CosignVerifier.of(TestKeys.ALICE.publicKey(), TestKeys.BOB.publicKey()))
                .store(store)
                .threshold(threshold)
                .build();
    }

    @Test
    void what_is_returned_is_the_digest_that_was_verified_wherever_the_tag_goes() throws Exception {
        store.layers.add(ALICE.signImage(IMAGE));
        store.answering(OTHER);

        assertThat(trusting(1).verifyImage(TAGGED))
                .singleElement()
                .satisfies(verified -> assertThat(verified.image()).isEqualTo(IMAGE));
        assertThat(store.resolved).containsExactly(TAGGED);
        assertThat(Refusal.reasonOf(() -> trusting(1).verifyImage(TAGGED))).isEqualTo(Reason.SUBJECT_MISMATCH);
    }

    @Test
    void an_image_with_another_digest_than_the_one_given_is_refused() throws Exception {
        store.layers.add(ALICE.signImage(IMAGE));

        assertThat(Refusal.reasonOf(() -> trusting(1).verifyImage(TAGGED, OTHER)))
                .isEqualTo(Reason.SUBJECT_MISMATCH);
        assertThat(Refusal.reasonOf(() -> trusting(1).verifyImage(TAGGED.withDigest(OTHER))))
                .isEqualTo(Reason.SUBJECT_MISMATCH);
        assertThat(trusting(1).verifyImage(TAGGED, DIGEST)).hasSize(1);
    }

    @Test
    void a_threshold_counts_keys_and_not_signatures() throws Exception {
        store.layers.add(ALICE.signImage(IMAGE));
        store.layers.add(ALICE.signImage(IMAGE));
        store.bundles.add(ALICE.signImageBundle(IMAGE, Map.of()));

        VerificationException refusal = Refusal.of(() -> trusting(2).verifyImage(TAGGED));

        assertThat(refusal.reason()).isEqualTo(Reason.THRESHOLD);
        assertThat(refusal).hasMessageContaining("1 trusted keys signed, fewer than the 2 that must");
        store.layers.add(BOB.signImage(IMAGE));
        assertThat(trusting(2).verifyImage(TAGGED)).hasSize(4);
    }

    @Test
    void a_threshold_that_no_keys_can_reach_is_refused_at_once() {
        for (int threshold : new int[] {-1, 0, 3}) {
            assertThatThrownBy(() -> trusting(threshold)).isInstanceOf(IllegalArgumentException.class);
        }
        // The same key twice is one.
        assertThatThrownBy(() -> ArtifactVerification.builder(
                                CosignVerifier.of(TestKeys.ALICE.publicKey(), TestKeys.ALICE.publicKey()))
                        .threshold(2)
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void layers_bundles_and_strangers_lie_side_by_side() throws Exception {
        store.layers.add(CosignSigner.of(TestKeys.EDITH).signImage(IMAGE));
        store.bundles.add(ALICE.attestBundle(InTotoStatement.builder()
                .addSubject(ResourceDescriptor.builder().addDigest(DIGEST).build())
                .predicateType(TestKeys.PROVENANCE)
                .build()));

        assertThat(Refusal.reasonOf(() -> trusting(1).verifyImage(TAGGED))).isEqualTo(Reason.PREDICATE_TYPE);
        store.bundles.add(BOB.signImageBundle(IMAGE, Map.of()));
        assertThat(trusting(1).verifyImage(TAGGED))
                .singleElement()
                .satisfies(verified -> assertThat(verified.signer().keyId()).isEqualTo(TestKeys.BOB.keyId()));
    }

    @Test
    void an_image_without_signatures_and_one_with_too_many_are_refused() throws Exception {
        assertThat(Refusal.of(() -> trusting(1).verifyImage(TAGGED)))
                .hasMessageStartingWith("none of 0 signatures of docker.io/my-org/app:1.0@sha256:");

        store.layers.addAll(Collections.nCopies(3, ALICE.signImage(IMAGE)));
        ArtifactVerification narrow = ArtifactVerification.builder(CosignVerifier.builder()
                        .trust(TestKeys.ALICE.toTrustedKey())
                        .limits(VerificationLimits.builder().signatures(2).build())
                        .build())
                .store(store)
                .build();
        assertThat(Refusal.reasonOf(() -> narrow.verifyImage(TAGGED))).isEqualTo(Reason.LIMIT);
    }

    @Test
    void an_image_that_the_store_does_not_have_is_an_io_exception() throws Exception {
        ArtifactVerification empty = ArtifactVerification.builder(CosignVerifier.of(TestKeys.ALICE.publicKey()))
                .store(new StoreInMemory())
                .build();

        assertThatThrownBy(() -> empty.verifyImage(TAGGED)).isInstanceOf(IOException.class);
    }

    /** When nothing was attached, the record has the signature. */
    @Test
    void signatures_of_records_are_verified_without_a_store() throws Exception {
        SigningRecord record = ArtifactSigning.builder(TestKeys.ALICE)
                .store(store)
                .build()
                .signImage(TAGGED)
                .record();
        ArtifactVerification offline = ArtifactVerification.builder(CosignVerifier.of(TestKeys.ALICE.publicKey()))
                .build();

        assertThat(offline.verifyImage(IMAGE, List.of(record.cosignSignature().orElseThrow())))
                .hasSize(1);
        assertThatThrownBy(() -> offline.verifyImage(IMAGE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> offline.verifyImage(TAGGED, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(Refusal.reasonOf(() -> offline.verifyImage(
                        TAGGED.withDigest(OTHER),
                        List.of(record.cosignSignature().orElseThrow()))))
                .isEqualTo(Reason.SUBJECT_MISMATCH);
    }

    @Test
    void signatures_handed_over_count_for_what_the_tag_names_now() throws Exception {
        store.answering(OTHER);
        List<dev.supplychain.model.cosign.CosignSignature> signatures = List.of(ALICE.signImage(IMAGE));

        assertThat(trusting(1).verifyImage(TAGGED, signatures)).hasSize(1);
        assertThat(Refusal.reasonOf(() -> trusting(1).verifyImage(TAGGED, signatures)))
                .isEqualTo(Reason.SUBJECT_MISMATCH);
    }

    @Test
    void files_are_verified_with_signatures_from_the_store_or_from_the_caller() throws Exception {
        ArtifactFile jar = ArtifactFile.of(Files.writeString(folder.resolve("app.jar"), "content"));
        SignedFile signed = ArtifactSigning.builder(TestKeys.ALICE)
                .store(store)
                .attach(Resigning.APPEND)
                .build()
                .signFile(jar);
        store.bundles.add(BOB.signBlob(jar.path()).bundle());

        assertThat(trusting(2).verifyFile(jar))
                .hasSize(2)
                .allSatisfy(verified -> assertThat(verified.sha256()).isEqualTo(signed.digest()));
        assertThat(trusting(1)
                        .verifyFile(
                                jar, List.of(BlobSignature.of(signed.record().signature()))))
                .hasSize(1);
        assertThat(Refusal.reasonOf(() -> trusting(2).verifyFile(jar, List.of(signed.signature()))))
                .isEqualTo(Reason.THRESHOLD);
    }

    @Test
    void a_changed_file_and_an_attestation_about_it_are_not_signatures_over_it() throws Exception {
        Path path = Files.writeString(folder.resolve("app.jar"), "content");
        store.bundles.add(ALICE.signBlob(path).bundle());
        store.bundles.add(ALICE.attestBundle(TestKeys.statement(TestKeys.PROVENANCE)));
        Files.writeString(path, "other content");

        VerificationException refusal = Refusal.of(() -> trusting(1).verifyFile(ArtifactFile.of(path)));

        assertThat(refusal)
                .hasMessageStartingWith("none of 2 signatures of file ")
                .hasMessageContaining("none of the trusted keys")
                .hasMessageContaining("the bundle has an envelope");
        assertThatThrownBy(() -> trusting(1).verifyFile(ArtifactFile.of(folder.resolve("none"))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ArtifactVerification.builder(CosignVerifier.of(TestKeys.ALICE.publicKey()))
                        .build()
                        .verifyFile(ArtifactFile.of(path)))
                .isInstanceOf(IllegalStateException.class);
    }
}
