package dev.supplychain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.rpc.Status;
import org.junit.jupiter.api.Test;

class ModelJsonTest {
    @Test
    void keeps_unknown_members_at_every_level() {
        String json =
                "{\"code\":5,\"details\":[{\"@type\":\"t/a\",\"x\":[1,1.0,null]}],\"new\":{\"a\":null},\"unknownFields\":{\"b\":1}}";

        assertThat(ModelJson.writeText(ModelJson.read(json, Status.class))).isEqualTo(json);
    }

    @Test
    void takes_null_as_absent() {
        assertThat(ModelJson.read("{\"code\":null,\"details\":null,\"message\":null}", Status.class))
                .isEqualTo(Status.builder().build());
    }

    @Test
    void names_the_place_of_a_wrong_type() {
        assertThatThrownBy(() -> ModelJson.read("{\"details\":[{},{\"@type\":5}]}", Status.class))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("Status at /details/1/@type: ");
    }

    @Test
    void refuses_null_in_a_list() {
        assertThatThrownBy(() -> ModelJson.read("{\"details\":[null]}", Status.class))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("null");
    }

    @Test
    void takes_an_integer_from_a_string_only_when_reading_services() {
        assertThat(ModelJson.read("{\"code\":\"1e2\"}", Status.class).code()).hasValue(100);
    }

    @Test
    void refuses_an_integer_out_of_range() {
        assertThatThrownBy(() -> ModelJson.read("{\"code\":2147483648}", Status.class))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("/code");
    }
}
