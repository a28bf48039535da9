package dev.supplychain.model.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.DuplicateMembers;
import dev.supplychain.model.JsonArbitraries;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.UnknownFields;
import dev.supplychain.model.governor.PolicyScanResult.Status;
import dev.supplychain.model.governor.predicate.BuildTool;
import dev.supplychain.model.governor.predicate.JavaToolchains;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GovernorProperties {
    @Property(tries = 200)
    void a_result_survives_writing_and_reading(@ForAll("results") PolicyScanResult result) {
        assertThat(PolicyScanResult.parseList(PolicyScanResult.toJson(List.of(result, result))))
                .containsExactly(result, result);
    }

    @Property(tries = 200)
    void a_duplicate_at_any_depth_is_refused(@ForAll("results") PolicyScanResult result, @ForAll long seed) {
        byte[] twice = DuplicateMembers.of(ModelJson.toJson(result), seed).orElseThrow();

        assertThatThrownBy(() -> ModelJson.read(twice, PolicyScanResult.class)).hasMessageContaining("Duplicate field");
    }

    @Property(tries = 200)
    void a_publish_result_survives_writing_and_reading(@ForAll("publishResults") PublishResult result) {
        assertThat(PublishResult.parse(result.toJson())).isEqualTo(result);
    }

    @Property(tries = 200)
    void a_build_tool_survives_writing_and_reading(@ForAll("buildTools") BuildTool tool) {
        assertThat(ModelJson.readStrict(ModelJson.write(tool), BuildTool.class)).isEqualTo(tool);
    }

    @Property(tries = 200)
    void toolchains_survive_writing_and_reading(@ForAll("toolchains") JavaToolchains toolchains) {
        assertThat(ModelJson.readStrict(ModelJson.write(toolchains), JavaToolchains.class))
                .isEqualTo(toolchains);
    }

    @Property
    void a_path_leads_back_to_its_parts(
            @ForAll("segments") String namespace, @ForAll("segments") String name, @ForAll("segments") String version) {
        String path = PackageCoordinates.maven(namespace, name, version).path();

        assertThat(URI.create("https://h" + path).normalize().getRawPath()).isEqualTo(path);
        assertThat(URI.create("https://h" + path).getPath())
                .isEqualTo("/packages/maven/" + namespace + "/" + name + "/" + version);
        assertThat(path.getBytes(StandardCharsets.US_ASCII)).hasSize(path.length());
    }

    @Provide
    static Arbitrary<PolicyScanResult> results() {
        return Combinators.combine(
                        Arbitraries.of(Status.values()),
                        texts(),
                        optionalTexts(),
                        optionalTexts(),
                        Arbitraries.maps(texts(), texts()).ofMaxSize(2),
                        JsonArbitraries.members(),
                        UnknownFields.any())
                .as((status, policy, description, attestation, labels, details, unknown) -> PolicyScanResult.builder()
                        .status(status)
                        .policyUri(policy)
                        .policyDescription(description)
                        .attestationUri(attestation)
                        .labels(labels)
                        .details(details)
                        .unknownFields(unknown)
                        .build());
    }

    @Provide
    static Arbitrary<PublishResult> publishResults() {
        Arbitrary<PublishResult> accepted = Combinators.combine(
                        texts(), JsonArbitraries.json().filter(j -> !j.isNull()).optional(), UnknownFields.any())
                .as((status, details, unknown) -> PublishResult.Accepted.builder()
                        .status(status)
                        .details(details)
                        .unknownFields(unknown)
                        .build());
        Arbitrary<PublishResult> stored = Combinators.combine(
                        storedAttestations().list().ofMaxSize(2),
                        JsonArbitraries.json().list().ofMaxSize(2),
                        UnknownFields.any())
                .as((successes, errors, unknown) -> PublishResult.Stored.builder()
                        .successes(successes)
                        .errors(errors)
                        .unknownFields(unknown)
                        .build());
        return Arbitraries.oneOf(results().list().ofMaxSize(2).map(PublishResult.Results::new), accepted, stored);
    }

    private static Arbitrary<StoredAttestation> storedAttestations() {
        return Combinators.combine(
                        optionalTexts(),
                        optionalTexts(),
                        JsonArbitraries.members()
                                .map(dev.supplychain.model.Json::object)
                                .optional(),
                        UnknownFields.any())
                .as((type, uri, body, unknown) -> StoredAttestation.builder()
                        .storeType(type)
                        .storeUri(uri)
                        .storeRequest(StoredAttestation.StoreRequest.builder()
                                .uri(uri)
                                .body(body)
                                .unknownFields(unknown)
                                .build())
                        .unknownFields(unknown)
                        .build());
    }

    @Provide
    static Arbitrary<BuildTool> buildTools() {
        return Combinators.combine(optionalTexts(), optionalTexts(), optionalTexts(), UnknownFields.any())
                .as((id, type, version, unknown) -> BuildTool.builder()
                        .buildId(id)
                        .toolType(type)
                        .toolVersion(version)
                        .unknownFields(unknown)
                        .build());
    }

    @Provide
    static Arbitrary<JavaToolchains> toolchains() {
        Arbitrary<JavaToolchains.Toolchain> toolchain = Combinators.combine(
                        optionalTexts(), texts().list().ofMaxSize(2), UnknownFields.any())
                .as((vendor, versions, unknown) -> JavaToolchains.Toolchain.builder()
                        .vendor(vendor)
                        .versions(versions)
                        .unknownFields(unknown)
                        .build());
        return Combinators.combine(optionalTexts(), toolchain.list().ofMaxSize(2), UnknownFields.any())
                .as((uri, toolchains, unknown) -> JavaToolchains.builder()
                        .buildScanUri(uri)
                        .toolchains(toolchains)
                        .unknownFields(unknown)
                        .build());
    }

    @Provide
    static Arbitrary<String> segments() {
        return Arbitraries.strings()
                .ascii()
                .withChars("äß漢字𝒳٣")
                .ofMinLength(1)
                .ofMaxLength(8)
                .filter(s -> !s.equals(".") && !s.equals(".."))
                .filter(s -> s.chars().noneMatch(c -> c < ' ' || c == 0x7F || "/\\%;".indexOf(c) >= 0))
                // Single surrogates of the mathematical letter.
                .filter(s -> StandardCharsets.UTF_8.newEncoder().canEncode(s));
    }

    private static Arbitrary<String> texts() {
        return JsonArbitraries.text();
    }

    private static Arbitrary<Optional<String>> optionalTexts() {
        return texts().optional();
    }
}
