package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.internal.OneOf;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * An in-toto statement v0.1 with one of three provenance predicates, unsigned. The signed bytes are the payload of the
 * envelope, and this copy may differ from them.
 *
 * <p>Proto: {@code grafeas.v1.InTotoStatement}.
 */
@Value.Immutable
@JsonDeserialize(builder = InTotoStatement.Builder.class)
@JsonPropertyOrder({"_type", "subject", "predicateType", "provenance", "slsaProvenance", "slsaProvenanceZeroTwo"})
public interface InTotoStatement extends Message {
    /** Type URI of the statement, {@code https://in-toto.io/Statement/v0.1}. */
    @JsonProperty("_type")
    Optional<String> type();

    /** The artifacts that the statement is about. */
    List<Subject> subject();

    /** Type URI of the predicate, for example {@code https://slsa.dev/provenance/v0.1}. */
    Optional<String> predicateType();

    /** The predicate, when it is the first in-toto provenance format. */
    Optional<InTotoProvenance> provenance();

    /** The predicate, when it is SLSA provenance v0.1. */
    Optional<SlsaProvenance> slsaProvenance();

    /** The predicate, when it is SLSA provenance v0.2. */
    Optional<SlsaProvenanceZeroTwo> slsaProvenanceZeroTwo();

    /**
     * The one part that is set, of {@code provenance}, {@code slsaProvenance}, {@code slsaProvenanceZeroTwo}; empty
     * when none is.
     */
    default Optional<Predicate> predicate() {
        return Stream.<Optional<? extends Predicate>>of(provenance(), slsaProvenance(), slsaProvenanceZeroTwo())
                .<Predicate>flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * The same statement in the form of in-toto; unknown members come along. An Any that holds a {@code
     * google.protobuf.Struct} becomes the object in it, and a {@code definedInMaterial} of -1 is left out.
     *
     * @throws MalformedDataException when the statement is not of version 0.1 or has no {@code predicateType}, the predicate is not the one that {@code predicateType} names, or an Any has no type; it names the
     *     place
     */
    default dev.supplychain.model.intoto.InTotoStatement toInToto() {
        return InTotoForms.toInToto(this);
    }

    /**
     * An in-toto statement v0.1 as Grafeas has it; unknown members come along. An object of any shape becomes an Any,
     * where it names no type one that holds a {@code google.protobuf.Struct}.
     *
     * @throws MalformedDataException when the statement is not of version 0.1, its predicate type is none of {@code
     *     https://in-toto.io/Provenance/v0.1} and SLSA provenance v0.1 and v0.2, or a member does not fit; it names the
     *     place in the in-toto statement
     */
    static InTotoStatement of(dev.supplychain.model.intoto.InTotoStatement statement) {
        return InTotoForms.toGrafeas(statement);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** What {@link InTotoStatement#predicate()} can be. */
    sealed interface Predicate permits InTotoProvenance, SlsaProvenance, SlsaProvenanceZeroTwo {}

    /** Builds an {@link InTotoStatement}. */
    final class Builder extends ImmutableInTotoStatement.Builder {
        Builder() {}

        /**
         * The message.
         *
         * @throws IllegalStateException when more than one part of {@code predicate} is set
         */
        @Override
        public InTotoStatement build() {
            InTotoStatement message = super.build();
            OneOf.named("InTotoStatement", "predicate")
                    .part("provenance", message.provenance())
                    .part("slsaProvenance", message.slsaProvenance())
                    .part("slsaProvenanceZeroTwo", message.slsaProvenanceZeroTwo())
                    .check();
            return message;
        }
    }
}
