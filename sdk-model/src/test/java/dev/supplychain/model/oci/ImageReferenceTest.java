package dev.supplychain.model.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
    private static final String SHA256 = "sha256:" + "0123456789abcdef".repeat(4);
    private static final String SHA512 = "sha512:" + "0123456789abcdef".repeat(8);

    @ParameterizedTest
    @CsvSource({
        "ubuntu, docker.io/library/ubuntu",
        "ubuntu:24.04, docker.io/library/ubuntu:24.04",
        "docker.io/ubuntu, docker.io/library/ubuntu",
        "index.docker.io/ubuntu:a, docker.io/library/ubuntu:a",
        "index.docker.io/team/app, docker.io/team/app",
        "docker.io/library/ubuntu, docker.io/library/ubuntu",
        "team/app, docker.io/team/app",
        "a/b/c/d, docker.io/a/b/c/d",
        "foo/example.com:8080, docker.io/foo/example.com:8080",
        "example.com:8080, docker.io/library/example.com:8080",
        "localhost, docker.io/library/localhost",
        "localhost:5000, docker.io/library/localhost:5000",
    })
    void fills_in_what_users_leave_out_for_docker_hub(String text, String whole) {
        assertThat(ImageReference.parse(text)).hasToString(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost/app",
                "localhost:5000/app:x",
                "registry:5000/app",
                "example.com/app",
                "Registry/app",
                "EXAMPLE.com:443/team/app:Tag_1.0-rc",
                "192.168.1.7:5000/app",
                "[2001:db8::1]/app",
                "[2001:DB8::1]:5000/app:1",
                "xn--n3h.com/app",
                "a-b.c--d.com/app",
                "example.com/a__b/c.d_e/f-g---h/0",
                "example.com/app:_underscore.first",
                "example.com:0/app",
            })
    void reads_names_with_a_registry_as_they_are(String text) {
        assertThat(ImageReference.parse(text)).hasToString(text);
        assertThat(ImageReference.parse(text + "@" + SHA256)).hasToString(text + "@" + SHA256);
    }

    @Test
    void reads_every_part() {
        ImageReference reference = ImageReference.parse("registry.example.com:5000/team/app:1.0@" + SHA512);

        assertThat(reference.domain()).isEqualTo("registry.example.com:5000");
        assertThat(reference.path()).isEqualTo("team/app");
        assertThat(reference.tag()).hasValue("1.0");
        assertThat(reference.digest()).hasValue(Digest.parse(SHA512));
        assertThat(reference.repository()).isEqualTo("registry.example.com:5000/team/app");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0, is empty",
        "' ubuntu', 0, has the character \" \" in its path",
        "'ubuntu ', 6, has the character \" \" in its path",
        "Ubuntu, 0, has the upper-case letter \"U\"",
        "example.com/Team/app, 12, has the upper-case letter \"T\"",
        "/app, 0, has an empty part in its path",
        "example.com/, 12, has an empty part in its path",
        "example.com//app, 12, has an empty part in its path",
        "team/, 5, has an empty part in its path",
        "team/app/, 9, has an empty part in its path",
        ":tag, 0, has an empty part in its path",
        "app:, 4, has an empty tag",
        "app:.tag, 4, has the character \".\" in its tag",
        "app:-tag, 4, has the character \"-\" in its tag",
        "app:a:b, 5, has the character \":\" in its tag",
        "app:a+b, 5, has the character \"+\" in its tag",
        "app:tag/more, 4, has the character \"t\" in its port",
        "-team/app, 0, begins with \"-\"",
        "team-/app, 4, ends with \"-\"",
        "team/_app, 5, begins with \"_\"",
        "team/app., 8, ends with \".\"",
        "team/a..b, 7, has the separator \".\" after another one",
        "team/a___b, 8, has the separator \"_\" after another one",
        "team/a._b, 7, has the separator \"_\" after another one",
        "team/a.-b, 7, has the separator \"-\" after another one",
        "team/a$b, 6, has the character \"$\" in its path",
        "team/ä, 5, has the character \"ä\" in its path",
        "a_b.com/app, 1, has the character \"_\" in its domain",
        "-a.com/app, 0, has the character \"-\" in its domain",
        "a-.com/app, 1, ends with a dash",
        "a..com/app, 2, has an empty part in its domain",
        ".com/app, 0, has an empty part in its domain",
        "a.com./app, 6, has an empty part in its domain",
        "a.com:/app, 6, has no port after the colon",
        "a.com:x/app, 6, has the character \"x\" in its port",
        "a.com:80:80/app, 8, has the character \":\" in its port",
        ":80/app, 0, has an empty part in its domain",
        "[::1/app, 4, has no IPv6 address",
        "[:]x/app, 3, has the character \"x\" in its domain",
        "[]:5000/app, 1, has no IPv6 address",
        "[fe80::1%eth0]:1/app, 8, has no IPv6 address",
        "http://example.com/app, 5, has no port after the colon",
        "app@, 4, has no sha256",
        "app@sha256, 4, has no sha256",
        "app@tarsum:0123456789abcdef0123456789abcdef, 4, has no sha256",
        "app@sha256:abc, 11, has a malformed digest",
        "@sha256:abc, 0, has an empty part in its path",
    })
    void refuses_and_names_the_place(String text, int character, String problem) {
        assertThatThrownBy(() -> ImageReference.parse(text))
                .isInstanceOfSatisfying(
                        MalformedDataException.class, e -> assertThat(e.place()).isEqualTo("character " + character))
                .hasMessageContaining("image reference")
                .hasMessageContaining('"' + text + '"')
                .hasMessageContaining(problem);
    }

    @Test
    void refuses_upper_case_hexadecimal() {
        assertThatThrownBy(() -> ImageReference.parse("app@sha256:" + "AB".repeat(32)))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("has a malformed digest");
    }

    @Test
    void refuses_two_digests() {
        assertThatThrownBy(() -> ImageReference.parse("app@" + SHA256 + "@" + SHA256))
                .isInstanceOf(MalformedDataException.class);
    }

    @Test
    void refuses_the_bare_id_of_an_image() {
        String id = "0123456789abcdef".repeat(4);

        assertThatThrownBy(() -> ImageReference.parse(id)).hasMessageContaining("the id of an image");
        assertThat(ImageReference.parse(id + ":tag").path()).isEqualTo("library/" + id);
        assertThat(ImageReference.parse(id.substring(1)).path()).isEqualTo("library/" + id.substring(1));
    }

    @Test
    void counts_255_characters_of_path_and_128_of_tag() {
        assertThat(ImageReference.parse("example.com/" + "a".repeat(255)).path())
                .hasSize(255);
        assertThatThrownBy(() -> ImageReference.parse("example.com/" + "a".repeat(256)))
                .hasMessageContaining("a path of more than 255 characters");
        assertThat(ImageReference.parse("a".repeat(247)).path()).hasSize(255);
        assertThatThrownBy(() -> ImageReference.parse("a".repeat(248)))
                .hasMessageContaining("a path of more than 255 characters");
        assertThat(ImageReference.parse("app:" + "a".repeat(128)).tag()).hasValue("a".repeat(128));
        assertThatThrownBy(() -> ImageReference.parse("app:" + "a".repeat(129)))
                .hasMessageContaining("a tag of more than 128 characters");
    }

    @Test
    void reads_a_megabyte_without_recursion() {
        assertThatThrownBy(() -> ImageReference.parse("example.com/" + "a/".repeat(1 << 19) + "a"))
                .isInstanceOf(MalformedDataException.class);
    }

    @Test
    void changes_tag_and_digest_and_keeps_the_other() {
        ImageReference tagged = ImageReference.parse("app:1");
        ImageReference both = tagged.withDigest(Digest.parse(SHA256));

        assertThat(both).hasToString("docker.io/library/app:1@" + SHA256);
        assertThat(both.withTag("2")).hasToString("docker.io/library/app:2@" + SHA256);
        assertThatThrownBy(() -> tagged.withTag("a b"))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("image tag at character 1");
        assertThatThrownBy(() -> tagged.withDigest(Digest.parse("gitCommit:abc")))
                .isInstanceOf(MalformedDataException.class);
    }

    @Test
    void parts_that_would_be_read_otherwise_are_refused() {
        assertThatThrownBy(() -> new ImageReference("team", "app", Optional.empty(), Optional.empty()))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("would be read as a path");
        assertThat(new ImageReference("index.docker.io", "app", Optional.empty(), Optional.empty()))
                .isEqualTo(ImageReference.parse("app"));
    }

    @Test
    void docker_takes_the_names_of_a_pipeline() {
        assertThat(ImageReference.docker("lavakush07/easy-buggy-app:v5"))
                .hasToString("docker.io/lavakush07/easy-buggy-app:v5");
        assertThat(ImageReference.docker("my-docker-org/repo-name@" + SHA256).digest())
                .hasValue(Digest.parse(SHA256));
    }

    @Test
    void ecr_is_a_host_of_account_and_region() {
        assertThat(ImageReference.ecr("123456789012", "us-east-1", "my-docker-repo/my-artifact:tag"))
                .hasToString("123456789012.dkr.ecr.us-east-1.amazonaws.com/my-docker-repo/my-artifact:tag");
        assertThat(ImageReference.ecr("123456789012", "cn-north-1", "app").domain())
                .isEqualTo("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn");
        assertThat(ImageReference.ecr("123456789012", "us-gov-west-1", "app").domain())
                .isEqualTo("123456789012.dkr.ecr.us-gov-west-1.amazonaws.com");
        assertThat(ImageReference.ecr(
                        "123456789012", "eu-west-1", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1"))
                .hasToString("123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1");
    }

    @Test
    void acr_takes_the_image_with_and_without_its_login_server() {
        assertThat(ImageReference.acr("automate.azurecr.io", "automate.azurecr.io/my-repo:tag"))
                .isEqualTo(ImageReference.acr("automate.azurecr.io", "my-repo:tag"))
                .hasToString("automate.azurecr.io/my-repo:tag");
    }

    @Test
    void gar_has_the_project_before_the_repository() {
        assertThat(ImageReference.gar("us-east1-docker.pkg.dev", "my-gcp-project", "repository-name/image:tag"))
                .hasToString("us-east1-docker.pkg.dev/my-gcp-project/repository-name/image:tag");
        assertThat(ImageReference.gar("us-docker.pkg.dev", "example.com:my-project", "repo/image")
                        .path())
                .isEqualTo("example.com/my-project/repo/image");
    }

    @Test
    void names_the_argument_that_cannot_be_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageReference.ecr("1234", "us-east-1", "app"))
                .withMessage("AWS account id \"1234\" is not 12 digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageReference.ecr("123456789012", "us-east-1.evil.example/", "app"))
                .withMessageContaining("AWS region");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageReference.acr("automate", "app"))
                .withMessageContaining("login server \"automate\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageReference.gar("us-docker.pkg.dev/x", "my-project", "app"))
                .withMessageContaining("Artifact Registry host");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageReference.gar("us-docker.pkg.dev", "My Project", "app"))
                .withMessageContaining("project id \"My Project\"");
        assertThatThrownBy(() -> ImageReference.acr("automate.azurecr.io", "repository-name/@sha256:x"))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("has an empty part in its path");
    }
}
