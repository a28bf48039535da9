package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.endor.EndorClient;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.endor.ArtifactSignature;
import dev.supplychain.model.endor.ArtifactType;
import dev.supplychain.model.endor.Meta;
import dev.supplychain.model.endor.TenantMeta;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeEndorClientTest {
    private static final String NAMESPACE = "endor.prod.app";

    private final FakeEndor endor;
    private final EndorClient client;

    FakeEndorClientTest(@StartFake FakeEndor endor) {
        this.endor = endor;
        endor.requireBearer("s3cr3t");
        client = client(endor, "s3cr3t");
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void signatures_come_back_as_sent_with_what_the_service_sets() {
        ArtifactSignature created = client.createArtifactSignature(NAMESPACE, signature());

        assertThat(created.uuid()).isPresent();
        assertThat(created.meta().flatMap(Meta::kind)).contains("ArtifactSignature");
        assertThat(created.meta().flatMap(Meta::createTime)).isPresent();
        assertThat(created.spec()).isEqualTo(signature().spec());
        assertThat(created.tenantMeta().flatMap(TenantMeta::namespace)).contains(NAMESPACE);
        assertThat(client.getArtifactSignature(NAMESPACE, created.uuid().orElseThrow()))
                .isEqualTo(created);
        assertThat(created.forCreate()).isEqualTo(signature());
    }

    @Test
    void another_namespace_does_not_find_it() {
        String uuid =
                client.createArtifactSignature(NAMESPACE, signature()).uuid().orElseThrow();

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> client.getArtifactSignature("endor.prod", uuid))
                .satisfies(e -> {
                    assertThat(e.isStatus(404)).isTrue();
                    assertThat(e.code()).contains("NOT_FOUND");
                    assertThat(e.status().orElseThrow().message().orElseThrow()).contains(uuid);
                });
    }

    @Test
    void what_is_read_only_is_not_sent() {
        client.createArtifactSignature(
                NAMESPACE,
                ArtifactSignature.builder()
                        .from(client.createArtifactSignature(NAMESPACE, signature()))
                        .build());

        assertThat(endor.requests().get(1).json())
                .isEqualTo(endor.requests().get(0).json());
    }

    @Test
    void a_wrong_token_is_refused() {
        try (EndorClient stranger = client(endor, "other")) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> stranger.getArtifactSignature(NAMESPACE, "1"))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(Optional.of("UNAUTHENTICATED")));
        }
    }

    private static EndorClient client(FakeEndor endor, String token) {
        return EndorClient.create(ClientOptions.builder()
                .baseUrl(endor.url())
                .credentials(Credentials.bearer(token))
                .build());
    }

    private static ArtifactSignature signature() {
        Digest digest = Digest.ofSha256("0f".repeat(32));
        return ArtifactSignature.of(
                NAMESPACE, "app.jar", ArtifactType.ARTIFACT_TYPE_JAR, digest, "app.jar@" + digest, Bytes.utf8("sig"));
    }
}
