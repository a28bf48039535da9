package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An upgrade that a resource could install.
 *
 * <p>Proto: {@code grafeas.v1.UpgradeOccurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = UpgradeOccurrence.Builder.class)
@JsonPropertyOrder({"package", "parsedVersion", "distribution", "windowsUpdate"})
public non-sealed interface UpgradeOccurrence extends Message, Occurrence.Details {
    /** Name of the package; required except for Windows. */
    @JsonProperty("package")
    Optional<String> pkg();

    /** Version that the upgrade leads to; required except for Windows. */
    Optional<Version> parsedVersion();

    /** What the vendor of the resource's operating system says about the upgrade. */
    Optional<UpgradeDistribution> distribution();

    /** The Windows update; required for Windows. */
    Optional<WindowsUpdate> windowsUpdate();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link UpgradeOccurrence}. */
    final class Builder extends ImmutableUpgradeOccurrence.Builder {
        Builder() {}
    }
}
