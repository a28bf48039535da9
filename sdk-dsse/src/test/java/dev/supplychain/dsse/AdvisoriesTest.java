package dev.supplychain.dsse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.supplychain.dsse.SignatureOutcome.Status;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.AdaptiveEngine;
import dev.supplychain.dsse.internal.Curve;
import dev.supplychain.dsse.internal.EcdsaSignature;
import dev.supplychain.dsse.keys.KeyId;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.dsse.EnvelopeSignature;
import dev.supplychain.model.intoto.InTotoStatement;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What went wrong in other verifiers, tried on this one; the numbers are those of the advisories. */
class AdvisoriesTest {
    private static final String TYPE = InTotoStatement.PAYLOAD_TYPE;
    private static final EnvelopeVerifier ALICE = EnvelopeVerifier.of(TestKeys.ALICE.toTrustedKey());

    private static Envelope signedByAlice() throws SigningException {
        return EnvelopeSigner.of(TestKeys.ALICE).sign(TestKeys.statement(TestKeys.PROVENANCE));
    }

    private static Envelope withSignatures(Envelope envelope, List<EnvelopeSignature> signatures) {
        return Envelope.builder()
                .payload(envelope.payload())
                .payloadType(envelope.payloadType())
                .signatures(signatures)
                .build();
    }

    private static Envelope withSignature(Envelope envelope, byte[] signature) {
        return withSignatures(envelope, List.of(signature("", signature)));
    }

    private static EnvelopeSignature signature(String keyid, byte[] signature) {
        return EnvelopeSignature.builder().keyid(keyid).sig(Bytes.of(signature)).build();
    }

    private static EnvelopeSignature named(String keyid, EnvelopeSignature signature) {
        return EnvelopeSignature.builder().from(signature).keyid(keyid).build();
    }

    private static VerificationException refusal(EnvelopeVerifier verifier, Envelope envelope) {
        VerificationException refusal =
                catchThrowableOfType(VerificationException.class, () -> verifier.verifyStatement(envelope));
        assertThat(refusal).as("the envelope was accepted").isNotNull();
        return refusal;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3006020100020100",
                "3006020101020100",
                "3006020100020101",
                // r = n, s = 1; r = 1, s = n
                "3026022100ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551020101",
                "3026020101022100ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
                // 64 zero bytes
                "00000000000000000000000000000000000000000000000000000000000000000000000000000000"
                        + "000000000000000000000000000000000000000000000000",
                ""
            })
    void cve_2022_21449_psychic_signatures_are_refused(String hex) throws Exception {
        Envelope envelope = withSignature(signedByAlice(), HexFormat.of().parseHex(hex));

        assertThat(refusal(ALICE, envelope).reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    @Test
    void cve_2022_35929_a_claim_of_another_type_does_not_count() throws Exception {
        Envelope vulnerabilityScan = EnvelopeSigner.of(TestKeys.ALICE)
                .sign(TestKeys.statement("https://cosign.sigstore.dev/attestation/vuln/v1"));

        assertThatThrownBy(() -> ALICE.verifyStatement(vulnerabilityScan, TestKeys.PROVENANCE))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.PREDICATE_TYPE))
                .hasMessageContaining("\"https://cosign.sigstore.dev/attestation/vuln/v1\"")
                .hasMessageContaining(TestKeys.PROVENANCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[]",
                "not json",
                "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[],\"predicateType\":\"a\",\"predicate\":\"text\"}",
                "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[],\"predicateType\":\"a\"} {}",
                "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[{\"digest\":\"x\"}],\"predicateType\":\"a\"}"
            })
    void cve_2026_39395_a_signed_payload_that_is_no_statement_is_an_exception(String payload) throws Exception {
        Envelope envelope = EnvelopeSigner.of(TestKeys.ALICE).sign(TYPE, payload.getBytes(UTF_8));

        assertThat(refusal(ALICE, envelope).reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void cve_2026_44309_duplicate_members_in_a_signed_statement_are_refused() throws Exception {
        String payload = "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[],"
                + "\"predicateType\":\"a\",\"\\u0070redicateType\":\"b\"}";
        Envelope envelope = EnvelopeSigner.of(TestKeys.ALICE).sign(TYPE, payload.getBytes(UTF_8));

        assertThat(refusal(ALICE, envelope).reason()).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payload", "payloadType", "signatures"})
    void cve_2026_44309_duplicate_members_in_an_envelope_are_refused(String member) throws Exception {
        String json = new String(signedByAlice().toJson(), UTF_8);
        String twice = json.substring(0, json.length() - 1) + ",\"" + member + "\":"
                + (member.equals("signatures") ? "[]" : "\"\"") + "}";

        assertThatThrownBy(() -> ALICE.verify(twice.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED));
    }

    /** Signed bytes are handed out as they were signed, not as somebody would write them today. */
    @Test
    void cve_2026_44309_verified_bytes_are_the_received_ones() throws Exception {
        byte[] unusual = ("\n{ \"predicateType\":\"a\",\t\"subject\":[{\"digest\":{\"x\":\"\\u0041\"}}],"
                        + "\"_type\":\"https://in-toto.io/Statement/v1\",\"new\":1.0e+2 }\n")
                .getBytes(UTF_8);
        Envelope envelope = EnvelopeSigner.of(TestKeys.ALICE).sign(TYPE, unusual);

        VerifiedStatement verified = ALICE.verifyStatement(envelope.toJson());

        assertThat(verified.envelope().payload().toByteArray()).isEqualTo(unusual);
    }

    @Test
    void a_statement_written_anew_is_not_the_signed_one() throws Exception {
        byte[] spaced = " {\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[],\"predicateType\":\"a\"}"
                .getBytes(UTF_8);
        Envelope envelope = EnvelopeSigner.of(TestKeys.ALICE).sign(TYPE, spaced);
        Envelope rewritten = Envelope.builder()
                .from(envelope)
                .payload(Bytes.of(InTotoStatement.parse(spaced).toJson()))
                .build();

        assertThat(refusal(ALICE, rewritten).reason()).isEqualTo(Reason.BAD_SIGNATURE);
    }

    @Test
    void ghsa_wqqc_jjcq_vfxm_a_key_outside_its_validity_does_not_count() throws Exception {
        Instant end = Instant.parse("2026-01-01T00:00:00Z");
        TrustedKey key = TrustedKey.builder()
                .publicKey(TestKeys.ALICE.publicKey())
                .name("release 2025")
                .notBefore(Instant.parse("2025-01-01T00:00:00Z"))
                .notAfter(end)
                .build();
        Envelope envelope = signedByAlice();

        assertThat(at(key, end).verify(envelope).signers()).hasSize(1);
        VerificationException late = refusal(at(key, end.plusNanos(1)), envelope);
        assertThat(late.reason()).isEqualTo(Reason.EXPIRED);
        assertThat(late).hasMessageContaining("release 2025").hasMessageContaining("until 2026-01-01T00:00:00Z");
        assertThat(late.outcomes())
                .singleElement()
                .satisfies(o -> assertThat(o.status()).isEqualTo(Status.OUTSIDE_VALIDITY));
        assertThat(refusal(at(key, Instant.parse("2024-12-31T23:59:59Z")), envelope)
                        .reason())
                .isEqualTo(Reason.EXPIRED);
    }

    private static EnvelopeVerifier at(TrustedKey key, Instant now) {
        return EnvelopeVerifier.builder()
                .trust(key)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build();
    }

    @Test
    void ghsa_9vcr_p3rj_q5q6_one_key_under_two_ids_is_one_key() throws Exception {
        TrustedKey one = TrustedKey.builder()
                .publicKey(TestKeys.ALICE.publicKey())
                .addKeyId(KeyId.of("one"))
                .build();
        TrustedKey two = TrustedKey.builder()
                .publicKey(TestKeys.ALICE.publicKey())
                .addKeyId(KeyId.of("two"))
                .build();
        EnvelopeSignature signature = signedByAlice().signatures().get(0);
        EnvelopeSignature another = signedByAlice().signatures().get(0);
        Envelope envelope = withSignatures(signedByAlice(), List.of(named("one", signature), named("two", another)));
        EnvelopeVerifier verifier = EnvelopeVerifier.builder()
                .trust(one, two, TestKeys.BOB.toTrustedKey())
                .threshold(2)
                .build();

        VerificationException refusal = refusal(verifier, envelope);

        assertThat(refusal.reason()).isEqualTo(Reason.THRESHOLD);
        assertThat(refusal.outcomes())
                .extracting(SignatureOutcome::status)
                .containsExactly(Status.ACCEPTED, Status.SAME_KEY_AGAIN);
        assertThatThrownBy(() ->
                        EnvelopeVerifier.builder().trust(one, two).threshold(2).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threshold 2 is not from 1 to the number of distinct keys, 1");
    }

    @Test
    void ghsa_5q2r_92f9_4m49_the_same_signature_twice_is_one() throws Exception {
        EnvelopeSignature signature = signedByAlice().signatures().get(0);
        Envelope envelope = withSignatures(signedByAlice(), List.of(signature, signature, signature));

        assertThat(refusal(aliceAndBob(2), envelope).reason()).isEqualTo(Reason.THRESHOLD);
        assertThat(aliceAndBob(1).verify(envelope).signers()).hasSize(1);
    }

    @Test
    void the_high_s_twin_of_a_signature_is_valid_and_no_second_signature() throws Exception {
        EnvelopeSignature signature = signedByAlice().signatures().get(0);
        Envelope envelope = withSignatures(
                signedByAlice(),
                List.of(signature, signature("", twin(signature.sig().toByteArray()))));

        VerificationException refusal = refusal(aliceAndBob(2), envelope);

        assertThat(refusal.outcomes())
                .extracting(SignatureOutcome::status)
                .containsExactly(Status.ACCEPTED, Status.SAME_KEY_AGAIN);
    }

    private static byte[] twin(byte[] der) throws Exception {
        var signature = EcdsaSignature.parseDer(der, Curve.P256);
        BigInteger order = Curve.P256.order();
        return new EcdsaSignature(signature.r(), order.subtract(signature.s())).toDer();
    }

    private static EnvelopeVerifier aliceAndBob(int threshold) {
        return EnvelopeVerifier.builder()
                .trust(TestKeys.ALICE.toTrustedKey(), TestKeys.BOB.toTrustedKey())
                .threshold(threshold)
                .build();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void ghsa_fphv_w9fq_2525_a_threshold_that_is_not_from_one_to_n_is_refused(int threshold) {
        assertThatThrownBy(() -> aliceAndBob(threshold))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("threshold " + threshold);
    }

    @Test
    void a_verifier_without_keys_cannot_be_made() {
        assertThatThrownBy(() -> EnvelopeVerifier.builder().build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EnvelopeVerifier.of(new TrustedKey[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ghsa_95pr_fxf5_86gv_100000_signatures_are_not_tried() throws Exception {
        EnvelopeSignature signature = signedByAlice().signatures().get(0);
        List<EnvelopeSignature> many = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            many.add(signature);
        }
        byte[] json = withSignatures(signedByAlice(), many).toJson();

        assertThatThrownBy(() -> ALICE.verify(json))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT))
                .hasMessage("envelope has 100000 signatures, more than the 64 that this verifier looks at;"
                        + " raise its limits if that is expected");
    }

    @Test
    void ghsa_95pr_fxf5_86gv_limits_hold_for_bytes_and_payload() throws Exception {
        Envelope envelope = signedByAlice();
        int payload = envelope.payload().size();
        int json = envelope.toJson().length;

        assertThat(limited(json, payload).verify(envelope.toJson())).isNotNull();
        assertThatThrownBy(() -> limited(json - 1, payload).verify(envelope.toJson()))
                .hasMessageContaining("bytes, more than the " + (json - 1));
        assertThatThrownBy(() -> limited(json, payload - 1).verify(envelope.toJson()))
                .hasMessageContaining("payload bytes, more than the " + (payload - 1));
    }

    private static EnvelopeVerifier limited(int envelopeBytes, int payloadBytes) {
        return EnvelopeVerifier.builder()
                .trust(TestKeys.ALICE.toTrustedKey())
                .limits(VerificationLimits.builder()
                        .envelopeBytes(envelopeBytes)
                        .payloadBytes(payloadBytes)
                        .build())
                .build();
    }

    @Test
    void ghsa_xhg5_42rf_296r_a_statement_about_another_digest_is_refused() throws Exception {
        VerifiedStatement verified = ALICE.verifyStatement(signedByAlice());
        Digest other = Digest.sha256("other".getBytes(UTF_8));

        verified.requireSubject(TestKeys.APP);
        assertThat(verified.isAbout(other)).isFalse();
        assertThatThrownBy(() -> verified.requireSubject(other))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.SUBJECT_MISMATCH))
                .hasMessageContaining(other.toString())
                .hasMessageContaining("app.jar {sha256=" + TestKeys.APP.hex() + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SHA256:unknown", "../../etc/passwd", "' OR 1=1 --"})
    void a_keyid_decides_nothing(String keyid) throws Exception {
        Envelope envelope = withSignatures(
                signedByAlice(),
                List.of(named(keyid, signedByAlice().signatures().get(0))));

        assertThat(aliceAndBob(1).verify(envelope).signers())
                .extracting(AcceptedKey::keyId)
                .containsExactly(TestKeys.ALICE.keyId());
    }

    @Test
    void a_good_signature_under_the_id_of_another_trusted_key_is_good() throws Exception {
        Envelope envelope = withSignatures(
                signedByAlice(),
                List.of(named(TestKeys.BOB.keyId(), signedByAlice().signatures().get(0))));

        assertThat(aliceAndBob(1).verify(envelope).signers())
                .extracting(AcceptedKey::keyId)
                .containsExactly(TestKeys.ALICE.keyId());
    }

    @Test
    void the_id_of_a_trusted_key_on_a_bad_signature_counts_for_nothing() throws Exception {
        Envelope envelope = withSignatures(
                signedByAlice(),
                List.of(
                        signedByAlice().signatures().get(0),
                        named(
                                TestKeys.BOB.keyId(),
                                EnvelopeSigner.of(TestKeys.EDITH)
                                        .sign(TestKeys.statement("x"))
                                        .signatures()
                                        .get(0))));

        VerificationException refusal = refusal(aliceAndBob(2), envelope);

        assertThat(refusal.reason()).isEqualTo(Reason.THRESHOLD);
        assertThat(refusal.outcomes())
                .extracting(SignatureOutcome::status)
                .containsExactly(Status.ACCEPTED, Status.BAD_SIGNATURE);
    }

    @Test
    void in_toto_java_a_type_beyond_ascii_and_a_binary_payload_are_signed_as_bytes() throws Exception {
        byte[] binary = new byte[256];
        for (int i = 0; i < binary.length; i++) {
            binary[i] = (byte) i;
        }
        String type = "application/vnd.ಠ\uD83D\uDE00+json";
        EnvelopeVerifier verifier = EnvelopeVerifier.builder()
                .trust(TestKeys.ALICE.toTrustedKey())
                .payloadTypes(type)
                .build();

        Envelope envelope = EnvelopeSigner.of(TestKeys.ALICE).sign(type, binary);

        assertThat(verifier.verify(envelope.toJson()).payload().toByteArray()).isEqualTo(binary);
    }

    @Test
    void a_type_that_only_looks_alike_when_encoded_is_refused() throws Exception {
        Envelope envelope = EnvelopeSigner.of(TestKeys.ALICE).sign("a?", new byte[0]);
        Envelope surrogate =
                Envelope.builder().from(envelope).payloadType("a\uD800").build();

        assertThat(refusal(ALICE, surrogate).reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void mise_9260_there_is_no_way_to_a_verified_type_but_the_verifier() {
        assertThat(VerifiedEnvelope.class.getConstructors()).isEmpty();
        assertThat(VerifiedStatement.class.getConstructors()).isEmpty();
        assertThat(VerifiedBlob.class.getConstructors()).isEmpty();
        assertThat(List.of(VerifiedEnvelope.class, VerifiedStatement.class, VerifiedBlob.class))
                .allSatisfy(type -> {
                    assertThat(type).isFinal();
                    assertThat(type.getMethods()).noneMatch(m -> Modifier.isStatic(m.getModifiers()));
                });
    }

    /** Parameters written out cost whoever evaluates them what the sender likes; over GF(2^m) they never end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // P-256 with its parameters written out: right, and still refused
                "3082014b3082010306072a8648ce3d02013081f7020101302c06072a8648ce3d0101022100ffffffff00000001"
                        + "000000000000000000000000ffffffffffffffffffffffff305b0420ffffffff00000001000000000000000000"
                        + "000000fffffffffffffffffffffffc04205ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e"
                        + "27d2604b031500c49d360886e704936a6678e1139d26b7819f7e900441046b17d1f2e12c4247f8bce6e563a440"
                        + "f277037d812deb33a0f4a13945d898c2964fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb64068"
                        + "37bf51f5022100ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551020101034200"
                        + "049efb50b62dfc10f78b1562cbc85db056b3a628330a9579305da9b756959bdb885c067ddd1158c64524c247dd"
                        + "df21e8482355cae2f6dde4ec88a88f0ae4bc8c40",
                // sect283k1, over a field of characteristic two
                "308201473081f806072a8648ce3d02013081ec020101302506072a8648ce3d0102301a0202011b06092a8648ce"
                        + "3d01020303300902010502010702010c304c042400000000000000000000000000000000000000000000000000"
                        + "000000000000000000000004240000000000000000000000000000000000000000000000000000000000000000"
                        + "000000010449040503213f78ca44883f1a3b8162f188e553cd265f23c1567a16876913b0c2ac245849283601cc"
                        + "da380f1c9e318d90f95d07e5426fe87e45c0e8184698e45962364e34116177dd2259022401ffffffffffffffff"
                        + "ffffffffffffffffffe9ae2ed07577265dff7f94451e061e163c61020104034a00040607e7ff948e5efaeb6966"
                        + "a00aea4fdcaf3c4e12ebc6e43eb8da7d69074cd63d67876e5b06650dd55b5e03583a4b069ec11759fb72c934f2"
                        + "f7c033a2bfa3175e406593e642a6b3fc"
            })
    void cve_2024_29857_parameters_written_out_are_refused_at_once(String spki) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> TestKeys.publicKey(spki)).isInstanceOf(KeyException.class));
    }

    /** bc-java#1599: an Ed25519 verification that never ended. Odd points as key, as R, and both, on every engine. */
    @Test
    void cve_2024_30172_odd_ed25519_points_end_in_a_verdict() {
        List<String> odd = List.of(
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff");
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (String point : odd) {
                assertThatThrownBy(() -> TestKeys.publicKey("302a300506032b6570032100" + point))
                        .isInstanceOf(KeyException.class);
                for (String s : odd) {
                    for (int patience : new int[] {1000, 0}) {
                        BlobVerifier verifier = BlobVerifier.builder()
                                .trust(TestKeys.EDITH.toTrustedKey())
                                .engine(new AdaptiveEngine(patience))
                                .build();
                        Bytes signature = Bytes.of(HexFormat.of().parseHex(point + s));
                        assertThatThrownBy(() -> verifier.verify(new byte[1], signature))
                                .isInstanceOf(VerificationException.class);
                    }
                }
            }
        });
    }

    /** Lax DER: what several readers take for the same number is refused before any of them sees it. */
    @Test
    void ghsa_qcj7_g2j5_g7r3_lengths_in_ber_are_refused() throws Exception {
        byte[] der = BlobSigner.of(TestKeys.ALICE).sign(new byte[1]).toByteArray();
        byte[] ber = new byte[der.length + 1];
        ber[0] = der[0];
        ber[1] = (byte) 0x81;
        System.arraycopy(der, 1, ber, 2, der.length - 1);

        assertThatThrownBy(() -> BlobVerifier.of(TestKeys.ALICE.publicKey()).verify(new byte[1], Bytes.of(ber)))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("not in DER");
    }

    @Test
    void cve_2026_5588_no_signature_is_no_success() throws Exception {
        VerificationException refusal = refusal(ALICE, withSignatures(signedByAlice(), List.of()));

        assertThat(refusal.reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(refusal).hasMessageContaining("it has no signatures");
    }

    /** Real producers write either alphabet; DSSE says to take both. */
    @Test
    void base64_in_either_alphabet_is_one_envelope_and_a_mix_is_none() throws Exception {
        byte[] payload = {(byte) 0xFB, (byte) 0xEF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
        EnvelopeVerifier verifier = EnvelopeVerifier.builder()
                .trust(TestKeys.ALICE.toTrustedKey())
                .payloadTypes("t")
                .build();
        String json =
                new String(EnvelopeSigner.of(TestKeys.ALICE).sign("t", payload).toJson(), UTF_8);
        String standard = Base64.getEncoder().encodeToString(payload);
        String urlSafe = Base64.getUrlEncoder().encodeToString(payload);

        assertThat(json).contains(standard);
        assertThat(verifier.verify(json.replace(standard, urlSafe).getBytes(UTF_8))
                        .payload()
                        .toByteArray())
                .isEqualTo(payload);
        String mixed = standard.substring(0, 4) + urlSafe.substring(4);
        assertThatThrownBy(() -> verifier.verify(json.replace(standard, mixed).getBytes(UTF_8)))
                .isInstanceOf(VerificationException.class);
    }
}
