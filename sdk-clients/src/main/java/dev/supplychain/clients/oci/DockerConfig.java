package dev.supplychain.clients.oci;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The logins that {@code docker login} has left: in the file, or with a credential helper that the file names.
 *
 * <pre>{@code
 * OciRegistryClient registry = OciRegistryClient.builder(ClientOptions.of("https://ghcr.io"))
 *         .credentials(DockerConfig.load())
 *         .build();
 * }</pre>
 *
 * <p>A registry's own helper ({@code credHelpers}) comes first, then {@code credsStore}, then {@code auths}. A helper is the
 * program {@code docker-credential-<name>} on the {@code PATH}; it is run without a shell, has ten seconds, and is asked
 * each time a token is needed. The file is read once.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/login/">docker login</a>
 */
public final class DockerConfig implements RegistryCredentials {
    private static final String DOCKER_HUB = "docker.io";
    /** Docker Hub's name in files and helpers, for historical reasons. */
    private static final String DOCKER_INDEX = "https://index.docker.io/v1/";

    private static final long MAX_BYTES = 1 << 20;

    private final String file;
    private final Json config;
    private final CredentialHelper helper;

    private DockerConfig(String file, Json config, CredentialHelper helper) {
        this.file = file;
        this.config = config;
        this.helper = helper;
    }

    /**
     * The file {@code config.json} in the directory that the environment variable {@code DOCKER_CONFIG} names, or in
     * {@code .docker} of the home directory; without such a file there are no logins.
     *
     * @throws IOException when it is there and cannot be read
     * @throws MalformedDataException when it is no JSON object; it is not quoted
     */
    public static DockerConfig load() throws IOException {
        return load(System.getenv(), Path.of(System.getProperty("user.home", "")));
    }

    /**
     * The logins in that file.
     *
     * @throws IOException when it cannot be read, or has more than a megabyte
     * @throws MalformedDataException when it is no JSON object; it is not quoted
     */
    public static DockerConfig load(Path file) throws IOException {
        return load(file, CredentialHelper.onPath(System.getenv()));
    }

    static DockerConfig load(Map<String, String> environment, Path home) throws IOException {
        String directory = environment.getOrDefault("DOCKER_CONFIG", "");
        Path file = (directory.isEmpty() ? home.resolve(".docker") : Path.of(directory)).resolve("config.json");
        CredentialHelper helper = CredentialHelper.onPath(environment);
        try {
            return load(file, helper);
        } catch (NoSuchFileException e) {
            return new DockerConfig(file.toString(), Json.object(Map.of()), helper);
        }
    }

    private static DockerConfig load(Path file, CredentialHelper helper) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file + " has more than " + MAX_BYTES + " bytes");
        }
        return new DockerConfig(file.toString(), parse(file.toString(), Files.readAllBytes(file)), helper);
    }

    private static Json parse(String file, byte[] bytes) {
        Json json;
        try {
            json = Json.parse(bytes);
        } catch (MalformedDataException e) {
            // Its message could quote a secret.
            throw new MalformedDataException(file, e.place(), "is not strict JSON");
        }
        if (json.kind() != Json.Kind.OBJECT) {
            throw new MalformedDataException(file, "", "is not a JSON object");
        }
        return json;
    }

    /**
     * The login for a registry; absent when neither file nor helper has one.
     *
     * @throws IOException when the helper is not on the {@code PATH}, has a name that is none, fails or takes too long
     * @throws MalformedDataException when the file's entry or the helper's answer cannot be read; neither is quoted
     */
    @Override
    public Optional<Login> login(String registry) throws IOException {
        String server = registry.equals(DOCKER_HUB) ? DOCKER_INDEX : registry;
        Optional<String> program = ownHelper(registry).or(() -> text(config, "credsStore"));
        if (program.isPresent()) {
            Optional<Login> found = helper.get(program.get(), server);
            if (found.isPresent()) {
                return found;
            }
        }
        return entry(registry).flatMap(this::login);
    }

    private Optional<String> ownHelper(String registry) {
        Json helpers = config.get("credHelpers")
                .filter(json -> json.kind() == Json.Kind.OBJECT)
                .orElse(Json.object(Map.of()));
        return text(helpers, registry)
                .or(() -> registry.equals(DOCKER_HUB) ? text(helpers, DOCKER_INDEX) : Optional.empty());
    }

    /** The entry of that very name, or else the first whose host is the same. */
    private Optional<Json> entry(String registry) {
        Map<String, Json> auths = config.get("auths")
                .filter(json -> json.kind() == Json.Kind.OBJECT)
                .map(Json::members)
                .orElse(Map.of());
        return Optional.ofNullable(auths.get(registry))
                .or(() -> auths.entrySet().stream()
                        .filter(entry -> registryOf(entry.getKey()).equals(registry))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .filter(json -> json.kind() == Json.Kind.OBJECT);
    }

    /** Older files have URLs, whose paths mean nothing. */
    private static String registryOf(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        name = name.startsWith("https://") ? name.substring(8) : name.startsWith("http://") ? name.substring(7) : name;
        int slash = name.indexOf('/');
        String host = slash < 0 ? name : name.substring(0, slash);
        return host.equals("index.docker.io") || host.equals("registry-1.docker.io") ? DOCKER_HUB : host;
    }

    private Optional<Login> login(Json entry) {
        return text(entry, "identitytoken")
                .<Login>map(IdentityToken::new)
                .or(() -> text(entry, "auth").map(this::decode))
                .or(() -> text(entry, "username")
                        .map(user -> password(user, text(entry, "password").orElse(""))));
    }

    private Password decode(String auth) {
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedDataException(Excerpt.of(file), "/auths", "has an auth that is not base64");
        }
        int colon = pair.indexOf(':');
        if (colon < 1) {
            throw new MalformedDataException(Excerpt.of(file), "/auths", "has an auth without user and colon");
        }
        // Docker takes off the padding that older versions of it wrote.
        return new Password(pair.substring(0, colon), pair.substring(colon + 1).replaceAll("\0+$", ""));
    }

    private Password password(String user, String password) {
        if (user.indexOf(':') >= 0) {
            throw new MalformedDataException(Excerpt.of(file), "/auths", "has a username with a colon");
        }
        return new Password(user, password);
    }

    private static Optional<String> text(Json object, String name) {
        return object.get(name)
                .filter(json -> json.kind() == Json.Kind.STRING)
                .map(Json::string)
                .filter(text -> !text.isEmpty());
    }

    /** The file, without what is in it. */
    @Override
    public String toString() {
        return "DockerConfig[" + file + "]";
    }
}
