package dev.supplychain.policy.kinds;

import dev.supplychain.model.Json;
import dev.supplychain.model.intoto.PredicateTypes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What SLSA provenance says about tool, JDKs and dependencies, as far as its producer puts it in.
 *
 * <ul>
 *   <li>the versions of the builder ({@code runDetails.builder.version}), by names such as {@code gradle}, {@code maven},
 *       {@code java};
 *   <li>GitHub: the workflows of slsa-github-generator for Gradle and Maven, by the name of the workflow;
 *   <li>Cloud Build: the images of the steps, such as {@code gcr.io/cloud-builders/gradle:8.5} and {@code
 *       maven:3.9.6-eclipse-temurin-17};
 *   <li>any: dependencies that are package URLs, and distributions of Gradle, its wrapper and Maven.
 * </ul>
 */
final class SlsaProvenance {
    static final PredicateFamily FAMILY =
            PredicateFamily.of(PredicateTypes.SLSA_PROVENANCE_V1, PredicateTypes.SLSA_PROVENANCE_V0_2);

    private static final Pattern DISTRIBUTION = Pattern.compile(
            "/(gradle|apache-maven)-([0-9][0-9A-Za-z.]*(?:-(?:rc|milestone|alpha|beta)-?[0-9]+)?)-(?:bin|all)\\.");
    private static final Pattern WORKFLOW = Pattern.compile("/builder_(gradle|maven)_slsa3\\.ya?ml(?:@|$)");
    private static final Pattern IMAGE = Pattern.compile("(?:^|/)(gradle|maven|mvn)(?::([^@/]+))?(?:@.*)?$");
    private static final Pattern VERSION = Pattern.compile("[0-9]+(?:\\.[0-9A-Za-z]+)*");
    private static final Map<String, String> TOOLS =
            Map.of("gradle", "gradle", "maven", "maven", "mvn", "maven", "apache-maven", "maven");
    private static final List<String> JAVA = List.of("java", "jdk", "openjdk");

    private final PredicateFields builder;
    private final List<PredicateFields> dependencies;
    private final List<String> images;

    private SlsaProvenance(PredicateFields builder, List<PredicateFields> dependencies, List<String> images) {
        this.builder = builder;
        this.dependencies = dependencies;
        this.images = images;
    }

    static SlsaProvenance of(String predicateType, Json predicate) {
        PredicateFields fields = PredicateFields.of(predicate);
        if (predicateType.equals(PredicateTypes.SLSA_PROVENANCE_V0_2)) {
            return new SlsaProvenance(
                    required(fields, "builder"),
                    fields.objectsIfAny("materials"),
                    stepImages(fields.json().get("buildConfig")));
        }
        PredicateFields definition = required(fields, "buildDefinition");
        List<String> images = new ArrayList<>(stepImages(definition.json().get("externalParameters")));
        images.addAll(stepImages(definition.json().get("internalParameters")));
        return new SlsaProvenance(
                required(required(fields, "runDetails"), "builder"),
                definition.objectsIfAny("resolvedDependencies"),
                images);
    }

    private static PredicateFields required(PredicateFields fields, String member) {
        return fields.fields(member).orElseThrow(() -> fields.malformed(member, "is missing"));
    }

    /** The images of Cloud Build steps: {@code steps[].name} or {@code .image}, here or one level down. */
    private static List<String> stepImages(Optional<Json> parameters) {
        if (parameters.filter(p -> p.kind() == Json.Kind.OBJECT).isEmpty()) {
            return List.of();
        }
        Stream<Json> holders = Stream.concat(parameters.stream(), parameters.get().members().values().stream());
        return holders.flatMap(holder -> holder.get("steps").stream())
                .filter(steps -> steps.kind() == Json.Kind.ARRAY)
                .flatMap(steps -> steps.elements().stream())
                .flatMap(step -> step.get("image").or(() -> step.get("name")).stream())
                .filter(name -> name.kind() == Json.Kind.STRING)
                .map(Json::string)
                .toList();
    }

    /** The build tool; absent when the provenance does not name one, or names several. */
    Optional<BuildTool.Used> buildTool() {
        List<BuildTool.Used> tools = Stream.of(
                        toolsOfBuilder(), toolsOfImages(), toolsOfDependencies(), toolsOfWorkflow())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        return tools.size() == 1 ? Optional.of(tools.get(0)) : Optional.empty();
    }

    private List<BuildTool.Used> toolsOfBuilder() {
        return versions().entrySet().stream()
                .filter(version -> TOOLS.containsKey(version.getKey()))
                .map(version -> tool(version.getKey(), Optional.of(version.getValue())))
                .distinct()
                .toList();
    }

    private List<BuildTool.Used> toolsOfImages() {
        return images.stream()
                .map(IMAGE::matcher)
                .filter(Matcher::find)
                .map(image -> tool(
                        image.group(1), Optional.ofNullable(image.group(2)).flatMap(SlsaProvenance::leadingVersion)))
                .distinct()
                .toList();
    }

    private List<BuildTool.Used> toolsOfDependencies() {
        return dependencies.stream()
                .flatMap(dependency -> dependency.text("uri").stream())
                .map(DISTRIBUTION::matcher)
                .filter(Matcher::find)
                .map(found -> tool(found.group(1), Optional.of(found.group(2))))
                .distinct()
                .toList();
    }

    private List<BuildTool.Used> toolsOfWorkflow() {
        Matcher workflow = WORKFLOW.matcher(builder.text("id").orElse(""));
        return workflow.find() ? List.of(tool(workflow.group(1), Optional.empty())) : List.of();
    }

    private static BuildTool.Used tool(String name, Optional<String> version) {
        return new BuildTool.Used(Optional.of(TOOLS.getOrDefault(name, name)), version, Optional.empty());
    }

    /** {@code 8.5} of the tag {@code 8.5-jdk17}: what comes behind the version is the base image. */
    private static Optional<String> leadingVersion(String tag) {
        Matcher version = VERSION.matcher(tag);
        return version.lookingAt() ? Optional.of(version.group()) : Optional.empty();
    }

    /** The JDKs that the builder names; absent when it names none. */
    Optional<List<JavaToolchains.Used>> javaToolchains() {
        Map<String, String> versions = versions();
        Optional<String> vendor = Optional.ofNullable(versions.get("java.vendor"));
        List<JavaToolchains.Used> used = JAVA.stream()
                .flatMap(name -> Optional.ofNullable(versions.get(name)).stream())
                .map(version -> new JavaToolchains.Used(vendor, Optional.of(version)))
                .distinct()
                .toList();
        return used.isEmpty() ? Optional.empty() : Optional.of(used);
    }

    /** The dependencies that are package URLs; absent when none is, for then packages are not what it lists. */
    Optional<List<String>> purls() {
        Set<String> purls = new LinkedHashSet<>();
        for (PredicateFields dependency : dependencies) {
            dependency.text("uri").filter(SlsaProvenance::isPurl).ifPresent(purls::add);
        }
        return purls.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(purls));
    }

    private static boolean isPurl(String uri) {
        return uri.regionMatches(true, 0, "pkg:", 0, 4);
    }

    /** The versions of the builder's parts, by names in lower case. */
    private Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        builder.fields("version")
                .ifPresent(fields -> fields.json()
                        .members()
                        .keySet()
                        .forEach(name -> fields.text(name)
                                .ifPresent(version -> versions.put(name.toLowerCase(Locale.ROOT), version))));
        return versions;
    }
}
