package dev.supplychain.testkit.quickstart;

import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.governor.PackageCoordinates;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.ResourceDescriptor;
import dev.supplychain.model.intoto.Subject;
import dev.supplychain.model.slsa.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about how a file was built, and nothing that is not.
 *
 * @param startedOn when the build began
 * @param mavenVersion the Maven that runs it
 * @param dependencies the list that the build wrote
 */
record BuildFacts(Optional<Instant> startedOn, Optional<String> mavenVersion, Optional<Path> dependencies) {
    private static final String MAVEN_BUILD = "https://supplychain.dev/quickstart/maven-package/v1";
    private static final String UNKNOWN_BUILD = "https://supplychain.dev/quickstart/existing-file/v1";
    private static final String LOCAL_BUILDER = "https://supplychain.dev/quickstart/local-builder/v1";

    /** A file that was there before: nobody knows how it was built. */
    static BuildFacts none() {
        return new BuildFacts(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The statement about the artifact, with a SLSA provenance of these facts. */
    InTotoStatement describe(Artifact artifact) throws IOException {
        return InTotoStatement.builder()
                .addSubject(Subject.ofFile(artifact.file()))
                .predicateType(Provenance.PREDICATE_TYPE)
                .predicate(provenance(artifact))
                .build();
    }

    private Provenance provenance(Artifact artifact) throws IOException {
        return Provenance.builder()
                .buildDefinition(Provenance.BuildDefinition.builder()
                        .buildType(mavenVersion.isPresent() ? MAVEN_BUILD : UNKNOWN_BUILD)
                        .externalParameters(parameters(artifact))
                        .resolvedDependencies(resolvedDependencies(artifact))
                        .build())
                .runDetails(Provenance.RunDetails.builder()
                        .slsaBuilder(Provenance.SlsaBuilder.builder()
                                .id(LOCAL_BUILDER)
                                .version(tools())
                                .build())
                        .metadata(times(artifact))
                        .build())
                .build();
    }

    private Json parameters(Artifact artifact) {
        PackageCoordinates coordinates = artifact.coordinates();
        return mavenVersion.isPresent()
                ? Json.object(Map.of("module", Json.of(artifact.purl()), "phase", Json.of("package")))
                : Json.object(Map.of("file", Json.of(coordinates.name())));
    }

    private List<ResourceDescriptor> resolvedDependencies(Artifact artifact) throws IOException {
        if (mavenVersion.isEmpty()) {
            return List.of();
        }
        List<ResourceDescriptor> resolved = new ArrayList<>();
        Optional<String> revision = GitRevision.of(artifact.file());
        revision.ifPresent(commit -> resolved.add(ResourceDescriptor.builder()
                .name("source")
                .addDigest(new Digest("gitCommit", commit))
                .build()));
        if (dependencies.isPresent()) {
            resolved.addAll(ResolvedDependencies.read(dependencies.get()));
        }
        return resolved;
    }

    private Map<String, String> tools() {
        Map<String, String> tools = new LinkedHashMap<>();
        mavenVersion.ifPresent(version -> tools.put("maven", version));
        if (mavenVersion.isPresent()) {
            tools.put("jdk", javaVersion());
        }
        return tools;
    }

    /** A jar that an earlier build left has no times in this one. */
    private Optional<Provenance.BuildMetadata> times(Artifact artifact) throws IOException {
        Instant written = Files.getLastModifiedTime(artifact.file()).toInstant();
        return startedOn
                .filter(started -> !written.isBefore(started))
                .map(started -> Provenance.BuildMetadata.builder()
                        .startedOn(Timestamp.of(started))
                        .finishedOn(Timestamp.of(written))
                        .build());
    }

    /** The JDK that compiles: Maven runs the compiler in its own process, and this program too. */
    static String javaVersion() {
        return System.getProperty("java.version", "unknown");
    }

    static String javaVendor() {
        return System.getProperty("java.vendor", "unknown");
    }
}
