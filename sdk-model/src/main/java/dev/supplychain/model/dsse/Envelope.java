package dev.supplychain.model.dsse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.internal.JsonCodec;
import java.util.List;
import org.immutables.value.Value;

/**
 * A payload with signatures over it, not verified: nothing in it can be relied on before an {@code EnvelopeVerifier} of
 * sdk-dsse has accepted it.
 *
 * <pre>{@code
 * {"payload": "eyJfdHlwZSI6…", "payloadType": "application/vnd.in-toto+json",
 *  "signatures": [{"keyid": "", "sig": "MEUCIQ…"}]}
 * }</pre>
 *
 * @see <a href="https://github.com/secure-systems-lab/dsse/blob/v1.0.2/envelope.md">DSSE 1.0.2, envelope</a>
 */
@Value.Immutable
@JsonDeserialize(builder = Envelope.Builder.class)
@JsonPropertyOrder({"payload", "payloadType", "signatures"})
public interface Envelope extends Message {
    /** The signed bytes. */
    Bytes payload();

    /** What the payload is, as a media type or URI, such as {@code application/vnd.in-toto+json}; it is signed too. */
    String payloadType();

    /** The signatures, in the order of the input. */
    @JsonInclude // required even when empty
    List<EnvelopeSignature> signatures();

    /**
     * Reads an envelope, strictly: two readers must never see two things in it.
     *
     * <p>Refused are duplicate members (also through escapes), a missing {@code payload}, {@code payloadType}, {@code
     * signatures} or {@code sig}, base64 in a mixed alphabet or without padding, anything after the envelope, more than
     * 32 MiB and all that {@link dev.supplychain.model.ModelJson} refuses. Unknown members are kept and mean nothing.
     *
     * @throws MalformedDataException when it is not an envelope; it names the place
     */
    static Envelope parse(byte[] json) {
        return parse(json, JsonCodec.MAX_DOCUMENT_BYTES);
    }

    /**
     * {@link #parse(byte[])} with another limit than 32 MiB, such as the one of a verifier.
     *
     * @param maxBytes how large the envelope may be as JSON, which is a third more than its payload
     * @throws MalformedDataException when it is not an envelope; it names the place
     */
    static Envelope parse(byte[] json, int maxBytes) {
        return JsonCodec.parse("envelope", json, maxBytes, new EnvelopeCodec.Reading(json));
    }

    /** The compact UTF-8 JSON; the payload is written in standard base64 with padding. */
    default byte[] toJson() {
        return JsonCodec.write(new EnvelopeCodec.Writing(this));
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Envelope}. */
    final class Builder extends ImmutableEnvelope.Builder {
        Builder() {}
    }
}
