package dev.supplychain.testkit.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.Digest;
import dev.supplychain.model.intoto.ResourceDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolvedDependenciesTest {
    @TempDir
    private Path folder = Path.of("");

    private Path jar = Path.of("");

    @BeforeEach
    void make_a_jar() throws Exception {
        jar = Files.writeString(folder.resolve("core-2.22.4.jar"), "a jar");
    }

    @Test
    void reads_a_line_of_maven_with_its_module_name() throws Exception {
        assertThat(read("   org.example:core:jar:2.22.4:compile:" + jar + " -- module org.example.core"))
                .containsExactly(core());
    }

    /** As on a terminal. */
    @Test
    void reads_a_line_in_colour() throws Exception {
        assertThat(read("   org.example:core:jar:2.22.4:compile:" + jar
                        + "\u001B[36m -- module org.example.core\u001B[0;1;33m (auto)\u001B[m"))
                .containsExactly(core());
        assertThat(read("   org.example:core:jar:2.22.4:compile:" + jar + "\u001B[36m\u001B[m"))
                .containsExactly(core());
    }

    @Test
    void leaves_out_headings_and_tests() throws Exception {
        assertThat(read("\nThe following files have been resolved:\n   org.example:core:jar:1:test:" + jar))
                .isEmpty();
    }

    private List<ResourceDescriptor> read(String text) throws Exception {
        return ResolvedDependencies.read(Files.writeString(folder.resolve("list.txt"), text));
    }

    private ResourceDescriptor core() throws Exception {
        return ResourceDescriptor.builder()
                .name("core-2.22.4.jar")
                .uri("pkg:maven/org.example/core@2.22.4")
                .addDigest(Digest.sha256(jar))
                .build();
    }
}
