package dev.supplychain.model.endor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A change of some fields of a signature; sent with {@code PATCH} to the collection, not to the signature.
 *
 * <pre>{@code
 * {
 *   "object": {"uuid": "6512…", "spec": {"revoked": true}},
 *   "request": {"update_mask": "spec.revoked"}
 * }
 * }</pre>
 */
@Value.Immutable
@JsonDeserialize(builder = UpdateArtifactSignatureRequest.Builder.class)
@JsonPropertyOrder({"object", "request"})
public interface UpdateArtifactSignatureRequest extends Message {
    /** The signature: its uuid and what is changed. What the mask names and this lacks is cleared. */
    @JsonProperty("object")
    Optional<ArtifactSignature> object();

    /** Which fields are changed. */
    @JsonProperty("request")
    Optional<UpdateRequest> request();

    /**
     * The change that makes those fields what they are in the given signature.
     *
     * @param signature what it should be, with its uuid; nothing but the uuid and what the paths name is sent
     * @param paths the fields to change, such as {@code spec.revoked} or {@code meta.tags}
     * @throws IllegalStateException when the uuid is missing
     * @throws IllegalArgumentException when there is no path, or one is no path, or the service alone sets what it names
     */
    static UpdateArtifactSignatureRequest of(ArtifactSignature signature, String... paths) {
        UpdateMask mask = UpdateMask.of(paths);
        return builder()
                .object(mask.pruned(signature))
                .request(UpdateRequest.builder().updateMask(mask.toString()).build())
                .build();
    }

    /**
     * The change that revokes a signature.
     *
     * @param uuid the signature's id
     */
    static UpdateArtifactSignatureRequest revoke(String uuid) {
        return of(
                ArtifactSignature.builder()
                        .uuid(uuid)
                        .spec(ArtifactSignatureSpec.builder().revoked(true).buildPartial())
                        .buildPartial(),
                "spec.revoked");
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link UpdateArtifactSignatureRequest}. */
    final class Builder extends ImmutableUpdateArtifactSignatureRequest.Builder {
        Builder() {}
    }

    /**
     * What of the resource is changed.
     */
    @Value.Immutable
    @JsonDeserialize(builder = UpdateRequest.Builder.class)
    @JsonPropertyOrder({"update_mask", "force"})
    interface UpdateRequest extends Message {
        /** The paths that are changed, with commas between them, such as {@code spec.revoked,meta.tags}. */
        @JsonProperty("update_mask")
        Optional<String> updateMask();

        /** True to change what the service would otherwise protect. */
        @JsonProperty("force")
        @Value.Default
        default boolean force() {
            return false;
        }

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds an {@link UpdateRequest}. */
        final class Builder extends ImmutableUpdateRequest.Builder {
            Builder() {}
        }
    }
}
