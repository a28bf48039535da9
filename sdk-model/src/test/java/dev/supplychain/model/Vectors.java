package dev.supplychain.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Finds the folder of vectors made by others, which lies beside the checkout and is not part of it. */
public final class Vectors {
    private Vectors() {}

    /** That file or folder below {@code shared/vectors}; the test is skipped when the folder is missing. */
    public static Path require(String name) {
        return requireShared("vectors").resolve(name);
    }

    /** That folder below {@code shared}; the test is skipped when it is missing. */
    public static Path requireShared(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared").resolve(name))) {
            folder = folder.getParent();
        }
        Assumptions.assumeTrue(folder != null, "the folder shared/" + name + " is missing");
        return java.util.Objects.requireNonNull(folder).resolve("shared").resolve(name);
    }

    /** The JSON files of that folder, by name. */
    public static List<Path> jsonFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
