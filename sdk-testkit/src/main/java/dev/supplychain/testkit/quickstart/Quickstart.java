package dev.supplychain.testkit.quickstart;

import dev.supplychain.dsse.BlobSigner;
import dev.supplychain.dsse.BlobVerifier;
import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.VerifiedStatement;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.governor.PolicyScanResult;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.slsa.Provenance;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.PolicyEvaluator;
import dev.supplychain.policy.PolicyScanReport;
import dev.supplychain.policy.PolicySet;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The whole way once: describes a file, signs the description, stores it, fetches it back, verifies it and judges it by
 * policy; then shows that what was tampered with is refused.
 *
 * <p>Servers are fakes on loopback unless {@code -Dgrafeas.url} (with {@code -Dgrafeas.project} and {@code
 * -Dgrafeas.note}), {@code -Dendor.url} (with {@code -Dendor.namespace}) or {@code -Dgovernor.url} (with {@code
 * -Dgovernor.buildScan} and {@code -Dgovernor.publicKey}, the PEM file of the key it signs with; {@code -Dgovernor.scan}
 * names the scan) say otherwise. Credentials come from the environment: {@code GRAFEAS_TOKEN}, {@code ENDOR_TOKEN},
 * {@code GOVERNOR_TOKEN}, or {@code …_USER} and {@code …_PASSWORD}. {@code -Dartifact} names a file of your own.
 */
public final class Quickstart {
    private static final String SCAN = "quickstart";

    private final Settings settings;
    private final Account account;

    private Quickstart(Settings settings, Account account) {
        this.settings = settings;
        this.account = account;
    }

    /** Runs it and exits with 1 when anything was not as expected. */
    public static void main(String[] args) throws Exception {
        if (!run(System.out)) {
            System.exit(1);
        }
    }

    /**
     * Runs it with this JVM's system properties and environment.
     *
     * @return false when anything was not as expected
     * @throws Exception when it could not be run to its end
     */
    public static boolean run(PrintStream out) throws Exception {
        Account account = new Account(out);
        new Quickstart(new Settings(System.getProperties(), System.getenv()), account).run();
        return account.asExpected();
    }

    private void run() throws Exception {
        Artifact artifact = Artifact.of(settings.artifact(), settings.coordinates());
        InTotoStatement statement = describe(artifact);

        SigningKey key = SigningKey.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
        Envelope envelope = sign(statement, key);
        Bytes signature = BlobSigner.of(key).sign(artifact.file());

        try (AtGrafeas grafeas = new AtGrafeas(settings, account);
                AtEndor endor = new AtEndor(settings, account);
                AtGovernor governor = new AtGovernor(settings, account)) {
            PolicySet policies = policies(governor);
            governor.prepare(settings.get("quickstart.maven"), policies);

            account.step("3. Store it");
            String occurrence = grafeas.store(artifact, envelope);
            account.line("Grafeas keeps the envelope as " + occurrence);
            String uuid = endor.store(artifact, signature);
            account.line("Endor keeps the detached signature as " + uuid);
            account.line("The Governor made its own attestations: " + governor.publish(artifact));

            account.step("4. Fetch it back, verify it, judge it");
            verify(artifact, key, grafeas.fetch(occurrence), endor.fetch(uuid));
            judge(artifact, governor, policies);
        }
        tamper(artifact, key, envelope, signature);
        account.step(
                account.asExpected() ? "Everything was as expected." : "Something was not as expected, see above.");
    }

    private InTotoStatement describe(Artifact artifact) throws Exception {
        account.step("1. Describe " + artifact.name());
        InTotoStatement statement = settings.buildFacts().describe(artifact);
        Provenance provenance = statement.predicateAs(Provenance.class);
        account.line(artifact.sha256().toString());
        account.line("built by " + provenance.runDetails().slsaBuilder().version());
        provenance
                .buildDefinition()
                .resolvedDependencies()
                .forEach(dependency -> account.line(
                        "from " + dependency.uri().or(dependency::name).orElse("") + " " + dependency.digest()));
        return statement;
    }

    private Envelope sign(InTotoStatement statement, SigningKey key) throws Exception {
        account.step("2. Sign the description");
        Envelope envelope = EnvelopeSigner.of(key).sign(statement);
        write("statement.json", statement.toJson());
        write("envelope.json", envelope.toJson());
        write("public-key.pem", PemKeys.writePublicKey(key.publicKey()).getBytes(StandardCharsets.UTF_8));
        account.line("with the new key " + key.keyId());
        return envelope;
    }

    private void verify(Artifact artifact, SigningKey key, Envelope envelope, Bytes signature) throws Exception {
        VerifiedStatement verified = EnvelopeVerifier.of(key.publicKey()).verifyStatement(envelope);
        verified.requireSubject(artifact.file());
        account.expect("the envelope from Grafeas is signed by " + verified.signers() + " and about the file", true);
        BlobVerifier.of(TrustedKey.of(key.publicKey())).verify(artifact.file(), signature);
        account.expect("the signature from Endor is the file's", true);
    }

    private void judge(Artifact artifact, AtGovernor governor, PolicySet policies) throws Exception {
        List<PolicyScanResult> online =
                governor.evaluate(artifact, settings.get("governor.scan").orElse(SCAN));
        List<Evidence> evidence = governor.evidence(artifact, online);
        PolicyScanReport report = PolicyEvaluator.of(policies).scan(SCAN, artifact.sha256(), evidence);
        account.expect(evidence.size() + " attestations of the Governor are signed by its key", !evidence.isEmpty());
        row("policy", "here", "on the server");
        for (PolicyScanResult offline : report.results()) {
            row(offline.policyUri(), offline.status().text(), answer(offline, online));
        }
        account.expect("the scan " + report.verdict() + " here", report.passed());
        if (settings.url("governor").isEmpty()) {
            account.expect(
                    "both answers are the same, result by result",
                    report.results().equals(online));
        }
    }

    private void row(String policy, String here, String server) {
        account.line(String.format(Locale.ROOT, "%-52s %-15s %s", policy, here, server));
    }

    private static String answer(PolicyScanResult offline, List<PolicyScanResult> online) {
        return online.stream()
                .filter(result -> result.policyUri().equals(offline.policyUri())
                        && result.attestationUri().equals(offline.attestationUri()))
                .map(result -> result.status().text())
                .findFirst()
                .orElse("no such result");
    }

    private void tamper(Artifact artifact, SigningKey key, Envelope envelope, Bytes signature) throws Exception {
        account.step("5. Tamper with it");
        EnvelopeVerifier verifier = EnvelopeVerifier.of(key.publicKey());

        Path changedFile = write("changed-" + artifact.name(), flip(Files.readAllBytes(artifact.file())));
        VerifiedStatement verified = verifier.verifyStatement(envelope);
        account.expectRefusal(
                "the statement for a file with one byte changed",
                Reason.SUBJECT_MISMATCH,
                () -> verified.requireSubject(changedFile));
        account.expectRefusal(
                "the detached signature for a file with one byte changed",
                Reason.NO_TRUSTED_SIGNATURE,
                () -> BlobVerifier.of(TrustedKey.of(key.publicKey())).verify(changedFile, signature));

        Envelope changedPayload = Envelope.builder()
                .from(envelope)
                .payload(Bytes.of(flip(envelope.payload().toByteArray())))
                .build();
        account.expectRefusal(
                "an envelope with one byte of the payload changed",
                Reason.BAD_SIGNATURE,
                () -> verifier.verifyStatement(changedPayload));

        SigningKey stranger = SigningKey.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
        account.expectRefusal(
                "an envelope signed with a key that nobody trusts",
                Reason.NO_TRUSTED_SIGNATURE,
                () -> EnvelopeVerifier.of(stranger.publicKey()).verifyStatement(envelope));
    }

    /** Changes one bit in the middle. */
    private static byte[] flip(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[changed.length / 2] ^= 1;
        return changed;
    }

    private PolicySet policies(AtGovernor governor) throws Exception {
        String yaml = PolicyFile.trusting(governor.key());
        Path file = write("policies.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return PolicySet.read(file);
    }

    private Path write(String name, byte[] content) throws Exception {
        Path folder = settings.outputFolder();
        Files.createDirectories(folder);
        Path file = Files.write(folder.resolve(name), content);
        account.line("wrote " + file);
        return file;
    }
}
