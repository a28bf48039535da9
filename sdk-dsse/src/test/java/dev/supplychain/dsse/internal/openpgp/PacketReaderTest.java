package dev.supplychain.dsse.internal.openpgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketReaderTest {
    private static Packet only(String hex) throws PgpFormatException {
        PacketReader reader = new PacketReader(HexFormat.of().parseHex(hex));
        Packet packet = reader.next();
        assertThat(reader.hasNext()).isFalse();
        return packet;
    }

    private static void refuses(String problem, String hex) {
        assertThatThrownBy(() -> only(hex))
                .isInstanceOf(PgpFormatException.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource({
        // current format: one, two and five bytes of length
        "cd03616263, 13, 616263",
        "c200, 2, ''",
        "fe01ff, 62, ff",
        "cdff00000003616263, 13, 616263",
        // legacy format: one, two and four bytes, and up to the end
        "b403616263, 13, 616263",
        "b50003616263, 13, 616263",
        "b600000003616263, 13, 616263",
        "a3616263, 8, 616263"
    })
    void both_formats_are_read_with_lengths_of_any_form(String hex, int tag, String body) throws Exception {
        Packet packet = only(hex);

        assertThat(packet.tag()).isEqualTo(tag);
        assertThat(HexFormat.of().formatHex(packet.body())).isEqualTo(body);
    }

    @Test
    void the_lengths_of_the_specification_are_those_read() throws Exception {
        assertThat(only("cd64" + "00".repeat(100)).body()).hasSize(100);
        assertThat(only("cdc5fb" + "00".repeat(1723)).body()).hasSize(1723);
        assertThat(only("cdff000186a0" + "00".repeat(100_000)).body()).hasSize(100_000);
    }

    @Test
    void parts_are_put_together() throws Exception {
        String part = "e9" + "11".repeat(512);

        assertThat(only("cb" + part + "e1" + "2233" + "0144").body())
                .hasSize(515)
                .endsWith(0x11, 0x22, 0x33, 0x44);
        assertThat(only("c8" + part + "00").body()).hasSize(512);
    }

    @Test
    void parts_are_for_data_and_the_first_is_no_smaller_than_512_bytes() {
        String part = "e9" + "11".repeat(512);

        refuses("a signature is in parts", "c2" + part + "00");
        refuses("a user id is in parts", "cd" + part + "00");
        refuses("fewer than 512", "cbe8" + "11".repeat(256) + "00");
        refuses("end early", "cb" + part);
        refuses("end early", "cb" + part + "05aa");
        refuses("end early", "cbfe" + "11".repeat(512));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c2",
                "c205aa",
                "c2ff",
                "c2ff00000001",
                "c2c0",
                "88",
                "8805aa",
                "89",
                "8900",
                "890005aa",
                "8a000000"
            })
    void a_packet_does_not_reach_beyond_the_end(String hex) {
        refuses("end early", hex);
    }

    @Test
    void what_is_no_packet_is_refused() {
        refuses("at byte 0 there is no packet", "00");
        refuses("at byte 0 there is no packet", "7f00");
        refuses("at byte 0 there is a packet with tag 0", "c000");
        refuses("at byte 0 there is a packet with tag 0", "8000");
        refuses("a signature has no length", "8b0102");
        refuses("literal data has no length", "af0102");
        refuses("end early", "");
    }

    @Property(tries = 300)
    void what_was_written_is_read_back(
            @ForAll @IntRange(min = 1, max = 63) int tag, @ForAll @Size(max = 9000) byte[] body) throws Exception {
        PacketReader reader = new PacketReader(new Packet(tag, body).encode());

        Packet read = reader.next();

        assertThat(reader.hasNext()).isFalse();
        assertThat(read.tag()).isEqualTo(tag);
        assertThat(read.body()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 191, 192, 8383, 8384, 70_000})
    void lengths_at_the_limits_of_each_form_are_read_back(int length) throws Exception {
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) 7);

        assertThat(new PacketReader(new Packet(11, body).encode()).next().body())
                .isEqualTo(body);
    }

    @Property(tries = 500)
    void whatever_the_bytes_a_reader_ends(@ForAll @Size(max = 60) byte[] data) {
        ByteArrayOutputStream bodies = new ByteArrayOutputStream();
        try {
            PacketReader reader = new PacketReader(data);
            while (reader.hasNext()) {
                bodies.writeBytes(reader.next().body());
            }
        } catch (PgpFormatException e) {
            assertThat(e.problem()).isNotEmpty();
        }
        assertThat(bodies.size()).isLessThanOrEqualTo(data.length);
    }
}
