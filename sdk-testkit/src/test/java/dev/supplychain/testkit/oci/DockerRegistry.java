package dev.supplychain.testkit.oci;

import dev.supplychain.model.oci.ImageReference;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program docker-registry with an empty store, on a free port of the loopback interface. */
final class DockerRegistry implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("listening on 127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final String host;

    private DockerRegistry(Process process, String host) {
        this.process = process;
        this.host = host;
    }

    /** Starts it with all its files in that folder; the test is skipped when it is not installed. */
    static DockerRegistry start(Path folder) throws IOException {
        Path config = Files.writeString(folder.resolve("registry.yml"), """
                version: 0.1
                log:
                  accesslog:
                    disabled: true
                storage:
                  filesystem:
                    rootdirectory: %s
                  delete:
                    enabled: true
                http:
                  addr: 127.0.0.1:0
                """.replace(
                        "%s", folder.resolve("registry").toString()));
        Process process = Program.require("docker-registry", folder).start("serve", config.toString());
        BufferedReader log =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.append(line).append('\n');
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                forget(log);
                return new DockerRegistry(process, "127.0.0.1:" + listening.group(1));
            }
        }
        process.destroyForcibly();
        throw new IOException("docker-registry does not start: " + said);
    }

    /** It would stop when nobody read what it says. */
    private static void forget(BufferedReader log) {
        Thread reader = new Thread(
                () -> log.lines().forEach(line -> {
                    // Nobody wants to know.
                }),
                "docker-registry log");
        reader.setDaemon(true);
        reader.start();
    }

    String url() {
        return "http://" + host;
    }

    ImageReference repository(String name) {
        return ImageReference.parse(host + "/" + name);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
