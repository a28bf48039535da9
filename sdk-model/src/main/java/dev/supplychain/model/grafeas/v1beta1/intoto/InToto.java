package dev.supplychain.model.grafeas.v1beta1.intoto;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.Note;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * One step of an in-toto layout: who may sign it, what it may consume, produce and run.
 *
 * <p>Proto: {@code grafeas.v1beta1.intoto.InToto}.
 */
@Value.Immutable
@JsonDeserialize(builder = InToto.Builder.class)
@JsonPropertyOrder({"stepName", "signingKeys", "expectedMaterials", "expectedProducts", "expectedCommand", "threshold"})
public non-sealed interface InToto extends Message, Note.Type {
    /** Name of the step. */
    Optional<String> stepName();

    /** Keys allowed to sign the link metadata of the step. */
    List<SigningKey> signingKeys();

    /** Rules for what the step may consume. */
    List<ArtifactRule> expectedMaterials();

    /** Rules for what the step may produce. */
    List<ArtifactRule> expectedProducts();

    /** Command line the step should run, one argument per element. */
    List<String> expectedCommand();

    /** How many different keys must have signed the link. Absent means 0, so a verifier has to insist on at least 1. */
    OptionalLong threshold();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * One in-toto rule about materials or products, split into its words.
     *
     * <p>Proto: {@code grafeas.v1beta1.intoto.InToto.ArtifactRule}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = ArtifactRule.Builder.class)
    @JsonPropertyOrder({"artifactRule"})
    interface ArtifactRule extends Message {
        /**
         * Words of the rule, for example {@code MATCH}, {@code *}, {@code WITH}, {@code PRODUCTS}, {@code FROM},
         * {@code build}.
         */
        List<String> artifactRule();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds an {@link ArtifactRule}. */
        final class Builder extends ImmutableArtifactRule.Builder {
            Builder() {}
        }
    }

    /** Builds an {@link InToto}. */
    final class Builder extends ImmutableInToto.Builder {
        Builder() {}
    }
}
