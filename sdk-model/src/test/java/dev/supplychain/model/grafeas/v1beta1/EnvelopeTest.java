package dev.supplychain.model.grafeas.v1beta1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.dsse.EnvelopeSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {
    private static final dev.supplychain.model.dsse.Envelope DSSE = dev.supplychain.model.dsse.Envelope.builder()
            .payload(Bytes.of(new byte[] {-5, -1, 0}))
            .payloadType("application/vnd.in-toto+json")
            .addSignatures(signature("k", 1), signature("", 2))
            .build();

    private static EnvelopeSignature signature(String keyid, int sig) {
        return EnvelopeSignature.builder()
                .keyid(keyid)
                .sig(Bytes.of(new byte[] {(byte) sig}))
                .build();
    }

    @Test
    void keeps_an_envelope_of_dsse() {
        Envelope stored = Envelope.of(DSSE);

        assertThat(stored.toDsse()).isEqualTo(DSSE);
        assertThat(ModelJson.writeText(stored))
                .isEqualTo("{\"payload\":\"+/8A\",\"payloadType\":\"application/vnd.in-toto+json\","
                        + "\"signatures\":[{\"sig\":\"AQ==\",\"keyid\":\"k\"},{\"sig\":\"Ag==\"}]}");
    }

    @Test
    void gives_the_bytes_that_a_service_meant() {
        Envelope stored = ModelJson.read(
                "{\"payload\":\"-_8A\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"AQ\"}]}", Envelope.class);

        assertThat(stored.toDsse())
                .isEqualTo(dev.supplychain.model.dsse.Envelope.builder()
                        .from(DSSE)
                        .payloadType("t")
                        .signatures(java.util.List.of(signature("", 1)))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({
        "{}, /payload",
        "'{\"payload\":\"!\"}', /payload",
        "'{\"payload\":\"\",\"signatures\":[{\"sig\":\"AQ==\"},{\"keyid\":\"k\"}]}', /signatures/1/sig",
        "'{\"payload\":\"\",\"signatures\":[{\"sig\":\"#\"}]}', /signatures/0/sig"
    })
    void is_none_for_a_verifier_without_bytes(String json, String place) {
        Envelope stored = ModelJson.read(json, Envelope.class);

        assertThatThrownBy(stored::toDsse)
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith("Envelope at " + place + ": ");
    }
}
