package dev.supplychain.clients.oci;

import dev.supplychain.clients.oci.SharedTag.Document;
import dev.supplychain.model.Json;
import dev.supplychain.model.oci.Descriptor;
import dev.supplychain.model.oci.Manifest;
import dev.supplychain.model.oci.MediaTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The layers of a manifest: signatures or attestations as cosign keeps them. */
final class LayerList implements SharedTag.Format {
    private final Repository repository;

    LayerList(Repository repository) {
        this.repository = repository;
    }

    @Override
    public List<Descriptor> entries(RegistryManifest manifest) {
        return manifest.toManifest().layers();
    }

    @Override
    public Document with(Optional<RegistryManifest> before, List<Descriptor> layers) {
        byte[] config = config(layers);
        repository.blobs().push(BlobSource.of(config));
        Manifest.Builder manifest = Manifest.builder();
        before.ifPresentOrElse(
                there -> manifest.from(there.toManifest()), () -> manifest.mediaType(MediaTypes.IMAGE_MANIFEST));
        Manifest next = manifest.config(Descriptor.of(MediaTypes.IMAGE_CONFIG, config))
                .layers(layers)
                .build();
        return new Document(next.mediaType().orElse(MediaTypes.IMAGE_MANIFEST), next.toJson());
    }

    /** Registries that look into images want one that names the layers, as cosign's own does. */
    private static byte[] config(List<Descriptor> layers) {
        Map<String, Json> rootfs = new LinkedHashMap<>();
        rootfs.put("type", Json.of("layers"));
        rootfs.put(
                "diff_ids",
                Json.strings(
                        layers.stream().map(layer -> layer.digest().toString()).toList()));
        Map<String, Json> config = new LinkedHashMap<>();
        config.put("architecture", Json.of(""));
        config.put("created", Json.of("0001-01-01T00:00:00Z"));
        config.put("history", Json.array(layers.stream().map(layer -> history()).toList()));
        config.put("os", Json.of(""));
        config.put("rootfs", Json.object(rootfs));
        config.put("config", Json.object(Map.of()));
        return Json.object(config).toUtf8();
    }

    private static Json history() {
        return Json.object(Map.of("created", Json.of("0001-01-01T00:00:00Z")));
    }
}
