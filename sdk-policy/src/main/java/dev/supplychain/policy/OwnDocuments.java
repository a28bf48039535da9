package dev.supplychain.policy;

import dev.supplychain.model.Digest;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.policy.internal.Issues;
import dev.supplychain.policy.internal.Parameters;
import dev.supplychain.policy.internal.Suggestion;
import dev.supplychain.policy.internal.YamlNode;
import dev.supplychain.policy.internal.YamlObject;
import dev.supplychain.policy.kinds.WildcardPattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The documents that the server does not know: how its policies are applied here. */
final class OwnDocuments {
    static final String API_VERSION = "policy.supplychain.dev/v1";
    static final Set<String> KINDS =
            new TreeSet<>(Set.of(PolicySettings.KIND, Waiver.KIND, SignerBinding.KIND, Parameters.KIND));

    private final List<PolicySettings> settings = new ArrayList<>();
    private final List<Waiver> waivers = new ArrayList<>();
    private final List<SignerBinding> bindings = new ArrayList<>();
    private final Map<String, String> settingsSeen = new HashMap<>();
    /** What to say of a target that is not there; told when all files are read. */
    private final List<Target> targets = new ArrayList<>();

    private record Target(String uri, YamlObject spec) {}

    List<PolicySettings> settings() {
        return settings;
    }

    List<Waiver> waivers() {
        return waivers;
    }

    List<SignerBinding> bindings() {
        return bindings;
    }

    /** Takes the values of a {@code Parameters} document, before the others are read. */
    static void readParameters(YamlNode document, Parameters values, Issues issues) {
        if (document instanceof YamlNode.Mapping fields
                && fields.hasText("apiVersion", API_VERSION)
                && fields.hasText("kind", Parameters.KIND)) {
            fields.field("spec")
                    .filter(YamlNode.Mapping.class::isInstance)
                    .flatMap(spec -> ((YamlNode.Mapping) spec).field("values"))
                    .ifPresent(node -> values.addDefaults(node, issues));
        }
    }

    void read(String kind, String name, YamlObject document) {
        document.requiredObject("spec", spec -> {
            switch (kind) {
                case PolicySettings.KIND -> readSettings(spec);
                case Waiver.KIND -> readWaiver(name, spec);
                case SignerBinding.KIND -> readBinding(name, spec);
                default -> spec.requiredLabels("values"); // read before, see readParameters
            }
            return true;
        });
    }

    private void readSettings(YamlObject spec) {
        String uri = target(spec);
        Optional<Mode> mode = spec.constant("mode", Mode.class, Mode::text);
        Set<PredicateSource> predicates =
                new LinkedHashSet<>(spec.constants("predicates", PredicateSource.class, PredicateSource::text));
        settings.add(new PolicySettings(uri, mode.orElse(Mode.ENFORCE), spec.instant("expires"), predicates));
        String earlier = settingsSeen.putIfAbsent(uri, spec.describe("policy"));
        if (earlier != null && !uri.isEmpty()) {
            spec.problem("policy", uri + " already has settings at " + earlier, Optional.empty());
        }
    }

    private void readWaiver(String name, YamlObject spec) {
        String uri = target(spec);
        List<WildcardPattern> values = spec.texts("values", WildcardPattern::parse);
        List<Digest> artifacts = spec.texts("artifacts", Digest::parse);
        Optional<Instant> notBefore = spec.instant("notBefore");
        Optional<Instant> expires = spec.requiredInstant("expires");
        String justification = spec.requiredText("justification");
        Optional<String> approvedBy = spec.text("approvedBy");
        if (notBefore.isPresent() && expires.filter(notBefore.get()::isBefore).isEmpty()) {
            expires.ifPresent(end -> spec.problem(
                    "expires", "the waiver expires at " + end + ", not after it begins", Optional.empty()));
        } else if (expires.isPresent() && !justification.isEmpty()) {
            waivers.add(new Waiver(name, uri, values, artifacts, notBefore, expires.get(), justification, approvedBy));
        }
    }

    private void readBinding(String name, YamlObject spec) {
        List<WildcardPattern> types = spec.requiredTexts("predicateTypes", WildcardPattern::parse);
        Set<String> signers = new LinkedHashSet<>(spec.requiredTexts("signers", text -> text));
        int threshold = spec.integer("threshold", 1, Integer.MAX_VALUE).orElse(1);
        if (!signers.isEmpty() && threshold > signers.size()) {
            spec.problem(
                    "threshold",
                    threshold + " is more than the number of distinct signers, " + signers.size(),
                    Optional.empty());
        } else if (!signers.isEmpty()) {
            bindings.add(new SignerBinding(name, types, signers, threshold));
        }
    }

    /** The policy that {@code spec.policy} names, as Kind/name or in full. */
    private String target(YamlObject spec) {
        String text = spec.requiredText("policy");
        if (text.isEmpty()) {
            return text;
        }
        String uri = text.startsWith("/policies/") ? text : "/policies/" + text;
        targets.add(new Target(uri, spec));
        return uri;
    }

    /** A misspelt policy would leave a waiver or a mode without effect, or give it to another one later. */
    void checkTargets(List<Policy> policies) {
        Set<String> uris = new LinkedHashSet<>();
        policies.forEach(policy -> uris.add(policy.header().uri()));
        for (Target target : targets) {
            if (!uris.contains(target.uri()) && !target.spec().hasEnoughProblems()) {
                target.spec()
                        .problem(
                                "policy",
                                "there is no policy " + Excerpt.quoted(target.uri()),
                                Suggestion.of(target.uri(), uris));
            }
        }
    }
}
