package dev.supplychain.dsse.cosign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.BlobSigner;
import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.Refusal;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.cosign.SimpleSigningPayload;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.oci.ImageReference;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Well signed input about which cosign 2.5.0 and skopeo 1.18 have been seen to disagree, or which cosign takes although it
 * should not: what is accepted here, row by row, by default and with {@code cosignCompat}.
 */
class DifferentialTest {
    private static final Digest DIGEST = Digest.sha256("manifest".getBytes(UTF_8));
    private static final ImageReference IMAGE =
            ImageReference.parse("example.com/app").withDigest(DIGEST);
    private static final CosignVerifier STRICT = CosignVerifier.of(TestKeys.ALICE.toTrustedKey());
    private static final CosignVerifier COMPAT = CosignVerifier.builder()
            .trust(TestKeys.ALICE.toTrustedKey())
            .cosignCompat()
            .build();
    private static final String ZERO = "sha256:" + "00".repeat(32);

    /** cosign takes all but the last two, skopeo none but the first. */
    enum Row {
        AS_IT_SHOULD_BE(true, true),
        DUPLICATE_DIGEST_WITH_THE_SECOND_RIGHT(false, true),
        EXTRA_MEMBER_IN_CRITICAL(false, true),
        DIGEST_IN_THE_WRONG_CASE(false, true),
        NO_OPTIONAL(false, true),
        OTHER_REPOSITORY(false, true),
        EMPTY_REPOSITORY(false, true),
        TYPE_OF_ATOMIC(false, true),
        WRONG_DIGEST(false, false),
        DUPLICATE_DIGEST_WITH_THE_FIRST_RIGHT(false, false);

        private final boolean strict;
        private final boolean likeCosign;

        Row(boolean strict, boolean likeCosign) {
            this.strict = strict;
            this.likeCosign = likeCosign;
        }

        boolean isAcceptedLikeCosign() {
            return likeCosign;
        }

        /** The payload that is signed for that image. */
        String payload(ImageReference image) {
            String good = SimpleSigningPayload.cosign(image).bytes().utf8();
            String digest = image.digest().orElseThrow().toString();
            String changed = switch (this) {
                case AS_IT_SHOULD_BE -> good;
                case DUPLICATE_DIGEST_WITH_THE_SECOND_RIGHT ->
                    good.replace(
                            "{\"docker-manifest", "{\"docker-manifest-digest\":\"" + ZERO + "\",\"docker-manifest");
                case EXTRA_MEMBER_IN_CRITICAL -> good.replace("\"critical\":{", "\"critical\":{\"extra\":1,");
                case DIGEST_IN_THE_WRONG_CASE -> good.replace("docker-manifest", "Docker-manifest");
                case NO_OPTIONAL -> good.replace(",\"optional\":null", "");
                case OTHER_REPOSITORY -> good.replace(image.repository(), "example.com/other");
                case EMPTY_REPOSITORY -> good.replace(image.repository(), "");
                case TYPE_OF_ATOMIC -> good.replace("cosign container image", "atomic container");
                case WRONG_DIGEST -> good.replace(digest, ZERO);
                case DUPLICATE_DIGEST_WITH_THE_FIRST_RIGHT ->
                    good.replace(digest + "\"", digest + "\",\"docker-manifest-digest\":\"" + ZERO + "\"");
            };
            assertThat(changed.equals(good)).isEqualTo(this == AS_IT_SHOULD_BE);
            return changed;
        }
    }

    @ParameterizedTest
    @EnumSource(Row.class)
    void payloads_of_images(Row row) throws Exception {
        Bytes payload = Bytes.utf8(row.payload(IMAGE));
        Bytes signature = BlobSigner.of(TestKeys.ALICE).sign(payload.toByteArray());

        assertThat(accepts(STRICT, payload, signature)).isEqualTo(row.strict);
        assertThat(accepts(COMPAT, payload, signature)).isEqualTo(row.likeCosign);
    }

    private static boolean accepts(CosignVerifier verifier, Bytes payload, Bytes signature) {
        try {
            return verifier.verifyImage(IMAGE, payload, signature).digest().equals(DIGEST);
        } catch (VerificationException e) {
            assertThat(e.reason()).isIn(Reason.MALFORMED, Reason.SUBJECT_MISMATCH);
            return false;
        }
    }

    /** Both of them take it from any key; here a key has to be said to sign so. */
    @Test
    void r_and_s_instead_of_der() throws Exception {
        Bytes payload = SimpleSigningPayload.cosign(IMAGE).bytes();
        Bytes signature =
                BlobSigner.of(TestKeys.ALICE.legacyScheme(LegacyScheme.P1363)).sign(payload.toByteArray());
        TrustedKey inP1363 = TrustedKey.builder()
                .publicKey(TestKeys.ALICE.publicKey())
                .legacyScheme(LegacyScheme.P1363)
                .build();
        CosignVerifier both = CosignVerifier.of(TestKeys.ALICE.toTrustedKey(), inP1363);

        assertThat(both.verifyImage(IMAGE, payload, signature).digest()).isEqualTo(DIGEST);
        assertThat(both.verifyImage(IMAGE, CosignSigner.of(TestKeys.ALICE).signImage(IMAGE))
                        .digest())
                .isEqualTo(DIGEST);
        assertThat(Refusal.reasonOf(() -> STRICT.verifyImage(IMAGE, payload, signature)))
                .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    /** cosign refuses those before the comment and takes those behind it. */
    enum EnvelopeRow {
        NO_PAE(Reason.BAD_SIGNATURE),
        PAYLOAD_TYPE_CHANGED(Reason.BAD_SIGNATURE),
        OTHER_PAYLOAD_TYPE(Reason.PAYLOAD_TYPE),
        UNPADDED_BASE64(Reason.MALFORMED),
        MIXED_ALPHABETS(Reason.MALFORMED),
        TRAILING_JSON(Reason.MALFORMED),
        EMPTY_SIGNATURES(Reason.NO_TRUSTED_SIGNATURE),
        UNDECODABLE_FIRST_SIGNATURE(Reason.MALFORMED),
        UPPER_CASE_DIGEST(Reason.SUBJECT_MISMATCH),
        SHA512_ONLY(Reason.SUBJECT_MISMATCH),
        // from here on
        DUPLICATE_PAYLOAD(Reason.MALFORMED),
        LINE_BREAK_IN_BASE64(Reason.MALFORMED),
        DUPLICATE_DIGEST_IN_THE_STATEMENT(Reason.MALFORMED),
        UNKNOWN_TYPE_OF_STATEMENT(Reason.STATEMENT_TYPE);

        private final Reason reason;

        EnvelopeRow(Reason reason) {
            this.reason = reason;
        }

        /** What becomes of an envelope around {@link #statement}. */
        private String envelope(String good, String signatureOverThePayload) {
            return switch (this) {
                case NO_PAE -> good.replaceFirst("\"sig\":\"[^\"]*\"", "\"sig\":\"" + signatureOverThePayload + "\"");
                case PAYLOAD_TYPE_CHANGED -> good.replace("in-toto+json", "in-toto.x+json");
                case UNPADDED_BASE64 -> good.replaceFirst("=+\",\"payloadType", "\",\"payloadType");
                case MIXED_ALPHABETS -> good.replace("\"payload\":\"", "\"payload\":\"+_+_");
                case TRAILING_JSON -> good + "{}";
                case EMPTY_SIGNATURES -> good.replaceFirst("\"signatures\":.*", "\"signatures\":[]}");
                case UNDECODABLE_FIRST_SIGNATURE ->
                    good.replace("\"signatures\":[", "\"signatures\":[{\"sig\":\"!\"},");
                case DUPLICATE_PAYLOAD -> good.replace("{\"payload\"", "{\"payload\":\"AAAA\",\"payload\"");
                case LINE_BREAK_IN_BASE64 -> good.replaceFirst("\"payload\":\"....", "$0\\\\n");
                default -> good;
            };
        }

        private String statement() {
            String good = new String(TestKeys.statement(TestKeys.PROVENANCE).toJson(), UTF_8);
            String hex = TestKeys.APP.hex();
            return switch (this) {
                case UPPER_CASE_DIGEST -> good.replace(hex, hex.toUpperCase(Locale.ROOT));
                case SHA512_ONLY -> good.replace("sha256\":\"" + hex, "sha512\":\"" + hex + hex);
                case DUPLICATE_DIGEST_IN_THE_STATEMENT ->
                    good.replace("\"sha256\"", "\"sha256\":\"" + "00".repeat(32) + "\",\"sha256\"");
                case UNKNOWN_TYPE_OF_STATEMENT -> good.replace("Statement/v1", "Statement/v9");
                default -> good;
            };
        }
    }

    @ParameterizedTest
    @EnumSource(EnvelopeRow.class)
    void envelopes(EnvelopeRow row) throws Exception {
        String type = row == EnvelopeRow.OTHER_PAYLOAD_TYPE ? "text/plain" : InTotoStatement.PAYLOAD_TYPE;
        byte[] statement = row.statement().getBytes(UTF_8);
        String good = new String(
                EnvelopeSigner.of(TestKeys.ALICE).sign(type, statement).toJson(), UTF_8);
        String bare = BlobSigner.of(TestKeys.ALICE).sign(statement).base64();
        byte[] envelope = row.envelope(good, bare).getBytes(UTF_8);

        for (CosignVerifier verifier : new CosignVerifier[] {STRICT, COMPAT}) {
            assertThat(Refusal.reasonOf(() -> verifier.verifyAttestation(envelope, TestKeys.PROVENANCE, TestKeys.APP)))
                    .isEqualTo(row.reason);
        }
    }
}
