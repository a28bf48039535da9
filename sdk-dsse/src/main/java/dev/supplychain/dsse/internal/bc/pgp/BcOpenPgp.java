package dev.supplychain.dsse.internal.bc.pgp;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.internal.openpgp.KeyPacket;
import dev.supplychain.dsse.internal.openpgp.OpenPgpEngine;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.time.Instant;

/** BouncyCastle's OpenPGP on its own mathematics, not on a JCA provider: nothing is registered. */
public final class BcOpenPgp implements OpenPgpEngine {
    /** One without state. */
    public BcOpenPgp() {}

    @Override
    public Verification verification(KeyPacket key) throws KeyException {
        return BcVerification.of(key);
    }

    @Override
    public SecretKey secretKey(byte[] body) throws KeyException {
        return BcSecretKey.read(body);
    }

    @Override
    public byte[] generate(SignatureAlgorithm algorithm, String userId, Instant created, char[] passphrase) {
        return new BcKeyGenerator(algorithm).generate(userId, created, passphrase);
    }
}
