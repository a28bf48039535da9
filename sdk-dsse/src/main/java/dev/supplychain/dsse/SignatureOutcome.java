package dev.supplychain.dsse;

import dev.supplychain.model.internal.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of one signature of an envelope.
 *
 * @param index its place in the envelope, from 0
 * @param keyid what the envelope says about its key; not signed, so a claim of whoever wrote the envelope
 * @param status whether it counts, and if not why
 * @param key the trusted key that made it; absent when none did
 * @param detail why it does not count, for people; empty when it does
 */
public record SignatureOutcome(int index, String keyid, Status status, Optional<AcceptedKey> key, String detail) {
    /** Whether a signature counts. */
    public enum Status {
        /** A trusted key made it, and it counts. */
        ACCEPTED,
        /** A trusted key made it, and has been counted for an earlier one. */
        SAME_KEY_AGAIN,
        /** A trusted key made it, and that key is outside its validity. */
        OUTSIDE_VALIDITY,
        /** It names a trusted key by its keyid, and that key did not make it. */
        BAD_SIGNATURE,
        /** No trusted key made it. */
        NO_TRUSTED_KEY
    }

    /** The keys of those that count, in their order. */
    public static List<AcceptedKey> acceptedKeys(List<SignatureOutcome> outcomes) {
        // A loop: the first stream of a JVM costs as much as checking a signature.
        List<AcceptedKey> keys = new ArrayList<>();
        for (SignatureOutcome outcome : outcomes) {
            if (outcome.status() == Status.ACCEPTED && outcome.key().isPresent()) {
                keys.add(outcome.key().get());
            }
        }
        return List.copyOf(keys);
    }

    /** One line about the signature. */
    @Override
    public String toString() {
        return "signature " + index + (keyid.isEmpty() ? "" : " (keyid " + Excerpt.quoted(keyid) + ")") + ": " + status
                + key.map(k -> " by " + k).orElse("") + (detail.isEmpty() ? "" : ": " + detail);
    }
}
