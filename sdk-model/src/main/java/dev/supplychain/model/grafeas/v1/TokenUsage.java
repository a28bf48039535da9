package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** How many tokens the scan by a language model used. */
@Value.Immutable
@JsonDeserialize(builder = TokenUsage.Builder.class)
@JsonPropertyOrder({"cacheCount", "candidateCount", "promptCount", "thinkingCount", "toolUsePromptCount"})
public interface TokenUsage extends Message {
    /** Prompt tokens that were served from the cache. */
    OptionalLong cacheCount();

    /** Tokens in the answer. */
    OptionalLong candidateCount();

    /** Tokens in the request. */
    OptionalLong promptCount();

    /** Tokens spent on reasoning. */
    OptionalLong thinkingCount();

    /** Prompt tokens spent on the use of tools. */
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
