package dev.supplychain.model.dsse;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static final String GOOD =
            "{\"payload\":\"aGVsbG8gd29ybGQ=\",\"payloadType\":\"t\",\"signatures\":[{\"keyid\":\"k\",\"sig\":\"AAE=\"}]}";

    @Test
    void has_at_most_32_MiB_unless_the_caller_says_otherwise() {
        byte[] json = ("{\"payload\":\"" + "AAAA".repeat(9 << 20) + "\",\"payloadType\":\"t\",\"signatures\":[]}")
                .getBytes(UTF_8);

        assertThatThrownBy(() -> Envelope.parse(json))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage("envelope: " + json.length + " bytes are more than the limit of " + (32 << 20));
        assertThat(Envelope.parse(json, json.length).payload().size()).isEqualTo(27 << 20);
    }

    @Test
    void reads_and_writes_the_same_text() {
        Envelope envelope = parse(GOOD);

        assertThat(envelope.payload().utf8()).isEqualTo("hello world");
        assertThat(envelope.signatures().get(0).sig()).isEqualTo(Bytes.of(new byte[] {0, 1}));
        assertThat(new String(envelope.toJson(), UTF_8)).isEqualTo(GOOD);
    }

    /** Found by Jazzer within base64. */
    @Test
    void a_text_that_is_cut_off_anywhere_is_malformed() {
        for (int length = 0; length < GOOD.length(); length++) {
            String cut = GOOD.substring(0, length);

            assertThatThrownBy(() -> parse(cut)).as(cut).isInstanceOf(MalformedDataException.class);
        }
    }

    @Test
    void takes_an_absent_and_a_null_keyid_as_empty() {
        assertThat(parse(GOOD.replace("\"keyid\":\"k\",", ""))
                        .signatures()
                        .get(0)
                        .keyid())
                .isEmpty();
        assertThat(parse(GOOD.replace("\"k\"", "null")).signatures().get(0).keyid())
                .isEmpty();
    }

    @Test
    void takes_the_url_safe_alphabet() {
        assertThat(parse(GOOD.replace("AAE=", "-_8=")).signatures().get(0).sig())
                .isEqualTo(Bytes.of(new byte[] {(byte) 0xFB, (byte) 0xFF}));
    }

    @Test
    void takes_base64_whose_characters_are_escaped() {
        assertThat(parse(GOOD.replace("aGVsbG8gd29ybGQ=", "aGVsbG8gd29ybGQ\\u003d"))
                        .payload()
                        .utf8())
                .isEqualTo("hello world");
    }

    @Test
    void keeps_unknown_members_as_they_came() {
        String json = GOOD.replace("]}", "],\"extension\":{\"x\":1.0}}").replace("\"AAE=\"", "\"AAE=\",\"e\":null");

        assertThat(parse(json).unknownFields()).containsEntry("extension", Json.parse("{\"x\":1.0}"));
        assertThat(new String(parse(json).toJson(), UTF_8)).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            duplicate payload                | {"payload":"","payload":"","payloadType":"t","signatures":[]}
            duplicate payload by an escape   | {"payload":"","p\\u0061yload":"","payloadType":"t","signatures":[]}
            duplicate sig                    | {"payload":"","payloadType":"t","signatures":[{"sig":"","sig":""}]}
            duplicate in an unknown member   | {"payload":"","payloadType":"t","signatures":[],"x":{"a":1,"a":2}}
            no payload                       | {"payloadType":"t","signatures":[]}
            no payloadType                   | {"payload":"","signatures":[]}
            no signatures                    | {"payload":"","payloadType":"t"}
            no sig                           | {"payload":"","payloadType":"t","signatures":[{}]}
            null payload                     | {"payload":null,"payloadType":"t","signatures":[]}
            null payloadType                 | {"payload":"","payloadType":null,"signatures":[]}
            null signature                   | {"payload":"","payloadType":"t","signatures":[null]}
            payload of numbers               | {"payload":[104,105],"payloadType":"t","signatures":[]}
            payloadType a number             | {"payload":"","payloadType":1,"signatures":[]}
            keyid a number                   | {"payload":"","payloadType":"t","signatures":[{"keyid":1,"sig":""}]}
            signatures an object             | {"payload":"","payloadType":"t","signatures":{}}
            white space in base64            | {"payload":"aGVs bG8=","payloadType":"t","signatures":[]}
            an escaped line break in base64  | {"payload":"aGVs\\nbG8=","payloadType":"t","signatures":[]}
            no padding                       | {"payload":"aGVsbG8","payloadType":"t","signatures":[]}
            data after the padding           | {"payload":"aGVsbG8=aGVs","payloadType":"t","signatures":[]}
            non-zero pad bits                | {"payload":"aGVsbG9=","payloadType":"t","signatures":[]}
            both alphabets                   | {"payload":"-_+/","payloadType":"t","signatures":[]}
            a second document                | {"payload":"","payloadType":"t","signatures":[]}{}
            a lone high surrogate            | {"payload":"","payloadType":"\\ud800","signatures":[]}
            a lone low surrogate in a name   | {"payload":"","payloadType":"t","signatures":[],"\\udc00":1}
            an array                         | []
            the literal null                 | null
            nothing                          | ''
            """)
    void refuses(String what, String json) {
        assertThatThrownBy(() -> parse(json))
                .as(what)
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith("envelope");
    }

    @Test
    void refuses_other_encodings_than_utf_8() {
        assertThatThrownBy(() -> Envelope.parse(GOOD.getBytes(UTF_16LE))).isInstanceOf(MalformedDataException.class);
        assertThatThrownBy(() -> parse("\uFEFF" + GOOD))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("byte order mark");
    }

    @Test
    void refuses_overlong_utf_8() {
        byte[] overlong = GOOD.getBytes(UTF_8);
        int at = GOOD.indexOf("\"t\"");
        byte[] json = new byte[overlong.length + 1];
        System.arraycopy(overlong, 0, json, 0, at + 1);
        json[at + 1] = (byte) 0xC1; // C1 B4 is an overlong form of 't'
        json[at + 2] = (byte) 0xB4;
        System.arraycopy(overlong, at + 2, json, at + 3, overlong.length - at - 2);

        assertThatThrownBy(() -> Envelope.parse(json)).hasMessageContaining("not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(ints = {63, 64})
    void reads_64_levels_and_no_more(int nested) {
        String json = GOOD.replace("]}", "],\"x\":" + "[".repeat(nested) + "]".repeat(nested) + "}");

        if (nested < 64) {
            assertThat(parse(json).unknownFields()).containsKey("x");
        } else {
            assertThatThrownBy(() -> parse(json)).hasMessageContaining("64");
        }
    }

    @Test
    void names_the_place() {
        assertThatThrownBy(() -> parse(GOOD.replace("AAE=", "A")))
                .hasMessage("envelope at /signatures/0/sig: \"A\" is not padded to a multiple of 4 characters");
    }

    private static Envelope parse(String json) {
        return Envelope.parse(json.getBytes(UTF_8));
    }
}
