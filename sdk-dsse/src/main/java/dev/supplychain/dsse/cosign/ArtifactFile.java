package dev.supplychain.dsse.cosign;

import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.oci.ImageReference;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file to be signed or verified, such as a JAR, a WAR, a chart or a manifest. What it is known by is the digest of its
 * bytes; the name is for people.
 *
 * @param path where it lies
 * @param name what it is called in records: 1 to 255 characters without control characters
 * @param version its version, where somebody gave it one, by the same rule
 * @param repository where in a registry its signatures are kept; absent when a directory keeps them
 */
public record ArtifactFile(Path path, String name, Optional<String> version, Optional<ImageReference> repository) {
    /**
     * Checks name and version.
     *
     * @throws IllegalArgumentException when one is empty, too long or has a control character
     */
    public ArtifactFile {
        RecordText.require("name of a file", name);
        version.ifPresent(text -> RecordText.require("version of a file", text));
    }

    /**
     * A file that is called as its path says: {@code app.jar} of {@code target/app.jar}. Pipelines call this target
     * detection Auto.
     *
     * @throws IllegalArgumentException when the path has no name, as a root
     */
    public static ArtifactFile of(Path path) {
        Path name = path.getFileName();
        if (name == null || name.toString().isEmpty()) {
            throw new IllegalArgumentException("the path " + Excerpt.quoted(path.toString()) + " has no file name");
        }
        return new ArtifactFile(path, name.toString(), Optional.empty(), Optional.empty());
    }

    /**
     * A file with a name and a version of the caller's choice. Pipelines call this target detection Manual.
     *
     * @throws IllegalArgumentException when one is empty, too long or has a control character
     */
    public static ArtifactFile named(Path path, String name, String version) {
        return new ArtifactFile(path, name, Optional.of(version), Optional.empty());
    }

    /** The same file with its signatures in that repository of a registry; tag and digest are ignored. */
    public ArtifactFile in(ImageReference newRepository) {
        return new ArtifactFile(path, name, version, Optional.of(newRepository));
    }

    /** Name and version. */
    @Override
    public String toString() {
        return name + version.map(text -> " " + text).orElse("");
    }
}
