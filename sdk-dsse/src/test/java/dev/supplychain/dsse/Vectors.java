package dev.supplychain.dsse;

import dev.supplychain.model.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;

/** Finds the folder of vectors made by others, which lies beside the checkout and is not part of it. */
public final class Vectors {
    private Vectors() {}

    /** That file or folder; the test is skipped when the folder of vectors is missing. */
    public static Path require(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared").resolve("vectors"))) {
            folder = folder.getParent();
        }
        Assumptions.assumeTrue(folder != null, "vectors folder ../shared/vectors is missing");
        return Objects.requireNonNull(folder)
                .resolve("shared")
                .resolve("vectors")
                .resolve(name);
    }

    /** An entry of one of the archives. */
    public static byte[] unzip(String archive, String entry) throws IOException {
        try (ZipFile zip = new ZipFile(require(archive).toFile())) {
            ZipEntry found = zip.getEntry(entry);
            if (found == null) {
                throw new FileNotFoundException(archive + " has no " + entry);
            }
            return zip.getInputStream(found).readAllBytes();
        }
    }

    /** A JSON entry of one of the archives. */
    public static Json unzipJson(String archive, String entry) throws IOException {
        return Json.parse(unzip(archive, entry));
    }

    /** A member that the vector must have. */
    public static Json member(Json object, String name) {
        return object.get(name).orElseThrow(() -> new AssertionError("vector without " + name));
    }

    /** A member that is a text. */
    public static String text(Json object, String name) {
        return member(object, name).string();
    }
}
