package dev.supplychain.testkit.fake;

import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerifiedStatement;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Message;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.governor.PackageCoordinates;
import dev.supplychain.model.governor.predicate.BuildTool;
import dev.supplychain.model.governor.predicate.JavaToolchains;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.ResourceDescriptor;
import dev.supplychain.policy.Evidence;
import java.security.PublicKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes attestations of Build Scans, and tells later whether they are still what was signed. */
final class GovernorSigner {
    private final SigningKey key;

    GovernorSigner(SigningKey key) {
        this.key = key;
    }

    PublicKey publicKey() {
        return key.publicKey();
    }

    /** One attestation per predicate that the Build Scan has data for. */
    List<GovernorAttestation> attest(
            PackageCoordinates coordinates,
            GovernorCriteria criteria,
            BuildScanData scan,
            Instant now,
            Supplier<String> numbers) {
        return predicates(scan).entrySet().stream()
                .map(predicate -> new GovernorAttestation(
                        coordinates,
                        criteria.digest(),
                        criteria.repositoryUrl(),
                        predicate.getKey(),
                        scan.buildScanUri(),
                        sign(InTotoStatement.builder()
                                .addSubject(subject(coordinates, criteria))
                                .predicateType(predicate.getKey())
                                .predicate(predicate.getValue())
                                .build()),
                        now,
                        numbers.get()))
                .toList();
    }

    /** The attestation as evidence; absent when it was tampered with or exchanged for one of another package. */
    Optional<Evidence> verify(GovernorAttestation attestation) {
        try {
            VerifiedStatement statement =
                    EnvelopeVerifier.of(key.toTrustedKey()).verifyStatement(attestation.envelope());
            statement.requireSubject(attestation.digest());
            return Optional.of(Evidence.of(statement, attestation.uri()));
        } catch (VerificationException e) {
            return Optional.empty();
        }
    }

    private Envelope sign(InTotoStatement statement) {
        try {
            return EnvelopeSigner.of(key).sign(statement);
        } catch (SigningException e) {
            throw new IllegalStateException("the fake's own key does not sign", e);
        }
    }

    private static ResourceDescriptor subject(PackageCoordinates coordinates, GovernorCriteria criteria) {
        return ResourceDescriptor.builder()
                .name(GovernorAttestation.purl(coordinates, criteria.digest(), criteria.repositoryUrl()))
                .addDigest(criteria.digest())
                .build();
    }

    /** By predicate type. */
    private static Map<String, Message> predicates(BuildScanData scan) {
        Map<String, Message> predicates = new LinkedHashMap<>();
        predicates.put(
                BuildTool.PREDICATE_TYPE,
                BuildTool.builder()
                        .buildId(scan.id())
                        .buildScanUri(scan.buildScanUri())
                        .toolType(scan.toolType())
                        .toolVersion(scan.toolVersion())
                        .agentVersion(scan.agentVersion())
                        .build());
        if (!scan.toolchains().isEmpty()) {
            predicates.put(
                    JavaToolchains.PREDICATE_TYPE,
                    JavaToolchains.builder()
                            .buildScanUri(scan.buildScanUri())
                            .addAllToolchains(scan.toolchains())
                            .build());
        }
        return predicates;
    }
}
