package dev.supplychain.policy.kinds;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.SignatureOutcome;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.policy.EvaluationContext;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.Finding;
import dev.supplychain.policy.Policy;
import dev.supplychain.policy.PolicyHeader;
import dev.supplychain.policy.Reason;
import dev.supplychain.policy.internal.YamlObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who must have signed: every attestation needs a verified signature by a listed key.
 *
 * <p>A signature counts when the verifier of the evidence has accepted it, so the verifier has to trust the key as well:
 * the policy narrows trust and never adds any.
 *
 * <pre>{@code
 * kind: TrustedPublicKeys
 * spec:
 *   keys:
 *     release-pipeline:
 *       pem: |
 *         -----BEGIN PUBLIC KEY-----
 *         …
 *         -----END PUBLIC KEY-----
 *     release-pipeline-2027:
 *       pemBase64: LS0tLS1CRUdJTi…
 * }</pre>
 *
 * @param header what every policy has
 * @param keys the keys by name; at least one
 * @see <a
 *     href="https://docs.gradle.com/develocity/provenance-governor/1.8/policy-type-trusted-public-keys/">TrustedPublicKeys</a>
 */
public record TrustedPublicKeys(PolicyHeader header, Map<String, TrustedKey> keys) implements Policy {
    /** The {@code kind} of such a document. */
    public static final String KIND = "TrustedPublicKeys";

    /** Copies the keys; their order is kept. */
    public TrustedPublicKeys {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    static TrustedPublicKeys read(PolicyHeader header, YamlObject spec) {
        return new TrustedPublicKeys(header, spec.requiredObjectMap("keys", TrustedPublicKeys::readKey));
    }

    private static Optional<TrustedKey> readKey(String name, YamlObject key) {
        Optional<String> pem = key.text("pem");
        Optional<String> pemBase64 = key.text("pemBase64");
        key.requireAnyOf("pem", "pemBase64");
        if (pem.isPresent() && pemBase64.isPresent()) {
            key.problemWithoutValue("pemBase64", "a key has either pem or pemBase64");
        }
        return pem.isPresent()
                ? parse(name, key, "pem", pem.get())
                : pemBase64.flatMap(base64 -> decode(key, base64)).flatMap(text -> parse(name, key, "pemBase64", text));
    }

    /** The text of base64 that may be broken into lines. */
    private static Optional<String> decode(YamlObject key, String base64) {
        try {
            return Optional.of(Bytes.parseBase64(base64.replaceAll("\\s", "")).utf8());
        } catch (MalformedDataException e) {
            // Its message quotes what may be a private key.
            key.problemWithoutValue("pemBase64", "not base64");
            return Optional.empty();
        }
    }

    private static Optional<TrustedKey> parse(String name, YamlObject key, String field, String pem) {
        try {
            return Optional.of(TrustedKey.builder()
                    .publicKey(PemKeys.readPublicKey(pem))
                    .name(name)
                    .build());
        } catch (KeyException e) {
            key.problemWithoutValue(field, "not a public key: " + e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public List<Finding> evaluate(List<Evidence> evidence, EvaluationContext context) {
        // The signatures say nothing of where the data came from: the server leaves the source null.
        return evidence.stream()
                .map(attestation -> find(attestation).aboutSignaturesOf(attestation))
                .toList();
    }

    private Finding find(Evidence attestation) {
        Map<String, String> signed = idsByFingerprint(attestation);
        List<String> listed = keys.values().stream()
                .map(TrustedKey::fingerprint)
                .distinct()
                .filter(signed::containsKey)
                .map(signed::get)
                .toList();
        Map<String, Json> details = new LinkedHashMap<>();
        details.put("keyIds", Json.strings(listed));
        if (!listed.isEmpty()) {
            return Finding.of(true, details);
        }
        List<String> signers = List.copyOf(signed.values());
        details.put(
                "message",
                Json.of("Attestation is signed by " + String.join(", ", signers)
                        + ", which the policy does not list."));
        return Finding.of(false, details).withReason(Reason.UNTRUSTED_SIGNER).withOffending(signers);
    }

    /**
     * The keys that the verifier accepted, in the order of their signatures. A keyid of the envelope is shown only where
     * the trusted key goes by it; otherwise it would be the word of whoever wrote the envelope.
     */
    private static Map<String, String> idsByFingerprint(Evidence attestation) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (SignatureOutcome outcome : attestation.statement().envelope().outcomes()) {
            if (outcome.status() == SignatureOutcome.Status.ACCEPTED) {
                outcome.key().ifPresent(accepted -> {
                    boolean known = !outcome.keyid().isEmpty() && accepted.key().goesBy(outcome.keyid());
                    ids.put(accepted.keyId(), known ? outcome.keyid() : accepted.keyId());
                });
            }
        }
        return ids;
    }
}
