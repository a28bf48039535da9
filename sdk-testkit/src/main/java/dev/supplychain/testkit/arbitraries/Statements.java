package dev.supplychain.testkit.arbitraries;

import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.ResourceDescriptor;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** In-toto statements; in properties simply {@code @ForAll InTotoStatement statement}. */
public final class Statements {
    private static final int MAX_SUBJECTS = 3;
    private static final double MOSTLY = 0.9;

    private Statements() {}

    /** Statements of version 1 and 0.1 about one to three artifacts, with a predicate of any content or none. */
    public static Arbitrary<InTotoStatement> any() {
        return Combinators.combine(
                        Arbitraries.of(InTotoStatement.STATEMENT_V1, InTotoStatement.STATEMENT_V0_1),
                        subjects().list().ofMinSize(1).ofMaxSize(MAX_SUBJECTS),
                        Atoms.uri(),
                        JsonValues.objects().optional(MOSTLY))
                .as((type, subjects, predicateType, predicate) -> InTotoStatement.builder()
                        .type(type)
                        .addAllSubject(subjects)
                        .predicateType(predicateType)
                        .predicate(predicate)
                        .build());
    }

    /** Artifacts with a digest, as a subject needs one. */
    public static Arbitrary<ResourceDescriptor> subjects() {
        return Combinators.combine(
                        Atoms.text().optional(),
                        Atoms.uri().optional(),
                        Digests.any().list().ofMinSize(1).ofMaxSize(2))
                .as((name, uri, digests) -> {
                    ResourceDescriptor.Builder subject =
                            ResourceDescriptor.builder().name(name).uri(uri);
                    digests.forEach(subject::addDigest);
                    return subject.build();
                });
    }
}
