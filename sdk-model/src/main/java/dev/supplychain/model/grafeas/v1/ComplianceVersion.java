package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The benchmark document, in one version, for one operating system.
 *
 * <p>Proto: {@code grafeas.v1.ComplianceVersion}.
 */
@Value.Immutable
@JsonDeserialize(builder = ComplianceVersion.Builder.class)
@JsonPropertyOrder({"cpeUri", "version", "benchmarkDocument"})
public interface ComplianceVersion extends Message {
    /** CPE URI of the operating system. */
    Optional<String> cpeUri();

    /** Version of the benchmark document. */
    Optional<String> version();

    /** Title of the benchmark document, for example CIS Container-Optimized OS. */
    Optional<String> benchmarkDocument();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ComplianceVersion}. */
    final class Builder extends ImmutableComplianceVersion.Builder {
        Builder() {}
    }
}
