package dev.supplychain.dsse.jwt;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Signer;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.internal.Base64Url;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.EcdsaSignature;
import dev.supplychain.dsse.internal.JoseAlgorithms;
import dev.supplychain.dsse.internal.SignatureFormatException;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes attestation tokens in the profile of {@link dev.supplychain.dsse.jwt this package}.
 *
 * <pre>{@code
 * String token = JwtSigner.of(key.withKeyId(KeyId.ni(key.publicKey())))
 *         .sign(JwtClaims.about(imageDigest).audience(List.of("//binaryauthorization.googleapis.com")).build());
 * }</pre>
 */
public final class JwtSigner {
    private final Signer signer;
    private final CheckedPublicKey publicKey;
    private final String header;

    private JwtSigner(Signer signer, CheckedPublicKey publicKey) {
        this.signer = signer;
        this.publicKey = publicKey;
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("alg", Json.of(JoseAlgorithms.name(signer.algorithm())));
        members.put("kid", Json.of(signer.keyId()));
        members.put("typ", Json.of("JWT"));
        this.header = Base64Url.encode(Json.object(members).toUtf8());
    }

    /**
     * Signs with that key, under its key id.
     *
     * @throws KeyException when the public key is weak or of a kind that is not allowed
     * @throws IllegalArgumentException when the key has no key id, or signs in an unusual way
     */
    public static JwtSigner of(Signer signer) throws KeyException {
        if (signer.keyId().isEmpty()) {
            throw new IllegalArgumentException("a token names its key: give the signer a key id");
        }
        if (signer instanceof SigningKey key
                && !key.toTrustedKey().legacySchemes().isEmpty()) {
            throw new IllegalArgumentException("a token is signed in the usual way, not as " + key + " does: "
                    + key.toTrustedKey().legacySchemes());
        }
        return new JwtSigner(signer, CheckedPublicKey.of(signer.publicKey()));
    }

    /**
     * The token that makes these claims.
     *
     * @throws SigningException when the key does not sign
     * @throws IllegalArgumentException when the token has more than 16 KiB, which no verifier here takes
     */
    public String sign(JwtClaims claims) throws SigningException {
        String signed = header + "." + Base64Url.encode(claims.toJson());
        byte[] signature = encoded(signer.sign(signed.getBytes(StandardCharsets.US_ASCII)));
        String token = signed + "." + Base64Url.encode(signature);
        if (token.length() > CompactJws.MAX_CHARS) {
            throw new IllegalArgumentException("the token has " + token.length()
                    + " characters, more than the limit of " + CompactJws.MAX_CHARS + ": make fewer claims");
        }
        return token;
    }

    /** JOSE has r and s side by side. */
    private byte[] encoded(byte[] signature) throws SigningException {
        return switch (signer.algorithm()) {
            case ECDSA_P256_SHA256, ECDSA_P384_SHA384, ECDSA_P521_SHA512 -> sideBySide(signature);
            default -> signature;
        };
    }

    private byte[] sideBySide(byte[] der) throws SigningException {
        try {
            return EcdsaSignature.parseDer(der, publicKey.curve()).toP1363(publicKey.curve());
        } catch (SignatureFormatException e) {
            throw new SigningException("what " + signer + " returned is no signature: " + e.problem(), e);
        }
    }
}
