package dev.supplychain.testkit.quickstart;

import dev.supplychain.model.Digest;
import dev.supplychain.model.endor.ArtifactType;
import dev.supplychain.model.governor.PackageCoordinates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The file that the quickstart is about. */
record Artifact(Path file, Digest sha256, PackageCoordinates coordinates) {
    static Artifact of(Path file, Optional<PackageCoordinates> coordinates) throws IOException {
        String name = file.getFileName().toString();
        return new Artifact(
                file,
                Digest.sha256(file),
                coordinates.orElseGet(() -> new PackageCoordinates("generic", Optional.empty(), name, "1")));
    }

    String name() {
        return file.getFileName().toString();
    }

    /** The purl without its digest. */
    String purl() {
        return "pkg:" + coordinates.type() + "/"
                + coordinates.namespace().map(namespace -> namespace + "/").orElse("") + coordinates.name() + "@"
                + coordinates.version();
    }

    /** What Grafeas calls the resource: the purl with the digest in it. */
    String resourceUri() {
        return purl() + "?checksum=" + sha256;
    }

    ArtifactType endorType() {
        return name().endsWith(".jar") ? ArtifactType.ARTIFACT_TYPE_JAR : ArtifactType.ARTIFACT_TYPE_BLOB;
    }
}
