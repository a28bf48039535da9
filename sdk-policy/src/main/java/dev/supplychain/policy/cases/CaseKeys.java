package dev.supplychain.policy.cases;

import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Signer;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.keys.KeyId;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.intoto.InTotoStatement;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of a case: made when they are first named, and worth nothing outside of it. */
final class CaseKeys {
    private final Map<String, CaseFile.KeyTerms> terms;
    private final Map<String, SigningKey> signing = new LinkedHashMap<>();
    private final Map<String, PublicKey> given = new LinkedHashMap<>();

    CaseKeys(Map<String, CaseFile.KeyTerms> terms) throws KeyException {
        this.terms = terms;
        for (Map.Entry<String, CaseFile.KeyTerms> key : terms.entrySet()) {
            if (key.getValue().publicKey().isPresent()) {
                given.put(
                        key.getKey(),
                        PemKeys.readPublicKey(key.getValue().publicKey().get()));
            } else {
                signing(key.getKey());
            }
        }
    }

    private CaseFile.KeyTerms termsOf(String name) {
        return terms.getOrDefault(name, CaseFile.KeyTerms.USUAL);
    }

    private SigningKey signing(String name) {
        return signing.computeIfAbsent(name, any -> {
            SigningKey key = SigningKey.generate(
                    switch (termsOf(name).algorithm()) {
                        case ED25519 -> SignatureAlgorithm.ED25519;
                        case ECDSA_P256 -> SignatureAlgorithm.ECDSA_P256_SHA256;
                        case ECDSA_P384 -> SignatureAlgorithm.ECDSA_P384_SHA384;
                        case RSA -> SignatureAlgorithm.RSA_PKCS1_SHA256;
                    });
            return key.withKeyId(KeyId.of(termsOf(name).keyId().orElse(name)));
        });
    }

    /** An envelope around a statement, as these keys sign it. */
    byte[] sign(List<String> names, Json statement) {
        Signer[] signers = names.stream().map(this::signer).toArray(Signer[]::new);
        try {
            return EnvelopeSigner.of(signers)
                    .sign(InTotoStatement.PAYLOAD_TYPE, statement.toUtf8())
                    .toJson();
        } catch (SigningException e) {
            throw new IllegalStateException("a key that was just made does not sign", e);
        }
    }

    private Signer signer(String name) {
        if (given.containsKey(name)) {
            throw new MalformedDataException("evidence", "/signedBy", "key \"" + name + "\" is only known in public");
        }
        return signing(name);
    }

    /** Trusts the keys that are not said to be untrusted, at that time. */
    EnvelopeVerifier verifier(Instant time) throws KeyException {
        List<TrustedKey> trusted = new ArrayList<>();
        for (Map.Entry<String, PublicKey> key : publicKeys().entrySet()) {
            if (termsOf(key.getKey()).trusted()) {
                trusted.add(trusted(key.getKey(), key.getValue()));
            }
        }
        if (trusted.isEmpty()) {
            trusted.add(SigningKey.generate(SignatureAlgorithm.ED25519).toTrustedKey());
        }
        return EnvelopeVerifier.builder()
                .trust(trusted)
                .clock(Clock.fixed(time, ZoneOffset.UTC))
                .build();
    }

    private TrustedKey trusted(String name, PublicKey key) throws KeyException {
        CaseFile.KeyTerms how = termsOf(name);
        TrustedKey.Builder trusted = TrustedKey.builder()
                .publicKey(key)
                .name(name)
                .addKeyId(KeyId.of(how.keyId().orElse(name)));
        how.notBefore().ifPresent(trusted::notBefore);
        how.notAfter().ifPresent(trusted::notAfter);
        return trusted.build();
    }

    private Map<String, PublicKey> publicKeys() {
        Map<String, PublicKey> keys = new LinkedHashMap<>(given);
        signing.forEach((name, key) -> keys.put(name, key.publicKey()));
        return keys;
    }

    /** What policies may name: {@code key.NAME} and {@code keyId.NAME}. */
    Map<String, String> parameters() throws KeyException {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, PublicKey> key : publicKeys().entrySet()) {
            String pem = PemKeys.writePublicKey(key.getValue());
            parameters.put("key." + key.getKey(), Bytes.utf8(pem).base64());
            parameters.put(
                    "keyId." + key.getKey(), TrustedKey.of(key.getValue()).fingerprint());
        }
        return parameters;
    }
}
