package dev.supplychain.policy.kinds;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.sbom.SbomComponent;
import dev.supplychain.model.sbom.SbomComponents;
import dev.supplychain.policy.EvaluationContext;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.Finding;
import dev.supplychain.policy.Policy;
import dev.supplychain.policy.PolicyHeader;
import dev.supplychain.policy.PredicateSource;
import dev.supplychain.policy.internal.YamlObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which packages a build may resolve.
 *
 * <pre>{@code
 * kind: PackageUrl
 * spec:
 *   matchingStrategy: none-match
 *   purls:
 *     - pkg:maven/org.projectlombok/lombok
 *     - pkg:maven/org.example/bad-lib@1.0.*
 * }</pre>
 *
 * @param header what every policy has
 * @param matchingStrategy whether these are the allowed or the forbidden packages
 * @param purls the packages; at least one
 * @see <a href="https://docs.gradle.com/develocity/provenance-governor/1.8/policy-type-package-url/">PackageUrl</a>
 */
public record PackageUrl(PolicyHeader header, MatchingStrategy matchingStrategy, List<PurlPattern> purls)
        implements Policy {
    /** The {@code kind} of such a document. */
    public static final String KIND = "PackageUrl";

    /** How many offending packages a result lists; the whole list of a large build would hide the others. */
    private static final int MAX_OFFENDING = 1000;

    private static final Question<Packages> QUESTION = Question.of(
                    dev.supplychain.model.governor.predicate.ResolvedDependencies.PREDICATE_TYPE,
                    predicate -> new Packages(PredicateFields.of(predicate).texts("purls"), List.of()))
            .or(
                    PredicateSource.CYCLONEDX,
                    SbomFamilies.CYCLONEDX,
                    (type, predicate) -> Optional.of(Packages.ofCycloneDx(predicate)))
            .or(
                    PredicateSource.SPDX,
                    SbomFamilies.SPDX,
                    (type, predicate) -> Optional.of(
                            Packages.of(SbomComponents.of(type, predicate).toList())))
            .or(
                    PredicateSource.SLSA_PROVENANCE,
                    SlsaProvenance.FAMILY,
                    (type, predicate) ->
                            SlsaProvenance.of(type, predicate).purls().map(purls -> new Packages(purls, List.of())));

    /** Copies the patterns. */
    public PackageUrl {
        purls = List.copyOf(purls);
    }

    static PackageUrl read(PolicyHeader header, YamlObject spec) {
        return new PackageUrl(
                header,
                spec.requiredConstant("matchingStrategy", MatchingStrategy.class, MatchingStrategy::text),
                spec.requiredTexts("purls", PurlPattern::parse));
    }

    @Override
    public Set<String> predicateTypes(EvaluationContext context) {
        return QUESTION.predicateTypes(context);
    }

    @Override
    public List<Finding> evaluate(List<Evidence> evidence, EvaluationContext context) {
        return evidence.stream()
                .flatMap(attestation ->
                        QUESTION.ask(List.of(attestation), context, packages -> judge(packages, attestation)).stream())
                .toList();
    }

    private Finding judge(Packages packages, Evidence attestation) {
        List<String> offending = offending(packages);
        Map<String, Json> details = new LinkedHashMap<>();
        if (!offending.isEmpty()) {
            details.put("vulnerablePackage", Json.of(offending.get(0)));
            details.put("predicateType", Json.of(attestation.statement().predicateType()));
            if (offending.size() > 1) {
                details.put("packages", Json.strings(offending));
            }
        }
        return Finding.of(offending.isEmpty(), details).withOffending(offending);
    }

    private List<String> offending(Packages packages) {
        Set<String> offending = new LinkedHashSet<>();
        PurlPattern.Purl parts = new PurlPattern.Purl();
        for (String purl : packages.purls()) {
            if (offends(purl, parts) && offending.size() < MAX_OFFENDING) {
                offending.add(purl);
            }
        }
        if (matchingStrategy == MatchingStrategy.MUST_MATCH) {
            packages.unnamed().stream().limit(MAX_OFFENDING).forEach(offending::add);
        }
        return List.copyOf(offending);
    }

    /** What is not a package URL is neither surely allowed nor surely not forbidden. */
    private boolean offends(String purl, PurlPattern.Purl parts) {
        boolean noneMatch = matchingStrategy == MatchingStrategy.NONE_MATCH;
        try {
            parts.set(purl);
        } catch (MalformedDataException e) {
            return true;
        }
        for (PurlPattern pattern : purls) {
            if (pattern.fits(parts, noneMatch)) {
                return noneMatch;
            }
        }
        return !noneMatch;
    }

    /**
     * What an attestation names.
     *
     * @param purls the packages that have a package URL
     * @param unnamed the names of the others
     */
    record Packages(List<String> purls, List<String> unnamed) {
        /** Straight from the tree: a component has many members, and only one of them is asked for. */
        static Packages ofCycloneDx(Json document) {
            Packages packages = new Packages(new ArrayList<>(), new ArrayList<>());
            packages.addComponents(document, "");
            return packages;
        }

        private void addComponents(Json holder, String place) {
            if (holder.kind() != Json.Kind.OBJECT) {
                throw new MalformedDataException("predicate", place, "is not an object");
            }
            Json components = holder.members().get("components");
            if (components == null || components.isNull()) {
                return;
            }
            String at = place + "/components";
            if (components.kind() != Json.Kind.ARRAY) {
                throw new MalformedDataException("predicate", at, "is not an array");
            }
            for (Json component : components.elements()) {
                addComponents(component, at);
                Json purl = component.members().get("purl");
                if (purl == null || purl.isNull()) {
                    unnamed.add(component.get("name").map(Json::string).orElse("unnamed component"));
                } else {
                    purls.add(text(purl, at));
                }
            }
        }

        private static String text(Json purl, String at) {
            if (purl.kind() != Json.Kind.STRING) {
                throw new MalformedDataException("predicate", at, "has a purl that is not a string");
            }
            return purl.string();
        }

        static Packages of(List<SbomComponent> components) {
            List<String> purls = new ArrayList<>(components.size());
            List<String> unnamed = new ArrayList<>();
            for (SbomComponent component : components) {
                component
                        .purl()
                        .ifPresentOrElse(
                                purls::add, () -> unnamed.add(component.name().orElse("unnamed component")));
            }
            return new Packages(purls, unnamed);
        }
    }
}
