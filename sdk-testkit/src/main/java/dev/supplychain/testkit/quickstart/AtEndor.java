package dev.supplychain.testkit.quickstart;

import dev.supplychain.clients.endor.EndorClient;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.endor.ArtifactSignature;
import dev.supplychain.model.endor.ArtifactSignatureSpec;
import dev.supplychain.testkit.fake.FakeEndor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps a detached signature of the artifact at Endor Labs. */
final class AtEndor implements AutoCloseable {
    private final @Nullable FakeEndor fake;
    private final EndorClient client;
    private final String namespace;

    AtEndor(Settings settings, Account account) {
        Optional<String> url = settings.url("endor");
        this.fake = url.isPresent() ? null : FakeEndor.start();
        this.client =
                EndorClient.create(settings.options("endor", fake == null ? url.orElseThrow() : fake.url(), account));
        this.namespace =
                fake == null ? settings.require("endor.namespace", "who owns the signature") : "acme.quickstart";
    }

    /** The UUID of the new signature. */
    String store(Artifact artifact, Bytes signature) {
        ArtifactSignature object = ArtifactSignature.of(
                namespace, artifact.name(), artifact.endorType(), artifact.sha256(), artifact.name(), signature);
        return client.createArtifactSignature(namespace, object).uuid().orElseThrow();
    }

    Bytes fetch(String uuid) {
        return client.getArtifactSignature(namespace, uuid)
                .spec()
                .flatMap(ArtifactSignatureSpec::signature)
                .map(Bytes::parseBase64)
                .orElseThrow();
    }

    @Override
    public void close() {
        client.close();
        if (fake != null) {
            fake.close();
        }
    }
}
