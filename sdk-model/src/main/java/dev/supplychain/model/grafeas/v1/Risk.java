package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How dangerous a vulnerability is in practice: known exploitation and its estimated likelihood.
 *
 * <p>Proto: {@code grafeas.v1.Risk}.
 */
@Value.Immutable
@JsonDeserialize(builder = Risk.Builder.class)
@JsonPropertyOrder({"cisaKev", "epss"})
public interface Risk extends Message {
    /** The entry in CISA's catalogue of exploited vulnerabilities; absent when there is none. */
    Optional<CISAKnownExploitedVulnerabilities> cisaKev();

    /** The EPSS estimate; absent when there is none. */
    Optional<ExploitPredictionScoringSystem> epss();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Risk}. */
    final class Builder extends ImmutableRisk.Builder {
        Builder() {}
    }
}
