package dev.supplychain.model.governor;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.dsse.Envelope;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An attestation that the Governor made, and where it put it.
 *
 * <p>The answers of the two kinds of store differ: that of Artifactory has {@code uri}, {@code path} and
 * {@code predicate_type}, that of S3 {@code eTag} and {@code metadata}.
 *
 * <pre>{@code
 * {
 *   "storeType": "s3",
 *   "storeUri": "s3://attestations",
 *   "storeRequest": {"uri": "…", "body": {"payload": "…", "payloadType": "…", "signatures": []}},
 *   "storeResponse": {"eTag": "…"}
 * }
 * }</pre>
 */
@Value.Immutable
@JsonDeserialize(builder = StoredAttestation.Builder.class)
@JsonPropertyOrder({"storeType", "storeUri", "storeRequest", "storeResponse"})
public interface StoredAttestation extends Message {
    /** The kind of store: {@code artifactory} or {@code s3}. */
    Optional<String> storeType();

    /** The store. */
    Optional<String> storeUri();

    /** What the Governor sent to the store. */
    Optional<StoreRequest> storeRequest();

    /** What the store answered; an object whose members depend on the kind of store. */
    Optional<Json> storeResponse();

    /**
     * The attestation; absent when the Governor does not say what it stored.
     *
     * @throws MalformedDataException when what it stored is not an envelope, or not a signed one: a Governor without
     *     keys stores {@code "signatures": [{}]}
     */
    default Optional<Envelope> envelope() {
        return storeRequest().flatMap(StoreRequest::body).map(body -> Envelope.parse(body.toUtf8()));
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StoredAttestation}. */
    final class Builder extends ImmutableStoredAttestation.Builder {
        Builder() {}
    }

    /** What the Governor sent to a store. */
    @Value.Immutable
    @JsonDeserialize(builder = StoreRequest.Builder.class)
    @JsonPropertyOrder({"uri", "body"})
    interface StoreRequest extends Message {
        /** Where it was sent. */
        Optional<String> uri();

        /** The JSON of the DSSE envelope; {@link StoredAttestation#envelope()} reads it. */
        Optional<Json> body();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link StoreRequest}. */
        final class Builder extends ImmutableStoreRequest.Builder {
            Builder() {}
        }
    }
}
