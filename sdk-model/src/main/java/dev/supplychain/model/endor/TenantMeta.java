package dev.supplychain.model.endor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The namespace that owns a resource.
 *
 * <pre>{@code
 * {"namespace": "endor.prod.app"}
 * }</pre>
 */
@Value.Immutable
@JsonDeserialize(builder = TenantMeta.Builder.class)
@JsonPropertyOrder("namespace")
public interface TenantMeta extends Message {
    /** The full name of the namespace, parents first, such as {@code endor.prod.app}; required when sending. */
    @JsonProperty("namespace")
    Optional<String> namespace();

    /**
     * The owner of that name.
     *
     * @throws IllegalArgumentException when the name is not labels with dots between them
     */
    static TenantMeta of(String namespace) {
        return builder().namespace(namespace).build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TenantMeta}. */
    @JsonPOJOBuilder(buildMethodName = "buildPartial")
    final class Builder extends ImmutableTenantMeta.Builder {
        Builder() {}

        /**
         * The owner.
         *
         * @throws IllegalStateException when the namespace is missing
         * @throws IllegalArgumentException when it is not labels with dots between them
         */
        @Override
        public TenantMeta build() {
            return CreateRules.checked(super.build());
        }

        /** The owner, unchecked: what a service answered. */
        public TenantMeta buildPartial() {
            return super.build();
        }
    }
}
