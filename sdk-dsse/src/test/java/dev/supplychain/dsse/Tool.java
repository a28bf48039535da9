package dev.supplychain.dsse;

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
import org.junit.jupiter.api.Assumptions;

/** An independent program that has to agree with us, such as openssl. */
public final class Tool {
    private static final long MINUTES = 2;

    private final Path program;
    private final Path folder;
    private final Map<String, String> environment;

    private Tool(Path program, Path folder, Map<String, String> environment) {
        this.program = program;
        this.folder = folder;
        this.environment = environment;
    }

    /** That program from the path, or from {@code target/oracles} of the checkout; the test is skipped when there is none. */
    public static Tool require(String name, Path folder) {
        Optional<Path> program = find(name);
        Assumptions.assumeTrue(program.isPresent(), "tool " + name + " is missing");
        return new Tool(program.orElseThrow(), folder, Map.of());
    }

    private static Optional<Path> find(String name) {
        List<Path> folders = new ArrayList<>();
        for (String entry :
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1)) {
            folders.add(Path.of(entry));
        }
        folders.add(Path.of("..", "target", "oracles", "usr", "bin").toAbsolutePath());
        return folders.stream()
                .map(entry -> entry.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The same program with these variables in its environment. */
    public Tool with(Map<String, String> variables) {
        return new Tool(program, folder, variables);
    }

    /** What became of a run. */
    public record Result(int exitCode, String out, String err) {
        public Result succeeded() {
            assertThat(exitCode).as(out + err).isZero();
            return this;
        }
    }

    /** Runs it in the folder, with nothing to read. */
    public Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(program + " does not end");
        }
        // Some tools write raw bytes: one character a byte.
        return new Result(
                process.exitValue(),
                Files.readString(out, StandardCharsets.ISO_8859_1),
                Files.readString(err, StandardCharsets.ISO_8859_1));
    }
}
