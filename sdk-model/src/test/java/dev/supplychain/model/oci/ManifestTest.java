package dev.supplychain.model.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.ModelJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);
    private static final String CONFIG = "{'mediaType':'m','digest':'" + DIGEST + "','size':2}";

    @Test
    void the_empty_config_has_the_published_digest() {
        assertThat(ModelJson.writeText(Descriptor.empty()))
                .isEqualTo(("{'mediaType':'application/vnd.oci.empty.v1+json','digest':'sha256:"
                                + "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',"
                                + "'size':2,'data':'e30='}")
                        .replace('\'', '"'));
    }

    @Test
    void a_descriptor_knows_its_content() {
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);
        Descriptor descriptor = Descriptor.of("text/plain", content);

        assertThat(descriptor.describes(content)).isTrue();
        assertThat(descriptor.describes("Content".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(Descriptor.builder().from(descriptor).size(8).build().describes(content))
                .isFalse();
        assertThat(Descriptor.builder()
                        .mediaType("text/plain")
                        .digest(Digest.parse("sha512:cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
                                + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e"))
                        .size(0)
                        .build()
                        .describes(new byte[0]))
                .isTrue();
    }

    @Test
    void survives_reading_and_writing() {
        String json = ("{'schemaVersion':2,'mediaType':'application/vnd.oci.image.manifest.v1+json',"
                        + "'artifactType':'application/vnd.dev.sigstore.bundle.v0.3+json','config':" + CONFIG
                        + ",'layers':[{'mediaType':'l','digest':'" + DIGEST + "','size':4711,'urls':['https://x'],"
                        + "'annotations':{'a':'b'},'data':'e30=','platform':{'architecture':'arm64','os':'linux',"
                        + "'os.version':'1','os.features':['f'],'variant':'v8','new':1},'artifactType':'t','new':[]}],"
                        + "'subject':" + CONFIG + ",'annotations':{'k':''},'new':{'x':null}}")
                .replace('\'', '"');

        Manifest manifest = Manifest.parse(json.getBytes(StandardCharsets.UTF_8));

        assertThat(manifest.layers().get(0).size()).isEqualTo(4711);
        assertThat(manifest.layers().get(0).platform().orElseThrow().osFeatures())
                .containsExactly("f");
        assertThat(new String(manifest.toJson(), StandardCharsets.UTF_8)).isEqualTo(json);
    }

    @Test
    void an_index_survives_reading_and_writing() {
        String json = ("{'schemaVersion':2,'mediaType':'application/vnd.oci.image.index.v1+json','manifests':[" + CONFIG
                        + "],'subject':" + CONFIG + ",'annotations':{'k':'v'},'new':1}")
                .replace('\'', '"');

        assertThat(new String(Index.parse(json.getBytes(StandardCharsets.UTF_8)).toJson(), StandardCharsets.UTF_8))
                .isEqualTo(json);
    }

    @Test
    void an_empty_list_is_written() {
        assertThat(Json.parse(Manifest.builder()
                                .config(Descriptor.empty())
                                .build()
                                .toJson())
                        .get("layers"))
                .isPresent();
        assertThat(new String(Index.builder().build().toJson(), StandardCharsets.UTF_8))
                .isEqualTo("{\"schemaVersion\":2,\"manifests\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'schemaVersion':2,'config':C}",
                "{'schemaVersion':2,'layers':[]}",
                "{'config':C,'layers':[]}",
                "{'schemaVersion':1,'config':C,'layers':[]}",
                "{'schemaVersion':'2','config':C,'layers':[]}",
                "{'schemaVersion':2,'config':C,'layers':[],'manifests':[]}",
                "{'schemaVersion':2,'mediaType':'application/vnd.oci.image.index.v1+json','config':C,'layers':[]}",
                "{'schemaVersion':2,'config':C,'layers':[{'mediaType':'m','digest':'sha256:abc','size':1}]}",
                "{'schemaVersion':2,'config':C,'layers':[{'mediaType':'m','digest':'x:../..','size':1}]}",
                "{'schemaVersion':2,'config':C,'layers':[null]}",
                "{'schemaVersion':2,'config':C,'config':C,'layers':[]}",
                "{'schemaVersion':2,'config':C,'layers':[]} {}",
                "[]",
                "null"
            })
    void refuses_what_is_no_manifest_or_an_index_too(String json) {
        assertThatThrownBy(() -> Manifest.parse(bytes(json)))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith("Manifest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'schemaVersion':2}",
                "{'schemaVersion':2,'manifests':[],'config':C}",
                "{'schemaVersion':2,'manifests':[],'layers':[]}",
                "{'schemaVersion':2,'mediaType':'application/vnd.oci.image.manifest.v1+json','manifests':[]}"
            })
    void refuses_what_is_no_index_or_a_manifest_too(String json) {
        assertThatThrownBy(() -> Index.parse(bytes(json)))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith("Index");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'2'", "2.0", "-1", "null", "true", "9223372036854775808"})
    void a_size_is_a_whole_number(String size) {
        assertThatThrownBy(() -> Manifest.parse(bytes(
                        "{'schemaVersion':2,'config':C,'layers':[]}".replace("C", CONFIG.replace(":2", ":" + size)))))
                .isInstanceOf(MalformedDataException.class);
    }

    @Test
    void the_manifest_own_artifact_type_counts_and_else_that_of_the_config() {
        Manifest manifest = Manifest.builder().config(Descriptor.empty()).build();

        assertThat(manifest.effectiveArtifactType()).isEqualTo(MediaTypes.EMPTY);
        assertThat(Manifest.builder()
                        .from(manifest)
                        .artifactType("application/x")
                        .build()
                        .effectiveArtifactType())
                .isEqualTo("application/x");
    }

    @Test
    void names_the_tag_of_referrers() {
        assertThat(Index.referrersTag(Digest.parse(DIGEST))).isEqualTo("sha256-" + DIGEST.substring(7));
        assertThat(Index.referrersTag(Digest.parse("sha512:" + "ab".repeat(64))))
                .isEqualTo("sha512-" + "ab".repeat(32));
        assertThatIllegalArgumentException().isThrownBy(() -> Index.referrersTag(Digest.parse("gitCommit:abc")));
    }

    private static byte[] bytes(String json) {
        return json.replace(":C", ":" + CONFIG).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
