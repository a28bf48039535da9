package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.endor.EndorClient;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.endor.ArtifactSignature;
import dev.supplychain.model.endor.ArtifactSignatureSpec;
import dev.supplychain.model.endor.ArtifactType;
import dev.supplychain.model.endor.CertificateExtensions;
import dev.supplychain.model.endor.Meta;
import dev.supplychain.model.endor.TenantMeta;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The requests of the client against ../shared/spec/endor-create-artifact-signature.openapi.yaml. */
class EndorContractTest {
    private static final String PATH = "/v1/namespaces/{tenant_meta.namespace}/artifact-signatures";
    private static final String NAMESPACE = "endor.prod.app";
    private static final String DIGEST = "sha256:" + "0f".repeat(32);

    private static Map<String, Object> document;

    private final FakeEndor endor;
    private final EndorClient client;

    EndorContractTest(@StartFake FakeEndor endor) {
        this.endor = endor;
        client = EndorClient.create(ClientOptions.of(endor.url()));
    }

    @BeforeAll
    static void load() {
        String yaml = Specification.require("endor-create-artifact-signature.openapi.yaml");
        document = map(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void the_server_is_that_of_the_document() {
        Object server = list(get(document, "servers")).get(0);

        assertThat(get(map(server), "url")).isEqualTo(EndorClient.CLOUD + "/");
    }

    @Test
    void create_has_the_method_path_and_body_of_the_document() {
        client.createArtifactSignature(NAMESPACE, full());

        assertThat(map(get(map(get(document, "paths")), PATH))).containsOnlyKeys("post");
        assertThat(endor.requests()).singleElement().satisfies(sent -> {
            assertThat(sent.toString()).isEqualTo("POST " + PATH.replace("{tenant_meta.namespace}", NAMESPACE));
            assertThat(sent.header("Content-Type")).contains("application/json");
            checkObject("ArtifactSignatureServiceCreateArtifactSignatureBody", sent.json());
        });
    }

    /** Every property is known and may be sent, and all that is required is there. */
    private static void checkObject(String schemaName, Json object) {
        Map<String, Object> schema = schema(schemaName);
        Map<String, Object> properties = map(get(schema, "properties"));
        List<Object> required = schema.containsKey("required") ? list(get(schema, "required")) : List.of();
        assertThat(object.members().keySet())
                .as(schemaName)
                .containsAll(required.stream().map(Object::toString).toList());
        object.members().forEach((name, value) -> {
            assertThat(properties).as(schemaName).containsKey(name);
            checkProperty(map(get(properties, name)), value);
        });
    }

    private static void checkProperty(Map<String, Object> property, Json value) {
        assertThat(property.get("readOnly")).as(property.toString()).isNotEqualTo(true);
        if (property.get("$ref") instanceof String ref && value.kind() == Json.Kind.OBJECT) {
            checkObject(ref.substring(ref.lastIndexOf('/') + 1), value);
        }
    }

    @Test
    void what_is_answered_is_what_the_document_describes() {
        ArtifactSignature stored = client.createArtifactSignature(NAMESPACE, full());

        assertThat(list(get(schema("v1ArtifactSignature"), "required")))
                .containsExactlyInAnyOrder("meta", "tenant_meta", "spec");
        assertThat(stored.meta()).isPresent();
        assertThat(stored.spec()).isEqualTo(full().spec());
        assertThat(stored.tenantMeta().flatMap(TenantMeta::namespace)).contains(NAMESPACE);
        assertThat(stored.unknownFields()).isEmpty();
    }

    @Test
    void an_error_has_the_members_of_the_document() {
        Json error = Http.post(endor, PATH.replace("{tenant_meta.namespace}", NAMESPACE), "{}")
                .json();

        assertThat(error.members().keySet())
                .isEqualTo(map(get(schema("googlerpcStatus"), "properties")).keySet());
    }

    private static ArtifactSignature full() {
        return ArtifactSignature.builder()
                .tenantMeta(TenantMeta.of(NAMESPACE))
                .uuid("set by the service")
                .meta(Meta.builder()
                        .name("app.jar")
                        .description("an application")
                        .addTags("release")
                        .putAnnotations("team", "payments")
                        .kind("set by the service")
                        .createdBy("set by the service")
                        .build())
                .spec(ArtifactSignatureSpec.builder()
                        .artifactName("app.jar@" + DIGEST)
                        .artifactDigest(Digest.parse(DIGEST))
                        .artifactType(ArtifactType.ARTIFACT_TYPE_JAR)
                        .signature(Bytes.utf8("signature"))
                        .sourceRepositoryRef("refs/heads/main")
                        .provenance(CertificateExtensions.builder()
                                .certificateOidcIssuer("https://issuer.example.com")
                                .build())
                        .build())
                .build();
    }

    private static Map<String, Object> schema(String name) {
        return map(get(map(get(map(get(document, "components")), "schemas")), name));
    }

    private static Object get(Map<String, Object> node, String name) {
        return Objects.requireNonNull(node.get(name), name);
    }

    @SuppressWarnings("unchecked") // the keys of this document are texts
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked") // a list is a list
    private static List<Object> list(Object node) {
        return (List<Object>) node;
    }
}
