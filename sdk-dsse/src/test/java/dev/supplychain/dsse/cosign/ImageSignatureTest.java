package dev.supplychain.dsse.cosign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.Refusal;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.VerificationLimits;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.cosign.Bundle;
import dev.supplychain.model.cosign.CosignSignature;
import dev.supplychain.model.cosign.SimpleSigningPayload;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.PredicateTypes;
import dev.supplychain.model.intoto.ResourceDescriptor;
import dev.supplychain.model.oci.ImageReference;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageSignatureTest {
    private static final Digest DIGEST = Digest.sha256("manifest".getBytes(UTF_8));
    private static final ImageReference IMAGE =
            ImageReference.parse("example.com/team/app:1.0").withDigest(DIGEST);
    private static final CosignSigner ALICE = CosignSigner.of(TestKeys.ALICE);
    private static final CosignVerifier TRUSTS_ALICE = CosignVerifier.of(TestKeys.ALICE.toTrustedKey());

    private static VerificationException refusal(CosignVerifier verifier, ImageReference image, CosignSignature layer) {
        return Refusal.of(() -> verifier.verifyImage(image, layer));
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void an_image_is_signed_and_verified_with_every_kind_of_key(SignatureAlgorithm algorithm) throws Exception {
        SigningKey key = TestKeys.of(algorithm);

        VerifiedImageSignature verified = CosignVerifier.of(key.toTrustedKey())
                .verifyImage(IMAGE, CosignSigner.of(key).signImage(IMAGE));

        assertThat(verified.digest()).isEqualTo(DIGEST);
        assertThat(verified.image()).isEqualTo(IMAGE);
        assertThat(verified.dockerReference()).hasValue("example.com/team/app");
        assertThat(verified.annotations()).isEmpty();
        assertThat(verified.signer().keyId()).isEqualTo(key.keyId());
        assertThat(verified.transparencyLog()).isEqualTo(MaterialStatus.ABSENT);
        assertThat(verified)
                .hasToString("VerifiedImageSignature[" + IMAGE + ", signed by " + key.keyId()
                        + ", transparency log ABSENT]");
    }

    @Test
    void an_image_without_digest_is_a_mistake_of_the_caller() throws Exception {
        ImageReference tag = ImageReference.parse("example.com/team/app:1.0");
        CosignSignature layer = ALICE.signImage(IMAGE);
        Bundle bundle = ALICE.signImageBundle(IMAGE, Map.of());

        assertThatThrownBy(() -> TRUSTS_ALICE.verifyImage(tag, layer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("example.com/team/app:1.0 has no digest");
        assertThatThrownBy(() -> TRUSTS_ALICE.verifyImage(tag, bundle)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ALICE.signImage(tag)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ALICE.signImageBundle(tag, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_that_is_not_trusted_is_refused_with_the_image_in_the_message() throws Exception {
        VerificationException refusal =
                refusal(TRUSTS_ALICE, IMAGE, CosignSigner.of(TestKeys.BOB).signImage(IMAGE));

        assertThat(refusal.reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(refusal).hasMessageStartingWith("signature of " + IMAGE + ": ");
    }

    @Test
    void a_key_outside_its_validity_is_refused() throws Exception {
        Instant end = Instant.parse("2026-01-01T00:00:00Z");
        CosignVerifier verifier = CosignVerifier.builder()
                .trust(TrustedKey.builder()
                        .publicKey(TestKeys.ALICE.publicKey())
                        .notAfter(end)
                        .build())
                .clock(Clock.fixed(end.plusSeconds(1), ZoneOffset.UTC))
                .build();

        assertThat(refusal(verifier, IMAGE, ALICE.signImage(IMAGE)).reason()).isEqualTo(Reason.EXPIRED);
    }

    @Test
    void annotations_are_signed_returned_and_can_be_required() throws Exception {
        CosignSignature layer = ALICE.signImage(IMAGE, Map.of("owner", "dev", "build", "7"));
        CosignVerifier ofDev = verifier().requireAnnotation("owner", "dev").build();
        CosignVerifier ofOps = verifier().requireAnnotation("owner", "ops").build();
        CosignVerifier ofTeam = verifier().requireAnnotation("team", "a").build();

        assertThat(ofDev.verifyImage(IMAGE, layer).annotations())
                .isEqualTo(Map.of("owner", Json.of("dev"), "build", Json.of("7")));
        assertThat(refusal(ofOps, IMAGE, layer))
                .hasMessageEndingWith("the annotation \"owner\" is \"dev\" instead of \"ops\"")
                .extracting(VerificationException::reason)
                .isEqualTo(Reason.SUBJECT_MISMATCH);
        assertThat(refusal(ofTeam, IMAGE, layer))
                .hasMessageEndingWith("the annotation \"team\" is missing instead of \"a\"");
        assertThat(refusal(ofDev, IMAGE, ALICE.signImage(IMAGE))).hasMessageContaining("\"owner\" is missing");
    }

    private static CosignVerifier.Builder verifier() {
        return CosignVerifier.builder().trust(TestKeys.ALICE.toTrustedKey());
    }

    @Test
    void by_default_the_repository_has_to_be_the_one_signed_and_the_tag_does_not_matter() throws Exception {
        CosignSignature layer = ALICE.signImage(IMAGE);

        assertThat(TRUSTS_ALICE.verifyImage(IMAGE.withTag("2.0"), layer).digest())
                .isEqualTo(DIGEST);
        VerificationException refusal = refusal(
                TRUSTS_ALICE, ImageReference.parse("example.com/other/app").withDigest(DIGEST), layer);
        assertThat(refusal.reason()).isEqualTo(Reason.SUBJECT_MISMATCH);
        assertThat(refusal)
                .hasMessageContaining(
                        "the name signed is \"example.com/team/app\", which does not hold by matchRepository");
    }

    @Test
    void a_copy_of_an_image_is_verified_under_the_name_it_was_signed_by() throws Exception {
        ImageReference copy = ImageReference.parse("mirror.example.com/app:1.0").withDigest(DIGEST);
        CosignSignature layer = ALICE.signImage(IMAGE);
        CosignVerifier ofOrigin = verifier()
                .signedIdentity(SignedIdentity.exactRepository(ImageReference.parse("example.com/team/app")))
                .build();

        assertThat(ofOrigin.verifyImage(copy, layer).image()).isEqualTo(copy);
        assertThat(refusal(
                        ofOrigin,
                        copy,
                        ALICE.signImage(ImageReference.parse("example.com/b").withDigest(DIGEST))))
                .hasMessageContaining("exactRepository example.com/team/app");
        assertThat(verifier()
                        .signedIdentity(SignedIdentity.insecureAny())
                        .build()
                        .verifyImage(copy, layer)
                        .dockerReference())
                .hasValue("example.com/team/app");
    }

    /** skopeo signs the tag. */
    @Test
    void the_exact_name_is_the_tag_or_without_one_the_digest() throws Exception {
        CosignVerifier exact =
                verifier().signedIdentity(SignedIdentity.matchExact()).build();
        CosignVerifier exactly =
                verifier().signedIdentity(SignedIdentity.exactReference(IMAGE)).build();
        CosignSignature tagged =
                ALICE.signImage(SimpleSigningPayload.cosign("example.com/team/app:1.0", DIGEST, Map.of()));
        CosignSignature byDigest =
                ALICE.signImage(SimpleSigningPayload.cosign("example.com/team/app@" + DIGEST, DIGEST, Map.of()));
        ImageReference untagged = ImageReference.parse("example.com/team/app").withDigest(DIGEST);

        assertThat(exact.verifyImage(IMAGE, tagged).digest()).isEqualTo(DIGEST);
        assertThat(exact.verifyImage(untagged, byDigest).digest()).isEqualTo(DIGEST);
        assertThat(exactly.verifyImage(untagged, tagged).digest()).isEqualTo(DIGEST);
        assertThat(refusal(exact, IMAGE.withTag("2.0"), tagged)).hasMessageContaining("matchExact");
        assertThat(refusal(exact, untagged, tagged)).hasMessageContaining("matchExact");
        assertThat(refusal(exactly, untagged, byDigest))
                .hasMessageContaining("exactReference example.com/team/app:1.0");
        assertThat(refusal(exact, IMAGE, ALICE.signImage(IMAGE))).hasMessageContaining("matchExact");
    }

    /** cosign calls it index.docker.io/library/ubuntu. */
    @Test
    void images_of_docker_hub_have_one_name() throws Exception {
        ImageReference ubuntu = ImageReference.parse("ubuntu:24.04").withDigest(DIGEST);

        assertThat(TRUSTS_ALICE.verifyImage(ubuntu, ALICE.signImage(ubuntu)).dockerReference())
                .hasValue("index.docker.io/library/ubuntu");
    }

    @Test
    void of_several_layers_those_that_hold_are_returned() throws Exception {
        CosignSignature bob = CosignSigner.of(TestKeys.BOB).signImage(IMAGE);
        CosignSignature alice = ALICE.signImage(IMAGE);
        CosignSignature other = ALICE.signImage(IMAGE.withDigest(Digest.sha256(new byte[0])));

        List<VerifiedImageSignature> verified =
                TRUSTS_ALICE.verifyImage(IMAGE, List.of(bob, other, alice, ALICE.signImage(IMAGE)));

        assertThat(verified).hasSize(2).allSatisfy(v -> assertThat(v.digest()).isEqualTo(DIGEST));
        VerificationException refusal = Refusal.of(() -> TRUSTS_ALICE.verifyImage(IMAGE, List.of(bob, other)));
        assertThat(refusal.reason()).isEqualTo(Reason.SUBJECT_MISMATCH);
        assertThat(refusal)
                .hasMessageStartingWith("none of 2 signatures of " + IMAGE + " is trusted; signature of ")
                .hasMessageContaining("by none of the trusted keys")
                .hasMessageContaining("it is over the image sha256:e3b0c442");
    }

    @Test
    void no_layer_is_a_refusal_and_so_are_too_many() throws Exception {
        CosignVerifier narrow = verifier()
                .limits(VerificationLimits.builder().signatures(2).build())
                .build();
        CosignSignature layer = ALICE.signImage(IMAGE);

        assertThatThrownBy(() -> TRUSTS_ALICE.verifyImage(IMAGE, List.<CosignSignature>of()))
                .isInstanceOf(VerificationException.class)
                .hasMessageStartingWith("none of 0 signatures of ");
        assertThat(narrow.verifyImage(IMAGE, List.of(layer, layer))).hasSize(2);
        assertThatThrownBy(() -> narrow.verifyImage(IMAGE, List.of(layer, layer, layer)))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT));
    }

    @Test
    void a_message_about_many_layers_stays_short() throws Exception {
        CosignSignature bob = CosignSigner.of(TestKeys.BOB).signImage(IMAGE);

        assertThatThrownBy(() -> TRUSTS_ALICE.verifyImage(IMAGE, Collections.nCopies(64, bob)))
                .isInstanceOf(VerificationException.class)
                .hasMessageEndingWith("; and 59 more");
    }

    /** As Harness hands it out: payload and signature apart. */
    @Test
    void a_payload_and_a_signature_that_came_apart_are_verified_alike() throws Exception {
        CosignSignature layer = ALICE.signImage(IMAGE);

        assertThat(TRUSTS_ALICE
                        .verifyImage(IMAGE, layer.payload(), layer.signature())
                        .digest())
                .isEqualTo(DIGEST);
        assertThatThrownBy(
                        () -> TRUSTS_ALICE.verifyImage(IMAGE, Bytes.ofUncheckedBase64("no base64!"), layer.signature()))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED));
        assertThatThrownBy(
                        () -> TRUSTS_ALICE.verifyImage(IMAGE, layer.payload(), Bytes.ofUncheckedBase64("no base64!")))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED));
        CosignVerifier narrow = verifier()
                .limits(VerificationLimits.builder().payloadBytes(100).build())
                .build();
        assertThatThrownBy(() -> narrow.verifyImage(IMAGE, layer.payload(), layer.signature()))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT));
    }

    @Test
    void the_statement_of_cosign_3_names_the_digest_alone() throws Exception {
        Bundle bundle = ALICE.signImageBundle(IMAGE, Map.of("owner", "dev"));
        InTotoStatement statement = InTotoStatement.parse(
                bundle.dsseEnvelope().orElseThrow().payload().toByteArray());

        VerifiedImageSignature verified = TRUSTS_ALICE.verifyImage(IMAGE, bundle);

        assertThat(new String(statement.toJson(), UTF_8))
                .isEqualTo("{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[{\"digest\":{\"sha256\":\""
                        + DIGEST.hex() + "\"},\"annotations\":{\"owner\":\"dev\"}}],"
                        + "\"predicateType\":\"https://sigstore.dev/cosign/sign/v1\",\"predicate\":{}}");
        assertThat(verified.digest()).isEqualTo(DIGEST);
        assertThat(verified.dockerReference()).isEmpty();
        assertThat(verified.annotations()).isEqualTo(Map.of("owner", Json.of("dev")));
        assertThat(verified.signer().keyId()).isEqualTo(TestKeys.ALICE.keyId());
        assertThat(bundle.version()).isEqualTo(Bundle.Version.V0_3);
    }

    @Test
    void a_statement_of_cosign_3_holds_where_any_name_is_taken() throws Exception {
        CosignVerifier any =
                verifier().signedIdentity(SignedIdentity.insecureAny()).build();

        assertThat(any.verifyImage(IMAGE, ALICE.signImageBundle(IMAGE, Map.of()))
                        .digest())
                .isEqualTo(DIGEST);
    }

    @Test
    void a_statement_of_cosign_3_is_refused_for_another_image_annotation_or_when_a_name_is_asked_for()
            throws Exception {
        Bundle bundle = ALICE.signImageBundle(IMAGE, Map.of("owner", "dev"));
        ImageReference other = IMAGE.withDigest(Digest.sha256(new byte[0]));
        CosignVerifier named =
                verifier().signedIdentity(SignedIdentity.matchRepository()).build();
        CosignVerifier ofOps = verifier().requireAnnotation("owner", "ops").build();

        assertThat(Refusal.of(() -> TRUSTS_ALICE.verifyImage(other, bundle)).reason())
                .isEqualTo(Reason.SUBJECT_MISMATCH);
        assertThat(Refusal.of(() -> ofOps.verifyImage(IMAGE, bundle))).hasMessageContaining("instead of \"ops\"");
        assertThat(Refusal.of(() -> named.verifyImage(IMAGE, bundle)))
                .hasMessageContaining("it names no repository, and matchRepository was asked for");
        assertThat(Refusal.of(() ->
                                CosignVerifier.of(TestKeys.BOB.toTrustedKey()).verifyImage(IMAGE, bundle))
                        .reason())
                .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    /** Which of the two annotations would hold? */
    @Test
    void two_subjects_with_the_digest_of_the_image_are_refused() throws Exception {
        ResourceDescriptor dev = ResourceDescriptor.builder()
                .addDigest(DIGEST)
                .putAnnotations("owner", Json.of("dev"))
                .build();
        InTotoStatement twice = InTotoStatement.builder()
                .addSubject(dev, ResourceDescriptor.builder().addDigest(DIGEST).build())
                .predicateType(PredicateTypes.COSIGN_SIGN_V1)
                .build();

        assertThat(Refusal.of(() -> TRUSTS_ALICE.verifyImage(IMAGE, ALICE.attestBundle(twice))))
                .hasMessageContaining("2 subjects of the statement have its digest, not one");
    }

    @Test
    void a_provenance_or_a_signature_over_a_file_is_no_signature_of_an_image() throws Exception {
        Bundle provenance = ALICE.attestBundle(InTotoStatement.builder()
                .addSubject(ResourceDescriptor.builder().addDigest(DIGEST).build())
                .predicateType(TestKeys.PROVENANCE)
                .build());

        assertThat(Refusal.of(() -> TRUSTS_ALICE.verifyImage(IMAGE, provenance)).reason())
                .isEqualTo(Reason.PREDICATE_TYPE);
        assertThat(Refusal.of(() -> TRUSTS_ALICE.verifyImage(
                                IMAGE, ALICE.signBlob(new byte[1]).bundle()))
                        .reason())
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void a_verifier_needs_a_key() {
        assertThatThrownBy(() -> CosignVerifier.of(new TrustedKey[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
