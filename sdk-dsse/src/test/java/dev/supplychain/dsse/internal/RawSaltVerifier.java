package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.security.PublicKey;

/** RSASSA-PSS over SHA-256 with a salt of any length, which no policy allows. */
public final class RawSaltVerifier {
    private RawSaltVerifier() {}

    public static boolean accepts(PublicKey key, int saltLength, byte[] message, byte[] signature) throws Exception {
        Scheme scheme = new Scheme(SignatureAlgorithm.RSA_PSS_SHA256, "SHA-256", saltLength, false);
        return new KeyVerifier(scheme, CheckedPublicKey.of(key), false, JcaEngine.installed())
                .problemOf(Signable.of(message), signature)
                .isEmpty();
    }
}
