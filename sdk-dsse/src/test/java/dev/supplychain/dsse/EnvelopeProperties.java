package dev.supplychain.dsse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.dsse.EnvelopeSignature;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EnvelopeProperties {
    @Property(tries = 300)
    void what_was_signed_verifies(
            @ForAll("keys") SigningKey key, @ForAll("types") String type, @ForAll @Size(max = 300) byte[] payload)
            throws Exception {
        Envelope envelope = EnvelopeSigner.of(key).sign(type, payload);

        VerifiedEnvelope verified = verifier(key, type).verify(envelope.toJson());

        assertThat(verified.payload().toByteArray()).isEqualTo(payload);
        assertThat(verified.payloadType()).isEqualTo(type);
    }

    @Property(tries = 200)
    void one_flipped_bit_in_the_payload_is_refused(
            @ForAll("keys") SigningKey key,
            @ForAll @Size(min = 1, max = 40) byte[] payload,
            @ForAll @IntRange(max = 319) int bit)
            throws Exception {
        Envelope envelope = EnvelopeSigner.of(key).sign("t", payload);

        refuses(
                key,
                Envelope.builder()
                        .from(envelope)
                        .payload(Bytes.of(flipped(payload, bit)))
                        .build());
    }

    @Property(tries = 200)
    void one_flipped_bit_in_the_signature_is_refused(
            @ForAll("keys") SigningKey key, @ForAll @IntRange(max = 575) int bit) throws Exception {
        Envelope envelope = EnvelopeSigner.of(key).sign("t", new byte[] {1, 2, 3});
        byte[] signature = envelope.signatures().get(0).sig().toByteArray();
        EnvelopeSignature flipped = EnvelopeSignature.builder()
                .sig(Bytes.of(flipped(signature, bit)))
                .build();

        refuses(
                key,
                Envelope.builder()
                        .payload(envelope.payload())
                        .payloadType("t")
                        .addSignatures(flipped)
                        .build());
    }

    @Property(tries = 100)
    void another_type_is_refused(
            @ForAll("keys") SigningKey key, @ForAll("types") String type, @ForAll @Size(max = 10) byte[] payload)
            throws Exception {
        Envelope envelope = EnvelopeSigner.of(key).sign(type + "x", payload);
        Envelope retyped = Envelope.builder().from(envelope).payloadType(type).build();

        assertThatThrownBy(() -> verifier(key, type).verify(retyped)).isInstanceOf(VerificationException.class);
    }

    @Property(tries = 100)
    void one_flipped_bit_in_the_type_is_refused(@ForAll("keys") SigningKey key, @ForAll @IntRange(max = 6) int bit)
            throws Exception {
        Envelope envelope = EnvelopeSigner.of(key).sign("type", new byte[0]);
        byte[] flipped = flipped("type".getBytes(StandardCharsets.US_ASCII), bit);
        String type = new String(flipped, StandardCharsets.US_ASCII);
        Envelope retyped = Envelope.builder().from(envelope).payloadType(type).build();

        assertThatThrownBy(() -> verifier(key, type).verify(retyped)).isInstanceOf(VerificationException.class);
    }

    private static void refuses(SigningKey key, Envelope envelope) {
        assertThatThrownBy(() -> verifier(key, "t").verify(envelope)).isInstanceOf(VerificationException.class);
    }

    private static EnvelopeVerifier verifier(SigningKey key, String type) {
        return EnvelopeVerifier.builder()
                .trust(key.toTrustedKey())
                .payloadTypes(type)
                .build();
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] copy = bytes.clone();
        copy[bit / 8 % copy.length] ^= (byte) (1 << (bit % 8));
        return copy;
    }

    @Provide
    Arbitrary<SigningKey> keys() {
        return Arbitraries.of(TestKeys.ALICE, TestKeys.BOB, TestKeys.EDITH);
    }

    /** Whatever has a UTF-8 form. */
    @Provide
    Arbitrary<String> types() {
        return Arbitraries.strings()
                .ofMaxLength(12)
                .filter(t -> StandardCharsets.UTF_8.newEncoder().canEncode(t));
    }
}
