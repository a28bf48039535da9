package dev.supplychain.model.governor.predicate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * From which repositories the build resolved packages.
 *
 * <pre>{@code
 * {
 *   "buildScanUri": "https://develocity.example.com/s/bjvognekiphus",
 *   "uris": ["https://repo.maven.apache.org/maven2/"]
 * }
 * }</pre>
 */
@Value.Immutable
@JsonDeserialize(builder = ResolvedDependenciesRepositories.Builder.class)
@JsonPropertyOrder({"buildScanUri", "uris"})
public interface ResolvedDependenciesRepositories extends Message {
    /** The predicate type that names it in a statement. */
    String PREDICATE_TYPE = "https://gradle.com/attestation/resolved-dependencies-repositories/v1";

    /** Where the Build Scan is read. */
    Optional<String> buildScanUri();

    /** The repositories, with scheme. */
    List<String> uris();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ResolvedDependenciesRepositories}. */
    final class Builder extends ImmutableResolvedDependenciesRepositories.Builder {
        Builder() {}
    }
}
