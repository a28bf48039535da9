package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An upgrade that leads a package to one version, or a Windows update.
 *
 * <p>Proto: {@code grafeas.v1.UpgradeNote}.
 */
@Value.Immutable
@JsonDeserialize(builder = UpgradeNote.Builder.class)
@JsonPropertyOrder({"package", "version", "distributions", "windowsUpdate"})
public non-sealed interface UpgradeNote extends Message, Note.Type {
    /** Name of the package; required except for Windows. */
    @JsonProperty("package")
    Optional<String> pkg();

    /** Version that the upgrade leads to; required except for Windows. */
    Optional<Version> version();

    /** What the vendors of operating systems say about the upgrade. */
    List<UpgradeDistribution> distributions();

    /** The Windows update; required for Windows. */
    Optional<WindowsUpdate> windowsUpdate();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link UpgradeNote}. */
    final class Builder extends ImmutableUpgradeNote.Builder {
        Builder() {}
    }
}
