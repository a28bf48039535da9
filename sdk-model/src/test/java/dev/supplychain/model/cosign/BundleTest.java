package dev.supplychain.model.cosign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.cosign.Bundle.SignedEnvelope;
import dev.supplychain.model.cosign.Bundle.SignedMessage;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.dsse.EnvelopeSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {
    private static final String V0_1 = "application/vnd.dev.sigstore.bundle+json;version=0.1";
    private static final String V0_2 = "application/vnd.dev.sigstore.bundle+json;version=0.2";
    private static final String V0_3 = "application/vnd.dev.sigstore.bundle.v0.3+json";

    private static final String KEY = "'publicKey':{'hint':'h'}";
    private static final String CHAIN = "'x509CertificateChain':{'certificates':[{'rawBytes':'MIIC'}]}";
    private static final String CERTIFICATE = "'certificate':{'rawBytes':'MIIC'}";
    private static final String MESSAGE =
            "'messageSignature':{'messageDigest':{'algorithm':'SHA2_256','digest':'47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='},'signature':'MEUC'}";
    private static final String ENVELOPE =
            "'dsseEnvelope':{'payload':'aGVsbG8gd29ybGQ=','payloadType':'t','signatures':[{'keyid':'','sig':'MEUC'}]}";

    @ParameterizedTest
    @CsvSource({
        "V0_1, application/vnd.dev.sigstore.bundle+json;version=0.1",
        "V0_2, application/vnd.dev.sigstore.bundle+json;version=0.2",
        "V0_3, application/vnd.dev.sigstore.bundle+json;version=0.3",
        "V0_3, application/vnd.dev.sigstore.bundle.v0.3+json"
    })
    void reads_every_version(Bundle.Version version, String mediaType) {
        Bundle bundle = parse(bundle(mediaType, KEY, MESSAGE));

        assertThat(bundle.version()).isEqualTo(version);
        assertThat(bundle.mediaType()).isEqualTo(mediaType);
    }

    @Test
    void reads_key_certificate_and_chain() {
        assertThat(parse(bundle(V0_3, KEY, MESSAGE)).verificationMaterial().content())
                .isInstanceOfSatisfying(
                        PublicKeyIdentifier.class, key -> assertThat(key.hint()).hasValue("h"));
        assertThat(parse(bundle(V0_3, CERTIFICATE, MESSAGE))
                        .verificationMaterial()
                        .content())
                .isInstanceOf(X509Certificate.class);
        assertThat(parse(bundle(V0_1, CHAIN, MESSAGE)).verificationMaterial().content())
                .isInstanceOfSatisfying(
                        X509CertificateChain.class,
                        chain -> assertThat(chain.certificates()).hasSize(1));
        assertThat(parse(bundle(V0_3, "'publicKey':{}", MESSAGE))
                        .verificationMaterial()
                        .content())
                .isEqualTo(PublicKeyIdentifier.builder().build());
    }

    @Test
    void reads_message_and_envelope() {
        assertThat(parse(bundle(V0_3, KEY, MESSAGE)).content()).isInstanceOfSatisfying(SignedMessage.class, content -> {
            HashOutput hash = content.signature().messageDigest().orElseThrow();
            assertThat(hash.algorithm().is(HashAlgorithm.SHA2_256)).isTrue();
            assertThat(hash.digest().orElseThrow().size()).isEqualTo(32);
        });
        assertThat(parse(bundle(V0_2, KEY, ENVELOPE)).content())
                .isInstanceOfSatisfying(
                        SignedEnvelope.class,
                        content ->
                                assertThat(content.envelope().payload().utf8()).isEqualTo("hello world"));
    }

    @Test
    void keeps_log_entries_timestamps_and_what_is_new() {
        String json = bundle(
                        V0_3,
                        CERTIFICATE
                                + ",'tlogEntries':[{'logIndex':'9007199254740993','logId':{'keyId':'wNI9'},"
                                + "'kindVersion':{'kind':'dsse','version':'0.0.1'},'integratedTime':'1668193117',"
                                + "'inclusionPromise':{'signedEntryTimestamp':'MEUC'},'inclusionProof':{'logIndex':'0',"
                                + "'rootHash':'AAAA','treeSize':'2','hashes':['AAAA','BBBB'],"
                                + "'checkpoint':{'envelope':'rekor\\n2\\n'}},'canonicalizedBody':'e30=','new':{}}],"
                                + "'timestampVerificationData':{'rfc3161Timestamps':[{'signedTimestamp':'MIIC'}],'new':[]},"
                                + "'new':null",
                        ENVELOPE + ",'new':{'a':1}")
                .replace('\'', '"');

        Bundle bundle = parse(json);

        TransparencyLogEntry entry = bundle.verificationMaterial().tlogEntries().get(0);
        assertThat(entry.logIndex()).hasValue(9007199254740993L);
        assertThat(entry.inclusionProof().orElseThrow().hashes()).hasSize(2);
        assertThat(new String(bundle.toJson(), StandardCharsets.UTF_8)).isEqualTo(json);
    }

    @Test
    void takes_integers_of_logs_as_numbers_too() {
        Bundle bundle = parse(bundle(V0_1, CHAIN + ",'tlogEntries':[{'logIndex':7}]", MESSAGE));

        assertThat(bundle.verificationMaterial().tlogEntries().get(0).logIndex())
                .hasValue(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/vnd.dev.sigstore.bundle+json;version=0.4 | PK | MSG | is not that of a bundle",
                "application/vnd.dev.sigstore.bundle.v0.4+json | PK | MSG | is not that of a bundle",
                "application/json | PK | MSG | is not that of a bundle",
                "V3 | CHAIN | MSG | a bundle of version 0.3 has one certificate",
                "V3 | PK,CERT | MSG | publicKey and certificate are set",
                "V1 | PK,CHAIN | MSG | publicKey and x509CertificateChain are set",
                "V3 | 'tlogEntries':[] | MSG | needs one of publicKey",
                "V3 | PK | 'new':1 | needs one of messageSignature and dsseEnvelope",
                "V3 | PK | MSG,ENV | messageSignature and dsseEnvelope are set",
                "V3 | PK | MSG,'messageSignature':{} | Duplicate",
                "V3 | PK | 'messageSignature':{} | signature",
                "V3 | PK | 'messageSignature':{'signature':'MEU'} | Bundle at /messageSignature/signature",
                "V3 | PK | 'dsseEnvelope':{'payload':'','payloadType':'t','signatures':[]} | not 0",
                "V3 | PK | 'dsseEnvelope':{'payload':'','payloadType':'t','signatures':[{'sig':'A+A_'}]} | Bundle at /dsseEnvelope/signatures/0/sig",
                "V3 | PK | 'dsseEnvelope':{'payload':'','payloadType':'t','signatures':[{'sig':''},{'sig':''}]} | not 2",
                "V3 | PK | 'dsseEnvelope':{'payload':'aGVsbG8gd29ybGR=','payloadType':'t','signatures':[{'sig':''}]} | Bundle at /dsseEnvelope/payload",
                "V3 | PK | 'dsseEnvelope':{'payloadType':'t','signatures':[{'sig':''}]} | payload",
                "V3 | 'certificate':{'rawBytes':'MII'} | MSG | Bundle at /verificationMaterial/certificate/rawBytes"
            })
    void refuses_what_is_no_bundle_or_two(String mediaType, String material, String content, String problem) {
        String json = bundle(
                mediaType.equals("V3") ? V0_3 : mediaType.equals("V1") ? V0_1 : mediaType,
                material.replace("PK", KEY).replace("CHAIN", CHAIN).replace("CERT", CERTIFICATE),
                content.replace("MSG", MESSAGE).replace("ENV", ENVELOPE));

        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith("Bundle")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "", "{'mediaType':'application/vnd.dev.sigstore.bundle.v0.3+json'}"})
    void refuses_what_has_no_parts(String json) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(MalformedDataException.class);
    }

    @Test
    void a_bundle_without_media_type_is_not_taken_for_the_newest() {
        assertThatThrownBy(() -> parse(bundle(V0_3, KEY, MESSAGE).replace("'mediaType':'" + V0_3 + "',", "")))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("mediaType");
    }

    @Test
    void writes_an_envelope_signed_by_a_key() throws IOException {
        for (Envelope envelope : CosignSignatureTest.blobAttestations()) {
            Bundle bundle = Bundle.of(envelope, "cosign.pub");

            Json json = Json.parse(bundle.toJson());
            assertThat(json.get("mediaType")).hasValue(Json.of(V0_3));
            assertThat(json.get("verificationMaterial"))
                    .hasValue(Json.parse("{\"publicKey\":{\"hint\":\"cosign.pub\"}}"));
            assertThat(json.get("dsseEnvelope")).hasValue(Json.parse(envelope.toJson()));
            assertThat(Bundle.parse(bundle.toJson())).isEqualTo(bundle);
        }
    }

    @Test
    void writes_the_signature_over_a_file() {
        Bundle bundle = Bundle.of(Digest.sha256(new byte[0]), Bytes.parseBase64("MEUC"), "h");

        assertThat(new String(bundle.toJson(), StandardCharsets.UTF_8))
                .isEqualTo(bundle(V0_3, KEY, MESSAGE).replace('\'', '"'));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bundle.of(Digest.parse("gitCommit:abc"), Bytes.empty(), "h"))
                .withMessageContaining("gitCommit:abc");
    }

    @Test
    void cannot_be_made_in_a_way_that_cannot_be_read() {
        EnvelopeSignature signature =
                EnvelopeSignature.builder().sig(Bytes.empty()).build();
        Envelope twice = Envelope.builder()
                .payload(Bytes.empty())
                .payloadType("t")
                .addSignatures(signature, signature)
                .build();

        assertThatIllegalArgumentException().isThrownBy(() -> Bundle.of(twice, "h"));
        assertThatIllegalStateException()
                .isThrownBy(() -> VerificationMaterial.builder().build());
        assertThatIllegalStateException()
                .isThrownBy(() -> Bundle.builder()
                        .verificationMaterial(parse(bundle(V0_3, KEY, MESSAGE)).verificationMaterial())
                        .build());
    }

    @Test
    void reads_and_writes_the_legacy_bundle() {
        String json = ("{'base64Signature':'MEUC','cert':'LS0t','rekorBundle':{'SignedEntryTimestamp':'MEUC',"
                        + "'Payload':{'body':'e30=','integratedTime':1668193117,'logIndex':6954358,'logID':'c0d2'}},'new':1}")
                .replace('\'', '"');

        LegacyBundle bundle = LegacyBundle.parse(json.getBytes(StandardCharsets.UTF_8));

        assertThat(bundle.signature()).isEqualTo(Bytes.parseBase64("MEUC"));
        assertThat(bundle.certificate()).hasValue("LS0t");
        assertThat(new String(bundle.toJson(), StandardCharsets.UTF_8)).isEqualTo(json);
        assertThat(new String(
                        LegacyBundle.builder()
                                .signature(Bytes.parseBase64("MEUC"))
                                .build()
                                .toJson(),
                        StandardCharsets.UTF_8))
                .isEqualTo("{\"base64Signature\":\"MEUC\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"base64Signature\":\"MEU\"}", "{\"base64Signature\":1}", "null"})
    void refuses_a_legacy_bundle_without_signature(String json) {
        assertThatThrownBy(() -> LegacyBundle.parse(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith("LegacyBundle");
    }

    private static String bundle(String mediaType, String material, String content) {
        return "{'mediaType':'" + mediaType + "','verificationMaterial':{" + material + "}," + content + "}";
    }

    private static Bundle parse(String json) {
        return Bundle.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
