package dev.supplychain.model.endor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import dev.supplychain.model.Message;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.rpc.Any;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What all of Endor's resources have: a name, a description, tags, and what the service notes about them.
 *
 * <pre>{@code
 * {"name": "app@sha256:9f86d0…", "tags": ["release"], "annotations": {"team": "payments"}}
 * }</pre>
 */
@Value.Immutable
@JsonDeserialize(builder = Meta.Builder.class)
@JsonPropertyOrder({
    "annotations",
    "create_time",
    "created_by",
    "description",
    "index_data",
    "kind",
    "name",
    "parent_kind",
    "parent_uuid",
    "references",
    "tags",
    "update_time",
    "updated_by",
    "upsert_time",
    "version"
})
public interface Meta extends Message {
    /** Any texts, by keys of letters, digits, {@code _}, {@code .} and {@code -}; at most 16,384 UTF-8 bytes each. */
    @JsonProperty("annotations")
    Map<String, String> annotations();

    /** When the resource was created. Set by the service, never sent. */
    @JsonProperty("create_time")
    Optional<Timestamp> createTime();

    /** Who created it, such as {@code ewok@endor.ai@google@api-key}. Set by the service, never sent. */
    @JsonProperty("created_by")
    Optional<String> createdBy();

    /** A description of fewer than 1,024 UTF-8 bytes. */
    @JsonProperty("description")
    Optional<String> description();

    /** What the service's search knows. Set by the service, never sent. */
    @JsonProperty("index_data")
    Optional<IndexData> indexData();

    /** The kind of resource, such as {@code ArtifactSignature}. Set by the service, never sent. */
    @JsonProperty("kind")
    Optional<String> kind();

    /**
     * The name, required when sending. The documentation allows 63 characters, the vendor's own programs send more: see
     * {@link ArtifactSignature#warnings()}.
     */
    @JsonProperty("name")
    Optional<String> name();

    /** The kind of the parent, such as {@code Project}. */
    @JsonProperty("parent_kind")
    Optional<String> parentKind();

    /** The UUID of the parent. */
    @JsonProperty("parent_uuid")
    Optional<String> parentUuid();

    /** Other resources that a query asked for, by name. Set by the service, never sent. */
    @JsonProperty("references")
    Map<String, Any> references();

    /** Tags to find the resource by, of at most 255 characters each. */
    @JsonProperty("tags")
    List<String> tags();

    /** When the resource was last created, changed or deleted. Set by the service, never sent. */
    @JsonProperty("update_time")
    Optional<Timestamp> updateTime();

    /** Who last changed it. Set by the service, never sent. */
    @JsonProperty("updated_by")
    Optional<String> updatedBy();

    /** When the resource was last written, the first time included. Set by the service, never sent. */
    @JsonProperty("upsert_time")
    Optional<Timestamp> upsertTime();

    /** The version of the message. Set by the service, never sent. */
    @JsonProperty("version")
    Optional<String> version();

    /** Starts an empty one; the name is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Meta}. */
    @JsonPOJOBuilder(buildMethodName = "buildPartial")
    final class Builder extends ImmutableMeta.Builder {
        Builder() {}

        /**
         * The value.
         *
         * @throws IllegalStateException when the name is missing
         * @throws IllegalArgumentException when a description, tag or annotation is over its limit, or an annotation's key
         *     has other characters than letters, digits, {@code _}, {@code .} and {@code -}
         */
        @Override
        public Meta build() {
            return CreateRules.checked(super.build());
        }

        /** The value, unchecked: what a service answered, or the part of a resource that an update changes. */
        public Meta buildPartial() {
            return super.build();
        }
    }
}
