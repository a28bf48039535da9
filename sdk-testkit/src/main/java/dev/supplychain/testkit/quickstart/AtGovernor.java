package dev.supplychain.testkit.quickstart;

import dev.supplychain.clients.governor.GovernorClient;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerifiedStatement;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.model.Json;
import dev.supplychain.model.governor.EvaluateRequest;
import dev.supplychain.model.governor.PolicyScanResult;
import dev.supplychain.model.governor.PublishRequest;
import dev.supplychain.model.governor.PublishResult;
import dev.supplychain.model.governor.StoredAttestation;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.PolicySet;
import dev.supplychain.testkit.fake.BuildScanData;
import dev.supplychain.testkit.fake.FakeGovernor;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has a Provenance Governor make attestations of the artifact, and judge them. */
final class AtGovernor implements AutoCloseable {
    private static final String BUILD_SCAN = "quickstart";
    private static final String REPOSITORY = "https://repo.example.com/maven2";

    private final @Nullable FakeGovernor fake;
    private final GovernorClient client;
    private final PublicKey key;
    private final String buildScan;

    AtGovernor(Settings settings, Account account) throws IOException, KeyException {
        Optional<String> url = settings.url("governor");
        this.fake = url.isPresent() ? null : FakeGovernor.start();
        this.client = GovernorClient.create(
                settings.options("governor", fake == null ? url.orElseThrow() : fake.url(), account));
        this.key = fake == null
                ? PemKeys.readPublicKey(
                        Path.of(settings.require("governor.publicKey", "the PEM file of its public key")))
                : fake.publicKey();
        this.buildScan = fake == null ? settings.require("governor.buildScan", "the id of a Build Scan") : BUILD_SCAN;
    }

    /** The key that the Governor signs with. */
    PublicKey key() {
        return key;
    }

    /** A real server knows its builds and its policies; the fake is told. */
    void prepare(Optional<String> mavenVersion, PolicySet policies) {
        if (fake != null) {
            fake.registerBuildScan(BuildScanData.of(BUILD_SCAN, "Maven", mavenVersion.orElse("3.9.16"), "2.1")
                    .withToolchain(BuildFacts.javaVendor(), BuildFacts.javaVersion()));
            fake.policies(policies);
        }
    }

    /** What the Governor says it has published. */
    List<String> publish(Artifact artifact) {
        PublishResult result = client.publish(
                artifact.coordinates(),
                PublishRequest.builder()
                        .sha256(artifact.sha256())
                        .repositoryUrl(REPOSITORY)
                        .buildScan(PublishRequest.BuildScan.builder()
                                .addIds(buildScan)
                                .build())
                        .build());
        return result instanceof PublishResult.Stored stored
                ? stored.successes().stream().map(AtGovernor::predicateType).toList()
                : List.of(result.toString());
    }

    private static String predicateType(StoredAttestation attestation) {
        return attestation
                .storeResponse()
                .flatMap(response -> response.get("predicate_type"))
                .map(Json::string)
                .orElse("unnamed");
    }

    List<PolicyScanResult> evaluate(Artifact artifact, String scan) {
        return client.evaluate(artifact.coordinates(), scan, EvaluateRequest.of(artifact.sha256(), REPOSITORY));
    }

    /** The attestations that these results speak of, verified with the Governor's key and about this artifact. */
    List<Evidence> evidence(Artifact artifact, List<PolicyScanResult> results)
            throws VerificationException, KeyException {
        EnvelopeVerifier verifier = EnvelopeVerifier.of(key);
        List<Evidence> evidence = new ArrayList<>();
        for (String uri : attestationUris(results)) {
            VerifiedStatement statement = verifier.verifyStatement(client.fetchAttestation(uri));
            statement.requireSubject(artifact.sha256());
            evidence.add(Evidence.of(statement, uri));
        }
        return evidence;
    }

    private static List<String> attestationUris(List<PolicyScanResult> results) {
        return results.stream()
                .flatMap(result -> result.attestationUri().stream())
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        client.close();
        if (fake != null) {
            fake.close();
        }
    }
}
