package dev.supplychain.dsse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

/** The first three are the examples of DSSE 1.0.2, protocol.md. */
class PaeTest {
    @Test
    void nothing_of_no_type_still_has_its_spaces() {
        assertThat(Pae.encode("", new byte[0])).asString(UTF_8).isEqualTo("DSSEv1 0  0 ");
    }

    @Test
    void the_protocols_example() {
        assertThat(Pae.encode("http://example.com/HelloWorld", "hello world".getBytes(UTF_8)))
                .asString(UTF_8)
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    }

    @Test
    void counts_bytes_of_the_payload_not_chars() {
        assertThat(Pae.encode("http://example.com/HelloWorld", "ಠ".getBytes(UTF_8)))
                .asString(UTF_8)
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 3 ಠ");
    }

    @Test
    void counts_bytes_of_the_type_not_chars() {
        assertThat(Pae.encode("ಠ", new byte[] {(byte) 0xFF})).isEqualTo(new byte[] {
            'D',
            'S',
            'S',
            'E',
            'v',
            '1',
            ' ',
            '3',
            ' ',
            (byte) 0xE0,
            (byte) 0xB2,
            (byte) 0xA0,
            ' ',
            '1',
            ' ',
            (byte) 0xFF
        });
    }

    @Test
    void refuses_a_type_that_has_no_utf8_form() {
        assertThatThrownBy(() -> Pae.of("a\uD800", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("payload type \"a\uD800\" has an unpaired surrogate");
    }

    @Test
    void feeds_a_digest_without_joining_the_parts() throws Exception {
        Pae pae = Pae.of("t", "payload".getBytes(UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        pae.writeTo(out);

        assertThat(out.toByteArray()).isEqualTo(pae.toByteArray());
        assertThat(pae.digest("SHA-256"))
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(pae.toByteArray()));
    }
}
