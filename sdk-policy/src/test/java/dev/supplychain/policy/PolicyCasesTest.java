package dev.supplychain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.intoto.InTotoStatement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every folder of {@code cases}: {@code policy.yaml}, the statements of {@code evidence} in the order of their
 * names, signed by the named keys, and in {@code expected.json} the scan, the verdict and the result JSON as a server
 * would write it.
 */
class PolicyCasesTest {
    static List<String> cases() {
        return names(resource("cases"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void judges_as_expected(String name) throws IOException {
        Path folder = resource("cases").resolve(name);
        Json expected = json(folder.resolve("expected.json"));
        List<Evidence> evidence = names(folder.resolve("evidence")).stream()
                .filter(file -> file.endsWith(".json"))
                .map(file -> evidence(json(folder.resolve("evidence").resolve(file))))
                .toList();
        PolicyEvaluator evaluator = PolicyEvaluator.of(PolicySet.read(folder.resolve("policy.yaml")));
        String scan = text(expected, "scan").orElseThrow();

        PolicyScanReport report = text(expected, "artifact")
                .map(artifact -> evaluator.scan(scan, Digest.parse(artifact), evidence))
                .orElseGet(() -> evaluator.scan(scan, evidence));

        assertThat(new String(report.toJson(), StandardCharsets.UTF_8))
                .isEqualTo(expected.get("results").orElseThrow().toString());
        assertThat(report.verdict()).hasToString(text(expected, "verdict").orElseThrow());
        assertThat(Json.strings(
                        report.unapplied().stream()
                                .map(policy -> policy.policy().uri())
                                .toList()))
                .isEqualTo(expected.get("unapplied").orElseThrow());
    }

    private static Evidence evidence(Json file) {
        SigningKey[] keys = file.get("signedBy").orElseThrow().elements().stream()
                .map(key -> key(key.string()))
                .toArray(SigningKey[]::new);
        InTotoStatement statement =
                InTotoStatement.parse(file.get("statement").orElseThrow().toUtf8());
        return text(file, "attestationUri")
                .map(uri -> Evidence.of(Signing.verified(statement, keys), uri))
                .orElseGet(() -> Evidence.of(Signing.verified(statement, keys)));
    }

    private static SigningKey key(String name) {
        try {
            return PemKeys.readPrivateKey(Files.readString(resource("keys").resolve(name + ".private.pem")));
        } catch (IOException | KeyException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<String> text(Json object, String name) {
        return object.get(name).map(Json::string);
    }

    private static Json json(Path file) {
        try {
            return Json.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path resource(String name) {
        try {
            return Path.of(PolicyCasesTest.class.getResource("/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
