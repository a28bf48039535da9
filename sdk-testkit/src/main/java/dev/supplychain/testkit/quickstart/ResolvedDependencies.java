package dev.supplychain.testkit.quickstart;

import dev.supplychain.model.Digest;
import dev.supplychain.model.intoto.ResourceDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dependencies that a Maven build resolved, from the list that {@code dependency:list} writes. */
final class ResolvedDependencies {
    /** {@code group:artifact:type[:classifier]:version:scope:file}, with a module name behind it in newer versions. */
    private static final Pattern LINE = Pattern.compile(
            "\\s+([^:\\s]+):([^:\\s]+):([^:\\s]+)(?::([^:\\s]+))?:([^:\\s]+):(compile|runtime):(.+?)(?: -- module .*)?");

    /** The plugin colours its lines, also in a file, when Maven colours its own. */
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

    private ResolvedDependencies() {}

    /** Each dependency as a purl, with the SHA-256 of the file it was resolved to. */
    static List<ResourceDescriptor> read(Path list) throws IOException {
        List<ResourceDescriptor> dependencies = new ArrayList<>();
        for (String line : Files.readAllLines(list)) {
            Matcher dependency = LINE.matcher(COLOUR.matcher(line).replaceAll(""));
            if (dependency.matches()) {
                Path file = Path.of(dependency.group(7));
                dependencies.add(ResourceDescriptor.builder()
                        .name(file.getFileName().toString())
                        .uri("pkg:maven/" + dependency.group(1) + "/" + dependency.group(2) + "@" + dependency.group(5))
                        .addDigest(Digest.sha256(file))
                        .build());
            }
        }
        return dependencies;
    }
}
