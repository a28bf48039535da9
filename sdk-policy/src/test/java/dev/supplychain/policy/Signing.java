package dev.supplychain.policy;

import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerifiedStatement;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.ResourceDescriptor;
import java.security.PublicKey;
import java.util.List;

/** Makes verified statements the only way there is: signs them and verifies the envelopes. */
public final class Signing {
    /** What the statements are about. */
    public static final Digest ARTIFACT = Digest.sha256(new byte[] {1, 2, 3});

    private Signing() {}

    /** Signed by these keys, and verified by somebody who trusts them all. */
    public static VerifiedStatement verified(InTotoStatement statement, SigningKey... keys) {
        return verified(statement, List.of(keys), keys);
    }

    /** Signed by some keys, and verified by somebody who trusts others. */
    public static VerifiedStatement verified(
            InTotoStatement statement, List<SigningKey> trusted, SigningKey... signers) {
        PublicKey[] keys = trusted.stream().map(SigningKey::publicKey).toArray(PublicKey[]::new);
        try {
            return EnvelopeVerifier.of(keys)
                    .verifyStatement(EnvelopeSigner.of(signers).sign(statement));
        } catch (KeyException | SigningException | VerificationException e) {
            throw new AssertionError(e);
        }
    }

    /** Evidence of one predicate, signed by a new key. */
    public static Evidence evidence(String predicateType, String predicate) {
        return Evidence.of(verified(
                statement(predicateType, Json.parse(predicate)), SigningKey.generate(SignatureAlgorithm.ED25519)));
    }

    /** A statement about {@link #ARTIFACT}. */
    public static InTotoStatement statement(String predicateType, Json predicate) {
        return InTotoStatement.builder()
                .addSubject(ResourceDescriptor.builder()
                        .name("my-app-1.0.0.jar")
                        .putDigest(ARTIFACT.algorithm(), ARTIFACT.hex())
                        .build())
                .predicateType(predicateType)
                .predicate(predicate)
                .build();
    }
}
