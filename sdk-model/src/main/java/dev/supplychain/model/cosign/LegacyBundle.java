package dev.supplychain.model.cosign;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What {@code cosign sign-blob --bundle} and {@code attest-blob --bundle} wrote before Sigstore had a {@link Bundle}.
 *
 * <pre>{@code
 * {"base64Signature": "MEUCIQ…", "cert": "LS0tLS1CRUdJTi…",
 *  "rekorBundle": {"SignedEntryTimestamp": "MEUCIQ…", "Payload": {"body": "eyJ…", "integratedTime": 1668193117,
 *                  "logIndex": 6954358, "logID": "c0d23d6a…"}}}
 * }</pre>
 *
 * @see <a href="https://github.com/sigstore/cosign/blob/v2.5.0/pkg/cosign/fetch.go">cosign 2, LocalSignedPayload</a>
 */
@Value.Immutable
@JsonDeserialize(builder = LegacyBundle.Builder.class)
@JsonPropertyOrder({"base64Signature", "cert", "rekorBundle"})
public interface LegacyBundle extends Message {
    /** The signature over the file; of an attestation, the envelope as JSON. In JSON {@code base64Signature}. */
    @JsonProperty("base64Signature")
    Bytes signature();

    /** The signing certificate: PEM, or PEM once more in base64; absent when a key signed. In JSON {@code cert}. */
    @JsonProperty("cert")
    Optional<String> certificate();

    /** The entry in the transparency log, as it came; not verified. */
    Optional<Json> rekorBundle();

    /**
     * Reads one, strictly.
     *
     * @throws MalformedDataException when it is not strict JSON or has no signature in base64
     */
    static LegacyBundle parse(byte[] json) {
        LegacyBundle bundle = ModelJson.readStrict(json, LegacyBundle.class);
        try {
            Bytes.parseBase64(bundle.signature().base64());
        } catch (MalformedDataException e) {
            throw e.within("LegacyBundle", "/base64Signature");
        }
        return bundle;
    }

    /** The compact UTF-8 JSON. */
    default byte[] toJson() {
        return ModelJson.write(this);
    }

    /** Starts one; the signature is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link LegacyBundle}. */
    final class Builder extends ImmutableLegacyBundle.Builder {
        Builder() {}
    }
}
