package dev.supplychain.policy;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.policy.internal.Issues;
import dev.supplychain.policy.internal.KindAccess;
import dev.supplychain.policy.internal.Parameters;
import dev.supplychain.policy.internal.Place;
import dev.supplychain.policy.internal.Suggestion;
import dev.supplychain.policy.internal.YamlNode;
import dev.supplychain.policy.internal.YamlObject;
import dev.supplychain.policy.internal.YamlReader;
import dev.supplychain.policy.kinds.Expression;
import dev.supplychain.policy.kinds.PolicyKinds;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads policy files into one {@link PolicySet}, and collects what is wrong with them. */
final class PolicyReader {
    static final String API_VERSION = "policy.gradle.com/v1";
    private static final int MAX_FILE_BYTES = 1 << 20;
    /** What can stand in the path of a policyUri as it is. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9._]{0,251}[A-Za-z0-9])?");

    /** The documents of a file, and what is wrong with them. */
    private record SourceFile(String name, List<YamlNode> documents, Issues issues) {}

    private final List<SourceFile> files = new ArrayList<>();
    private final Parameters parameters = new Parameters();
    private final Map<String, PolicyKind> ownKinds = new LinkedHashMap<>();
    private final Map<String, ExpressionLanguage> languages = new LinkedHashMap<>();

    Parameters parameters() {
        return parameters;
    }

    void addKind(PolicyKind kind) {
        String key = kind.apiVersion() + " " + kind.kind();
        boolean taken =
                kind.apiVersion().equals(API_VERSION) || kind.apiVersion().equals(OwnDocuments.API_VERSION);
        if (taken || ownKinds.putIfAbsent(key, kind) != null) {
            throw new IllegalArgumentException("kind " + key + " is taken");
        }
    }

    void addLanguage(ExpressionLanguage language) {
        languages.put(language.name(), language);
    }

    /** Adds the documents of a file. */
    void add(String file, byte[] yaml) {
        if (yaml.length > MAX_FILE_BYTES) {
            Issues tooLarge = new Issues(file, "");
            tooLarge.add(new Place(1, 1), yaml.length + " bytes are more than the limit of " + MAX_FILE_BYTES);
            files.add(new SourceFile(file, List.of(), tooLarge));
            return;
        }
        CharBuffer chars = CharBuffer.allocate(yaml.length);
        boolean isUtf8 = !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(yaml), chars, true)
                .isError();
        String text = withoutByteOrderMark(chars.flip().toString());
        Issues found = new Issues(file, text);
        if (isUtf8) {
            files.add(new SourceFile(file, YamlReader.documents(text, found), found));
        } else {
            found.add(found.placeOf(text.length()), "what follows here is not UTF-8");
            files.add(new SourceFile(file, List.of(), found));
        }
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The problems of all files, in their order. */
    List<PolicyIssue> check() {
        return new Pass().issues();
    }

    /**
     * What was read.
     *
     * @throws MalformedDataException when there was a problem
     */
    PolicySet toPolicySet() {
        Pass pass = new Pass();
        List<PolicyIssue> issues = pass.issues();
        if (issues.isEmpty()) {
            return pass.toPolicySet();
        }
        String names = issues.stream().map(PolicyIssue::file).distinct().collect(Collectors.joining(", "));
        String list = issues.stream().map(issue -> "\n" + issue).collect(Collectors.joining());
        throw new MalformedDataException(
                names, "", issues.size() + (issues.size() == 1 ? " problem" : " problems") + list);
    }

    /** One reading of all documents; what it finds is its own, so that a check may come before a reading. */
    private final class Pass {
        private final List<Policy> policies = new ArrayList<>();
        private final List<PolicyScan> scans = new ArrayList<>();
        private final List<PolicyDocument> documents = new ArrayList<>();
        private final Map<String, String> definitions = new HashMap<>();
        private final List<Issues> all = new ArrayList<>();
        private final Parameters values = new Parameters(parameters);
        private final OwnDocuments own = new OwnDocuments();

        Pass() {
            for (SourceFile file : files) {
                Issues issues = new Issues(file.issues());
                all.add(issues);
                file.documents().forEach(document -> OwnDocuments.readParameters(document, values, issues));
            }
            for (int i = 0; i < files.size(); i++) {
                SourceFile file = files.get(i);
                Issues issues = all.get(i);
                for (YamlNode document : file.documents()) {
                    YamlNode complete = values.inserted(document, issues);
                    YamlObject.visit(
                            "the document", complete, issues, object -> readDocument(object, complete, file.name()));
                }
            }
            own.checkTargets(policies);
        }

        List<PolicyIssue> issues() {
            return all.stream().flatMap(each -> each.inFileOrder().stream()).toList();
        }

        PolicySet toPolicySet() {
            return new PolicySet(policies, scans, documents, own.settings(), own.waivers(), own.bindings());
        }

        private void readDocument(YamlObject document, YamlNode node, String file) {
            String apiVersion = document.requiredText("apiVersion");
            String kind = document.requiredText("kind");
            PolicyKind ownKind = ownKinds.get(apiVersion + " " + kind);
            if (ownKind != null) {
                readOwnKind(ownKind, document, node, file);
            } else if (apiVersion.equals(OwnDocuments.API_VERSION)) {
                readOwn(kind, document, node, file);
            } else {
                refuseOtherVersion(apiVersion, document);
                readGovernor(kind, document, node, file);
            }
        }

        private void refuseOtherVersion(String apiVersion, YamlObject document) {
            if (!apiVersion.isEmpty() && !apiVersion.equals(API_VERSION)) {
                Set<String> known = new LinkedHashSet<>(Set.of(API_VERSION));
                known.add(OwnDocuments.API_VERSION);
                ownKinds.values().forEach(kind -> known.add(kind.apiVersion()));
                document.problem(
                        "apiVersion",
                        "apiVersion " + Excerpt.quoted(apiVersion) + " is not " + API_VERSION,
                        Suggestion.of(apiVersion, known));
            }
        }

        private void readGovernor(String kind, YamlObject document, YamlNode node, String file) {
            if (kind.equals(PolicyScan.KIND)) {
                readScan(document, node, file);
            } else if (PolicyKinds.evaluated().contains(kind)) {
                readPolicy(kind, document, node, file, KindAccess::read);
            } else if (PolicyKinds.notEvaluated().contains(kind)) {
                Metadata metadata = metadata(kind, document);
                document.requiredObject("spec", spec -> {
                    spec.allowOthers();
                    return true;
                });
                keep(kind, metadata, node, file);
            } else {
                Set<String> kinds = new LinkedHashSet<>(PolicyKinds.evaluated());
                kinds.addAll(PolicyKinds.notEvaluated());
                kinds.add(PolicyScan.KIND);
                refuseKind(kind, kinds, document);
            }
        }

        private void readOwn(String kind, YamlObject document, YamlNode node, String file) {
            if (kind.equals(Expression.KIND)) {
                readPolicy(
                        kind,
                        document,
                        node,
                        file,
                        (header, spec) -> KindAccess.readExpression(header, spec, languages));
            } else if (OwnDocuments.KINDS.contains(kind)) {
                String name = metadata(kind, document).name();
                own.read(kind, name, document);
            } else {
                Set<String> kinds = new LinkedHashSet<>(OwnDocuments.KINDS);
                kinds.add(Expression.KIND);
                refuseKind(kind, kinds, document);
            }
        }

        /** A kind that is passed over in silence would let a scan pass that should not. */
        private static void refuseKind(String kind, Set<String> kinds, YamlObject document) {
            document.allowOthers();
            if (!kind.isEmpty()) {
                document.problem("kind", "unknown kind " + Excerpt.quoted(kind), Suggestion.of(kind, kinds));
            }
        }

        private void readScan(YamlObject document, YamlNode node, String file) {
            Metadata metadata = metadata(PolicyScan.KIND, document);
            document.requiredObject("spec", spec -> {
                Optional<String> description = spec.text("description");
                Map<String, String> matchLabels = spec.requiredObject(
                                "policySelector", selector -> selector.requiredLabels("matchLabels"))
                        .orElse(Map.of());
                return !matchLabels.isEmpty() && scans.add(new PolicyScan(metadata.name(), description, matchLabels));
            });
            keep(PolicyScan.KIND, metadata, node, file);
        }

        private void readPolicy(
                String kind, YamlObject document, YamlNode node, String file, KindAccess.Reader reader) {
            Metadata metadata = metadata(kind, document);
            document.requiredObject("spec", spec -> policies.add(reader.read(header(kind, metadata, spec), spec)));
            keep(kind, metadata, node, file);
        }

        private void readOwnKind(PolicyKind kind, YamlObject document, YamlNode node, String file) {
            Metadata metadata = metadata(kind.kind(), document);
            document.requiredObject("spec", spec -> {
                PolicyHeader header = header(kind.kind(), metadata, spec);
                spec.allowOthers();
                return spec.readJson(json -> kind.read(header, json)).map(policies::add);
            });
            keep(kind.kind(), metadata, node, file);
        }

        private static PolicyHeader header(String kind, Metadata metadata, YamlObject spec) {
            return new PolicyHeader(
                    kind,
                    metadata.name(),
                    metadata.labels(),
                    spec.text("description"),
                    spec.text("remediation"),
                    spec.labels("resultsLabels"));
        }

        private void keep(String kind, Metadata metadata, YamlNode node, String file) {
            Json content = node.toJson();
            documents.add(new PolicyDocument(
                    kind, metadata.name(), content, file, node.place().line()));
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
                        Excerpt.quoted(name) + " is not a name: up to 253 letters, digits, '-', '.' and '_', with a"
                                + " letter or digit at both ends",
                        Optional.empty());
            }
            String definition = kind + " " + (kind.equals(PolicyScan.KIND) ? PolicyScan.normalized(name) : name);
            String earlier = definitions.putIfAbsent(definition, metadata.describe("name"));
            if (earlier != null) {
                metadata.problem("name", definition + " is already defined at " + earlier, Optional.empty());
            }
            return name;
        }
    }
}
