package dev.supplychain.dsse.jwt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supplychain.dsse.BlobSigner;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.internal.Base64Url;
import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;

/** Tokens with any header and payload, well signed all the same. */
final class Tokens {
    private Tokens() {}

    /** Signed with that key over exactly these texts. */
    static String signed(SigningKey key, String header, String payload) throws SigningException {
        return signedParts(key, Base64Url.encode(header.getBytes(UTF_8)), Base64Url.encode(payload.getBytes(UTF_8)));
    }

    /** Signed with that key over exactly these encoded parts. */
    static String signedParts(SigningKey key, String header, String payload) throws SigningException {
        boolean ecdsa = key.algorithm() != SignatureAlgorithm.ED25519
                && !key.algorithm().name().startsWith("RSA");
        SigningKey signing = ecdsa ? key.legacyScheme(LegacyScheme.P1363) : key;
        String input = header + "." + payload;
        byte[] signature = BlobSigner.of(signing).sign(input.getBytes(US_ASCII)).toByteArray();
        return input + "." + Base64Url.encode(signature);
    }

    /** The header that the profile asks for. */
    static String header(SigningKey key, String alg) {
        return "{\"alg\":\"" + alg + "\",\"kid\":\"" + key.keyId() + "\",\"typ\":\"JWT\"}";
    }

    /** The part of a token, decoded. */
    static String part(String token, int index) {
        return new String(Base64Url.decode(token.split("\\.", -1)[index]).orElseThrow(), UTF_8);
    }
}
