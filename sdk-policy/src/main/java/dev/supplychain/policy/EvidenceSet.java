package dev.supplychain.policy;

import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerifiedStatement;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The attestations of a store: those that were verified, which count, and those that were refused, which only explain.
 *
 * <pre>{@code
 * EvidenceSet evidence = EvidenceSet.builder()
 *         .verify(verifier, envelope, attestationUri)
 *         .verify(verifier, another)
 *         .build();
 * }</pre>
 */
public final class EvidenceSet {
    private final List<Evidence> accepted;
    private final List<RejectedEvidence> rejected;

    private EvidenceSet(List<Evidence> accepted, List<RejectedEvidence> rejected) {
        this.accepted = List.copyOf(accepted);
        this.rejected = List.copyOf(rejected);
    }

    /** These attestations, with none refused. */
    public static EvidenceSet of(List<Evidence> evidence) {
        return new EvidenceSet(evidence, List.of());
    }

    /** Starts without attestations. */
    public static Builder builder() {
        return new Builder();
    }

    /** The attestations that count, in the order in which they were added. */
    public List<Evidence> accepted() {
        return accepted;
    }

    /** The attestations that do not count, in the order in which they were added. */
    public List<RejectedEvidence> rejected() {
        return rejected;
    }

    /** Collects an {@link EvidenceSet}. */
    public static final class Builder {
        private final List<Evidence> accepted = new ArrayList<>();
        private final List<RejectedEvidence> rejected = new ArrayList<>();

        private Builder() {}

        /** Adds a verified attestation. */
        public Builder add(Evidence evidence) {
            accepted.add(evidence);
            return this;
        }

        /** Adds an envelope in JSON: as evidence when the verifier trusts it, and as refused when not. */
        public Builder verify(EnvelopeVerifier verifier, byte[] envelope) {
            return verify(verifier, envelope, Optional.empty());
        }

        /**
         * {@link #verify(EnvelopeVerifier, byte[])} of an envelope from a store.
         *
         * @param attestationUri how results name it
         */
        public Builder verify(EnvelopeVerifier verifier, byte[] envelope, String attestationUri) {
            return verify(verifier, envelope, Optional.of(attestationUri));
        }

        private Builder verify(EnvelopeVerifier verifier, byte[] envelope, Optional<String> attestationUri) {
            try {
                VerifiedStatement statement = verifier.verifyStatement(envelope);
                return add(
                        attestationUri.map(uri -> Evidence.of(statement, uri)).orElseGet(() -> Evidence.of(statement)));
            } catch (VerificationException e) {
                return reject(new RejectedEvidence(
                        attestationUri, claimedPredicateType(envelope), Reason.of(e), String.valueOf(e.getMessage())));
            }
        }

        /** Adds an attestation that was refused elsewhere, such as one that could not be read. */
        public Builder reject(RejectedEvidence evidence) {
            rejected.add(evidence);
            return this;
        }

        /** The attestations. */
        public EvidenceSet build() {
            return new EvidenceSet(accepted, rejected);
        }

        /** What a refused envelope says about itself; good for a message and for nothing else. */
        private static Optional<String> claimedPredicateType(byte[] envelope) {
            try {
                return text(Json.parse(envelope), "payload")
                        .map(payload -> Json.parse(Bytes.parseBase64(payload).toByteArray()))
                        .flatMap(statement -> text(statement, "predicateType"));
            } catch (MalformedDataException e) {
                return Optional.empty();
            }
        }

        private static Optional<String> text(Json object, String member) {
            @Nullable Json value = object.get(member).orElse(null);
            return value == null || value.kind() != Json.Kind.STRING ? Optional.empty() : Optional.of(value.string());
        }
    }
}
