package dev.supplychain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonProperties {
    @Property
    void survives_writing_and_reading(@ForAll("values") Json json) {
        assertThat(Json.parse(json.toUtf8())).isEqualTo(json).hasToString(json.toString());
    }

    @Property
    void a_duplicate_at_any_depth_is_refused(@ForAll("values") Json json, @ForAll long seed) {
        DuplicateMembers.of(json, seed)
                .ifPresent(
                        twice -> assertThatThrownBy(() -> Json.parse(twice)).hasMessageContaining("Duplicate field"));
    }

    @Property
    void base64_survives_in_both_alphabets(@ForAll byte[] bytes) {
        String standard = java.util.Base64.getEncoder().encodeToString(bytes);
        String urlSafe = java.util.Base64.getUrlEncoder().encodeToString(bytes);

        assertThat(Bytes.parseBase64(standard)).isEqualTo(Bytes.of(bytes));
        assertThat(Bytes.parseBase64(urlSafe)).isEqualTo(Bytes.of(bytes));
        assertThat(Bytes.of(bytes).base64()).isEqualTo(standard);
    }

    @Property
    void a_service_may_leave_out_the_padding(@ForAll byte[] bytes) {
        String unpadded = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        assertThat(Bytes.ofUncheckedBase64(unpadded)).isEqualTo(Bytes.of(bytes));
        assertThat(Bytes.ofUncheckedBase64(unpadded).base64()).isEqualTo(unpadded);
    }

    @Provide
    static Arbitrary<Json> values() {
        return JsonArbitraries.json();
    }
}
