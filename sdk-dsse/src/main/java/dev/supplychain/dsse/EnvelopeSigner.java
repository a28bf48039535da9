package dev.supplychain.dsse;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.dsse.EnvelopeSignature;
import dev.supplychain.model.intoto.InTotoStatement;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes signed envelopes.
 *
 * <pre>{@code
 * Envelope envelope = EnvelopeSigner.of(PemKeys.readPrivateKey(pem)).sign(statement);
 * }</pre>
 *
 * @see <a href="https://github.com/secure-systems-lab/dsse/blob/v1.0.2/protocol.md">DSSE 1.0.2, protocol</a>
 */
public final class EnvelopeSigner {
    private final List<Signer> signers;

    private EnvelopeSigner(List<Signer> signers) {
        this.signers = signers;
    }

    /**
     * Signs with each of these keys, in that order.
     *
     * @throws IllegalArgumentException when there is none, or one twice
     */
    public static EnvelopeSigner of(Signer... signers) {
        if (signers.length == 0) {
            throw new IllegalArgumentException("an envelope needs at least one signer");
        }
        Set<Bytes> keys = new HashSet<>();
        for (Signer signer : signers) {
            if (!keys.add(Bytes.of(signer.publicKey().getEncoded()))) {
                throw new IllegalArgumentException("the key of " + signer + " is given twice; it would count once");
            }
        }
        return new EnvelopeSigner(List.of(signers));
    }

    /**
     * An envelope around that statement.
     *
     * @throws SigningException when a key does not sign
     */
    public Envelope sign(InTotoStatement statement) throws SigningException {
        return sign(InTotoStatement.PAYLOAD_TYPE, statement.toJson());
    }

    /**
     * An envelope around these bytes.
     *
     * @param payloadType what they are, as a media type or URI
     * @throws SigningException when a key does not sign
     * @throws IllegalArgumentException when the type has an unpaired surrogate
     */
    public Envelope sign(String payloadType, byte[] payload) throws SigningException {
        // The caller's array may change while a slow signer signs.
        byte[] signed = payload.clone();
        Pae message = Pae.of(payloadType, signed);
        Envelope.Builder envelope = Envelope.builder().payload(Bytes.of(signed)).payloadType(payloadType);
        for (Signer signer : signers) {
            envelope.addSignatures(EnvelopeSignature.builder()
                    .keyid(signer.keyId())
                    .sig(Bytes.of(signature(signer, message)))
                    .build());
        }
        return envelope.build();
    }

    private static byte[] signature(Signer signer, Pae message) throws SigningException {
        try {
            return signer.sign(message);
        } catch (IOException e) {
            throw new SigningException("signing an envelope with " + signer + " failed", e);
        }
    }
}
