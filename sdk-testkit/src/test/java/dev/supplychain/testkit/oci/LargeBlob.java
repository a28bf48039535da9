package dev.supplychain.testkit.oci;

import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.oci.OciRegistryClient;
import dev.supplychain.model.oci.Descriptor;
import dev.supplychain.model.oci.ImageReference;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** A program with little memory that pushes a large file to a registry and fetches it back. */
final class LargeBlob {
    private static final int MEGABYTE = 1 << 20;

    private LargeBlob() {}

    /** Takes the registry's URL, the repository, a folder and how many megabytes. */
    public static void main(String[] arguments) throws IOException {
        ImageReference repository = ImageReference.parse(arguments[1]);
        Path folder = Path.of(arguments[2]);
        Path file = write(folder.resolve("large"), Integer.parseInt(arguments[3]));
        try (OciRegistryClient registry = OciRegistryClient.create(ClientOptions.of(arguments[0]))) {
            Descriptor blob = registry.pushBlob(repository, "application/octet-stream", file);
            registry.fetchBlob(repository, blob, folder.resolve("back"));
        }
        System.out.println("mismatch at " + Files.mismatch(file, folder.resolve("back")) + " of " + Files.size(file)
                + " with at most " + Runtime.getRuntime().maxMemory() / MEGABYTE + " MiB");
    }

    private static Path write(Path file, int megabytes) throws IOException {
        SplittableRandom random = new SplittableRandom(42);
        byte[] block = new byte[MEGABYTE];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < megabytes; i++) {
                random.nextBytes(block);
                out.write(block);
            }
        }
        return file;
    }
}
