package dev.supplychain.policy.kinds;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.governor.PolicyScanResult;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.Finding;
import dev.supplychain.policy.Policy;
import dev.supplychain.policy.PolicyHeader;
import dev.supplychain.policy.internal.YamlObject;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    public List<PolicyScanResult> evaluate(List<Evidence> evidence, Instant now) {
        return evidence.stream()
                // The signatures say nothing of where the data came from: the server leaves the source null.
                .map(attestation -> header.resultOf(find(attestation))
                        .attestationUri(attestation.attestationUri())
                        .build())
                .toList();
    }

    private Finding find(Evidence attestation) {
        Set<String> signers = attestation.statement().signers().stream()
                .map(AcceptedKey::keyId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> listed = keys.values().stream()
                .map(TrustedKey::fingerprint)
                .distinct()
                .filter(signers::contains)
                .toList();
        Map<String, Json> details = new LinkedHashMap<>();
        details.put("keyIds", Json.strings(listed));
        if (listed.isEmpty()) {
            String by = String.join(", ", signers);
            details.put("message", Json.of("Attestation is signed by " + by + ", which the policy does not list."));
        }
        return Finding.of(!listed.isEmpty(), details);
    }
}
