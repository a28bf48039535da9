package dev.supplychain.model.cosign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.Vectors;
import dev.supplychain.model.cosign.SimpleSigningPayload.Dialect;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.oci.Descriptor;
import dev.supplychain.model.oci.ImageReference;
import dev.supplychain.model.oci.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class CosignSignatureTest {
    private static final Digest DIGEST = Digest.sha256(new byte[0]);
    private static final SimpleSigningPayload PAYLOAD =
            SimpleSigningPayload.cosign(ImageReference.parse("example.com/app").withDigest(DIGEST));
    private static final Bytes SIGNATURE = Bytes.of(new byte[] {1, 2, 3, 4});

    @Test
    void stands_on_the_descriptor_of_its_layer() {
        CosignSignature signature = CosignSignature.of(PAYLOAD, SIGNATURE);

        assertThat(ModelJson.writeText(signature.layer()))
                .isEqualTo("{\"mediaType\":\"application/vnd.dev.cosign.simplesigning.v1+json\",\"digest\":\""
                        + Digest.sha256(PAYLOAD.bytes().toByteArray()) + "\",\"size\":"
                        + PAYLOAD.bytes().size()
                        + ",\"annotations\":{\"dev.cosignproject.cosign/signature\":\"AQIDBA==\"}}");
        assertThat(signature.signature()).isEqualTo(SIGNATURE);
        assertThat(signature.certificate()).isEmpty();
        assertThat(signature.bundle()).isEmpty();
    }

    @Test
    void survives_a_manifest() {
        CosignSignature signature = CosignSignature.of(PAYLOAD, SIGNATURE);
        Manifest manifest = Manifest.builder()
                .config(Descriptor.empty())
                .addLayers(signature.layer())
                .build();

        Descriptor layer = Manifest.parse(manifest.toJson()).layers().get(0);
        CosignSignature read = new CosignSignature(layer, PAYLOAD.bytes());

        assertThat(read).isEqualTo(signature);
        assertThat(SimpleSigningPayload.parse(Dialect.COSIGN, read.payload().toByteArray()))
                .isEqualTo(PAYLOAD);
    }

    @Test
    void keeps_what_logs_and_certificates_add() {
        Descriptor layer = Descriptor.builder()
                .from(CosignSignature.of(PAYLOAD, SIGNATURE).layer())
                .putAnnotations(CosignAnnotations.CERTIFICATE, "-----BEGIN CERTIFICATE-----")
                .putAnnotations(CosignAnnotations.CHAIN, "chain")
                .putAnnotations(
                        CosignAnnotations.BUNDLE, "{\"SignedEntryTimestamp\":\"MEUC\",\"Payload\":{\"logIndex\":7}}")
                .putAnnotations(CosignAnnotations.RFC3161_TIMESTAMP, "{\"SignedRFC3161Timestamp\":\"MIIC\"}")
                .build();

        CosignSignature signature = new CosignSignature(layer, PAYLOAD.bytes());

        assertThat(signature.certificate()).hasValue("-----BEGIN CERTIFICATE-----");
        assertThat(signature.chain()).hasValue("chain");
        assertThat(signature.bundle().orElseThrow().get("Payload")).hasToString("Optional[{\"logIndex\":7}]");
        assertThat(signature.rfc3161Timestamp().orElseThrow().get("SignedRFC3161Timestamp"))
                .isPresent();
    }

    @Test
    void refuses_a_layer_that_is_another() {
        Descriptor layer = CosignSignature.of(PAYLOAD, SIGNATURE).layer();

        assertThatThrownBy(() -> new CosignSignature(layer, Bytes.utf8("{}")))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("2 bytes were read");
        assertThatThrownBy(() ->
                        new CosignSignature(with(layer).mediaType("text/plain").build(), PAYLOAD.bytes()))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("\"text/plain\" instead of");
        assertThatThrownBy(() -> new CosignSignature(
                        with(layer)
                                .putAnnotations(CosignAnnotations.SIGNATURE, "a=b")
                                .build(),
                        PAYLOAD.bytes()))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("cosign signature at /annotations/dev.cosignproject.cosign~1signature");
        assertThatThrownBy(() -> new CosignSignature(
                        Descriptor.of(
                                SimpleSigningPayload.MEDIA_TYPE, PAYLOAD.bytes().toByteArray()),
                        PAYLOAD.bytes()))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("lacks the annotation");
        assertThatThrownBy(() -> new CosignSignature(
                                with(layer)
                                        .putAnnotations(CosignAnnotations.BUNDLE, "{")
                                        .build(),
                                PAYLOAD.bytes())
                        .bundle())
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("cosign~1bundle");
    }

    @Test
    void names_its_tags() {
        assertThat(CosignSignature.tag(DIGEST)).isEqualTo("sha256-" + DIGEST.hex() + ".sig");
        assertThat(CosignAttestation.tag(DIGEST)).isEqualTo("sha256-" + DIGEST.hex() + ".att");
        assertThatIllegalArgumentException().isThrownBy(() -> CosignSignature.tag(Digest.parse("x:../../y")));
    }

    @Test
    void an_attestation_is_an_envelope_with_its_predicate_type_outside() throws IOException {
        for (Envelope envelope : blobAttestations()) {
            String predicateType =
                    InTotoStatement.parse(envelope.payload().toByteArray()).predicateType();

            CosignAttestation attestation = CosignAttestation.of(envelope, predicateType);

            assertThat(attestation.layer().annotations())
                    .containsEntry(CosignAnnotations.SIGNATURE, "")
                    .containsEntry("predicateType", predicateType);
            assertThat(new CosignAttestation(attestation.layer(), attestation.content()).envelope())
                    .isEqualTo(envelope);
            assertThat(attestation.predicateType()).hasValue(predicateType);
        }
    }

    /** The attestations that cosign's own tests verify. */
    static List<Envelope> blobAttestations() throws IOException {
        List<Envelope> envelopes = new ArrayList<>();
        try (InputStream file = Files.newInputStream(Vectors.require("cosign.zip"));
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".dsse.json")) {
                    envelopes.add(Envelope.parse(zip.readAllBytes()));
                }
            }
        }
        assertThat(envelopes).hasSize(5);
        return envelopes;
    }

    private static Descriptor.Builder with(Descriptor layer) {
        return Descriptor.builder()
                .mediaType(layer.mediaType())
                .digest(layer.digest())
                .size(layer.size())
                .annotations(layer.annotations());
    }
}
