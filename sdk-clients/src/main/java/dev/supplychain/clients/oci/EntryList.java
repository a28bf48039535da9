package dev.supplychain.clients.oci;

import dev.supplychain.clients.oci.SharedTag.Document;
import dev.supplychain.model.oci.Descriptor;
import dev.supplychain.model.oci.Index;
import dev.supplychain.model.oci.MediaTypes;
import java.util.List;
import java.util.Optional;

/** The entries of an index: the referrers of an image, where the registry has no list of its own. */
final class EntryList implements SharedTag.Format {
    @Override
    public List<Descriptor> entries(RegistryManifest manifest) {
        return manifest.toIndex().manifests();
    }

    @Override
    public Document with(Optional<RegistryManifest> before, List<Descriptor> entries) {
        Index.Builder index = Index.builder();
        before.ifPresentOrElse(there -> index.from(there.toIndex()), () -> index.mediaType(MediaTypes.IMAGE_INDEX));
        Index next = index.manifests(entries).build();
        return new Document(next.mediaType().orElse(MediaTypes.IMAGE_INDEX), next.toJson());
    }
}
