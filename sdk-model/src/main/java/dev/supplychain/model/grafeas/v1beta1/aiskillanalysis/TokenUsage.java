package dev.supplychain.model.grafeas.v1beta1.aiskillanalysis;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Tokens consumed by a language model scan. Absent counts are 0. */
@Value.Immutable
@JsonDeserialize(builder = TokenUsage.Builder.class)
@JsonPropertyOrder({"cacheCount", "candidateCount", "promptCount", "thinkingCount", "toolUsePromptCount"})
public interface TokenUsage extends Message {
    /** Tokens served from the implicit cache. */
    OptionalLong cacheCount();

    /** Tokens that the model answered with. */
    OptionalLong candidateCount();

    /** Tokens of the request. */
    OptionalLong promptCount();

    /** Tokens spent on reasoning. */
    OptionalLong thinkingCount();

    /** Prompt tokens spent on tool calls. */
    OptionalLong toolUsePromptCount();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TokenUsage}. */
    final class Builder extends ImmutableTokenUsage.Builder {
        Builder() {}
    }
}
