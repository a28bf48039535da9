package dev.supplychain.dsse.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class DerProperties {
    @Property
    void integers_are_read_as_they_were_written(@ForAll BigInteger number) throws Exception {
        Der sequence = Der.readSequence(Der.write(Der.SEQUENCE, Der.write(number)));

        assertThat(sequence.integer()).isEqualTo(number);
        sequence.end();
    }

    @Property(tries = 200)
    void content_of_any_length_is_read_as_it_was_written(@ForAll @Size(max = 1000) byte[] content) throws Exception {
        assertThat(Der.onlyContent(Der.write(Der.OCTET_STRING, content), Der.OCTET_STRING))
                .isEqualTo(content);
        assertThat(Der.wholeBits(Der.onlyContent(Der.writeBits(content), Der.BIT_STRING)))
                .isEqualTo(content);
    }

    @Property
    void a_signature_is_read_as_it_was_written_in_both_encodings(
            @ForAll("scalars") BigInteger r, @ForAll("scalars") BigInteger s) throws Exception {
        EcdsaSignature signature = new EcdsaSignature(r, s);

        assertThat(EcdsaSignature.parseDer(signature.toDer(), Curve.P256)).isEqualTo(signature);
        assertThat(signature.toP1363(Curve.P256)).hasSize(64);
        assertThat(EcdsaSignature.parseP1363(signature.toP1363(Curve.P256), Curve.P256))
                .isEqualTo(signature);
    }

    /** Strict: what is read at all is written back as the same bytes. */
    @Property
    void a_signature_has_one_encoding(
            @ForAll("scalars") BigInteger r,
            @ForAll("scalars") BigInteger s,
            @ForAll("places") int place,
            @ForAll byte replacement) {
        byte[] der = new EcdsaSignature(r, s).toDer();
        der[place % der.length] = replacement;

        assertThat(rewritten(der)).isIn(null, der);
    }

    @Property
    void any_bytes_are_read_or_refused(@ForAll @Size(max = 80) byte[] bytes) {
        assertThatCode(() -> rewritten(bytes)).doesNotThrowAnyException();
    }

    private static byte @Nullable [] rewritten(byte[] der) {
        try {
            byte[] again = EcdsaSignature.parseDer(der, Curve.P256).toDer();
            return Arrays.equals(again, der) ? der : again;
        } catch (SignatureFormatException e) {
            return null;
        }
    }

    @Provide
    Arbitrary<BigInteger> scalars() {
        return Arbitraries.bigIntegers()
                .between(BigInteger.ONE, Curve.P256.order().subtract(BigInteger.ONE));
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, 71);
    }
}
