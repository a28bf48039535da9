package dev.supplychain.testkit.fake;

import dev.supplychain.model.governor.predicate.JavaToolchains;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What Develocity knows about a build, from which {@link FakeGovernor} makes its attestations.
 *
 * <pre>{@code
 * governor.registerBuildScan(BuildScanData.of("bjvognekiphus", "gradle", "9.2.0", "4.2.2")
 *         .withToolchain("Eclipse Adoptium", "17.0.12"));
 * }</pre>
 *
 * @param id the id that a publish request names
 * @param buildScanUri where the Build Scan is read
 * @param toolType the build tool, such as {@code gradle} or {@code maven}
 * @param toolVersion the build tool's version
 * @param agentVersion the version of the Develocity plugin or extension
 * @param toolchains the JDKs that the build used; without any there is no attestation about them
 */
public record BuildScanData(
        String id,
        String buildScanUri,
        String toolType,
        String toolVersion,
        String agentVersion,
        List<JavaToolchains.Toolchain> toolchains) {
    /** Takes a copy of the toolchains. */
    public BuildScanData {
        toolchains = List.copyOf(toolchains);
    }

    /** A Build Scan at {@code https://develocity.example.com/s/{id}} of a build that used no toolchain. */
    public static BuildScanData of(String id, String toolType, String toolVersion, String agentVersion) {
        return new BuildScanData(
                id, "https://develocity.example.com/s/" + id, toolType, toolVersion, agentVersion, List.of());
    }

    /** The same with one more vendor of JDKs. */
    public BuildScanData withToolchain(String vendor, String... versions) {
        List<JavaToolchains.Toolchain> more = new ArrayList<>(toolchains);
        more.add(JavaToolchains.Toolchain.builder()
                .vendor(vendor)
                .addAllVersions(Arrays.asList(versions))
                .build());
        return new BuildScanData(id, buildScanUri, toolType, toolVersion, agentVersion, more);
    }
}
