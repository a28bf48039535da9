package dev.supplychain.dsse;

import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.AdaptiveEngine;
import dev.supplychain.dsse.internal.DigestOnce;
import dev.supplychain.dsse.internal.Engine;
import dev.supplychain.dsse.internal.JcaEngine;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells which files to trust: those over which one of the given keys made the detached signature beside them.
 *
 * <pre>{@code
 * VerifiedBlob jar = BlobVerifier.of(key).verify(Path.of("app.jar"), Bytes.parseBase64(signature));
 * }</pre>
 *
 * <p>Such a signature does not say what it was made for: it holds for the same bytes under any name and in any place. A
 * verifier is immutable and may be used by several threads.
 */
public final class BlobVerifier {
    private final TrustedKeys keys;
    private final List<TrustedKey> named;
    private final Clock clock;
    private final boolean needsWholeMessage;

    private BlobVerifier(Builder builder) {
        this.named = List.copyOf(builder.keys);
        this.keys = new TrustedKeys(named, builder.engine());
        this.clock = builder.clock;
        this.needsWholeMessage = named.stream().anyMatch(k -> k.algorithms().contains(SignatureAlgorithm.ED25519));
    }

    /**
     * Trusts each of these keys at any time.
     *
     * @throws KeyException when a key is weak or of a kind that is not allowed
     * @throws IllegalArgumentException when there is no key
     */
    public static BlobVerifier of(PublicKey... keys) throws KeyException {
        return builder().trust(TrustedKeys.of(keys)).build();
    }

    /**
     * Trusts each of these keys on its terms.
     *
     * @throws IllegalArgumentException when there is no key
     */
    public static BlobVerifier of(TrustedKey... keys) {
        return builder().trust(keys).build();
    }

    /** Starts without keys. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * These bytes, verified.
     *
     * @throws VerificationException when no trusted key made the signature over them
     */
    public VerifiedBlob verify(byte[] content, Bytes signature) throws VerificationException {
        try {
            return verify("content of " + content.length + " bytes", Signable.of(content.clone()), signature);
        } catch (IOException e) {
            throw new IllegalStateException("content in memory could not be read", e);
        }
    }

    /**
     * That file, verified. It is read once: in blocks when all keys are ECDSA keys, into memory otherwise.
     *
     * @throws VerificationException when no trusted key made the signature over it
     * @throws IOException when the file cannot be read
     */
    public VerifiedBlob verify(Path file, Bytes signature) throws VerificationException, IOException {
        if (!needsWholeMessage) {
            return verify(file.toString(), Signable.ofFile(file), signature);
        }
        if (Files.size(file) > Integer.MAX_VALUE - 8) {
            throw new VerificationException(
                    Reason.LIMIT,
                    file + " has " + Files.size(file) + " bytes, too many for an Ed25519 signature over the whole");
        }
        return verify(file.toString(), Signable.of(Files.readAllBytes(file)), signature);
    }

    private VerifiedBlob verify(String what, Signable content, Bytes signature)
            throws VerificationException, IOException {
        Instant now = clock.instant();
        // The file must not be another one when the next key looks at it.
        Signable message = new DigestOnce(content);
        byte[] bytes = bytesOf(signature);
        Optional<TrustedKey> outsideValidity = Optional.empty();
        Optional<String> problem = Optional.empty();
        for (TrustedKeys.Candidate candidate : keys.inOrderFor("")) {
            problem = candidate.problemOf(message, bytes);
            if (problem.isEmpty() && candidate.key().isValidAt(now)) {
                String sha256 = HexFormat.of().formatHex(message.digest("SHA-256"));
                return new VerifiedBlob(Digest.ofSha256(sha256), new AcceptedKey(candidate.key()));
            }
            if (problem.isEmpty()) {
                outsideValidity = Optional.of(candidate.key());
            }
        }
        if (outsideValidity.isPresent()) {
            throw new VerificationException(
                    Reason.EXPIRED, what + " is signed by " + outsideValidity.get() + ", which is not valid at " + now);
        }
        throw new VerificationException(
                Reason.NO_TRUSTED_SIGNATURE,
                what + " is not trusted: the signature is by none of the trusted keys " + named
                        + (named.size() == 1 ? ": " + problem.orElse("") : ""));
    }

    private static byte[] bytesOf(Bytes signature) throws VerificationException {
        try {
            return signature.toByteArray();
        } catch (MalformedDataException e) {
            throw new VerificationException(Reason.MALFORMED, "signature: " + e.getMessage(), e);
        }
    }

    /** Builds a {@link BlobVerifier}. */
    public static final class Builder {
        private final List<TrustedKey> keys = new ArrayList<>();
        private Clock clock = Clock.systemUTC();
        private @Nullable Engine engine;

        private Builder() {}

        /** Trusts these keys too, each on its terms. */
        public Builder trust(TrustedKey... trusted) {
            return trust(List.of(trusted));
        }

        /** Trusts these keys too, each on its terms. */
        public Builder trust(List<TrustedKey> trusted) {
            keys.addAll(trusted);
            return this;
        }

        /** Sets the clock that the validity of keys is held against; the system's unless said otherwise. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Verifies with that provider, which need not be installed; see {@link EnvelopeVerifier.Builder#provider}. */
        public Builder provider(Provider provider) {
            return engine(JcaEngine.of(provider));
        }

        Builder engine(Engine engine) {
            this.engine = engine;
            return this;
        }

        private Engine engine() {
            return engine == null ? new AdaptiveEngine() : engine;
        }

        /**
         * Parses the keys.
         *
         * @throws IllegalArgumentException when there is none, or the provider does not know an algorithm
         */
        public BlobVerifier build() {
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("a verifier needs at least one trusted key");
            }
            return new BlobVerifier(this);
        }
    }
}
