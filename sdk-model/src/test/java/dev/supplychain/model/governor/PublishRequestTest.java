package dev.supplychain.model.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.governor.PublishRequest.BuildScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishRequestTest {
    private static final String HEX = "df9b564df8de07153224faa58da743ca6bc281610a6dbbec772535de19bd06e2";

    @Test
    void is_the_json_of_the_specification() {
        PublishRequest request = PublishRequest.builder()
                .sha256(Digest.ofSha256(HEX))
                .repositoryUrl("repo.example.com/docker")
                .buildScan(BuildScan.builder()
                        .addIds("bjvognekiphus")
                        .addQueries("project:my-app value:\"CI Provider=GitHub Actions\"")
                        .build())
                .build();

        assertThat(ModelJson.writeText(request))
                .isEqualTo("{\"sha256\":\"" + HEX + "\",\"repositoryUrl\":\"repo.example.com/docker\","
                        + "\"buildScan\":{\"ids\":[\"bjvognekiphus\"],"
                        + "\"queries\":[\"project:my-app value:\\\"CI Provider=GitHub Actions\\\"\"]}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEX,
                "sha256:" + HEX,
                "DF9B564DF8DE07153224FAA58DA743CA6BC281610A6DBBEC772535DE19BD06E2",
                "sha256:DF9B564DF8DE07153224FAA58DA743CA6BC281610A6DBBEC772535DE19BD06E2"
            })
    void sends_a_bare_lower_case_digest(String sha256) {
        assertThat(request(sha256).sha256()).isEqualTo(HEX);
        assertThat(EvaluateRequest.builder()
                        .sha256(sha256)
                        .repositoryUrl("example.com/docker")
                        .build())
                .isEqualTo(EvaluateRequest.of(Digest.ofSha256(HEX), "example.com/docker"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256:", "abc123", "sha512:" + HEX, HEX + "0", " " + HEX, "sha256:sha256:" + HEX})
    void refuses_what_is_no_sha256(String sha256) {
        assertThatThrownBy(() -> request(sha256))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64 hexadecimal digits");
    }

    @Test
    void refuses_a_digest_of_another_algorithm() {
        Digest sha1 = new Digest("sha1", "da39a3ee5e6b4b0d3255bfef95601890afd80709");

        assertThatThrownBy(() -> PublishRequest.builder().sha256(sha1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a sha256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"repo.example.com/docker", "https://repo.example.com/maven2/", "HTTPS://Repo//x?y"})
    void keeps_the_repository_as_given(String repositoryUrl) {
        assertThat(EvaluateRequest.of(Digest.ofSha256(HEX), repositoryUrl).repositoryUrl())
                .isEqualTo(repositoryUrl);
    }

    @Test
    void needs_at_least_one_build() {
        assertThatThrownBy(() -> BuildScan.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("buildScan needs at least one id or query");
        assertThatThrownBy(() -> BuildScan.ofIds("a", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("blank");
        assertThatThrownBy(() ->
                        PublishRequest.builder().sha256(HEX).repositoryUrl("r").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("buildScan");
        assertThat(BuildScan.ofQueries("tag:CI").ids()).isEmpty();
    }

    @Test
    void refuses_a_request_without_builds_when_reading_too() {
        assertThatThrownBy(() -> ModelJson.read(
                        "{\"sha256\":\"" + HEX + "\",\"repositoryUrl\":\"r\",\"buildScan\":{\"ids\":[]}}",
                        PublishRequest.class))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("PublishRequest at /buildScan: buildScan needs at least one id or query");
    }

    private static PublishRequest request(String sha256) {
        return PublishRequest.builder()
                .sha256(sha256)
                .repositoryUrl("repo.example.com/docker")
                .buildScan(BuildScan.ofIds("bjvognekiphus"))
                .build();
    }
}
