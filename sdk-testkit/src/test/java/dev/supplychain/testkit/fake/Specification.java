package dev.supplychain.testkit.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** The services' own descriptions, which lie beside the project and are not part of it. */
final class Specification {
    private Specification() {}

    /** The text of a description; the test is skipped where there is none. */
    static String require(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(file(folder, name))) {
            folder = folder.getParent();
        }
        Assumptions.assumeTrue(folder != null, "the description shared/spec/" + name + " is missing");
        try {
            return Files.readString(file(Objects.requireNonNull(folder), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path folder, String name) {
        return folder.resolve("shared").resolve("spec").resolve(name);
    }
}
