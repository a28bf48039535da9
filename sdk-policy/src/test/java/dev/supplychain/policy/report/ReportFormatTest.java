package dev.supplychain.policy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.policy.PolicyScanReport;
import dev.supplychain.policy.TestReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFormatTest {
    private static final PolicyScanReport EXAMPLE = TestReports.example();

    static List<String> names() {
        return ReportFormat.names();
    }

    @Test
    void the_two_json_formats_are_the_servers_answer() {
        assertThat(ReportFormat.json().render(EXAMPLE)).isEqualTo(new String(EXAMPLE.toJson(), StandardCharsets.UTF_8));
        assertThat(ReportFormat.ndjson().render(EXAMPLE))
                .isEqualTo(new String(EXAMPLE.toNdjson(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_same_report_gives_the_same_bytes_in_a_file_a_stream_and_a_text(String name, @TempDir Path folder)
            throws IOException {
        ReportFormat format = ReportFormat.named(name);
        Path file = folder.resolve("report");
        ByteArrayOutputStream stream = new ByteArrayOutputStream();

        format.write(EXAMPLE, file);
        format.write(EXAMPLE, stream);

        assertThat(stream.toByteArray()).isNotEmpty().isEqualTo(Files.readAllBytes(file));
        assertThat(format.render(EXAMPLE)).isEqualTo(stream.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("names")
    void leaves_the_stream_open(String name) throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        ByteArrayOutputStream stream = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        ReportFormat.named(name).write(EXAMPLE, stream);

        assertThat(closed).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sarif", "junit", "markdown", "text", "html"})
    void tells_all_that_is_known(String name) {
        String text = read(ReportFormat.named(name).render(EXAMPLE));

        assertThat(text)
                .contains(
                        "FAILED",
                        "2026-11-20T08:30:00Z",
                        EXAMPLE.artifact().orElseThrow().hex())
                .contains("Move to Log4j 2 or to Logback.", "log4j/log4j", "1.2.17", "enforce", "warn", "off")
                .contains("Removed with the move to records, in the December release.", "2027-01-01T00:00:00Z")
                .contains("security", "log4j-for-the-summer", "2026-09-01T00:00:00Z", "expired")
                .contains("UNTRUSTED_SIGNER", "attestations/s3:prod/f00d", "PublishRepositories/releases-only")
                .contains("AccessControl/who-may-publish", "policies/release.yaml", "2027-06-30T00:00:00Z")
                .contains("gradle.com/attestation/resolved-dependencies/v1", "release-pipeline")
                .contains("develocity.example.com/s/abcdefghijklm", "no-snapshots-of-tools");
        EXAMPLE.policies()
                .forEach(policy ->
                        assertThat(text).contains(policy.digest().orElseThrow().hex()));
        EXAMPLE.evidence()
                .forEach(evidence -> assertThat(text)
                        .contains(evidence.digest().hex())
                        .contains(evidence.attestationUri().orElseThrow())
                        .contains(evidence.statement().signers().get(0).keyId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sarif", "junit", "markdown", "text", "html"})
    void a_scan_that_checked_nothing_says_so(String name) {
        assertThat(ReportFormat.named(name).render(TestReports.vacuous())).contains("VACUOUS");
    }

    /** As it looks: without the places where lines may break, and with characters for entities. */
    private static String read(String report) {
        return Pattern.compile("&#([0-9]+);")
                .matcher(report.replace("<wbr/>", "").replaceAll("\\s+", " "))
                .replaceAll(entity -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(entity.group(1)))));
    }

    @Test
    void suggests_the_format_that_was_meant() {
        assertThatThrownBy(() -> ReportFormat.named("sariff"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no report format \"sariff\": did you mean \"sarif\"?");
        assertThatThrownBy(() -> ReportFormat.named("docx"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no report format \"docx\": there are json, ndjson, sarif, junit, markdown, text, html");
    }
}
