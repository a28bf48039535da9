package dev.supplychain.model.cosign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.JsonArbitraries;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.UnknownFields;
import dev.supplychain.model.oci.ImageReference;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SigningRecordProperties {
    @Property(tries = 300)
    void records_survive_writing_and_reading_on_one_line(@ForAll("records") SigningRecord record) {
        byte[] json = record.toJson();

        assertThat(ModelJson.read(json, SigningRecord.class)).isEqualTo(record);
        assertThat(json).doesNotContain('\n', '\r');
    }

    @Provide
    static Arbitrary<SigningRecord> records() {
        Arbitrary<Bytes> bytes =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(80).map(Bytes::of);
        Arbitrary<String> text = JsonArbitraries.text();
        return Combinators.combine(
                        text,
                        text.optional(),
                        Arbitraries.of(ArtifactKind.class),
                        Arbitraries.longs().between(0, 200_000_000_000L),
                        bytes,
                        bytes.optional(),
                        text.optional(),
                        UnknownFields.any())
                .as((name, version, kind, seconds, signature, payload, other, unknown) -> SigningRecord.builder()
                        .artifact(name)
                        .version(version)
                        .kind(kind)
                        .digest(Digest.sha256(name.getBytes(UTF_8)))
                        .keyId("SHA256:" + name)
                        .signedBy(other)
                        .time(Timestamp.of(Instant.ofEpochSecond(seconds)))
                        .signature(signature)
                        .payload(payload)
                        .transparencyLog(other)
                        .unknownFields(unknown)
                        .build());
    }

    @Example
    void the_record_of_an_image_is_its_layer_too() {
        ImageReference image = ImageReference.parse("example.com/app@sha256:" + "0f".repeat(32));
        CosignSignature layer = CosignSignature.of(SimpleSigningPayload.cosign(image), Bytes.utf8("signature"));
        SigningRecord record = SigningRecord.builder()
                .artifact("example.com/app")
                .kind(ArtifactKind.IMAGE)
                .digest(image.digest().orElseThrow())
                .keyId("SHA256:x")
                .time(Timestamp.parse("2026-11-21T12:00:00Z"))
                .signature(layer.signature())
                .payload(layer.payload())
                .build();

        assertThat(new String(record.toJson(), UTF_8))
                .isEqualTo("{\"artifact\":\"example.com/app\",\"kind\":\"IMAGE\",\"digest\":\"sha256:"
                        + "0f".repeat(32)
                        + "\",\"keyId\":\"SHA256:x\",\"time\":\"2026-11-21T12:00:00Z\",\"signature\":\"c2lnbmF0dXJl\","
                        + "\"payload\":\"" + layer.payload().base64() + "\"}");
        assertThat(ModelJson.read(record.toJson(), SigningRecord.class).cosignSignature())
                .hasValue(layer);
    }
}
