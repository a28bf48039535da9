package dev.supplychain.model.cosign;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.internal.OneOf;
import java.util.Arrays;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A signature of Sigstore with all that a verifier needs besides its own keys. A bundle that was read proves nothing.
 *
 * <p>Versions 0.1, 0.2 and 0.3 are read; what is made here is of version 0.3 and signed by a key of one's own.
 *
 * <pre>{@code
 * {"mediaType": "application/vnd.dev.sigstore.bundle.v0.3+json",
 *  "verificationMaterial": {"publicKey": {"hint": "release key"}},
 *  "dsseEnvelope": {"payload": "eyJfdHlwZSI6…", "payloadType": "application/vnd.in-toto+json",
 *                   "signatures": [{"keyid": "", "sig": "MEUCIQ…"}]}}
 * }</pre>
 *
 * <p>Proto: {@code dev.sigstore.bundle.v1.Bundle}.
 *
 * @see <a href="https://docs.sigstore.dev/about/bundle/">Sigstore bundle format</a>
 */
@Value.Immutable
@JsonDeserialize(builder = Bundle.Builder.class)
@JsonPropertyOrder({"mediaType", "verificationMaterial", "messageSignature", "dsseEnvelope"})
public interface Bundle extends Message {
    /** The versions that can be read. */
    enum Version {
        /** 0.1: certificates come as a chain, log entries with a promise. */
        V0_1("application/vnd.dev.sigstore.bundle+json;version=0.1"),
        /** 0.2: certificates come as a chain, log entries with a proof. */
        V0_2("application/vnd.dev.sigstore.bundle+json;version=0.2"),
        /** 0.3: there is one certificate, or none. */
        V0_3("application/vnd.dev.sigstore.bundle.v0.3+json");

        private static final String EARLY_V0_3 = "application/vnd.dev.sigstore.bundle+json;version=0.3";

        private final String mediaType;

        Version(String mediaType) {
            this.mediaType = mediaType;
        }

        /** The media type to be written; 0.3 was written in the form of its predecessors too. */
        public String mediaType() {
            return mediaType;
        }

        private static Version of(String mediaType) {
            return Arrays.stream(values())
                    .filter(version -> version.mediaType.equals(mediaType))
                    .findFirst()
                    .or(() -> mediaType.equals(EARLY_V0_3) ? Optional.of(V0_3) : Optional.empty())
                    .orElseThrow(() -> new IllegalArgumentException("the media type " + Excerpt.quoted(mediaType)
                            + " is not that of a bundle of version 0.1, 0.2 or 0.3"));
        }
    }

    /** The media type, which tells the version. */
    String mediaType();

    /** Key or certificate, log entries and timestamps. */
    VerificationMaterial verificationMaterial();

    /** The signature over a file outside of the bundle. */
    Optional<MessageSignature> messageSignature();

    /** A signed envelope, with exactly one signature. */
    Optional<Envelope> dsseEnvelope();

    /** The version, after {@link #mediaType()}. */
    default Version version() {
        return Version.of(mediaType());
    }

    /** The one that is set of {@code messageSignature} and {@code dsseEnvelope}. */
    default Content content() {
        return messageSignature()
                .<Content>map(SignedMessage::new)
                .or(() -> dsseEnvelope().map(SignedEnvelope::new))
                .orElseThrow();
    }

    /**
     * An envelope that was signed with a key of one's own.
     *
     * @param envelope with exactly one signature; cosign takes a {@code keyid} that is empty or the key's OpenSSH
     *     fingerprint, and no other
     * @param publicKeyHint tells the verifier which of its keys to try
     * @throws IllegalArgumentException when the envelope has no signature, or more than one
     */
    static Bundle of(Envelope envelope, String publicKeyHint) {
        return withKey(publicKeyHint).dsseEnvelope(envelope).build();
    }

    /**
     * The signature over a file that was signed with a key of one's own.
     *
     * @param file the hash of the file
     * @param signature the signature over the file
     * @param publicKeyHint tells the verifier which of its keys to try
     * @throws IllegalArgumentException when the hash is none of {@link HashAlgorithm}
     */
    static Bundle of(Digest file, Bytes signature, String publicKeyHint) {
        return withKey(publicKeyHint)
                .messageSignature(MessageSignature.of(file, signature))
                .build();
    }

    private static Builder withKey(String hint) {
        return builder()
                .verificationMaterial(VerificationMaterial.builder()
                        .publicKey(PublicKeyIdentifier.builder().hint(hint).build())
                        .build());
    }

    /**
     * Reads a bundle, strictly: the names are in lowerCamelCase, as all known writers have them, and what is signed is
     * base64 as {@link Bytes#parseBase64(String)} wants it. Unknown members are kept and mean nothing.
     *
     * @throws MalformedDataException when it is not strict JSON, of another version, lacks the key material or the
     *     signature or has two of one, or has an envelope without exactly one signature; it names the place
     */
    static Bundle parse(byte[] json) {
        Bundle bundle = ModelJson.readStrict(json, Bundle.class);
        BundleRules.requireBase64(bundle);
        return bundle;
    }

    /** The compact UTF-8 JSON. */
    default byte[] toJson() {
        return ModelJson.write(this);
    }

    /** Starts one of version 0.3; the verification material and one of the two contents are required. */
    static Builder builder() {
        return new Builder().mediaType(Version.V0_3.mediaType());
    }

    /** What {@link Bundle#content()} can be. */
    sealed interface Content {}

    /**
     * The signature over a file outside of the bundle.
     *
     * @param signature the signature and the hash of the file
     */
    record SignedMessage(MessageSignature signature) implements Content {}

    /**
     * A signed envelope.
     *
     * @param envelope the envelope with its one signature
     */
    record SignedEnvelope(Envelope envelope) implements Content {}

    /** Builds a {@link Bundle}. */
    final class Builder extends ImmutableBundle.Builder {
        Builder() {}

        /**
         * The bundle.
         *
         * @throws IllegalStateException when the verification material is missing, or both contents are set or none
         * @throws IllegalArgumentException when the media type is that of no known version, the version has another kind
         *     of key material, or the envelope has no signature or more than one
         */
        @Override
        public Bundle build() {
            Bundle bundle = super.build();
            OneOf.named("Bundle", "content")
                    .part("messageSignature", bundle.messageSignature())
                    .part("dsseEnvelope", bundle.dsseEnvelope())
                    .check();
            BundleRules.check(bundle);
            return bundle;
        }
    }
}
