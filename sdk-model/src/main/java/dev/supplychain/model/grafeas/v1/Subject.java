package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An artifact that an in-toto statement is about, identified by its digests.
 *
 * <p>Proto: {@code grafeas.v1.Subject}.
 */
@Value.Immutable
@JsonDeserialize(builder = Subject.Builder.class)
@JsonPropertyOrder({"name", "digest"})
public interface Subject extends Message {
    /** Name of the artifact; consumers match by digest, not by name. */
    Optional<String> name();

    /** Digests of the artifact in hexadecimal, by algorithm name. */
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
