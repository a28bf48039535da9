package dev.supplychain.dsse.internal.openpgp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArmorTest {
    private static final String GOOD = """
            -----BEGIN PGP MESSAGE-----
            Version: x

            yDgBO22WxBHv7O8X7O/jygAEzol56iUKiXmV+XmpCtmpqQUKiQrFqclFqUDBovzS
            vBSFjNSiVHsuAA==
            =njUN
            -----END PGP MESSAGE-----
            """;

    private static byte[] read(String text) throws PgpFormatException {
        return Armor.unwrap(Armor.MESSAGE, text.getBytes(ISO_8859_1));
    }

    private static void refuses(String problem, String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(PgpFormatException.class)
                .hasMessageContaining(problem)
                .hasMessageStartingWith("PGP MESSAGE: ");
    }

    /** RFC 4880, section 6.6. */
    @Test
    void the_example_of_the_specification_is_read_and_written() throws Exception {
        byte[] data = read(GOOD);

        assertThat(data).hasSize(58).startsWith(0xC8, 0x38, 0x01);
        assertThat(Armor.write(Armor.MESSAGE, data)).isEqualTo(GOOD.replace("Version: x\n", ""));
    }

    @Test
    void what_mail_and_editors_do_to_white_space_is_forgiven() throws Exception {
        byte[] data = read(GOOD);

        assertThat(read(GOOD.replace("\n", "\r\n"))).isEqualTo(data);
        assertThat(read(GOOD.replace("\n", " \t\n"))).isEqualTo(data);
        assertThat(read("\n \n" + GOOD + "\n\n")).isEqualTo(data);
        assertThat(read(GOOD.stripTrailing())).isEqualTo(data);
        assertThat(read(GOOD.replace("=njUN\n", ""))).isEqualTo(data);
        assertThat(read(GOOD.replace("Version: x\n", ""))).isEqualTo(data);
        assertThat(read(GOOD.replace("Version: x", "Comment: \u00e9\nCharset:")))
                .isEqualTo(data);
    }

    @Test
    void binary_packets_are_taken_as_they_are() throws Exception {
        byte[] binary = {(byte) 0x90, 1, 2};

        assertThat(Armor.unwrap(Armor.MESSAGE, binary)).isSameAs(binary);
    }

    @Test
    void anything_around_the_block_is_refused() {
        refuses("expected -----BEGIN PGP MESSAGE----- at the start", "text\n" + GOOD);
        refuses("expected -----BEGIN PGP MESSAGE----- at the start", "");
        refuses("something follows in line 8", GOOD + "text");
        refuses("something follows in line 9", GOOD + "\n" + GOOD);
        refuses("expected -----BEGIN PGP MESSAGE----- at the start", GOOD.replace("-----BEGIN", " -----BEGIN"));
    }

    @Test
    void another_label_is_named() {
        refuses("instead of \"PGP SIGNATURE\"", GOOD.replace("MESSAGE", "SIGNATURE"));
        refuses(
                "instead of \"PGP MESSAGE, PART 1/2\"",
                GOOD.replace("BEGIN PGP MESSAGE", "BEGIN PGP MESSAGE, PART 1/2"));
        refuses("a signature around readable text", GOOD.replace("MESSAGE", "SIGNED MESSAGE"));
        refuses("expected -----END PGP MESSAGE-----", GOOD.replace("END PGP MESSAGE", "END PGP SIGNATURE"));
        refuses("expected -----END PGP MESSAGE-----", GOOD.replace("-----END PGP MESSAGE-----", ""));
    }

    @Test
    void headers_end_with_an_empty_line() {
        refuses("expected a header or an empty line in line 3", GOOD.replace("\n\n", "\n"));
        refuses("expected a header or an empty line in line 2", GOOD.replace("Version", "Ver sion"));
        refuses("expected a header or an empty line in line 2", "-----BEGIN PGP MESSAGE-----\n");
        refuses(
                "expected a header or an empty line in line 18",
                GOOD.replace("Version: x", "Version: x\n".repeat(17).strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vBSFjNSiVHsuAA=", "vBSFjNSiVHsuAB==", "vBSFjNSiVHsuAA==\nAAAA"})
    void base64_is_strict(String line) {
        refuses("is not base64", GOOD.replace("vBSFjNSiVHsuAA==", line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vBSFjNSi VHsuAA==", "vBSFjNSi-HsuAA==", "vBSFjNSi_HsuAA==", "vBSF===", "\nvBSFjNSiVHsuAA=="})
    void lines_of_anything_but_base64_end_the_block(String line) {
        refuses("expected -----END PGP MESSAGE-----", GOOD.replace("vBSFjNSiVHsuAA==", line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=njUM", "=njU", "=njUN=", "=", "==njUN", "=njUN\n=njUN"})
    void a_checksum_that_is_there_has_to_match(String line) {
        assertThatThrownBy(() -> read(GOOD.replace("=njUN", line))).isInstanceOf(PgpFormatException.class);
    }

    @Property(tries = 200)
    void what_was_written_is_read_back(@ForAll @Size(max = 300) byte[] data) throws Exception {
        byte[] packets = data.clone();

        assertThat(Armor.unwrap(
                        Armor.SIGNATURE, Armor.write(Armor.SIGNATURE, packets).getBytes(US_ASCII)))
                .isEqualTo(packets);
    }
}
