package dev.supplychain.model.governor.predicate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.Timestamp;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * To which repositories a package was published.
 *
 * <pre>{@code
 * {
 *   "uris": ["repo.example.com/docker"],
 *   "timePublished": "2026-02-13T10:15:30Z",
 *   "sourcedFrom": "urn:oidc:repo:octocat/hello-world"
 * }
 * }</pre>
 */
@Value.Immutable
@JsonDeserialize(builder = PublishRepositories.Builder.class)
@JsonPropertyOrder({"uris", "timePublished", "sourcedFrom"})
public interface PublishRepositories extends Message {
    /** The predicate type that names it in a statement. */
    String PREDICATE_TYPE = "https://gradle.com/attestation/publish-repositories/v1";

    /** The repositories, without scheme. */
    List<String> uris();

    /** When the package was published. */
    Optional<Timestamp> timePublished();

    /** Who said so: {@code urn:oidc:…} or {@code urn:basic-identity:…}. */
    Optional<String> sourcedFrom();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PublishRepositories}. */
    final class Builder extends ImmutablePublishRepositories.Builder {
        Builder() {}
    }
}
