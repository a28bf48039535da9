package dev.supplychain.dsse;

import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.DigestOnce;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    private final Set<String> hashes;

    private BlobVerifier(Builder builder) {
        this.named = List.copyOf(builder.keys);
        this.keys = new TrustedKeys(named, builder.engine());
        this.clock = builder.clock;
        this.needsWholeMessage = keys.needMessage();
        this.hashes = keys.hashes();
        hashes.add("SHA-256"); // what a verified blob is known by
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
            Signable message = new DigestOnce(Signable.of(content.clone()));
            return verify("content of " + content.length + " bytes", message, signature);
        } catch (IOException e) {
            throw new IllegalStateException("content in memory could not be read", e);
        }
    }

    /**
     * That file, verified. It is read once: into memory when one of the keys is an Ed25519 or OpenPGP key, in blocks
     * otherwise.
     *
     * @throws VerificationException when no trusted key made the signature over it
     * @throws IOException when the file cannot be read
     */
    public VerifiedBlob verify(Path file, Bytes signature) throws VerificationException, IOException {
        if (!needsWholeMessage) {
            return verify(file.toString(), DigestOnce.read(Signable.ofFile(file), hashes), signature);
        }
        if (Files.size(file) > Integer.MAX_VALUE - 8) {
            throw new VerificationException(
                    Reason.LIMIT,
                    file + " has " + Files.size(file)
                            + " bytes, too many for the memory, where an Ed25519 or OpenPGP signature needs them");
        }
        return verify(file.toString(), new DigestOnce(Signable.of(Files.readAllBytes(file))), signature);
    }

    private VerifiedBlob verify(String what, Signable message, Bytes signature)
            throws VerificationException, IOException {
        Instant now = clock.instant();
        byte[] bytes = bytesOf(signature);
        Optional<String> outsideValidity = Optional.empty();
        Optional<String> problem = Optional.empty();
        for (TrustedKeys.Candidate candidate : keys.inOrderFor("")) {
            TrustedKeys.Attempt attempt = candidate.attempt(message, bytes, now);
            problem = attempt.problem();
            if (attempt.counts()) {
                String sha256 = HexFormat.of().formatHex(message.digest("SHA-256"));
                return new VerifiedBlob(Digest.ofSha256(sha256), new AcceptedKey(candidate.key()));
            }
            if (problem.isEmpty()) {
                outsideValidity = Optional.of(candidate.key() + ", which does not count: "
                        + attempt.outsideValidity().orElse(""));
            }
        }
        if (outsideValidity.isPresent()) {
            throw new VerificationException(Reason.EXPIRED, what + " is signed by " + outsideValidity.get());
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
    public static final class Builder extends VerifierBuilder<Builder> {
        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /**
         * Parses the keys.
         *
         * @throws IllegalArgumentException when there is none, or the provider does not know an algorithm
         */
        public BlobVerifier build() {
            requireKeys();
            return new BlobVerifier(this);
        }
    }
}
