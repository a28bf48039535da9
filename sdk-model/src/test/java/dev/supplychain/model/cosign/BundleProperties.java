package dev.supplychain.model.cosign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.JsonArbitraries;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.UnknownFields;
import dev.supplychain.model.cosign.Bundle.Version;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.dsse.EnvelopeSignature;
import dev.supplychain.model.oci.Descriptor;
import dev.supplychain.model.oci.Index;
import dev.supplychain.model.oci.Manifest;
import dev.supplychain.model.oci.Platform;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BundleProperties {
    @Property(tries = 300)
    void bundles_survive_writing_and_reading(@ForAll("bundles") Bundle bundle) {
        Json json = ModelJson.toJson(bundle);

        Bundle read = Bundle.parse(bundle.toJson());

        assertThat(read).isEqualTo(bundle);
        assertThat(ModelJson.toJson(read)).isEqualTo(json);
    }

    @Property(tries = 300)
    void manifests_survive_writing_and_reading(@ForAll("manifests") Manifest manifest) {
        assertThat(Manifest.parse(manifest.toJson())).isEqualTo(manifest);
    }

    @Property(tries = 300)
    void indexes_survive_writing_and_reading(@ForAll("indexes") Index index) {
        assertThat(Index.parse(index.toJson())).isEqualTo(index);
    }

    @Provide
    static Arbitrary<Bundle> bundles() {
        return Combinators.combine(
                        Arbitraries.of(Version.class),
                        materials(),
                        envelopes().optional(),
                        messages(),
                        UnknownFields.any())
                .as((version, material, envelope, message, unknown) -> {
                    boolean hasChain = material.x509CertificateChain().isPresent();
                    Bundle.Builder bundle = Bundle.builder()
                            .mediaType((hasChain ? Version.V0_1 : version).mediaType())
                            .verificationMaterial(material)
                            .unknownFields(unknown);
                    return (envelope.isPresent() ? bundle.dsseEnvelope(envelope) : bundle.messageSignature(message))
                            .build();
                });
    }

    private static Arbitrary<VerificationMaterial> materials() {
        Arbitrary<VerificationMaterial.KeyMaterial> keys = Combinators.combine(
                        bytes(), JsonArbitraries.text(), Arbitraries.of(0, 1, 2), UnknownFields.any())
                .as((der, hint, kind, unknown) -> {
                    X509Certificate certificate = X509Certificate.builder()
                            .rawBytes(der)
                            .unknownFields(unknown)
                            .build();
                    return switch (kind) {
                        case 0 -> PublicKeyIdentifier.builder().hint(hint).build();
                        case 1 -> certificate;
                        default ->
                            X509CertificateChain.builder()
                                    .addCertificates(certificate)
                                    .unknownFields(unknown)
                                    .build();
                    };
                });
        return Combinators.combine(keys, entries().list().ofMaxSize(2), bytes().optional(), UnknownFields.any())
                .as((key, entries, timestamp, unknown) -> {
                    VerificationMaterial.Builder material = VerificationMaterial.builder()
                            .tlogEntries(entries)
                            .timestampVerificationData(timestamp.map(t -> TimestampVerificationData.builder()
                                    .addRfc3161Timestamps(RFC3161SignedTimestamp.builder()
                                            .signedTimestamp(t)
                                            .build())
                                    .unknownFields(unknown)
                                    .build()))
                            .unknownFields(unknown);
                    if (key instanceof PublicKeyIdentifier identifier) {
                        material.publicKey(identifier);
                    } else if (key instanceof X509Certificate certificate) {
                        material.certificate(certificate);
                    } else if (key instanceof X509CertificateChain chain) {
                        material.x509CertificateChain(chain);
                    }
                    return material.build();
                });
    }

    private static Arbitrary<TransparencyLogEntry> entries() {
        return Combinators.combine(
                        Arbitraries.longs(), bytes(), JsonArbitraries.text().optional(), UnknownFields.any())
                .as((number, bytes, text, unknown) -> TransparencyLogEntry.builder()
                        .logIndex(number)
                        .logId(LogId.builder()
                                .keyId(bytes)
                                .unknownFields(unknown)
                                .build())
                        .kindVersion(KindVersion.builder()
                                .kind(text)
                                .version(text)
                                .unknownFields(unknown)
                                .build())
                        .integratedTime(number % 2 == 0 ? OptionalLong.of(number) : OptionalLong.empty())
                        .inclusionPromise(InclusionPromise.builder()
                                .signedEntryTimestamp(bytes)
                                .build())
                        .inclusionProof(InclusionProof.builder()
                                .logIndex(number)
                                .rootHash(bytes)
                                .addHashes(bytes, bytes)
                                .checkpoint(Checkpoint.builder().envelope(text).build())
                                .unknownFields(unknown)
                                .build())
                        .canonicalizedBody(bytes)
                        .unknownFields(unknown)
                        .build());
    }

    private static Arbitrary<Envelope> envelopes() {
        return Combinators.combine(bytes(), JsonArbitraries.text(), JsonArbitraries.text(), UnknownFields.any())
                .as((bytes, type, keyid, unknown) -> Envelope.builder()
                        .payload(bytes)
                        .payloadType(type)
                        .addSignatures(EnvelopeSignature.builder()
                                .keyid(keyid)
                                .sig(bytes)
                                .unknownFields(unknown)
                                .build())
                        .unknownFields(unknown)
                        .build());
    }

    private static Arbitrary<MessageSignature> messages() {
        return Combinators.combine(bytes(), bytes(), UnknownFields.any())
                .as((digest, signature, unknown) -> MessageSignature.builder()
                        .messageDigest(HashOutput.builder()
                                .algorithm(OpenEnum.parse(HashAlgorithm.class, "SHA4_" + digest.size()))
                                .digest(digest)
                                .unknownFields(unknown)
                                .build())
                        .signature(signature)
                        .unknownFields(unknown)
                        .build());
    }

    @Provide
    static Arbitrary<Manifest> manifests() {
        return Combinators.combine(
                        descriptors(),
                        descriptors().list().ofMaxSize(2),
                        descriptors().optional(),
                        JsonArbitraries.text().optional(),
                        annotations(),
                        UnknownFields.any())
                .as((config, layers, subject, type, annotations, unknown) -> Manifest.builder()
                        .artifactType(type)
                        .config(config)
                        .layers(layers)
                        .subject(subject)
                        .annotations(annotations)
                        .unknownFields(unknown)
                        .build());
    }

    @Provide
    static Arbitrary<Index> indexes() {
        return Combinators.combine(
                        descriptors().list().ofMaxSize(2), descriptors().optional(), annotations(), UnknownFields.any())
                .as((manifests, subject, annotations, unknown) -> Index.builder()
                        .manifests(manifests)
                        .subject(subject)
                        .annotations(annotations)
                        .unknownFields(unknown)
                        .build());
    }

    private static Arbitrary<Descriptor> descriptors() {
        return Combinators.combine(
                        JsonArbitraries.text(),
                        bytes(),
                        Arbitraries.longs().greaterOrEqual(0),
                        annotations(),
                        JsonArbitraries.text().optional(),
                        UnknownFields.any())
                .as((mediaType, data, size, annotations, text, unknown) -> Descriptor.builder()
                        .mediaType(mediaType)
                        .digest(Digest.sha256(data.toByteArray()))
                        .size(size)
                        .urls(text.map(List::of).orElse(List.of()))
                        .annotations(annotations)
                        .data(data)
                        .artifactType(text)
                        .platform(text.map(t -> Platform.builder()
                                .architecture(t)
                                .os(t)
                                .addOsFeatures(t)
                                .unknownFields(unknown)
                                .build()))
                        .unknownFields(unknown)
                        .build());
    }

    private static Arbitrary<Map<String, String>> annotations() {
        return Arbitraries.maps(JsonArbitraries.text(), JsonArbitraries.text()).ofMaxSize(2);
    }

    private static Arbitrary<Bytes> bytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(8).map(Bytes::of);
    }
}
