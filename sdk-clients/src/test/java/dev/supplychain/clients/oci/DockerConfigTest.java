package dev.supplychain.clients.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.supplychain.clients.oci.RegistryCredentials.IdentityToken;
import dev.supplychain.clients.oci.RegistryCredentials.Password;
import dev.supplychain.model.MalformedDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerConfigTest {
    private static final String SECRET = "s3cr3t-p4ssword";

    @TempDir
    Path folder;

    private DockerConfig config(String json) throws IOException {
        Files.writeString(folder.resolve("config.json"), json);
        return DockerConfig.load(Map.of("DOCKER_CONFIG", folder.toString(), "PATH", folder.toString()), folder);
    }

    /** A program of the shell that stands in for a credential helper. */
    private void helper(String name, String script) throws IOException {
        Path shell = Path.of("/bin/sh");
        assumeThat(shell).as("a shell for the helper").isExecutable();
        Path program = folder.resolve("docker-credential-" + name);
        Files.writeString(program, "#!" + shell + "\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void without_a_file_there_are_no_logins() throws Exception {
        assertThat(DockerConfig.load(Map.of(), folder).login("ghcr.io")).isEmpty();
    }

    @Test
    void is_looked_for_in_the_home_directory() throws Exception {
        Files.createDirectory(folder.resolve(".docker"));
        Files.writeString(folder.resolve(".docker/config.json"), "{\"auths\":{\"ghcr.io\":{\"auth\":\"dTpw\"}}}");

        assertThat(DockerConfig.load(Map.of(), folder).login("ghcr.io")).contains(new Password("u", "p"));
    }

    @Test
    void finds_logins_by_host_whatever_form_the_key_has() throws Exception {
        DockerConfig config = config("{\"auths\":{"
                + "\"https://index.docker.io/v1/\":{\"auth\":\"aHViOnB3OjE=\"},"
                + "\"https://REGISTRY.example.com/v2/\":{\"auth\":\"dTpw\"},"
                + "\"localhost:5000\":{\"username\":\"n\",\"password\":\"w\"},"
                + "\"token.example.com\":{\"auth\":\"dTpw\",\"identitytoken\":\"id\"},"
                + "\"padded.example.com\":{\"auth\":\"dTpwAAA=\"},"
                + "\"empty.example.com\":{}}}");

        assertThat(config.login("docker.io")).contains(new Password("hub", "pw:1"));
        assertThat(config.login("registry.example.com")).contains(new Password("u", "p"));
        assertThat(config.login("localhost:5000")).contains(new Password("n", "w"));
        assertThat(config.login("token.example.com")).contains(new IdentityToken("id"));
        assertThat(config.login("padded.example.com")).contains(new Password("u", "p"));
        assertThat(config.login("empty.example.com")).isEmpty();
        assertThat(config.login("localhost")).isEmpty();
        assertThat(config.login("registry.example.com.evil.example")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "dQ==", "OnA="})
    void refuses_an_entry_that_is_none_without_quoting_it(String auth) throws Exception {
        DockerConfig config = config("{\"auths\":{\"ghcr.io\":{\"auth\":\"" + auth + "\"}}}");

        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> config.login("ghcr.io"))
                .withMessageNotContaining(auth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"auths\":" + SECRET + "}", "{\"a\":\"" + SECRET + "\",\"a\":1}"})
    void refuses_a_file_that_is_no_object_without_quoting_it(String json) {
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> config(json))
                .withMessageNotContaining(SECRET);
    }

    @Test
    void asks_the_helper_of_the_registry_then_the_store_then_the_file() throws Exception {
        helper(
                "own",
                "read server; printf '{\"ServerURL\":\"%s\",\"Username\":\"own\",\"Secret\":\"%s\"}' \"$1\" \"$server\"");
        helper("store", "echo '{\"Username\":\"<token>\",\"Secret\":\"from the store\"}'");
        DockerConfig config =
                config("{\"credsStore\":\"store\",\"credHelpers\":{\"gcr.io\":\"own\",\"docker.io\":\"own\"},"
                        + "\"auths\":{\"gcr.io\":{\"auth\":\"dTpw\"},\"ghcr.io\":{\"auth\":\"dTpw\"}}}");

        assertThat(config.login("gcr.io")).contains(new Password("own", "gcr.io"));
        assertThat(config.login("docker.io")).contains(new Password("own", "https://index.docker.io/v1/"));
        assertThat(config.login("ghcr.io")).contains(new IdentityToken("from the store"));
    }

    @Test
    void a_helper_that_has_nothing_leaves_it_to_the_file() throws Exception {
        helper("store", "echo 'credentials not found in native keychain'; exit 1");
        DockerConfig config = config("{\"credsStore\":\"store\",\"auths\":{\"ghcr.io\":{\"auth\":\"dTpw\"}}}");

        assertThat(config.login("ghcr.io")).contains(new Password("u", "p"));
        assertThat(config.login("gcr.io")).isEmpty();
    }

    @Test
    void says_that_a_helper_failed_and_not_what_it_said() throws Exception {
        helper("store", "echo " + SECRET + "; exit 3");
        DockerConfig config = config("{\"credsStore\":\"store\"}");

        assertThatIOException()
                .isThrownBy(() -> config.login("ghcr.io"))
                .withMessage("docker-credential-store failed with exit code 3");
    }

    @Test
    void refuses_an_answer_that_is_no_json_without_quoting_it() throws Exception {
        helper("store", "echo " + SECRET);
        DockerConfig config = config("{\"credsStore\":\"store\"}");

        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> config.login("ghcr.io"))
                .withMessageNotContaining(SECRET);
    }

    @Test
    void refuses_an_endless_answer() throws Exception {
        helper("store", "head -c 100000 /dev/zero");
        DockerConfig config = config("{\"credsStore\":\"store\"}");

        assertThatIOException().isThrownBy(() -> config.login("ghcr.io"));
    }

    @Test
    void ends_a_helper_that_does_not_end() throws Exception {
        helper("store", "sleep 60 & wait");
        CredentialHelper helper = new CredentialHelper(List.of(folder), Duration.ofMillis(200));

        assertThatIOException().isThrownBy(() -> helper.get("store", "ghcr.io")).withMessageContaining("took longer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../store", "a b", "a;b", "-x", "a/b", "$(x)", "é"})
    void runs_no_helper_with_an_odd_name(String name) throws Exception {
        DockerConfig config = config("{\"credsStore\":\"" + name + "\"}");

        assertThatIOException().isThrownBy(() -> config.login("ghcr.io")).withMessageContaining("a name that is none");
    }

    @Test
    void says_which_helper_is_missing_and_takes_none_from_the_working_directory() throws Exception {
        Path config = Files.writeString(folder.resolve("config.json"), "{\"credsStore\":\"store\"}");
        helper("store", "echo '{\"Username\":\"u\",\"Secret\":\"s\"}'");
        CredentialHelper relative =
                CredentialHelper.onPath(Map.of("PATH", ":." + ":" + Path.of("").relativize(Path.of("target"))));

        assertThatIOException()
                .isThrownBy(() -> relative.get("store", "ghcr.io"))
                .withMessage("the credential helper docker-credential-store is not on the PATH");
        assertThat(DockerConfig.load(config)).hasToString("DockerConfig[" + config + "]");
    }

    @Test
    void shows_no_secret() {
        assertThat(new Password("u", SECRET).toString() + new IdentityToken(SECRET))
                .doesNotContain(SECRET);
        assertThat(Optional.of(new Password("u", SECRET))).hasToString("Optional[Password[u, ***]]");
    }
}
