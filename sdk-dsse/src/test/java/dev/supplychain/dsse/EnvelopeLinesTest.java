package dev.supplychain.dsse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.Lines;
import dev.supplychain.dsse.keys.SigningKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Files of envelopes, one a line. */
class EnvelopeLinesTest {
    private static String line(SigningKey key, String type) throws Exception {
        return new String(EnvelopeSigner.of(key).sign(TestKeys.statement(type)).toJson(), UTF_8);
    }

    private static InputStream stream(String... lines) {
        return new ByteArrayInputStream(String.join("\n", lines).getBytes(UTF_8));
    }

    private static EnvelopeVerifier alice() throws Exception {
        return EnvelopeVerifier.of(TestKeys.ALICE.publicKey());
    }

    @Test
    void hands_out_the_trusted_lines_of_the_type_in_their_order() throws Exception {
        List<VerifiedStatement> found = alice().verifyStatements(
                        stream(
                                "",
                                line(TestKeys.ALICE, "a"),
                                "{\"mediaType\":\"something newer\"}",
                                line(TestKeys.BOB, "a"),
                                line(TestKeys.ALICE, "b"),
                                "no json",
                                line(TestKeys.ALICE, "a") + "\r",
                                ""),
                        "a");

        assertThat(found)
                .hasSize(2)
                .allSatisfy(s -> assertThat(s.predicateType()).isEqualTo("a"));
    }

    @Test
    void cve_2022_35929_nothing_of_the_type_is_no_success() throws Exception {
        assertThatThrownBy(() -> alice().verifyStatements(stream(line(TestKeys.ALICE, "b"), "x"), "a"))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.PREDICATE_TYPE))
                .hasMessageContaining("none of 2 lines is a trusted statement \"a\"");
        assertThatThrownBy(() -> alice().verifyStatements(stream("x", line(TestKeys.BOB, "a")), "a"))
                .isInstanceOfSatisfying(
                        VerificationException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE));
        assertThatThrownBy(() -> alice().verifyStatements(stream(""), "a"))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED));
    }

    /** A line without end is not collected. */
    @Test
    void ghsa_f83f_xpx7_ffpw_long_lines_and_many_are_refused_before_they_are_read() throws Exception {
        EnvelopeVerifier small = EnvelopeVerifier.builder()
                .trust(TestKeys.ALICE.toTrustedKey())
                .limits(VerificationLimits.builder()
                        .envelopeBytes(1000)
                        .lines(3)
                        .build())
                .build();
        CountingZeros endless = new CountingZeros();

        assertThatThrownBy(() -> small.verifyStatements(endless, "a"))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT))
                .hasMessageContaining("line 1 is longer than 1000 bytes");
        assertThat(endless.read).isLessThan(20_000);
        assertThatThrownBy(() -> small.verifyStatements(stream("", "", "", "", ""), "a"))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT));
    }

    private static final class CountingZeros extends InputStream {
        private int read;

        @Override
        public int read() {
            read++;
            return 0;
        }

        @Override
        public int read(byte[] block, int from, int length) {
            read += length;
            return length;
        }
    }

    /** What stands between line feeds is what comes out, for blocks of any size. */
    @Property
    void lines_are_what_stands_between_line_feeds(@ForAll @Size(max = 20) List<byte[]> parts) throws Exception {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        List<byte[]> expected = new ArrayList<>();
        for (byte[] part : parts) {
            byte[] line = new String(part, UTF_8).replace("\n", "").getBytes(UTF_8);
            expected.add(line);
            text.write(line);
            text.write('\n');
        }
        var lines = new Lines(new ByteArrayInputStream(text.toByteArray()), 1 << 20);

        for (byte[] line : expected) {
            assertThat(lines.next()).isEqualTo(line);
        }
        assertThat(lines.next()).isNull();
    }
}
