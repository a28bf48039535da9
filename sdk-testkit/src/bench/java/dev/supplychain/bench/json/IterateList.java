package dev.supplychain.bench.json;

import dev.supplychain.model.JsonElements;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.grafeas.v1.Occurrence;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Goal 7: run with {@code -Xmx16m}, iterates a list and lines that are far larger than that. */
public final class IterateList {
    private IterateList() {}

    /** Argument: how many occurrences, 100,000 unless given. */
    public static void main(String[] args) throws IOException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        Path file = Files.createTempFile("occurrences", ".json");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                GeneratedJson.writeOccurrences(count, out);
            }
            iterate("list", file, ModelJson.elements(Files.newInputStream(file), "occurrences", Occurrence.class));
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                GeneratedJson.writeLines(count, out);
            }
            iterate("NDJSON", file, ModelJson.lines(Files.newInputStream(file), Occurrence.class));
        } finally {
            Files.delete(file);
        }
    }

    private static void iterate(String what, Path file, JsonElements<Occurrence> occurrences) throws IOException {
        int vulnerabilities = 0;
        try (occurrences) {
            while (occurrences.hasNext()) {
                if (occurrences.next().vulnerability().isPresent()) {
                    vulnerabilities++;
                }
            }
        }
        System.out.printf(
                "%s of %d MB, %d occurrences, %d of them vulnerabilities, in a heap of at most %d MB%n",
                what,
                Files.size(file) / 1_000_000,
                occurrences.index(),
                vulnerabilities,
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
