package dev.supplychain.model.governor.predicate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.PackageUrl;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which packages the build resolved.
 *
 * <pre>{@code
 * {
 *   "buildScanUri": "https://develocity.example.com/s/bjvognekiphus",
 *   "purls": ["pkg:maven/com.example/lib@1.2.0"]
 * }
 * }</pre>
 */
@Value.Immutable
@JsonDeserialize(builder = ResolvedDependencies.Builder.class)
@JsonPropertyOrder({"buildScanUri", "purls"})
public interface ResolvedDependencies extends Message {
    /** The predicate type that names it in a statement. */
    String PREDICATE_TYPE = "https://gradle.com/attestation/resolved-dependencies/v1";

    /** Where the Build Scan is read. */
    Optional<String> buildScanUri();

    /** The package URLs, each once and in order; empty when the build resolved nothing. */
    List<String> purls();

    /**
     * The dependencies as package URLs.
     *
     * @throws dev.supplychain.model.MalformedDataException when one is not a package URL
     */
    default List<PackageUrl> packageUrls() {
        return purls().stream().map(PackageUrl::parse).toList();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ResolvedDependencies}. */
    final class Builder extends ImmutableResolvedDependencies.Builder {
        Builder() {}
    }
}
