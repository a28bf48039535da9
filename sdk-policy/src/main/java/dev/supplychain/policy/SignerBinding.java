package dev.supplychain.policy;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.policy.kinds.WildcardPattern;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may attest what: attestations of these predicate types count only with so many signatures by these keys. A key that
 * a verifier trusts may otherwise attest anything.
 *
 * <pre>{@code
 * apiVersion: policy.supplychain.dev/v1
 * kind: SignerBinding
 * metadata: {name: provenance-by-the-pipeline}
 * spec:
 *   predicateTypes: ["https://slsa.dev/provenance/*"]
 *   signers: [release-pipeline, "SHA256:m5uAvse0N/flJVcFEScngsqGo3tGMtETaInLxg1p3Ck"]
 *   threshold: 1
 * }</pre>
 *
 * @param name the name, from {@code metadata.name}
 * @param predicateTypes the predicate types, with {@code *} for any characters
 * @param signers the keys, by the name that the verifier's trusted key has or by fingerprint
 * @param threshold how many of them have to sign the same content, in one envelope or in several
 */
public record SignerBinding(String name, List<WildcardPattern> predicateTypes, Set<String> signers, int threshold) {
    /** The {@code kind} of such a document. */
    public static final String KIND = "SignerBinding";

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException when the threshold is not from one to the number of signers
     */
    public SignerBinding {
        predicateTypes = List.copyOf(predicateTypes);
        signers = Set.copyOf(signers);
        if (threshold < 1 || threshold > signers.size()) {
            throw new IllegalArgumentException("signer binding \"" + name + "\" has threshold " + threshold
                    + ", not from 1 to the number of its signers, " + signers.size());
        }
    }

    /** True when attestations of that type are bound by it. */
    boolean binds(String predicateType) {
        return predicateTypes.stream().anyMatch(pattern -> pattern.fits(predicateType));
    }

    /** True when enough of these keys are among the signers; each public key is counted once. */
    boolean isMetBy(Collection<AcceptedKey> keys) {
        return keys.stream()
                        .filter(key -> signers.contains(key.name()) || signers.contains(key.keyId()))
                        .map(AcceptedKey::keyId)
                        .collect(Collectors.toSet())
                        .size()
                >= threshold;
    }
}
