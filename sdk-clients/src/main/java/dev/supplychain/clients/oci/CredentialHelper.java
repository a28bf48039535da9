package dev.supplychain.clients.oci;

import dev.supplychain.clients.oci.RegistryCredentials.IdentityToken;
import dev.supplychain.clients.oci.RegistryCredentials.Login;
import dev.supplychain.clients.oci.RegistryCredentials.Password;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code docker-credential-<name> get}: the server's name goes in, a user and a secret come out as JSON.
 *
 * @see <a href="https://github.com/docker/docker-credential-helpers#development">docker-credential-helpers</a>
 */
final class CredentialHelper {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_BYTES = 64 << 10;
    /** The user that a helper gives with a token. */
    private static final String TOKEN_USER = "<token>";

    private static final String NOT_FOUND = "credentials not found";

    private final List<Path> folders;
    private final Duration timeout;

    CredentialHelper(List<Path> folders, Duration timeout) {
        this.folders = folders;
        this.timeout = timeout;
    }

    /** The helpers on the {@code PATH}; parts of it that depend on the working directory do not count. */
    static CredentialHelper onPath(Map<String, String> environment) {
        List<Path> folders = Arrays.stream(
                        environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .toList();
        return new CredentialHelper(folders, TIMEOUT);
    }

    /**
     * The login that a helper has for a server; absent when it says that it has none.
     *
     * @throws IOException when it cannot be run, fails or takes too long
     * @throws MalformedDataException when its answer is not what a helper says; it is not quoted
     */
    Optional<Login> get(String name, String server) throws IOException {
        Path program = find(name);
        Run run = run(program, server);
        String out = new String(run.output, StandardCharsets.UTF_8);
        if (run.exitCode != 0) {
            if (out.toLowerCase(Locale.ROOT).contains(NOT_FOUND)) {
                return Optional.empty();
            }
            throw new IOException(program.getFileName() + " failed with exit code " + run.exitCode);
        }
        return login(String.valueOf(program.getFileName()), run.output);
    }

    private Path find(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IOException("the credential helper that is configured has a name that is none");
        }
        String program = "docker-credential-" + name;
        for (Path folder : folders) {
            for (String suffix : List.of("", ".exe")) {
                Path candidate = folder.resolve(program + suffix);
                if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                    return candidate;
                }
            }
        }
        throw new IOException("the credential helper " + program + " is not on the PATH");
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Run(int exitCode, byte[] output) {}

    private Run run(Path program, String server) throws IOException {
        Process process = new ProcessBuilder(program.toString(), "get")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            long deadline = System.nanoTime() + timeout.toNanos();
            Output output = new Output(process.getInputStream());
            output.start();
            tell(process, server);
            boolean ended = process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS)
                    && output.endsBefore(deadline - System.nanoTime());
            if (!ended) {
                throw new IOException(program.getFileName() + " took longer than " + timeout.toSeconds() + " s");
            }
            return new Run(process.exitValue(), output.bytes(program));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted =
                    new InterruptedIOException("interrupted while " + program.getFileName() + " ran");
            interrupted.initCause(e);
            throw interrupted;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void tell(Process process, String server) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(server.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It does not want to know: its exit code and its answer tell more.
            System.getLogger(CredentialHelper.class.getName())
                    .log(System.Logger.Level.DEBUG, "a credential helper did not read its input", e);
        }
    }

    private static Optional<Login> login(String program, byte[] output) {
        Json json;
        try {
            json = Json.parse(output);
        } catch (MalformedDataException e) {
            // Its message could quote the secret.
            throw new MalformedDataException(program, e.place(), "answered something that is not JSON");
        }
        Optional<String> secret = text(json, "Secret");
        String user = text(json, "Username").orElse("");
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        if (user.equals(TOKEN_USER)) {
            return Optional.of(new IdentityToken(secret.get()));
        }
        if (user.indexOf(':') >= 0) {
            throw new MalformedDataException(program, "/Username", "has a colon");
        }
        return Optional.of(new Password(user, secret.get()));
    }

    private static Optional<String> text(Json json, String name) {
        return Optional.of(json)
                .filter(value -> value.kind() == Json.Kind.OBJECT)
                .flatMap(value -> value.get(name))
                .filter(value -> value.kind() == Json.Kind.STRING)
                .map(Json::string)
                .filter(text -> !text.isEmpty());
    }

    /** Reads what a program says: it could say more than fits into a pipe, and something else could hold the pipe open. */
    private static final class Output extends Thread {
        private final InputStream in;
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private volatile @Nullable IOException failure;

        Output(InputStream in) {
            super("supply-chain-sdk-credential-helper");
            this.in = in;
            setDaemon(true);
        }

        @Override
        public void run() {
            try (in) {
                read.writeBytes(in.readNBytes(MAX_BYTES + 1));
            } catch (IOException e) {
                failure = e;
            }
        }

        boolean endsBefore(long nanos) throws InterruptedException {
            join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
            return !isAlive();
        }

        byte[] bytes(Path program) throws IOException {
            IOException broken = failure;
            if (broken != null) {
                throw new IOException("the answer of " + program.getFileName() + " cannot be read", broken);
            }
            if (read.size() > MAX_BYTES) {
                throw new IOException(program.getFileName() + " answered more than " + MAX_BYTES + " bytes");
            }
            return read.toByteArray();
        }
    }
}
