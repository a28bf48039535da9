package dev.supplychain.model.grafeas.v1beta1.intoto;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.intoto.InTotoStatement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * In-toto link: what a step ran, consumed and produced.
 *
 * <p>Proto: {@code grafeas.v1beta1.intoto.Link}.
 */
@Value.Immutable
@JsonDeserialize(builder = Link.Builder.class)
@JsonPropertyOrder({"command", "materials", "products", "byproducts", "environment"})
public interface Link extends Message {
    /**
     * Command that ran, one argument per element; empty when the step ran none. The proto calls it {@code
     * effective_command}.
     */
    List<String> command();

    /** Artifacts that went into the step. */
    List<Artifact> materials();

    /** Artifacts that came out of the step. */
    List<Artifact> products();

    /** Additional outputs such as console output and exit code. */
    Optional<ByProducts> byproducts();

    /** Environment in which the step ran. */
    Optional<Environment> environment();

    /**
     * The same as an in-toto statement with a link: the products are its subjects.
     *
     * @param stepName the name of the step, which Grafeas keeps in the note
     * @throws MalformedDataException when something has no place in a statement, such as a hash that is not a text; it
     *     names the place
     */
    default InTotoStatement toInToto(String stepName) {
        return LinkForms.toInToto(this, stepName);
    }

    /**
     * A statement with a link as Grafeas stores it, without the name of the step.
     *
     * <p>What Grafeas holds as texts, in the byproducts and the environment, can be anything in in-toto: what is no text
     * there becomes its JSON, as {@code 0} or {@code ["PATH=/bin"]}.
     *
     * @throws MalformedDataException when the predicate is not a link in version 0.3, or something has no place in
     *     Grafeas, such as the media type of an artifact; it names the place
     */
    static Link of(InTotoStatement statement) {
        return LinkForms.toGrafeas(statement);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * Additional outputs of an in-toto step.
     *
     * <p>Proto: {@code grafeas.v1beta1.intoto.Link.ByProducts}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = ByProducts.Builder.class)
    @JsonPropertyOrder({"customValues"})
    interface ByProducts extends Message {
        /** Output texts by name; customary names are {@code stdout}, {@code stderr} and {@code return-value}. */
        Map<String, String> customValues();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link ByProducts}. */
        final class Builder extends ImmutableByProducts.Builder {
            Builder() {}
        }
    }

    /**
     * Environment in which an in-toto step ran.
     *
     * <p>Proto: {@code grafeas.v1beta1.intoto.Link.Environment}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = Environment.Builder.class)
    @JsonPropertyOrder({"customValues"})
    interface Environment extends Message {
        /** Facts by name; customary names are {@code variables}, {@code filesystem} and {@code workdir}. */
        Map<String, String> customValues();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds an {@link Environment}. */
        final class Builder extends ImmutableEnvironment.Builder {
            Builder() {}
        }
    }

    /**
     * Artifact that an in-toto step consumed or produced.
     *
     * <p>Proto: {@code grafeas.v1beta1.intoto.Link.Artifact}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = Artifact.Builder.class)
    @JsonPropertyOrder({"hashes", "resourceUri"})
    interface Artifact extends Message {
        /** Hashes of the artifact. */
        Optional<ArtifactHashes> hashes();

        /** Path or URI of the artifact. */
        Optional<String> resourceUri();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds an {@link Artifact}. */
        final class Builder extends ImmutableArtifact.Builder {
            Builder() {}
        }
    }

    /**
     * Hashes of an artifact in an in-toto link. Hashes other than SHA-256 arrive as unknown fields.
     *
     * <p>Proto: {@code grafeas.v1beta1.intoto.Link.ArtifactHashes}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = ArtifactHashes.Builder.class)
    @JsonPropertyOrder({"sha256"})
    interface ArtifactHashes extends Message {
        /** SHA-256 as hex text. */
        Optional<String> sha256();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds an {@link ArtifactHashes}. */
        final class Builder extends ImmutableArtifactHashes.Builder {
            Builder() {}
        }
    }

    /** Builds a {@link Link}. */
    final class Builder extends ImmutableLink.Builder {
        Builder() {}
    }
}
