package dev.supplychain.model.grafeas.v1beta1.aiskillanalysis;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** File and line of a finding in an AI skill. */
@Value.Immutable
@JsonDeserialize(builder = FindingLocation.Builder.class)
@JsonPropertyOrder({"filePath", "lineNumber"})
public interface FindingLocation extends Message {
    /** Path of the file, relative to the root of the skill. */
    Optional<String> filePath();

    /** Line counted from 1; 0 or absent means the entire file or an unknown line. */
    OptionalLong lineNumber();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link FindingLocation}. */
    final class Builder extends ImmutableFindingLocation.Builder {
        Builder() {}
    }
}
