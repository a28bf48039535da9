package dev.supplychain.model.intoto;

import dev.supplychain.model.Digest;
import java.io.IOException;
import java.nio.file.Path;

/** The short ways to say what a statement is about. */
public final class Subject {
    private Subject() {}

    /**
     * A file, by its name and SHA-256.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when the path has no last part
     */
    public static ResourceDescriptor ofFile(Path file) throws IOException {
        Path name = file.getFileName();
        if (name == null) {
            throw new IllegalArgumentException("subject " + file + " has no file name");
        }
        return of(name.toString(), Digest.sha256(file));
    }

    /** Anything, by a name and a digest. */
    public static ResourceDescriptor of(String name, Digest digest) {
        return ResourceDescriptor.builder().name(name).addDigest(digest).build();
    }
}
