package dev.supplychain.dsse.jwt;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;

/** A payload that a trusted key signed, with the header that was signed too. */
public final class VerifiedJws {
    private final Json header;
    private final Bytes payload;
    private final AcceptedKey signer;
    private final SignatureAlgorithm algorithm;

    VerifiedJws(Json header, Bytes payload, AcceptedKey signer, SignatureAlgorithm algorithm) {
        this.header = header;
        this.payload = payload;
        this.signer = signer;
        this.algorithm = algorithm;
    }

    /** The header, an object. Keys and addresses in it are claims of the signer like the payload, and were not used. */
    public Json header() {
        return header;
    }

    /** The bytes that were signed. */
    public Bytes payload() {
        return payload;
    }

    /** The key that signed them. */
    public AcceptedKey signer() {
        return signer;
    }

    /** How it signed. */
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** The size and the signer. */
    @Override
    public String toString() {
        return "VerifiedJws[" + payload + ", signed by " + signer + " with " + algorithm + "]";
    }
}
