package dev.supplychain.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values from the in-toto DigestSet specification. */
class DigestSetTest {
    @Test
    void names_a_file_as_git_does() {
        assertThat(Digest.gitBlob("Hello".getBytes(UTF_8)))
                .hasToString("gitBlob:5ab2f8a4323abafb10abb68657d9d39f1a775057");
    }

    @Test
    void hashes_the_files_of_a_go_module_as_go_does() {
        String module = "github.com/marklodato/go-hello-world@v0.0.1/";
        Map<String, Digest> files = Map.of(
                module + "main.go", sha256("ddc4da627d9a9f45fb29641a1b185d6f53287ecfd921aacbf4fe54b7a86fe8d1"),
                module + "go.mod", sha256("28e7c942a036902d981759d0bf5704d2bfc7cb500caf68b84711b234af01c6a5"),
                module + "README.md", sha256("3a137eef6458bfb76bb2c63fc29ffc7166604d2d2e09ed9d8250a534122a8364"));

        assertThat(Digest.dirHash(files))
                .hasToString("dirHash:2a1bb6127fb481c60f67692e22285fb306f3c6ffe62075e0ccf674d7c3adcb8f");
    }

    @Test
    void hashes_a_directory_by_the_paths_and_contents_of_its_files(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("b/empty"));
        Files.writeString(folder.resolve("b/c"), "1");
        Files.writeString(folder.resolve("b.d"), "2");

        assertThat(Digest.dirHash(folder))
                .isEqualTo(Digest.dirHash(
                        Map.of("b/c", Digest.sha256("1".getBytes(UTF_8)), "b.d", Digest.sha256("2".getBytes(UTF_8)))))
                .isNotEqualTo(Digest.dirHash(folder.resolve("b")));
    }

    @Test
    void refuses_a_path_that_could_be_two() {
        assertThatThrownBy(() -> Digest.dirHash(Map.of("a\nb", Digest.sha256(new byte[0]))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Digest.dirHash(Map.of("a", Digest.gitBlob(new byte[0]))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gitCommit:ABCD", "blake2b:xyz", "shake128:h1=", "gitTree:-"})
    void refuses_values_of_standard_algorithms_that_are_not_lower_case_hex(String text) {
        assertThatThrownBy(() -> Digest.parse(text))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("is not lower-case hexadecimal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"blake2b:ab", "dirHash1:2A", "arn:aws:x", "gitTag:da39a3ee5e6b4b0d3255bfef95601890afd80709"})
    void takes_every_other_value(String text) {
        assertThat(Digest.parse(text)).hasToString(text);
    }

    private static Digest sha256(String hex) {
        return new Digest(Digest.SHA256, hex);
    }
}
