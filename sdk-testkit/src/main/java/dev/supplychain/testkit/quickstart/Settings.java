package dev.supplychain.testkit.quickstart;

import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import dev.supplychain.model.governor.PackageCoordinates;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What the caller and the build said, by system properties and the environment. */
record Settings(Properties properties, Map<String, String> environment) {
    Optional<String> get(String name) {
        return Optional.ofNullable(properties.getProperty(name)).filter(value -> !value.isBlank());
    }

    String require(String name, String why) {
        return get(name).orElseThrow(() -> new IllegalArgumentException("-D" + name + " is missing: " + why));
    }

    /** The user's file, or the jar that the build has just made. */
    Path artifact() {
        return fromHere(Path.of(get("artifact")
                .or(() -> get("quickstart.jar"))
                .orElseThrow(() -> new IllegalArgumentException("-Dartifact is missing: the file to describe"))));
    }

    /** How the build's own jar came about; nothing is known of a user's file. */
    BuildFacts buildFacts() {
        return get("artifact").isPresent()
                ? BuildFacts.none()
                : new BuildFacts(
                        get("quickstart.started").map(OffsetDateTime::parse).map(OffsetDateTime::toInstant),
                        get("quickstart.maven"),
                        get("quickstart.dependencies").map(Path::of));
    }

    Optional<PackageCoordinates> coordinates() {
        return get("artifact").isPresent()
                ? Optional.empty()
                : get("quickstart.version")
                        .map(version -> PackageCoordinates.maven("dev.supplychain", "sdk-model", version));
    }

    Path outputFolder() {
        return fromHere(Path.of(get("quickstart.output").orElse("target/quickstart")));
    }

    /** As a reader would name it who stands where the program was started. */
    private static Path fromHere(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }

    /** The server of that service that the caller named; absent when the fake is to be used. */
    Optional<String> url(String service) {
        return get(service + ".url");
    }

    /**
     * How to reach a service: with {@code SERVICE_TOKEN}, or {@code SERVICE_USER} and {@code SERVICE_PASSWORD}, of the
     * environment where it is a real one.
     */
    ClientOptions options(String service, String url, Account account) {
        return ClientOptions.builder()
                .baseUrl(url)
                .credentials(url(service).isPresent() ? credentials(service) : Credentials.none())
                .applicationId("sdk-quickstart")
                .listener(account)
                .build();
    }

    private Credentials credentials(String service) {
        String prefix = service.toUpperCase(Locale.ROOT);
        Optional<String> token = Optional.ofNullable(environment.get(prefix + "_TOKEN"));
        Optional<String> user = Optional.ofNullable(environment.get(prefix + "_USER"));
        Optional<String> password = Optional.ofNullable(environment.get(prefix + "_PASSWORD"));
        return token.map(Credentials::bearer)
                .or(() -> user.map(name -> Credentials.basic(name, password.orElse(""))))
                .orElseGet(Credentials::none);
    }
}
