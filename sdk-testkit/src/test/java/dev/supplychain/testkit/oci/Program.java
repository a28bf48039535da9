package dev.supplychain.testkit.oci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** An independent program that has to get along with us, such as docker-registry. */
final class Program {
    private static final long MINUTES = 2;

    private final Path file;
    private final Path folder;
    private final Map<String, String> environment;

    private Program(Path file, Path folder, Map<String, String> environment) {
        this.file = file;
        this.folder = folder;
        this.environment = environment;
    }

    /** That program from the path, or from {@code target/oracles} of the checkout; the test is skipped when there is none. */
    static Program require(String name, Path folder) {
        Optional<Path> program = Stream.concat(
                        Stream.of(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator, -1)),
                        Stream.of("../target/oracles/usr/bin"))
                .map(entry -> Path.of(entry).toAbsolutePath().resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(program.isPresent(), "tool " + name + " is missing");
        return new Program(program.orElseThrow(), folder, Map.of());
    }

    /** Java as it runs this test. */
    static Program java(Path folder) {
        return new Program(Path.of(System.getProperty("java.home"), "bin", "java"), folder, Map.of());
    }

    /** The same program with these variables in its environment. */
    Program with(Map<String, String> variables) {
        return new Program(file, folder, variables);
    }

    /** What became of a run. */
    record Result(int exitCode, String output) {
        String succeeded() {
            assertThat(exitCode).as(output).isZero();
            return output;
        }
    }

    /** Runs it to its end. */
    Result run(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = builder(arguments).redirectOutput(output.toFile()).start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(file + " does not end");
        }
        return new Result(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
    }

    /** Starts it; whoever does reads its output and ends it. */
    Process start(String... arguments) throws IOException {
        return builder(arguments).start();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder;
    }
}
