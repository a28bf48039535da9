package dev.supplychain.dsse.grafeas;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.dsse.BlobVerifier;
import dev.supplychain.dsse.SignatureOutcome;
import dev.supplychain.dsse.SignatureOutcome.Status;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.VerificationLimits;
import dev.supplychain.dsse.cosign.SignedIdentity;
import dev.supplychain.dsse.jwt.JwtVerifier;
import dev.supplychain.dsse.keys.KeyId;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.dsse.pgp.PgpVerifier;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.cosign.SimpleSigningPayload;
import dev.supplychain.model.cosign.SimpleSigningPayload.Dialect;
import dev.supplychain.model.grafeas.v1.AttestationOccurrence;
import dev.supplychain.model.grafeas.v1.Jwt;
import dev.supplychain.model.grafeas.v1beta1.attestation.Attestation;
import dev.supplychain.model.grafeas.v1beta1.attestation.GenericSignedAttestation;
import dev.supplychain.model.grafeas.v1beta1.attestation.GenericSignedAttestation.ContentType;
import dev.supplychain.model.grafeas.v1beta1.attestation.PgpSignedAttestation;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.oci.ImageReference;
import java.security.Provider;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which images an attestor approves: those that one of its keys signed. The keys are configured by the ids under
 * which attestations name them, and an unknown id is refused.
 *
 * <pre>{@code
 * AttestationVerifier attestor = AttestationVerifier.builder()
 *         .trust(keyId, TrustedKey.of(PemKeys.readPublicKey(Path.of("attestor.pub"))))
 *         .build();
 * VerifiedImageAttestation approval = attestor.verify(image, occurrence.attestation().get());
 * }</pre>
 *
 * <p>One good signature is enough. To ask several attestors is up to the caller: one verifier each, all of which have to
 * accept. The digest and the name in what was signed are compared with the caller's image; {@code resourceUri} is not
 * signed and not looked at. A verifier is immutable and may be used by several threads.
 *
 * @see <a href="https://cloud.google.com/binary-authorization/docs/key-concepts">Binary Authorization, key concepts</a>
 */
public final class AttestationVerifier {
    private static final int OUTCOMES_IN_MESSAGE = 5;
    private static final String ARMOR = "-----BEGIN PGP";

    private final Map<String, Anchor> anchors;
    private final PayloadRules rules;
    private final Optional<TokenRules> tokens;
    private final VerificationLimits limits;

    private AttestationVerifier(Builder builder) {
        Map<String, Anchor> byId = new LinkedHashMap<>();
        builder.anchors.forEach((id, key) -> byId.put(id, builder.anchor(key)));
        this.anchors = byId;
        this.rules = new PayloadRules(builder.dialects, builder.identity.orElseGet(SignedIdentity::matchRepository));
        this.tokens = Optional.ofNullable(builder.jwtVerifier).map(jwts -> new TokenRules(jwts, builder.identity));
        this.limits = builder.limits;
    }

    /** Starts without keys. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The attestation of an occurrence of version 1, verified for that image. One of the signatures has to hold: over {@code
     * serializedPayload}, or by an OpenPGP key around the same payload; or else one of the {@code jwts}, where a {@link
     * Builder#jwtVerifier} is set.
     *
     * @param image with the digest of its manifest or index
     * @throws VerificationException when no trusted key signed it, or it is about another image or name
     * @throws IllegalArgumentException when the image has no digest
     */
    public VerifiedImageAttestation verify(ImageReference image, AttestationOccurrence attestation)
            throws VerificationException {
        List<Claim> claims = attestation.signatures().stream()
                .map(signature -> new Claim(signature.publicKeyId(), signature.signature()))
                .toList();
        if (claims.isEmpty() && !attestation.jwts().isEmpty()) {
            return verifyTokens(image, attestation.jwts());
        }
        try {
            return verify(image, attestation.serializedPayload(), claims);
        } catch (VerificationException e) {
            if (tokens.isEmpty() || attestation.jwts().isEmpty()) {
                throw e;
            }
            return verifyTokens(image, attestation.jwts());
        }
    }

    private VerifiedImageAttestation verifyTokens(ImageReference image, List<Jwt> jwts) throws VerificationException {
        Digest digest = digestOf(image);
        requireLimit("JWTs", jwts.size(), limits.signatures());
        if (tokens.isEmpty()) {
            throw new VerificationException(
                    Reason.NO_TRUSTED_SIGNATURE,
                    "attestation has JWTs and no signature over a payload, and no key for JWTs is configured");
        }
        return tokens.get().verify(image, digest, jwts);
    }

    private static Digest digestOf(ImageReference image) {
        return image.digest()
                .orElseThrow(() -> new IllegalArgumentException("image " + image
                        + " has no digest: resolve its tag once, verify that digest, and use nothing but it"));
    }

    /**
     * The attestation of an occurrence of version 1beta1, verified for that image: an OpenPGP message, or a payload with
     * signatures of which one has to hold. Its content type has to be {@code SIMPLE_SIGNING_JSON}.
     *
     * @param image with the digest of its manifest or index
     * @throws VerificationException when no trusted key signed it, or it is of another type or about another image or name
     * @throws IllegalArgumentException when the image has no digest
     */
    public VerifiedImageAttestation verify(ImageReference image, Attestation attestation) throws VerificationException {
        if (attestation.pgpSignedAttestation().isPresent()) {
            PgpSignedAttestation pgp = attestation.pgpSignedAttestation().get();
            requireSimpleSigning(pgp.contentType().text());
            Optional<Bytes> message = pgp.signature().map(AttestationVerifier::message);
            return verify(image, Optional.empty(), List.of(new Claim(pgp.pgpKeyId(), message)));
        }
        GenericSignedAttestation generic = attestation
                .genericSignedAttestation()
                .orElseThrow(() -> new VerificationException(
                        Reason.NO_TRUSTED_SIGNATURE,
                        "attestation is neither a pgpSignedAttestation nor a genericSignedAttestation"));
        requireSimpleSigning(generic.contentType().text());
        List<Claim> claims = generic.signatures().stream()
                .map(signature -> new Claim(signature.publicKeyId(), signature.signature()))
                .toList();
        return verify(image, generic.serializedPayload(), claims);
    }

    private static void requireSimpleSigning(String contentType) throws VerificationException {
        if (!contentType.equals(ContentType.SIMPLE_SIGNING_JSON.name())) {
            throw new VerificationException(
                    Reason.PAYLOAD_TYPE,
                    "attestation is of type " + Excerpt.quoted(contentType)
                            + " and not SIMPLE_SIGNING_JSON; nothing was verified");
        }
    }

    /** Some writers store the armor in base64. */
    private static Bytes message(String signature) {
        return signature.startsWith(ARMOR) ? Bytes.utf8(signature) : Bytes.ofUncheckedBase64(signature);
    }

    /** A signature as the attestation has it. */
    private record Claim(Optional<String> publicKeyId, Optional<Bytes> signature) {}

    private VerifiedImageAttestation verify(ImageReference image, Optional<Bytes> beside, List<Claim> claims)
            throws VerificationException {
        Digest digest = digestOf(image);
        requireLimit("signatures", claims.size(), limits.signatures());
        requirePayload(beside);
        // All signatures are over one payload: the one beside them, or that of the first message.
        Optional<Bytes> payload = beside;
        Set<String> counted = new HashSet<>();
        List<SignatureOutcome> outcomes = new ArrayList<>();
        for (Claim claim : claims) {
            Judgement judgement = judge(outcomes.size(), claim, payload, counted);
            outcomes.add(judgement.outcome());
            payload = payload.or(judgement::payload);
        }
        requireAccepted(image, outcomes);
        SimpleSigningPayload signed = rules.read(payload.orElseThrow().toByteArray(), outcomes);
        rules.requireImage(signed, image, digest, outcomes);
        return new VerifiedImageAttestation(image, signed, outcomes);
    }

    private void requirePayload(Optional<Bytes> payload) throws VerificationException {
        try {
            requireLimit("payload bytes", payload.map(Bytes::size).orElse(0), limits.payloadBytes());
        } catch (MalformedDataException e) {
            throw new VerificationException(
                    Reason.MALFORMED, "attestation at /serializedPayload: " + e.getMessage(), e);
        }
    }

    private static void requireLimit(String what, int found, int limit) throws VerificationException {
        if (found > limit) {
            throw new VerificationException(
                    Reason.LIMIT,
                    "attestation has " + found + " " + what + ", more than the " + limit
                            + " that this verifier looks at; raise its limits if that is expected");
        }
    }

    /** What became of a signature, with the payload that it is over when it holds. */
    private record Judgement(SignatureOutcome outcome, Optional<Bytes> payload) {
        static Judgement refused(SignatureOutcome outcome) {
            return new Judgement(outcome, Optional.empty());
        }
    }

    private Judgement judge(int index, Claim claim, Optional<Bytes> payload, Set<String> counted) {
        String id = claim.publicKeyId().orElse("");
        Anchor anchor = anchors.get(id);
        if (anchor == null) {
            return Judgement.refused(new SignatureOutcome(
                    index, id, Status.NO_TRUSTED_KEY, Optional.empty(), "no key is configured under its publicKeyId"));
        }
        Optional<AcceptedKey> maker = Optional.of(new AcceptedKey(anchor.key()));
        Bytes signed;
        try {
            signed = anchor.signedPayload(payload, signatureOf(claim));
        } catch (VerificationException e) {
            return Judgement.refused(
                    e.reason() == Reason.EXPIRED
                            ? new SignatureOutcome(index, id, Status.OUTSIDE_VALIDITY, maker, problem(e))
                            : new SignatureOutcome(index, id, Status.BAD_SIGNATURE, Optional.empty(), problem(e)));
        }
        Status status = counted.add(anchor.key().fingerprint()) ? Status.ACCEPTED : Status.SAME_KEY_AGAIN;
        return new Judgement(new SignatureOutcome(index, id, status, maker, ""), Optional.of(signed));
    }

    private static Bytes signatureOf(Claim claim) throws VerificationException {
        try {
            return Bytes.of(claim.signature()
                    .orElseThrow(() -> new VerificationException(Reason.MALFORMED, "there is no signature"))
                    .toByteArray());
        } catch (MalformedDataException e) {
            throw new VerificationException(Reason.MALFORMED, "signature: " + e.getMessage(), e);
        }
    }

    private static String problem(VerificationException e) {
        return String.valueOf(e.getMessage());
    }

    private void requireAccepted(ImageReference image, List<SignatureOutcome> outcomes) throws VerificationException {
        Reason reason = Reason.NO_TRUSTED_SIGNATURE;
        for (SignatureOutcome outcome : outcomes) {
            switch (outcome.status()) {
                case ACCEPTED -> {
                    return;
                }
                case BAD_SIGNATURE -> reason = Reason.BAD_SIGNATURE;
                case OUTSIDE_VALIDITY -> reason = Reason.EXPIRED;
                default -> {}
            }
        }
        StringBuilder message = new StringBuilder("attestation of " + image + " is not trusted");
        for (SignatureOutcome outcome : outcomes.subList(0, Math.min(outcomes.size(), OUTCOMES_IN_MESSAGE))) {
            message.append("; ").append(outcome);
        }
        message.append(outcomes.isEmpty() ? "; it has no signatures" : "")
                .append("; configured are ")
                .append(anchors.keySet());
        throw new VerificationException(reason, message.toString(), outcomes, null);
    }

    /** Builds an {@link AttestationVerifier}. */
    public static final class Builder {
        private final Map<String, TrustedKey> anchors = new LinkedHashMap<>();
        private VerificationLimits limits = VerificationLimits.defaults();
        private Set<Dialect> dialects = EnumSet.of(Dialect.BINARY_AUTHORIZATION, Dialect.ATOMIC);
        private Optional<SignedIdentity> identity = Optional.empty();
        private @Nullable JwtVerifier jwtVerifier;
        private Clock clock = Clock.systemUTC();
        private @Nullable Provider provider;
        private @Nullable String dssePayloadType;

        private Builder() {}

        /**
         * Trusts that key under that id, exactly as attestations write it, such as {@code
         * ni:///sha-256;HpCKVUWf5t2sHMvBN-qGMe6DcDL-wqLMxSizjYHxcQg} or {@code
         * //cloudkms.googleapis.com/v1/projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1}, or the
         * fingerprint of an OpenPGP key.
         *
         * @throws IllegalArgumentException when the id is empty, or stands for another key already
         */
        public Builder trust(String publicKeyId, TrustedKey key) {
            if (publicKeyId.isEmpty()) {
                throw new IllegalArgumentException("an attestation names its key: the id must not be empty");
            }
            TrustedKey former = anchors.putIfAbsent(publicKeyId, key);
            if (former != null && former != key) {
                throw new IllegalArgumentException(
                        "the id " + Excerpt.quoted(publicKeyId) + " stands for the key " + former + " already");
            }
            return this;
        }

        /**
         * Trusts each key under its id.
         *
         * @throws IllegalArgumentException when an id is empty, or stands for another key already
         */
        public Builder trust(Map<String, TrustedKey> keysById) {
            keysById.forEach(this::trust);
            return this;
        }

        /**
         * Trusts that key under all of its {@link TrustedKey#keyIds()}.
         *
         * @throws IllegalArgumentException when one of them stands for another key already
         */
        public Builder trust(TrustedKey key) {
            for (KeyId id : key.keyIds()) {
                if (!id.equals(KeyId.empty())) {
                    trust(id.text(), key);
                }
            }
            return this;
        }

        /**
         * Expects signatures over the DSSE pre-authentication encoding of the payload, as {@code gcloud beta container
         * binauthz attestations sign-and-create --pae-encode-payload} makes them. Nothing in an attestation says so, and
         * then none over the bare payload is accepted. Messages of OpenPGP keys hold the payload itself all the same.
         *
         * @param payloadType what was given as {@code --dsse-type}; {@link SimpleSigningPayload#MEDIA_TYPE} when nothing was
         */
        public Builder paeEncoded(String payloadType) {
            this.dssePayloadType = payloadType;
            return this;
        }

        /** Accepts attestations that are tokens as well, those that this verifier accepts; none unless one is set. */
        public Builder jwtVerifier(JwtVerifier jwtVerifier) {
            this.jwtVerifier = jwtVerifier;
            return this;
        }

        /**
         * Accepts payloads of these writers only; unless said otherwise those of Binary Authorization's own tools and {@link
         * Dialect#ATOMIC} ones, which Kritis and Voucher write. They are read as strictly as {@link
         * SimpleSigningPayload#parse} does, but that {@link Dialect#ATOMIC} ones may lack {@code optional}.
         *
         * @throws IllegalArgumentException when there is none
         */
        public Builder dialects(Dialect... accepted) {
            if (accepted.length == 0) {
                throw new IllegalArgumentException("a verifier accepts at least one dialect");
            }
            dialects = EnumSet.copyOf(List.of(accepted));
            return this;
        }

        /**
         * Sets the name that images have to be attested under; {@link SignedIdentity#matchRepository} unless said otherwise.
         * Binary Authorization itself compares the digest alone, {@link SignedIdentity#insecureAny}. A token that names the
         * digest alone is accepted when that or nothing was set.
         */
        public Builder signedIdentity(SignedIdentity identity) {
            this.identity = Optional.of(identity);
            return this;
        }

        /** Sets how much to look at. */
        public Builder limits(VerificationLimits limits) {
            this.limits = limits;
            return this;
        }

        /** Sets the clock that the validity of keys is held against; the system's unless said otherwise. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Verifies with that provider, which need not be installed; see {@link BlobVerifier.Builder#provider}. */
        public Builder provider(Provider provider) {
            this.provider = provider;
            return this;
        }

        private Anchor anchor(TrustedKey key) {
            if (key.pgpKey().isPresent()) {
                PgpVerifier verifier = PgpVerifier.builder()
                        .trust(key.pgpKey().get())
                        .clock(clock)
                        .build();
                return new Anchor.Attached(key, verifier, clock);
            }
            BlobVerifier.Builder verifier = BlobVerifier.builder().trust(key).clock(clock);
            return new Anchor.Detached(
                    key, (provider == null ? verifier : verifier.provider(provider)).build(), dssePayloadType);
        }

        /**
         * Parses the keys.
         *
         * @throws IllegalArgumentException when there is none, or the provider does not know an algorithm
         */
        public AttestationVerifier build() {
            if (anchors.isEmpty() && jwtVerifier == null) {
                throw new IllegalArgumentException("a verifier needs at least one trusted key");
            }
            return new AttestationVerifier(this);
        }
    }
}
