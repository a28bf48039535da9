package dev.supplychain.model.intoto;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.internal.JsonCodec;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What somebody claims about artifacts: subjects, the type of the claim, and the claim.
 *
 * <p>A statement that was read proves nothing by itself; sdk-dsse hands out a {@code VerifiedStatement} after checking
 * the signatures of the envelope around it.
 *
 * <pre>{@code
 * {"_type": "https://in-toto.io/Statement/v1",
 *  "subject": [{"name": "app.jar", "digest": {"sha256": "9f86d0…"}}],
 *  "predicateType": "https://slsa.dev/provenance/v1",
 *  "predicate": {…}}
 * }</pre>
 *
 * @see <a href="https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md">in-toto Statement v1</a>
 */
@Value.Immutable
@JsonDeserialize(builder = InTotoStatement.Builder.class)
@JsonPropertyOrder({"_type", "subject", "predicateType", "predicate"})
public interface InTotoStatement extends Message {
    /** The {@link #type()} of version 1. */
    String STATEMENT_V1 = "https://in-toto.io/Statement/v1";

    /** The {@link #type()} of version 0.1, which Cloud Build and cosign 2 still write. */
    String STATEMENT_V0_1 = "https://in-toto.io/Statement/v0.1";

    /** The payload type of a DSSE envelope around a statement. */
    String PAYLOAD_TYPE = "application/vnd.in-toto+json";

    /** The version of the statement: {@link #STATEMENT_V1} unless said otherwise. */
    @JsonProperty("_type")
    @Value.Default
    default String type() {
        return STATEMENT_V1;
    }

    /** The artifacts the statement is about; each needs a digest to be matched. */
    @JsonInclude // required even when empty
    List<ResourceDescriptor> subject();

    /** The URI that says what the predicate is, such as {@code https://slsa.dev/provenance/v1}. */
    String predicateType();

    /** The claim itself, an object whose shape {@link #predicateType()} decides; absent stands for an empty one. */
    Optional<Json> predicate();

    /**
     * The claim as a typed message, such as {@code predicateAs(Provenance.class)}. Check {@link #predicateType()} first:
     * any object fits a type whose members are all optional.
     *
     * @throws MalformedDataException when the predicate is absent or does not fit the type; it names the place
     */
    default <T extends Message> T predicateAs(Class<T> type) {
        Json predicate = predicate()
                .orElseThrow(() -> new MalformedDataException("statement", "/predicate", "there is no predicate"));
        return ModelJson.readStrict(predicate, type);
    }

    /**
     * Reads a statement of at most 32 MiB, strictly. Any {@code _type} is read: whoever relies on the statement decides
     * what to accept.
     *
     * @throws MalformedDataException when it is not strict JSON, or {@code _type}, {@code subject} or {@code
     *     predicateType} is missing or of a wrong type; it names the place
     */
    static InTotoStatement parse(byte[] json) {
        return parse(json, JsonCodec.MAX_DOCUMENT_BYTES);
    }

    /**
     * {@link #parse(byte[])} with another limit than 32 MiB, such as a verifier's for payloads.
     *
     * @param maxBytes how large the statement may be
     * @throws MalformedDataException when it is not a statement; it names the place
     */
    static InTotoStatement parse(byte[] json, int maxBytes) {
        return JsonCodec.parse("statement", json, maxBytes, new StatementCodec.Reading());
    }

    /** The compact UTF-8 JSON, with members in the order of the specification. */
    default byte[] toJson() {
        return JsonCodec.write(new StatementCodec.Writing(this));
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link InTotoStatement}. */
    final class Builder extends ImmutableInTotoStatement.Builder {
        Builder() {}

        /** Sets the claim from a typed message, such as a SLSA provenance. */
        public Builder predicate(Message predicate) {
            return predicate(ModelJson.toJson(predicate));
        }
    }
}
