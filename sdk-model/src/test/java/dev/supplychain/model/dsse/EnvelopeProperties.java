package dev.supplychain.model.dsse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.JsonArbitraries;
import dev.supplychain.model.ModelJson;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EnvelopeProperties {
    @Property(edgeCases = EdgeCasesMode.NONE)
    void survives_writing_and_reading(@ForAll("envelopes") Envelope envelope) {
        assertThat(Envelope.parse(envelope.toJson())).isEqualTo(envelope);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void is_the_same_to_the_mapper_and_to_the_streaming_code(@ForAll("envelopes") Envelope envelope) {
        assertThat(ModelJson.read(envelope.toJson(), Envelope.class)).isEqualTo(envelope);
        assertThat(Envelope.parse(ModelJson.write(envelope))).isEqualTo(envelope);
    }

    @Provide
    static Arbitrary<Envelope> envelopes() {
        Arbitrary<EnvelopeSignature> signatures = Combinators.combine(
                        JsonArbitraries.text(), bytes(), unknown("keyid", "sig"))
                .as((keyid, sig, unknown) -> EnvelopeSignature.builder()
                        .keyid(keyid)
                        .sig(sig)
                        .unknownFields(unknown)
                        .build());
        return Combinators.combine(
                        bytes(),
                        JsonArbitraries.text(),
                        signatures.list().ofMaxSize(3),
                        unknown("payload", "payloadType", "signatures"))
                .as((payload, type, sigs, unknown) -> Envelope.builder()
                        .payload(payload)
                        .payloadType(type)
                        .signatures(sigs)
                        .unknownFields(unknown)
                        .build());
    }

    private static Arbitrary<Bytes> bytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(80).map(Bytes::of);
    }

    private static Arbitrary<Map<String, Json>> unknown(String... known) {
        return JsonArbitraries.members().map(members -> {
            Map<String, Json> unknown = new java.util.LinkedHashMap<>(members);
            for (String name : known) {
                unknown.remove(name);
            }
            return unknown;
        });
    }
}
