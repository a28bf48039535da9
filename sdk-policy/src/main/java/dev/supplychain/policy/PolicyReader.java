package dev.supplychain.policy;

import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.policy.internal.Issues;
import dev.supplychain.policy.internal.KindAccess;
import dev.supplychain.policy.internal.Place;
import dev.supplychain.policy.internal.Suggestion;
import dev.supplychain.policy.internal.YamlNode;
import dev.supplychain.policy.internal.YamlObject;
import dev.supplychain.policy.internal.YamlReader;
import dev.supplychain.policy.kinds.PolicyKinds;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads policy files into one {@link PolicySet}, and collects what is wrong with them. */
final class PolicyReader {
    private static final String API_VERSION = "policy.gradle.com/v1";
    private static final int MAX_FILE_BYTES = 1 << 20;
    /** What can stand in the path of a policyUri as it is. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9._]{0,251}[A-Za-z0-9])?");

    private final List<Policy> policies = new ArrayList<>();
    private final List<PolicyScan> scans = new ArrayList<>();
    private final List<PolicyIssue> issues = new ArrayList<>();
    private final Map<String, String> definitions = new HashMap<>();

    /** Adds the documents of a file. */
    PolicyReader add(String file, byte[] yaml) {
        if (yaml.length > MAX_FILE_BYTES) {
            Issues tooLarge = new Issues(file, "");
            tooLarge.add(new Place(1, 1), yaml.length + " bytes are more than the limit of " + MAX_FILE_BYTES);
            issues.addAll(tooLarge.inFileOrder());
            return this;
        }
        CharBuffer chars = CharBuffer.allocate(yaml.length);
        boolean isUtf8 = !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(yaml), chars, true)
                .isError();
        String text = withoutByteOrderMark(chars.flip().toString());
        Issues found = new Issues(file, text);
        if (isUtf8) {
            readDocuments(text, found);
        } else {
            found.add(found.placeOf(text.length()), "what follows here is not UTF-8");
        }
        issues.addAll(found.inFileOrder());
        return this;
    }

    private void readDocuments(String text, Issues found) {
        for (YamlNode document : YamlReader.documents(text, found)) {
            YamlObject.visit("the document", document, found, this::readDocument);
        }
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void readDocument(YamlObject document) {
        String apiVersion = document.requiredText("apiVersion");
        if (!apiVersion.isEmpty() && !apiVersion.equals(API_VERSION)) {
            document.problem(
                    "apiVersion",
                    "apiVersion " + Excerpt.quoted(apiVersion) + " is not " + API_VERSION,
                    Suggestion.of(apiVersion, Set.of(API_VERSION)));
        }
        String kind = document.requiredText("kind");
        if (kind.equals(PolicyScan.KIND)) {
            readScan(document);
        } else if (PolicyKinds.evaluated().contains(kind)) {
            readPolicy(kind, document);
        } else {
            refuseKind(kind, document);
        }
    }

    /** A kind that is passed over in silence would let a scan pass that should not. */
    private static void refuseKind(String kind, YamlObject document) {
        document.allowOthers();
        if (PolicyKinds.notEvaluated().contains(kind)) {
            document.problem(
                    "kind",
                    "kind " + kind + " is not evaluated by this version: move it to a file that is not read here",
                    Optional.empty());
        } else if (!kind.isEmpty()) {
            Set<String> kinds = new LinkedHashSet<>(PolicyKinds.evaluated());
            kinds.add(PolicyScan.KIND);
            document.problem("kind", "unknown kind " + Excerpt.quoted(kind), Suggestion.of(kind, kinds));
        }
    }

    private void readScan(YamlObject document) {
        String name = metadata(PolicyScan.KIND, document).name();
        document.requiredObject("spec", spec -> {
            Optional<String> description = spec.text("description");
            Map<String, String> matchLabels = spec.requiredObject(
                            "policySelector", selector -> selector.requiredLabels("matchLabels"))
                    .orElse(Map.of());
            return !matchLabels.isEmpty() && scans.add(new PolicyScan(name, description, matchLabels));
        });
    }

    private void readPolicy(String kind, YamlObject document) {
        Metadata metadata = metadata(kind, document);
        document.requiredObject("spec", spec -> {
            PolicyHeader header = new PolicyHeader(
                    kind,
                    metadata.name(),
                    metadata.labels(),
                    spec.text("description"),
                    spec.text("remediation"),
                    spec.labels("resultsLabels"));
            return policies.add(KindAccess.read(header, spec));
        });
    }

    private record Metadata(String name, Map<String, String> labels) {}

    private Metadata metadata(String kind, YamlObject document) {
        return document.requiredObject(
                        "metadata", metadata -> new Metadata(name(kind, metadata), metadata.labels("labels")))
                .orElse(new Metadata("", Map.of()));
    }

    private String name(String kind, YamlObject metadata) {
        String name = metadata.requiredText("name");
        if (name.isEmpty()) {
            return name;
        }
        if (!NAME.matcher(name).matches()) {
            metadata.problem(
                    "name",
                    Excerpt.quoted(name) + " is not a name: up to 253 letters, digits, '-', '.' and '_', with a letter"
                            + " or digit at both ends",
                    Optional.empty());
        }
        String definition = kind + " " + (kind.equals(PolicyScan.KIND) ? PolicyScan.normalized(name) : name);
        String earlier = definitions.putIfAbsent(definition, metadata.describe("name"));
        if (earlier != null) {
            metadata.problem("name", definition + " is already defined at " + earlier, Optional.empty());
        }
        return name;
    }

    /** The problems of all files, in their order. */
    List<PolicyIssue> issues() {
        return List.copyOf(issues);
    }

    /**
     * What was read.
     *
     * @throws MalformedDataException when there was a problem
     */
    PolicySet toPolicySet() {
        if (issues.isEmpty()) {
            return new PolicySet(policies, scans);
        }
        String files = issues.stream().map(PolicyIssue::file).distinct().collect(Collectors.joining(", "));
        String list = issues.stream().map(issue -> "\n" + issue).collect(Collectors.joining());
        throw new MalformedDataException(
                files, "", issues.size() + (issues.size() == 1 ? " problem" : " problems") + list);
    }
}
