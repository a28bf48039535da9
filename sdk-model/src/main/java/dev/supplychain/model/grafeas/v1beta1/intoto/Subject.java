package dev.supplychain.model.grafeas.v1beta1.intoto;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Artifact that an in-toto statement is about.
 *
 * <p>Proto: {@code grafeas.v1beta1.intoto.Subject}.
 */
@Value.Immutable
@JsonDeserialize(builder = Subject.Builder.class)
@JsonPropertyOrder({"name", "digest"})
public interface Subject extends Message {
    /** Name that distinguishes the artifact from the other subjects. */
    Optional<String> name();

    /** Hex digests, keyed by algorithm such as {@code sha256}. Match artifacts by them, not by name. */
    Map<String, String> digest();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Subject}. */
    final class Builder extends ImmutableSubject.Builder {
        Builder() {}
    }
}
