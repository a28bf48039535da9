package dev.supplychain.dsse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PaeProperties {
    @Property
    void different_pairs_never_look_alike(
            @ForAll("types") String type,
            @ForAll("payloads") byte[] payload,
            @ForAll("types") String otherType,
            @ForAll("payloads") byte[] otherPayload) {
        Assume.that(!type.equals(otherType) || !Arrays.equals(payload, otherPayload));

        assertThat(Pae.encode(type, payload)).isNotEqualTo(Pae.encode(otherType, otherPayload));
    }

    /** Where one part ends and the next begins cannot be moved. */
    @Property
    void moving_the_border_changes_the_encoding(@ForAll("types") String type, @ForAll("payloads") byte[] payload) {
        byte[] encoded = Pae.encode(type, payload);

        assertThat(Pae.encode(type + " ", payload)).isNotEqualTo(encoded);
        assertThat(Pae.encode("", encoded)).isNotEqualTo(encoded);
    }

    /** Digits and spaces, to look like lengths. */
    @Provide
    Arbitrary<String> types() {
        return Arbitraries.strings().withChars("01 aಠ").ofMaxLength(6);
    }

    @Provide
    Arbitrary<byte[]> payloads() {
        return Arbitraries.of((byte) '0', (byte) '1', (byte) ' ', (byte) 'a', (byte) 0xFF)
                .array(byte[].class)
                .ofMaxSize(6);
    }
}
