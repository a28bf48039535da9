package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** The file and line of a finding. */
@Value.Immutable
@JsonDeserialize(builder = FindingLocation.Builder.class)
@JsonPropertyOrder({"filePath", "lineNumber"})
public interface FindingLocation extends Message {
    /** Path of the file, relative to the skill. */
    Optional<String> filePath();

    /** Line number, counted from 1; 0 or absent means the whole file or an unknown line. */
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
