package dev.supplychain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.grafeas.v1.Occurrence;
import dev.supplychain.model.rpc.Status;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":5,\"message\":\"m\",\"code\":5}",
                "{\"code\":null,\"code\":5}",
                "{\"details\":[],\"details\":[]}",
                "{\"new\":1,\"newer\":2,\"new\":1}",
                "{\"new\":{\"a\":1,\"a\":1}}",
                "{\"details\":[{\"@type\":\"t\",\"\\u0040type\":\"t\"}]}"
            })
    void refuses_a_member_that_stands_there_twice(String json) {
        assertThatThrownBy(() -> ModelJson.read(json, Status.class))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("Duplicate field");
        assertThatThrownBy(() -> ModelJson.readStrict(json.getBytes(StandardCharsets.UTF_8), Status.class))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("Duplicate field");
    }

    @Test
    void refuses_both_spellings_of_a_member() {
        assertThatThrownBy(() -> ModelJson.read("{\"resourceUri\":\"a\",\"resource_uri\":\"a\"}", Occurrence.class))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("Duplicate field 'resource_uri'");
    }

    @Test
    void reads_members_in_any_order_and_names_that_change_in_between() {
        String members = "\"kind\":\"BUILD\",\"name\":\"n\",\"resourceUri\":\"r\"";
        Occurrence expected = ModelJson.read("{" + members + "}", Occurrence.class);

        assertThat(ModelJson.read("{\"resource_uri\":\"r\",\"name\":\"n\",\"kind\":\"BUILD\"}", Occurrence.class))
                .isEqualTo(expected);
        assertThat(ModelJson.read("{\"\\u006Bind\":\"BUILD\",\"name\":\"n\",\"resourceUri\":\"r\"}", Occurrence.class))
                .isEqualTo(expected);
    }

    @Test
    void refuses_an_object_where_a_list_is_and_the_other_way_round() {
        assertThatThrownBy(() -> ModelJson.read("{\"details\":{}}", Status.class))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("/details");
        assertThatThrownBy(() -> ModelJson.read("{\"build\":[]}", Occurrence.class))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("/build");
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
    void reads_as_much_as_the_caller_says() {
        byte[] json = "{\"code\":5}".getBytes(StandardCharsets.UTF_8);

        assertThat(ModelJson.read(json, Status.class, json.length).code()).hasValue(5);
        assertThat(Json.parse(json, json.length).get("code")).contains(Json.of(5));
        assertThatThrownBy(() -> ModelJson.read(json, Status.class, json.length - 1))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage("Status: 10 bytes are more than the limit of 9");
        assertThatThrownBy(() -> Json.parse(json, json.length - 1))
                .isInstanceOf(MalformedDataException.class)
                .hasMessage("JSON: 10 bytes are more than the limit of 9");
    }

    @Test
    void refuses_an_integer_out_of_range() {
        assertThatThrownBy(() -> ModelJson.read("{\"code\":2147483648}", Status.class))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("/code");
    }
}
