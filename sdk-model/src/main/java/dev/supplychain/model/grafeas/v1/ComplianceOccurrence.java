package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A failed compliance check on a resource: the files at fault or the reason.
 *
 * <p>Proto: {@code grafeas.v1.ComplianceOccurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = ComplianceOccurrence.Builder.class)
@JsonPropertyOrder({"nonCompliantFiles", "nonComplianceReason", "version"})
public non-sealed interface ComplianceOccurrence extends Message, Occurrence.Details {
    /** The files that failed the check; empty when the failure is not about files. */
    List<NonCompliantFile> nonCompliantFiles();

    /** Why the check failed. */
    Optional<String> nonComplianceReason();

    /** Operating system and benchmark version that the check ran against. */
    Optional<ComplianceVersion> version();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ComplianceOccurrence}. */
    final class Builder extends ImmutableComplianceOccurrence.Builder {
        Builder() {}
    }
}
