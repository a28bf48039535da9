package dev.supplychain.dsse.internal.bc.pgp;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.internal.openpgp.OpenPgpEngine;
import dev.supplychain.dsse.internal.openpgp.Packet;
import dev.supplychain.dsse.internal.openpgp.PacketReader;
import dev.supplychain.dsse.internal.openpgp.PgpFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.S2K;
import org.bouncycastle.bcpg.SecretKeyPacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** A secret key in a file, under a passphrase or not. */
final class BcSecretKey implements OpenPgpEngine.SecretKey {
    private final SecretKeyPacket packet;
    private final PGPSecretKey key;

    private BcSecretKey(SecretKeyPacket packet, PGPSecretKey key) {
        this.packet = packet;
        this.key = key;
    }

    static BcSecretKey read(byte[] body) throws KeyException {
        byte[] encoded = new Packet(Packet.SECRET_KEY, body).encode();
        try {
            BCPGInputStream in = new BCPGInputStream(new ByteArrayInputStream(encoded));
            if (!(in.readPacket() instanceof SecretKeyPacket packet)) {
                throw new KeyException("OpenPGP private key cannot be read");
            }
            PGPPublicKey publicKey = new PGPPublicKey(packet.getPublicKeyPacket(), new BcKeyFingerprintCalculator());
            return new BcSecretKey(packet, new PGPSecretKey(packet, publicKey));
        } catch (IOException | PGPException | RuntimeException e) {
            // What the library says may quote the key: it is not passed on.
            throw new KeyException(
                    "OpenPGP private key cannot be read: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public byte[] publicKey() throws KeyException {
        try {
            return packet.getPublicKeyPacket().getEncodedContents();
        } catch (IOException e) {
            throw new KeyException("OpenPGP private key holds no public key", e);
        }
    }

    @Override
    public boolean isStub() {
        S2K protection = packet.getS2K();
        return key.isPrivateKeyEmpty() || (protection != null && protection.getType() == S2K.GNU_DUMMY_S2K);
    }

    @Override
    public OpenPgpEngine.PrivateKey open(char[] passphrase) throws KeyException {
        S2K protection = packet.getS2K();
        // Argon2 takes as much memory as the file asks for.
        if (protection != null && protection.getType() == S2K.ARGON_2) {
            throw new KeyException("OpenPGP private key is protected by Argon2, which is not supported: change its"
                    + " passphrase with gpg");
        }
        try {
            PGPPrivateKey opened = key.extractPrivateKey(
                    new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(passphrase));
            return new Opened(key.getPublicKey(), opened);
        } catch (PGPException | RuntimeException e) {
            throw new KeyException("OpenPGP private key is not opened by this passphrase, or is damaged");
        }
    }

    /** The hash to sign with, of at least the size of the key's numbers. */
    static int hashFor(PGPPublicKey key) {
        if (key.getAlgorithm() != PublicKeyAlgorithmTags.ECDSA) {
            return HashAlgorithmTags.SHA512;
        }
        int bits = key.getBitStrength();
        if (bits <= 256) {
            return HashAlgorithmTags.SHA256;
        }
        return bits <= 384 ? HashAlgorithmTags.SHA384 : HashAlgorithmTags.SHA512;
    }

    private record Opened(PGPPublicKey publicKey, PGPPrivateKey privateKey) implements OpenPgpEngine.PrivateKey {
        @Override
        public byte[] sign(Signable document, Instant created) throws SigningException, IOException {
            try {
                PGPSignatureGenerator generator = new PGPSignatureGenerator(
                        new BcPGPContentSignerBuilder(publicKey.getAlgorithm(), hashFor(publicKey)), publicKey);
                generator.init(PGPSignature.BINARY_DOCUMENT, privateKey);
                PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
                hashed.setIssuerFingerprint(false, publicKey);
                hashed.setSignatureCreationTime(false, Date.from(created));
                generator.setHashedSubpackets(hashed.generate());
                PGPSignatureSubpacketGenerator unhashed = new PGPSignatureSubpacketGenerator();
                unhashed.setIssuerKeyID(false, publicKey.getKeyID());
                generator.setUnhashedSubpackets(unhashed.generate());
                document.writeTo(new Sink(generator));
                return new PacketReader(generator.generate().getEncoded())
                        .next()
                        .body();
            } catch (PGPException | PgpFormatException | RuntimeException e) {
                throw new SigningException("signing failed: " + e.getMessage(), e);
            }
        }

        /** Nothing of the private half. */
        @Override
        public String toString() {
            return "private key " + Long.toHexString(publicKey.getKeyID());
        }
    }

    private static final class Sink extends OutputStream {
        private final PGPSignatureGenerator generator;

        Sink(PGPSignatureGenerator generator) {
            this.generator = generator;
        }

        @Override
        public void write(int b) {
            generator.update((byte) b);
        }

        @Override
        public void write(byte[] block, int from, int length) {
            generator.update(block, from, length);
        }
    }
}
